"""Phrases that are confused with others: how a row of the table is read, found and put right.

A pattern is words with a space between; `a|b` are alternatives, `<class>` is one of a class of
words (`CLASSES`), `[wrong>right]` is what is reported and put in its place. In `right`,
alternatives answer to those of `wrong` one by one if there are as many (` | ` in `wrong` parts
alternatives of several words); `{base}`, `{participle}`
... is that form of the verb that stands in `wrong`, `{}` the word as it stands; ` / ` parts two
readings. `^` is the start of a sentence, `$` the end of a clause, `!a|b` what must not follow.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress, count, pairwise, product
from typing import Final, cast

from postlint.language.verbs import LOOSE_VERBS, VERBS, Form, form

_FORMS: Final[tuple[Form, ...]] = ("third", "ing", "past", "participle", "base")
_ITEM: Final = re.compile(r"\[[^\]]*\]|\S+")
_CLASS: Final = re.compile(r"<[\w-]+>")
_HOLE: Final = re.compile(r"\{(\w*)\}")
_GAP: Final = r"(?:[ \t\u00a0]{1,3}\n?[ \t]{0,3}|\n[ \t]{0,3})"
_SENTENCE: Final = re.compile(r"[.!?:;…•][\"'”’)\]]*\s|[\n\t ][-–—]+\s|—|\n\n")
_START: Final = r"(?:(?<=\A)|(?<=[.!?:;…]\s)|(?<=[.!?][\"”)]\s)|(?<=\A[\"“'(]))"
_CLAUSE_END: Final = r"(?=\s*(?:[.,;:!?…)\"”—]|\Z|\s[-–]\s|\n\n))"
_BEFORE: Final = r"(?<![\w’'\ufffc@#$%&*+=/\\<>{}_.-])"
_BEHIND: Final = r"(?![\w\ufffc@#$%&*+=/\\<>{}_‐‑-]|['’]\w|\.\w|\()"


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
CLASSES: Final[Mapping[str, str]] = {
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

    @property
    def words(self) -> tuple[frozenset[bytes], ...]:
        """For each word of the pattern what it may be, as the first look sees words."""
        return tuple(_words(self.pattern))

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Finds the phrase in prose; group 1 is the wrong part."""
        return re.compile(_regex(self.pattern), re.IGNORECASE)

    @cached_property
    def _excuses(self) -> frozenset[str]:
        return frozenset(self.unless.split())

    @cached_property
    def _neighbours(self) -> frozenset[str]:
        return frozenset(self.not_after.split())

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Where the phrase stands and nothing before it makes it right."""
        for match in self.regex.finditer(text):
            if _is_name(match) or self._is_excused(text, match.start()):
                continue
            if match[1].lower() not in self.rights(match[1].lower()):
                yield match

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
        return tuple(_with_capital(right, wrong) for right in _rights(self.pattern, wrong))


def _is_name(match: re.Match[str]) -> bool:
    """Whether the wrong part has a capital inside the phrase: Go, Will, Us."""
    wrong = match[1]
    return match.start(1) > match.start() and wrong[0].isupper() and not wrong.isupper()


def _words(pattern: str) -> Iterator[frozenset[bytes]]:
    for item in _ITEM.findall(pattern):
        if item[0] not in "^$!":
            for words in zip(*_choices(item), strict=False):
                yield _folded("|".join(words))


@lru_cache(maxsize=1000)
def _folded(word: str) -> frozenset[bytes]:
    return frozenset(_expanded(word).lower().encode().split(b"|"))


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


def _word_regex(word: str) -> str:
    if word == "<word>":
        return r"[\w’'-]{1,40}"
    parts = sorted(_expanded(word).split("|"), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(part).replace("'", "['’]") for part in parts) + ")"


def _regex(pattern: str) -> str:
    out, gap = "", ""
    for item in _ITEM.findall(pattern):
        if item == "^":
            out += _START + r"(?-i:(?=[A-Z]))"
        elif item == "$":
            out += _CLAUSE_END
        elif item[0] == "!":
            out += f"(?!{_GAP}{_word_regex(item[1:])}" + r"(?![\w-]))"
        else:
            inner = "|".join(_GAP.join(map(_word_regex, choice)) for choice in _choices(item))
            out += gap + (f"({inner})" if item[0] == "[" else inner)
            gap = _GAP
    return _BEFORE + out + _BEHIND


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


def _with_capital(right: str, wrong: str) -> str:
    if wrong[:1].isupper() and not wrong.startswith("I "):
        return right[:1].upper() + right[1:]
    return right


_ANY: Final = b"<word>"
# Words as the first look sees them: bytes, in small letters, everything else a space.
_KEPT: Final = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789'")
_FOLD: Final = bytes(
    ord(chr(byte).lower())
    if chr(byte).isascii() and chr(byte).isalpha()
    else byte
    if byte in _KEPT
    else 32
    for byte in range(256)
)


class PhraseTable:
    """All rows, looked up by two words that stand side by side in them."""

    def __init__(self, rows: tuple[Phrase, ...]) -> None:
        self.rows: Final = rows
        self._words: Final = tuple(row.words for row in rows)
        self._pairs: Final[dict[tuple[bytes, bytes], tuple[tuple[int, int], ...]]] = {}
        for number, words in enumerate(self._words):
            place = _rarest_place(words)
            found = ((number, place),)
            for pair in product(words[place], words[place + 1]):
                self._pairs[pair] = self._pairs.get(pair, ()) + found

    def candidates(self, text: str) -> list[Phrase]:
        """The rows whose words follow each other in a text, in the order of the table."""
        words = text.replace("’", "'").encode(errors="replace").translate(_FOLD).split()
        pairs = self._pairs
        # As the loop runs over every word of every post, no line of Python runs in it.
        places = compress(count(), map(pairs.__contains__, pairwise(words)))
        found = {
            number
            for at in places
            for number, place in pairs[words[at], words[at + 1]]
            if _fits(words, at - place, self._words[number])
        }
        return [self.rows[number] for number in sorted(found)]


def _fits(words: list[bytes], start: int, pattern: tuple[frozenset[bytes], ...]) -> bool:
    """Whether the words from `start` on may be those of a pattern."""
    if start < 0 or start + len(pattern) > len(words):
        return False
    return all(words[at] in allowed or _ANY in allowed for at, allowed in enumerate(pattern, start))


# How often these stand among a thousand words; all others count as seldom.
_OFTEN: Final[Mapping[bytes, float]] = {
    word.encode(): 1000.0 / rank
    for rank, word in enumerate(
        [
            "the",
            "to",
            "a",
            "of",
            "and",
            "in",
            "is",
            "for",
            "that",
            "this",
            "you",
            "it",
            "on",
            "with",
            "be",
            "are",
            "as",
            "we",
            "can",
            "or",
            "not",
            "by",
            "have",
            "from",
            "an",
            "will",
            "if",
            "your",
            "all",
            "at",
            "has",
            "but",
            "was",
            "more",
            "do",
            "when",
            "they",
            "use",
            "how",
            "their",
            "which",
            "new",
            "our",
            "about",
            "one",
            "other",
            "there",
            "what",
            "some",
            "also",
            "these",
            "so",
            "i",
            "any",
            "out",
            "no",
            "may",
            "would",
            "just",
            "them",
            "up",
            "like",
            "into",
            "than",
            "only",
            "us",
            "been",
            "were",
            "could",
            "should",
            "must",
            "it's",
            "its",
            "don't",
            "make",
            "does",
            "here",
            "get",
            "see",
            "need",
            "want",
            "then",
            "most",
            "who",
            "me",
            "many",
            "way",
            "my",
            "being",
            "had",
            "time",
            "people",
            "same",
            "over",
            "own",
            "over",
            "while",
            "where",
            "both",
            "each",
            "such",
            "let",
            "lets",
            "able",
            "he",
            "she",
            "his",
            "her",
            "it'll",
            "well",
            "through",
            "even",
            "two",
            "first",
            "want",
            "without",
            "through",
            "help",
            "allow",
            "order",
            "good",
            "front",
            "point",
            "line",
            "number",
            "lot",
            "made",
            "looking",
            "using",
            "doesn't",
            "within",
            "case",
            "hand",
            "sure",
            "know",
        ],
        start=15,
    )
}
_SELDOM: Final = 0.02


def _rarest_place(words: tuple[frozenset[bytes], ...]) -> int:
    """Where two words stand side by side that are expected to be found in the fewest posts."""
    often = [sum(_OFTEN.get(word, _SELDOM) for word in allowed) for allowed in words]
    places = [at for at, pair in enumerate(pairwise(words)) if not any(_ANY in one for one in pair)]
    return min(places, key=lambda at: often[at] * often[at + 1])
