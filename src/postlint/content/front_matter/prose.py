"""The prose of the front matter, titles and descriptions, mapped through quotes and escapes."""

import re
from collections.abc import Iterator
from typing import Final

from postlint.content.body.blots import Blot, blot
from postlint.content.body.html_tags import FORMATTING_TAGS, TAG_NAME
from postlint.content.body.masks import BLOT
from postlint.content.body.pieces import Leaf, Pieces, make_segments
from postlint.content.body.templates import find_templates
from postlint.content.front_matter.front_matter import FrontMatter
from postlint.content.segment import PLACEHOLDER, Segment, SegmentKind
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span

_TITLES: Final = """
    title subtitle headline subheadline heading subheading linktitle shorttitle longtitle seotitle
    metatitle ogtitle
"""
_DESCRIPTIONS: Final = """
    description summary excerpt abstract intro introduction lead lede standfirst tagline teaser deck
    dek blurb caption imagecaption alt imagealt coveralt metadescription seodescription
    ogdescription shortdescription
"""
_KINDS: Final[dict[str, SegmentKind]] = {
    **dict.fromkeys(_TITLES.split(), "title"),
    **dict.fromkeys(_DESCRIPTIONS.split(), "description"),
}
"""By key, in lower case and without `-` and `_`."""

_MARKED: Final = late_pattern(r"[`<{$\\\[]")
_MARKUP: Final = late_pattern(r"`[^`\n]+`|</?[A-Za-z][^<>]*>")
_OPENING: Final = late_pattern(
    r"""(?:[&!]\S*[ \t]+)*                                        # an anchor or a tag
        (?: (?P<block>[|>][-+0-9]*[ \t]*(?:\#[^\n]*)?\r?\n[ \t]*)
          | (?P<quote>\"\"\"|'''|"|')(?:(?<=\"\"\"|''')\r?\n)? )?""",
    re.VERBOSE,
)
_TOKEN: Final = late_pattern(
    r"""(?P<blank>[ \t\r\n]+)
      | (?P<escape>\\(?:u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}
                      |u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|\r?\n[ \t]*|.))
      | (?P<doubled>'')
      | [^\\"' \t\r\n]+ | ["']""",
    re.VERBOSE,
)
_ESCAPES: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029", "\n": "", "\r": "",
}  # fmt: skip
_BLANKS: Final = late_pattern(r"[ \t\n]*")


def front_matter_segments(text: str, front_matter: FrontMatter) -> tuple[Segment, ...]:
    """The top-level values that are prose, in the order of the text.

    Templates, inline code, tags and addresses in them are placeholders, as in the body. A value
    that cannot be followed through its escapes is mapped to its source as a whole.
    """
    tree = front_matter.tree
    if not isinstance(tree.data, dict):
        return ()
    leaves: list[Leaf] = []
    for key, value in tree.data.items():
        kind = _KINDS.get(key.lower().replace("-", "").replace("_", ""))
        if kind and isinstance(value, str) and (key,) in tree.places:
            place = tree.places[key,].value
            leaves.append((kind, 0, _pieces(text, place, value.rstrip())))
    return tuple(sorted(make_segments(leaves, []), key=lambda segment: segment.sources[0]))


def _pieces(text: str, source: Span, value: str) -> Pieces:
    """The value piece by piece as it is written at `source`."""
    pieces = Pieces()
    raw = text[source.start : source.end]
    shown = value.replace(PLACEHOLDER, BLOT)
    if _MARKED.search(value):
        shown = blot(shown, [*find_templates(value), *_markup(value)])
    for quotes in (0, 1):  # mostly it stands there as it is, or in quotes
        if value and raw[quotes : len(raw) - quotes] == value:
            start = source.start + quotes
            pieces.add(shown, start, start + len(value))
            return pieces
    tokens = _aligned(raw, value)
    if tokens is None and raw.startswith("*"):
        return pieces  # an alias: what it stands for is written, and read, elsewhere
    if tokens is None and len(raw) != len(value):
        tokens = [(0, len(value), 0, len(raw))]
    for start, end, raw_start, raw_end in _joined(tokens or []):
        if start < end:
            pieces.add(shown[start:end], source.start + raw_start, source.start + raw_end)
    return pieces


def _markup(value: str) -> Iterator[Blot]:
    for found in _MARKUP.finditer(value):
        tag = TAG_NAME.match(found[0])
        is_visible = not tag or tag[1].lower() not in FORMATTING_TAGS
        yield Blot(found.start(), found.end(), is_visible)


_Token = tuple[int, int, int, int]
"""Start and end in the value, start and end in its source."""


def _aligned(raw: str, value: str) -> list[_Token] | None:
    """Which part of a value each part of its source stands for; None where they differ."""
    opening = _OPENING.match(raw)
    quote = opening["quote"] or "" if opening else ""
    tokens: list[_Token] = []
    at = 0
    for token in _TOKEN.finditer(raw, opening.end() if opening else 0):
        if at == len(value):
            break
        decoded = _decoded(token, quote, value, at)
        if not value.startswith(decoded, at):
            return None
        tokens.append((at, at + len(decoded), *token.span()))
        at += len(decoded)
    return tokens if at == len(value) else None


def _decoded(token: re.Match[str], quote: str, value: str, at: int) -> str:
    """What a token of the source stands for in the value, of which `at` is the next character."""
    written = token[0]
    if token.lastgroup == "blank" and not value.startswith(written, at):
        blanks = _BLANKS.match(value, at)  # a folded line, an indented line, a CRLF
        return blanks[0] if blanks else ""
    if token.lastgroup == "escape" and quote[:1] == '"':
        return _unescaped(written)
    if token.lastgroup == "doubled" and quote == "'":
        return "'"
    return written


def _unescaped(escape: str) -> str:
    """The character of an escape sequence of YAML, TOML or JSON."""
    if len(escape) > 2 and escape[1] in "uUx":
        codes = [int(code, 16) for code in escape[2:].split("\\u")]
        if len(codes) == 2:
            return chr(0x10000 + ((codes[0] - 0xD800) << 10) + codes[1] - 0xDC00)
        return chr(codes[0]) if codes[0] < 0x110000 else escape
    return _ESCAPES.get(escape[1], escape[1])


def _joined(tokens: list[_Token]) -> Iterator[_Token]:
    """Tokens that read as they are written, made one where they follow each other."""
    start, end, raw_start, raw_end = 0, 0, 0, 0
    for token in tokens:
        is_as_written = (
            token[1] - token[0] == token[3] - token[2] and end - start == raw_end - raw_start
        )
        if is_as_written and token[2] == raw_end:
            end, raw_end = token[1], token[3]
            continue
        yield start, end, raw_start, raw_end
        start, end, raw_start, raw_end = token
    yield start, end, raw_start, raw_end
