"""Phrases that are confused with others: how a row of the table is read, found and put right.

A pattern is words with a space between; `a|b` are alternatives, `<class>` is one of a class of
words (`CLASSES`), `[wrong>right]` is what is reported and put in its place. In `right`,
alternatives answer to those of `wrong` one by one if there are as many (` | ` in `wrong` parts
alternatives of several words); `{base}`, `{participle}`
... is that form of the verb that stands in `wrong`, `{}` the word as it stands; ` / ` parts two
readings. `^` is the start of a sentence, `$` the end of a clause, `!a|b` what must not follow.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress, pairwise, product, repeat
from typing import Final, NamedTuple, cast

from postlint.content.prose import WORD, Prose
from postlint.language.lexicon import english
from postlint.language.verbs import LOOSE_VERBS, VERBS, Form, form
from postlint.model.late_pattern import late_pattern

_FORMS: Final[tuple[Form, ...]] = ("third", "ing", "past", "participle", "base")
_ANY: Final = "<word>"
_ITEM: Final = late_pattern(r"\[[^\]]*\]|\S+")
_CLASS: Final = late_pattern(r"<[\w-]+>")
_NUMBER: Final = late_pattern(r"\d")
_HOLE: Final = late_pattern(r"\{(\w*)\}")
_GAP: Final = r"(?:[ \t\u00a0]{1,3}\n?[ \t]{0,3}|\n[ \t]{0,3})"
_SENTENCE: Final = late_pattern(r"[.!?:;…•][\"'”’)\]]*\s|[\n\t ][-–—]+\s|—|\n\n")
_START: Final = r"(?:(?<=\A)|(?<=[.!?:;…]\s)|(?<=[.!?][\"”)]\s)|(?<=\A[\"“'(]))"
_CLAUSE_END: Final = r"(?=\s*(?:[.,;:!?…)\"”—]|\Z|\s[-–]\s|\n\n))"
# The same for all rows, and so no part of their patterns, which are to be compiled fast.
_BEFORE: Final = late_pattern(r"(?<![\w’'\ufffc@#$%&*+=/\\<>{}_.-])")
_BEHIND: Final = late_pattern(r"(?![\w\ufffc@#$%&*+=/\\<>{}_‐‑-]|['’]\w|\.\w|\()")


def _forms(verbs: tuple[str, ...], wanted: Form) -> str:
    return "|".join(dict.fromkeys(form(verb, wanted) for verb in verbs))


# "to includes", "the installs": these have a plural that is written like the third person.
_PLURALS: Final = frozenset(
    [
        "include",
        "install",
        "depend",
        "embed",
        "invite",
        "bind",
        "select",
        "deploy",
        "compare",
        "define",
        "compile",
        "reveal",
        "ask",
        "say",
        "become",
        "tell",
        "know",
        "keep",
        "make",
        "take",
        "give",
        "go",
        "get",
        "see",
        "import",
        "highlight",
        "destroy",
        "combine",
        "edit",
    ]
)
_WITHOUT_PLURAL: Final = tuple(v for v in VERBS if v not in _PLURALS)
_REGULAR: Final = tuple(v for v in VERBS if form(v, "participle").endswith("ed"))
_REGULAR_LOOSE: Final = tuple(v for v in LOOSE_VERBS if form(v, "participle").endswith("ed"))
# No verbs, and no word for a group of people, which may go with "are".
_COUNT_NOUNS: Final = (
    "option|setting|method|problem|error|bug|example|reason|tool|website|developer|package|plugin"
    "|parameter|argument|variable|component|element|improvement|contributor|idea|difference"
    "|advantage|limitation|requirement|folder|page|section|module|user|year|month|week|day|hour"
    "|minute|word|item|browser|server|device|platform|system|application|app|extension"
    "|environment|thing|column|field|character|article|chapter|author|editor|reader|writer|member"
    "|client|customer|product|event|action|task|solution|algorithm|operator|operation|expression"
    "|condition|statement|instruction|newspaper|river|village|soldier|student|teacher|worker|car"
    "|doctor|minister|president|leader|player|song|movie|film|street|door|room|town|kilometre"
    "|kilometer|metre|mile|dollar|euro"
)
CLASSES: Final[Mapping[str, str]] = {
    "count-noun": _COUNT_NOUNS,
    "count-nouns": "|".join(f"{noun}s" for noun in _COUNT_NOUNS.split("|")),
    "verb": "|".join(VERBS),
    "any-verb": "|".join(LOOSE_VERBS),
    "verbs": _forms(_WITHOUT_PLURAL, "third"),
    "any-verbs": _forms(LOOSE_VERBS, "third"),
    "verbing": _forms(VERBS, "ing"),
    "verbed": _forms(_REGULAR, "past"),
    "any-verbed": _forms(_REGULAR_LOOSE, "past"),
    "subject": (
        "compiler|server|browser|command|script|template|plugin|system|application|program|client"
        "|parser|function|method|option|setting|parameter|tool|library|website|page|team|company"
        "|community|government|ministry|army|president|release|version|theme|package|module"
    ),
    "modal": (
        "can|could|should|will|would|must|may|might|cannot|can't|won't|shouldn't|couldn't|wouldn't"
    ),
    "be": "is|are|was|were|be|been|being",
    "det": "a|an|the|my|your|his|her|its|our|their|this|that|these|those|any|some|all|every|each",
    "poss": "my|your|his|her|its|our|their",
    "comparative": (
        "better|worse|bigger|smaller|larger|faster|slower|higher|lower|longer|shorter|older|newer"
        "|younger|greater|lesser|stronger|weaker|easier|harder|simpler|cheaper|safer|cleaner|closer"
        "|deeper|wider|narrower|earlier|later|sooner|nicer|richer|poorer|heavier|lighter|smarter"
        "|tighter|quicker|smoother|broader|bolder|brighter|darker|louder|quieter|friendlier|happier"
        "|healthier|prettier|uglier|busier|tougher|rougher|thicker|thinner|fewer|finer|fresher|fuller"
        "|warmer|colder|hotter|cooler|taller|trickier|messier|lazier|leaner|stricter|looser|larger"
    ),
    "superlative": (
        "best|worst|biggest|smallest|largest|fastest|slowest|highest|lowest|longest|shortest|oldest"
        "|newest|latest|greatest|strongest|easiest|hardest|simplest|cheapest|safest|cleanest|closest"
    ),
    "plural": (
        "people|things|ways|files|features|changes|options|settings|values|functions|methods|users"
        "|problems|issues|errors|bugs|examples|reasons|questions|tools|pages|posts|sites|websites"
        "|projects|developers|packages|plugins|themes|templates|modules|types|objects|parameters"
        "|arguments|variables|languages|libraries|steps|pieces|places|times|cases|details|details"
        "|countries|companies|members|groups|tests|tasks|words|lines|items|fields|properties"
        "|components|elements|resources|improvements|contributions|contributors|ideas|reports"
    ),
    "singular": (
        "thing|way|feature|change|option|setting|function|method|problem|issue|error|bug|example"
        "|reason|question|tool|website|project|developer|package|plugin|parameter|argument|variable"
        "|library|country|company|member|component|element|improvement|contributor|idea|detail"
        "|difference|advantage|benefit|limitation|requirement|language"
    ),
    "behind-noun": "of|that|which|is|are|was|were|for|with|in|on|from|at|by|as|when|where|who|how",
}


@dataclass(frozen=True)
class Phrase:
    """A row of the table."""

    pattern: str
    bad: str
    """A sentence with the slip, and with no other."""
    good: str
    """A sentence that looks alike and is right."""
    unless: str = ""
    """Words that make it right where they stand before it in the sentence."""
    not_after: str = ""
    """Words that make it right where they stand right before it; "^" for the sentence's start."""

    @cached_property
    def words(self) -> "_Row":
        """What each word of the pattern may be, in small letters, up to what may be a number."""
        return tuple(_words(self.pattern))

    @cached_property
    def _regex(self) -> tuple[re.Pattern[str], tuple[frozenset[str], ...]]:
        """Finds the phrase in prose, and the words that its groups c0, c1, ... have to be among.

        Classes of words are not spelt out, as the pattern would take milliseconds to compile.
        """
        classes: list[frozenset[str]] = []
        return re.compile(_regex(self.pattern, classes), re.IGNORECASE), tuple(classes)

    @cached_property
    def _excuses(self) -> frozenset[str]:
        return frozenset(self.unless.split())

    @cached_property
    def _neighbours(self) -> frozenset[str]:
        return frozenset(self.not_after.split())

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The phrase where it begins at `start` and nothing makes it right; "wrong" is the slip."""
        regex, classes = self._regex
        match = regex.match(text, start)
        if match is None or not (_BEFORE.match(text, start) and _BEHIND.match(text, match.end())):
            return None
        named = (match[f"c{number}"] for number in range(len(classes)))
        if not all(map(_is_among, named, classes)) or _is_name(match):
            return None
        wrong = match["wrong"].lower()
        return None if wrong in self.rights(wrong) or self._is_excused(text, start) else match

    def _is_excused(self, text: str, start: int) -> bool:
        if not (self.unless or self.not_after):
            return False
        before = _SENTENCE.split(text[max(0, start - 200) : start])[-1].lower().replace("’", "'")
        words = re.findall(r"[\w'\ufffc]+|,", before)
        if not self._excuses.isdisjoint(words):
            return True
        return (words[-1] if words else "^") in self._neighbours

    def rights(self, wrong: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first, for the wrong part as written."""
        return tuple(_in_case_of(wrong, right) for right in _rights(self.pattern, wrong))


