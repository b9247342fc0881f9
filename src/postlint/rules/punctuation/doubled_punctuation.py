"""Two marks where one belongs (",," or "?,") are what an edit left behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.prose import Prose
from postlint.content.segment import PLACEHOLDER, Segment
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.rules.base import Bad, Good, RuleMeta, rule

# Two marks after a word, with a space, the end or a closing quote after them. "...", "?!", "!!",
# "../", dashes, smileys and "a::b" are none of them; "::" is one only where a line ends.
_DOUBLED = late_pattern(
    r"[,.;:?!](?=[,.;:?!\"'”’])(?<=[^\W_].|[)\]%\ufffc].)(?:"
    r"(?:(?<=,)[,.;:?!]|(?<=;)[,.;:]|(?<=:)[,.;]|(?<=[?!])[,.]|(?<=\.)[.,;:?!])"
    r"(?=\s|[\"'”’»](?!\w)|\Z)"
    r"|(?<=:):(?=\n|\Z)"
    r"|(?<=[.,])[\"'”’][.,](?!\S))"
)
_LIKE_DOUBLED = late_pattern(rb",(?:,|[\"'],)")

# The mark that was meant, where one reading stands out.
_MEANT: Final = {
    ",,": ",",
    ";;": ";",
    "::": ":",
    "?,": "?",
    "!,": "!",
    ",?": "?",
    ",!": "!",
    "?.": "?",
    "!.": "!",
    ".?": "?",
    ".!": "!",
    ":.": ":",
    ":,": ":",
    ":;": ":",
}
_SAME: Final = frozenset({",,", ";;", "::"})

# runIn.., foo_bar.., call().. are no prose.
_IDENTIFIER = late_pattern(r"[a-z][A-Z]|\w[_(]")
_TWO_DOTS = late_pattern(r"\.\.\w")

_LAST_WORD = late_pattern(r"(:?)\b(?:[^\W\d_]|[’'-])+\Z")
_LONGEST_WORD: Final = 40
_LONGEST_SENTENCE: Final = 400

# After an abbreviation ("etc.,", "subsp.;") a second mark is right. So a full stop counts only
# after a word in lower case, five letters or more, that the post has elsewhere without it.
_SHORTEST_PLAIN_WORD: Final = 5
_PLAIN_WORD: Final = late_pattern(r"(?<![\w.])[a-z][^\W\d_]{4,40}+(?![\w.])")


@rule
class DoubledPunctuation:
    """Report two punctuation marks in a row of which only one can be meant."""

    meta: ClassVar = RuleMeta(
        name="doubled-punctuation",
        group="punctuation",
        summary="two punctuation marks stand where one belongs",
        severity=Severity.WARNING,
        fix="sometimes",
        examples=(
            Good("Wait... What?! No!! Apples, pears, etc., from the U.S., Acme Inc., at 5 p.m.?\n"),
            Good("He sang on Jeopardy!, then joined Yahoo!. See ../news, 1..10 and a::b.\n"),
            Good("We read [How fast is it?](fast.md), then slept :zzz:.\n"),
            Good("«¿Qué hora es?, preguntó.»\n"),
            Good("Alba subsp., compar., contr.; and from runIn.. on\n"),
            Bad(
                "'Is the military here?,' he said.\n",
                at=("1:22",),
                fixed="'Is the military here?' he said.\n",
            ),
            Bad("Apples,, pears\n", at=("1:7",), fixed="Apples, pears\n"),
            Bad("It is over.. They left.\n", at=("1:11",), fixed="It is over. They left.\n"),
            Bad("It is over,. They left.\n", at=("1:11",), fixed="It is over. They left.\n"),
            Bad("He said, 'we are finished.'.\n", at=("1:26",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All doubled marks, in the order of the text."""
        post = _Post(doc.prose)
        for segment in doc.prose.segments_at(doc.prose.places_like(_LIKE_DOUBLED)):
            for match in _DOUBLED.finditer(segment.text):
                if _is_slip(segment, match, post):
                    yield _problem(segment, match)


@dataclass(frozen=True)
class _Post:
    """What is found out of all prose of a post, at most once."""

    prose: Prose

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """The longer words in lower case that stand somewhere without a full stop."""
        return frozenset(_PLAIN_WORD.findall(self.prose.text))

    @cached_property
    def trails_off(self) -> bool:
        """Whether two dots are this author's ellipsis: a paragraph or item begins with them."""
        return any(_TWO_DOTS.match(segment.text) for segment in self.prose.segments)


def _is_slip(segment: Segment, match: re.Match[str], post: _Post) -> bool:
    """Whether no abbreviation, title, smiley or foreign custom explains the two marks."""
    text, marks = segment.text, match[0]
    before = _LAST_WORD.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
    word = before[0] if before else ""
    if marks[0] in "?!":
        # "Jeopardy!," and "[Why?](link)." hold a name or a title; Spanish sets "¿...?,".
        sentence = text[max(0, match.start() - _LONGEST_SENTENCE) : match.start()]
        is_name = not word or word[0].isupper()
        return not is_name and segment.is_verbatim(*match.span()) and "¿" not in sentence
    if marks == "..":
        token = text[max(0, match.start() - _LONGEST_WORD) : match.start()].rsplit(None, 1)[-1:]
        is_prose = bool(token) and not token[0][-1].isdigit() and not _IDENTIFIER.search(token[0])
        return is_prose and not post.trails_off
    if marks[0] == ".":
        if len(word) < _SHORTEST_PLAIN_WORD:
            return False
        # "finished.'." has its second stop for the sentence around the quotation.
        is_quoted = len(marks) > len("..")
        return word.islower() if is_quoted else word in post.plain_words
    # ":tada:." is an emoji.
    return not (marks[0] == ":" and before is not None and before[1])


def _problem(segment: Segment, match: re.Match[str]) -> Problem:
    text, marks = segment.text, match[0]
    behind = text[match.end() : match.end() + 2].strip()[:1]
    meant = _MEANT.get(marks) or _by_next_word(marks, behind)
    words = text[max(0, match.start() - _LONGEST_WORD) : match.start()].split()
    word = words[-1].replace(PLACEHOLDER, "…") if words else ""
    fix = None
    if meant is not None and segment.is_verbatim(*match.span()):
        edit = Edit(segment.source_span(*match.span()), meant)
        fix = Fix(f'write "{meant}"', (edit,), safe=marks in _SAME)
    expected = f'"{meant}"' if meant else "one"
    return Problem(
        span=segment.source_span(*match.span()),
        message=f'"{word}{marks}" has two punctuation marks, expected {expected}',
        suggestions=() if meant is None else (meant,),
        fix=fix,
    )


def _by_next_word(marks: str, behind: str) -> str | None:
    """The mark of two that the next character (or the end, "") speaks for."""
    if not set(marks) <= {".", ","}:
        return None
    if "." in marks and (not behind or behind.isupper()):
        return "."
    return "," if "," in marks and behind.islower() else None
