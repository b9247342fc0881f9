"""Straight quotation marks are the typewriter's; print has had curly ones for five centuries."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final, Literal

from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.language.straight_quotes import Meaning, straight_doubles, straight_singles
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_APOSTROPHE: Final = "’"
_ENGLISH: Final = ("“", "”", "‘", "’")
# After CLDR, delimiters of each language.
_MARKS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "is"), ("„", "“", "‚", "‘")),
    **dict.fromkeys(("fi", "sv"), ("”", "”", "’", "’")),
    **dict.fromkeys(("es", "it"), ("«", "»", "“", "”")),
    **dict.fromkeys(("ru", "uk"), ("«", "»", "„", "“")),
    "fr": ("«\u00a0", "\u00a0»", "“", "”"),
    "nb": ("«", "»", "‘", "’"),
    "pl": ("„", "”", "«", "»"),
    "hu": ("„", "”", "»", "«"),
}
"""By language: double opening and closing, single opening and closing."""


@rule
class CurlyQuotes:
    """Report straight quotation marks and apostrophes, once for a post, and make them curly.

    The marks are those of the language of the site (`locale`): “ and ” in English, „ and “ in
    German. Silent on feet and inches (6'2"), on a mark that is spoken of, on one with a backslash
    before it and where it is unsure which one is meant. `marks` may be "double" or "single".
    """

    meta: ClassVar = RuleMeta(
        name="curly-quotes",
        group="typography",
        summary="a quotation mark or an apostrophe is straight",
        severity=Severity.INFO,
        presets=("typography",),
        fix="always",
        examples=(
            Good("“It’s the ’90s,” he said. `'code'` <a title=\"x\">x</a> {{ 'x' }} $x'$\n"),
            Good('She is 5\'10" and has a 12" record. Type a " or a \' here, or \\"this\\".\n'),
            Good('\'Abd al-Rahman and [gallery ids="1,2"]\n'),
            Bad(
                "\"It's the leaders' war,\" he said of the '90s.\n",
                at=("1:1",),
                fixed="“It’s the leaders’ war,” he said of the ’90s.\n",
            ),
            Bad(
                "'The leaders' talks don't end,' he said (\"perhaps\").\n",
                at=("1:1",),
                fixed="‘The leaders’ talks don’t end,’ he said (“perhaps”).\n",
            ),
            Bad(
                '**"Stop!"** ["Who\'s there?"](x.md "a")--"Me." `x`\'s\n',
                at=("1:3",),
                fixed='**“Stop!”** [“Who’s there?”](x.md "a")--“Me.” `x`’s\n',
            ),
            Bad(
                '"Wir gehen\'s an", sagte er.\n',
                at=("1:1",),
                fixed="„Wir gehen’s an“, sagte er.\n",
                options={"locale": "de"},
            ),
            Bad(
                '"It\'s here."\n',
                at=("1:4",),
                fixed='"It’s here."\n',
                options={"marks": "single"},
            ),
        ),
    )
    marks: Literal["all", "double", "single"] = "all"
    locale: str = ""

    def check(self, doc: Document) -> Iterator[Problem]:
        """At most one problem, with the places of all straight marks."""
        if '"' not in doc.prose.text and "'" not in doc.prose.text:
            return
        language = self.locale.partition("-")[0].lower()
        curly = _MARKS.get(language, _ENGLISH)
        edits = [edit for one in doc.segments for edit in self._edits(doc, one, curly)]
        if not edits:
            return
        edits.sort(key=lambda edit: edit.span)
        are = (
            f"{len(edits)} quotation marks or apostrophes are" if edits[1:] else "quotation mark is"
        )
        yield Problem(
            span=edits[0].span,
            message=f"{are} straight, expected curly",
            fix=Fix("make them curly", tuple(edits), safe=True),
            others=tuple(edit.span for edit in edits[1:]),
        )

    def _edits(
        self, doc: Document, segment: Segment, curly: tuple[str, str, str, str]
    ) -> Iterator[Edit]:
        meanings: dict[int, Meaning] = {}
        if self.marks != "single":
            meanings |= straight_doubles(segment.text)
        if self.marks != "double":
            meanings |= straight_singles(segment.text)
        for at, meaning in sorted(meanings.items()):
            span = segment.source_span(at, at + 1)
            mark = segment.text[at]
            if doc.is_editable(span, mark):
                yield Edit(span, _curly(mark, meaning, curly))


def _curly(mark: str, meaning: Meaning, curly: tuple[str, str, str, str]) -> str:
    if meaning == "apostrophe":
        return _APOSTROPHE
    opening, closing = curly[:2] if mark == '"' else curly[2:]
    return opening if meaning == "open" else closing