def _is_name(match: re.Match[str]) -> bool:
    """Whether the wrong part has a capital inside the phrase: Go, Will, Us."""
    wrong = match["wrong"]
    return match.start("wrong") > match.start() and wrong[0].isupper() and not wrong.isupper()


def _is_among(found: str, words: frozenset[str]) -> bool:
    return found.lower().replace("’", "'") in words


def _words(pattern: str) -> Iterator[frozenset[str]]:
    for item in _ITEM.findall(pattern):
        if _NUMBER.search(item):
            return
        if item[0] not in "^$!":
            for words in zip(*_choices(item), strict=False):
                yield _folded("|".join(words))


@lru_cache(maxsize=1000)
def _folded(word: str) -> frozenset[str]:
    return frozenset(_expanded(word).lower().split("|"))


def _choices(item: str) -> list[list[str]]:
    """The words of an item, for each of its alternatives of several words."""
    left = _sides(item)[0] if item[0] == "[" else item
    return [choice.split() for choice in left.split(" | ")]


def _sides(item: str) -> tuple[str, str]:
    inner = item[1:-1]
    at = _CLASS.sub(lambda found: "_" * len(found[0]), inner).index(">")
    return inner[:at], inner[at + 1 :]


def _expanded(word: str) -> str:
    return "|".join(
        CLASSES[part[1:-1]] if part[0] == "<" and part[1:-1] in CLASSES else part
        for part in word.split("|")
    )


