"""Titles of one site that follow different books look careless side by side, on its front page."""

from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.segment import PLACEHOLDER, Segment
from postlint.language.lexicon import Knows, Lexicon, lexicon_for
from postlint.language.title_case import SMALL_WORDS, Style, TitleWord, title_words
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_STYLES: Final = ("AP", "Chicago", "sentence")
_LEAST: Final = 2
"""A title in sentence case may have a name in it that is a common word too."""
_MOST: Final = 0.5
"""But not in the place of more than half of its words."""
_HELP: Final = "write common words in small letters, and leave names as they are"
_SIGNS: Final = "'’“”\"()[],.;:!?…"


@rule
class TitleCase:
    """Report a title in the front matter whose words are not capitalised as `style` wants it.

    `AP` and `Chicago` are the title cases of these style books; `sentence` has small letters but
    for the first word and for names. What is all capitals, or has one inside, is left alone, and in
    sentence case so is a title with a single capital too many.
    """

    meta: ClassVar = RuleMeta(
        name="title-case",
        group="front-matter",
        summary="a title is not in the case that the house writes titles in",
        severity=Severity.WARNING,
        presets=("typography",),
        fix="sometimes",
        reads="english",
        examples=(
            Good("---\ntitle: The Quick Fox Jumps Over a Dog\n---\n"),
            Good("---\ntitle: How to use gRPC\n---\n", options={"style": "sentence"}),
            Good("---\ntitle: A Letter from Baku\n---\n", options={"style": "Chicago"}),
            Bad(
                "---\ntitle: The quick fox jumps over A dog\n---\n",
                at=("2:12",),
                fixed="---\ntitle: The Quick Fox Jumps Over a Dog\n---\n",
            ),
            Bad(
                '---\ntitle: "Fighting near the Border: a Letter"\n---\n',
                at=("2:35",),
                fixed='---\ntitle: "Fighting near the Border: A Letter"\n---\n',
                options={"style": "Chicago"},
            ),
            Bad(
                "---\ntitle: Fighting Resumes In The North\n---\n",
                at=("2:17",),
                options={"style": "sentence"},
            ),
        ),
    )
    style: str = "AP"

    def __post_init__(self) -> None:
        """Raises ValueError for a style that nobody knows."""
        if self.style not in _STYLES:
            raise ValueError(f'style is "{self.style}", expected {", ".join(_STYLES)}')

    def check(self, doc: Document) -> Iterator[Problem]:
        """One problem at the first word of the title that is written otherwise."""
        title = _title(doc)
        if title is None or PLACEHOLDER in title.text or title.text.isupper():
            return
        wrong = [word for word in self._words(title.text, doc) if _is_wrong(title.text, word)]
        if not wrong:
            return
        span = title.source_span(wrong[0].start, wrong[0].end)
        if self.style == "sentence":
            words = ", ".join(title.text[one.start : one.end] for one in wrong)
            yield Problem(span, f"title is not in sentence case: {words}", _HELP)
            return
        expected = _with(title.text, wrong)
        edits = (Edit(title.source_span(one.start, one.end), one.forms[0]) for one in wrong)
        fix = Fix(f'write "{expected}"', tuple(edits))
        message = f'title is not in {self.style} title case, expected "{expected}"'
        yield Problem(span, message, fix=fix)

    def _words(self, title: str, doc: Document) -> list[TitleWord]:
        style: Style = "Chicago" if self.style == "Chicago" else "AP"
        words = list(title_words(title, style))
        if self.style != "sentence":
            return words
        lexicon = lexicon_for(doc.language)
        return [] if lexicon is None else _in_sentence_case(title, words, lexicon)


def _title(doc: Document) -> Segment | None:
    """The segment of the key `title`."""
    front_matter = doc.front_matter
    place = front_matter.tree.places.get(("title",)) if front_matter else None
    if place is None:
        return None
    span = place.value
    inside = (one for one in doc.segments if one.kind == "title" and _lies_in(one, span))
    return next(inside, None)


def _lies_in(segment: Segment, span: Span) -> bool:
    return span.start <= segment.sources[0][0] < span.end


def _is_wrong(title: str, word: TitleWord) -> bool:
    """Whether a word that has no capital inside is written in none of its forms."""
    written = title[word.start : word.end]
    return written not in word.forms and written[1:].islower() | (len(written) == 1)


def _in_sentence_case(title: str, words: list[TitleWord], lexicon: Lexicon) -> list[TitleWord]:
    """The words that should be small: common ones, where so many are not that none is a name."""
    common = [word for word in words[1:] if _is_common(title[word.start : word.end], lexicon)]
    common = [word for word in common if title[: word.start].rstrip()[-1:] not in ":.!?—–\"“‘'"]
    capital = [word for word in common if title[word.start].isupper()]
    if len(capital) < _LEAST or len(capital) <= _MOST * len(common):
        return []
    return [
        TitleWord(word.start, word.end, (title[word.start : word.end].lower(),)) for word in capital
    ]


def _is_common(word: str, lexicon: Lexicon) -> bool:
    if word.lower() in SMALL_WORDS:
        return True
    entry = lexicon.entry(word.strip(_SIGNS).lower())
    if entry is None or (not word[1:].islower() and len(word) > 1):
        return False
    return bool(entry.knows & Knows.DICTIONARY) and not entry.knows & (Knows.PROPER | Knows.NAME)


def _with(title: str, words: list[TitleWord]) -> str:
    for word in reversed(words):
        title = title[: word.start] + word.forms[0] + title[word.end :]
    return title
