"""A post that has "criticized" and "mobilisation" was written by two hands, and reads like it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.language.english import is_english
from postlint.language.quotations import is_quoted, is_sic
from postlint.language.speller import speller_for
from postlint.language.variants import Side, Variant, side_in, variants_in
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_WORD: Final = late_pattern(r"(?<![\w\ufffc@#$&/\\._‑-])[A-Za-z]{4,}+(?![\w\ufffc@/\\_(‑-]|\.\w)")
_IN_CODE: Final = late_pattern(r"[A-Za-z][a-z]{3,}|[A-Z]{4,}")
_SENTENCE_START: Final = late_pattern(r"(?:\A|[.!?:…•]['\"”’)\]]?)[\s\"“‘'(\[*–—-]*+\Z")
_LOOK_BACK: Final = 30
_TITLES: Final = frozenset(("title", "image-alt"))


@rule
class _Use:
    """A word with two spellings where it stands."""

    word: str
    span: Span
    variant: Variant
    is_fixable: bool


@rule
class MixedSpelling:
    """Report words spelt the British and the American way in one post.

    The spelling that the post uses less is reported, once for all its places; at a tie nobody
    knows which it is. `locale` ("en-GB", "en-US", "en-CA", "en-AU", ...) decides in place of the
    majority. -ise and -ize are both at home in British English and still should not be mixed.
    Silent in quotations, on names (Labor Day), in titles and where the word is an identifier in
    the post's code.
    """

    meta: ClassVar = RuleMeta(
        name="mixed-spelling",
        group="words",
        summary="one post spells words the British and the American way",
        severity=Severity.INFO,
        fix="sometimes",
        reads="english",
        examples=(
            Good("They organise and recognise it, and advertise the size of the enterprise.\n"),
            Good('They organise it. "We organized it," he said.\n\n> They realized it.\n'),
            Good("The colour of the World Trade Center on Labor Day is `color`, a color.\n"),
            Good("The harbour is organized in the Oxford way.\n", options={"locale": "en-GB"}),
            Bad(
                "The mobilisation was criticized. It is destabilising and not recognised.\n",
                at=("1:22",),
                fixed="The mobilisation was criticised. It is destabilising and not recognised.\n",
            ),
            Bad(
                "The color of the harbour and the other harbour was gray, and that one is grey,"
                " grey.\n",
                at=("1:5", "1:52"),
                fixed="The colour of the harbour and the other harbour was grey, and that one is"
                " grey, grey.\n",
            ),
            Bad(
                "The colour is organised.\n",
                at=("1:5", "1:15"),
                fixed="The color is organized.\n",
                options={"locale": "en-US"},
            ),
        ),
    )
    locale: str = ""

    def check(self, doc: Document) -> Iterator[Problem]:
        """One problem for each kind of spelling that is mixed, in the order of the text."""
        variants = _variants(doc)
        if not self._may_be_mixed(variants.values()):
            return
        uses = list(_uses(doc, variants))
        problems = []
        for family in dict.fromkeys(use.variant.family for use in uses):
            mine = [use for use in uses if use.variant.family == family]
            right = side_in(self.locale, family) or _majority(mine)
            wrong = [use for use in mine if right and use.variant.side != right]
            if wrong:
                rest = [use for use in mine if use.variant.side == right]
                problems.append(_problem(doc, wrong, rest, self.locale))
        yield from sorted(problems, key=lambda problem: problem.span)

    def _may_be_mixed(self, variants: Iterable[Variant]) -> bool:
        sides = {(variant.family, variant.side) for variant in variants}
        if len({family for family, _ in sides}) < len(sides):
            return True
        return any(side_in(self.locale, family) not in (None, side) for family, side in sides)


def _variants(doc: Document) -> dict[str, Variant]:
    """The words of a post with two spellings, in small letters."""
    speller = speller_for(doc.language)
    found: dict[str, Variant] = {}
    for word in speller.odd_words(doc).words if speller else ():
        found.update(variants_in(word))
    return found


def _uses(doc: Document, variants: Mapping[str, Variant]) -> Iterator[_Use]:
    """The words with two spellings that are the writer's own choice."""
    names = _words_in_code(doc, variants)
    chosen = {word: variant for word, variant in variants.items() if word not in names}
    for index, starts in doc.prose.by_segment(doc.prose.places_of(chosen.keys())):
        segment = doc.segments[index]
        found = [use for start in starts if (use := _use(segment, start, chosen))]
        if found and segment.kind not in _TITLES and is_english(segment, doc.segments):
            yield from found


def _use(segment: Segment, start: int, variants: Mapping[str, Variant]) -> _Use | None:
    match = _WORD.match(segment.text, start)
    variant = variants.get(match[0].lower()) if match else None
    if match is None or variant is None or not _is_own_choice(segment, match):
        return None
    span = segment.source_span(*match.span())
    return _Use(match[0], span, variant, segment.is_verbatim(*match.span()))


def _is_own_choice(segment: Segment, match: re.Match[str]) -> bool:
    """Whether a word is no name and nobody else's."""
    word, text = match[0], segment.text
    if word[0].isupper():
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if not word[1:].islower() or _SENTENCE_START.search(before) is None:
            return False
    return not is_sic(text, match.end()) and not is_quoted(segment, match.start())


def _words_in_code(doc: Document, words: Iterable[str]) -> Set[str]:
    """Those words that are identifiers, or parts of them, in the post's code and links."""
    parts = [doc.text[span.start : span.end] for span in doc.code]
    code = " ".join(parts).lower()
    there = [word for word in words if word in code]
    return {
        name.lower()
        for part in (parts if there else ())
        if any(map(part.lower().__contains__, there))
        for name in _IN_CODE.findall(part)
    }


def _majority(uses: list[_Use]) -> Side | None:
    """The side used more; None at a tie."""
    british = sum(use.variant.side == "british" for use in uses)
    if 2 * british == len(uses):
        return None
    return "british" if 2 * british > len(uses) else "american"


def _problem(doc: Document, wrong: list[_Use], rest: list[_Use], locale: str) -> Problem:
    first = wrong[0]
    edits = tuple(Edit(use.span, _as_written(use)) for use in wrong if use.is_fixable)
    also = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
    return Problem(
        span=first.span,
        message=f'"{first.word}"{also} here, but {_elsewhere(doc, first, rest, locale)}',
        suggestions=(_as_written(first),),
        fix=Fix(f'spell it "{_as_written(first)}"', edits) if edits else None,
        others=tuple(use.span for use in wrong[1:]),
    )


def _elsewhere(doc: Document, wrong: _Use, rest: list[_Use], locale: str) -> str:
    if not rest:
        return f'"{wrong.variant.other}" in {locale}'
    variant = rest[0].variant
    line = doc.lines.position(rest[0].span.start).line
    times = "once" if len(rest) == 1 else f"{len(rest)} times"
    example = f"{rest[0].word.lower()}, line {line}; {times}"
    label = variant.label if variant.label[0] == "-" else f'"{variant.label}"'
    return f"{label} elsewhere in this post ({example})"


def _as_written(use: _Use) -> str:
    other = use.variant.other
    return other.capitalize() if use.word[0].isupper() else other