def _word_regex(word: str, classes: list[frozenset[str]]) -> str:
    if word == _ANY:
        return r"[\w’'-]{1,40}"
    if _CLASS.search(word):
        classes.append(_folded(word))
        return rf"(?P<c{len(classes) - 1}>\w++(?:['’]\w++)*+)"
    return _any_of(word)


def _any_of(word: str) -> str:
    parts = sorted(word.split("|"), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(part).replace("'", "['’]") for part in parts) + ")"


def _regex(pattern: str, classes: list[frozenset[str]]) -> str:
    """The pattern as a regular expression; its classes of words are added to `classes`."""
    out, gap = "", ""
    for item in _ITEM.findall(pattern):
        if item == "^":
            out += _START + r"(?-i:(?=[A-Z]))"
        elif item == "$":
            out += _CLAUSE_END
        elif item[0] == "!":
            out += f"(?!{_GAP}{_any_of(_expanded(item[1:]))}" + r"(?![\w-]))"
        else:
            choices = _choices(item)
            inner = "|".join(
                _GAP.join(_word_regex(word, classes) for word in choice) for choice in choices
            )
            out += gap + (f"(?P<wrong>{inner})" if item[0] == "[" else inner)
            gap = _GAP
    return out


def _rights(pattern: str, wrong: str) -> Iterator[str]:
    wrong = " ".join(wrong.lower().replace("’", "'").split())
    item = next(item for item in _ITEM.findall(pattern) if item[0] == "[")
    for reading in _sides(item)[1].split(" / "):
        answers = reading.split("|")
        lefts = _spelt_out(item) if len(answers) > 1 else []
        if len(answers) == len(lefts):
            yield answers[lefts.index(wrong)]
        else:
            yield _HOLE.sub(lambda hole: _formed(wrong.split()[-1], hole[1]), reading)


def _spelt_out(item: str) -> list[str]:
    """All that a wrong part may be, in the order of its alternatives."""
    return [
        " ".join(words)
        for choice in _choices(item)
        for words in product(*(word.split("|") for word in choice))
    ]


def _formed(word: str, wanted: str) -> str:
    if not wanted:
        return word
    return form(_bases().get(word, word), cast("Form", wanted))


@lru_cache(maxsize=1)
def _bases() -> dict[str, str]:
    return {form(verb, one): verb for one in _FORMS for verb in LOOSE_VERBS}


def _in_case_of(wrong: str, right: str) -> str:
    """What is right, with the capitals of what is wrong."""
    if len(wrong) > 1 and wrong.isupper():
        return right.upper()
    if right.startswith("i "):
        return "I" + right[1:]
    return right[:1].upper() + right[1:] if wrong[:1].isupper() else right


_Row = tuple[frozenset[str], ...]
"""For each word of a phrase what it may be."""
_NONE: Final[frozenset[str]] = frozenset()
_WINDOW: Final = 200
"""So many characters hold the words of any row."""


class _Place(NamedTuple):
    """Where in a row two words stand side by side that few posts have so."""

    row: int
    at: int
    words: _Row
    second: frozenset[str]


@lru_cache(maxsize=1000)
def _joined(sets: tuple[frozenset[str], ...]) -> frozenset[str]:
    """The union of some sets, one for all words of a class, so that it stays in the fast memory."""
    return _NONE.union(*sets)


class Pairs(NamedTuple):
    """Which two words that stand side by side in a row are looked for, for all rows."""

    at: Sequence[int]
    """By row: where in it they stand, 0-based."""
    rows: Mapping[str, Sequence[int]]
    """By the first of two such words: the rows that have it."""


def rarest_pairs(rows: Sequence[Phrase]) -> Pairs:
    """The two words of each row that are expected to be found in the fewest posts."""
    at = [_rarest_place(row.words) for row in rows]
    by_first: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for word in sorted(row.words[at[number]]):
            by_first[word].append(number)
    return Pairs(at, by_first)


class PhraseTable:
    """All rows, looked up by two words that stand side by side in them.

    A row is read when a post has a word that it is looked up by: to read all of them takes longer
    than to check a post.
    """

    def __init__(self, rows: tuple[Phrase, ...], pairs: Pairs) -> None:
        self.rows: Final = rows
        self._pairs: Final = pairs
        self._unread: Final = set(pairs.rows)
        """The first words whose rows no post has asked for."""
        self._by_pair: Final[dict[tuple[str, str], Sequence[_Place]]] = {}
        """The places of two such words, kept when they are met first."""
        self._places: Final[dict[str, Sequence[_Place]]] = {}
        """By the first word of such a pair: the rows that have it."""
        self._seconds: Final[dict[str, frozenset[str]]] = {}
        """By the first word of such a pair: what the second may be."""

    def _read(self, word: str) -> None:
        """Read the rows that have a word as the first of the two."""
        self._unread.remove(word)
        places = tuple(map(self._place, self._pairs.rows[word]))
        self._places[word] = places
        self._seconds[word] = _joined(tuple(place.second for place in places))

    def _place(self, number: int) -> _Place:
        at, words = self._pairs.at[number], self.rows[number].words
        return _Place(number, at, words, words[at + 1])

    def find(self, prose: Prose) -> Iterator[tuple[int, list[tuple[re.Match[str], Phrase]]]]:
        """The phrases in some prose by the index of their segment, in the order of its text.

        Where two rows find the same wrong part, the first in the table comes first.
        """
        found: dict[int, dict[tuple[int, int, int], re.Match[str]]] = defaultdict(dict)
        candidates = self._candidates(prose.lower_words)
        for offset, first, second in prose.side_by_side(candidates.keys()):
            index, at = prose.at(offset)
            text = prose.segments[index].text
            for row, place in candidates[first, second]:
                match = self.rows[row].match(text, _start(text, at, place))
                if match is not None:
                    found[index][*match.span("wrong"), row] = match
        for index, matches in sorted(found.items()):
            yield index, [(match, self.rows[key[2]]) for key, match in sorted(matches.items())]

    def _candidates(self, words: Sequence[str]) -> Mapping[tuple[str, str], Set[tuple[int, int]]]:
        """By two words side by side in a text: the rows that fit there, and the pair's place in it.

        `words` are those of the text, in small letters and in order.
        """
        for word in self._unread.intersection(words):
            self._read(word)
        # As this meets every word of every post, no line of Python runs for each.
        seconds = map(self._seconds.get, words, repeat(_NONE))
        pairs = compress(range(len(words)), map(frozenset.__contains__, seconds, words[1:]))
        found: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
        for at in pairs:
            pair = words[at], words[at + 1]
            for place in self._by_pair.get(pair) or self._places_of(pair):
                if _fits(words, at - place.at, place.words):
                    found[pair].add((place.row, place.at))
        return found

    def _places_of(self, pair: tuple[str, str]) -> Sequence[_Place]:
        places = tuple(place for place in self._places[pair[0]] if pair[1] in place.second)
        self._by_pair[pair] = places
        return places


def _start(text: str, at: int, words: int) -> int:
    """Where some words before the one at `at` begin; `at` itself if there are not so many."""
    starts = [word.start() for word in WORD.finditer(text, max(0, at - _WINDOW), at)]
    return starts[-words] if 0 < words <= len(starts) else at


def _fits(words: Sequence[str], start: int, row: _Row) -> bool:
    """Whether the words from `start` on may be those of a row."""
    if start < 0 or start + len(row) > len(words):
        return False
    return all(map(_is_allowed, words[start : start + len(row)], row))


def _is_allowed(word: str, allowed: frozenset[str]) -> bool:
    return word in allowed or _ANY in allowed


def _rarest_place(row: _Row) -> int:
    """Where two words stand side by side that are expected to be found in the fewest posts."""
    places = [at for at, pair in enumerate(pairwise(row)) if not any(_ANY in one for one in pair)]
    return min(places, key=lambda at: _uses(row[at]) * _uses(row[at + 1]))


@lru_cache(maxsize=1000)
def _uses(words: frozenset[str]) -> float:
    """How often one of some words stands in a billion words."""
    return sum(map(_uses_of, words))


@lru_cache(maxsize=5000)
def _uses_of(word: str) -> float:
    return 10 ** english().zipf(word)
