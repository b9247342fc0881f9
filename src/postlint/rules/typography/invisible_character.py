"""What cannot be seen breaks search, copies into code, hides text, or shows as boxes and garbage.

Such characters come along when text is pasted from a web page, a PDF or a chat. Garbage such as
`â€™` comes from a program that took UTF-8 for Windows-1252.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_BIDI: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_BREAKS: Final = "\x0b\u2028\u2029"
_HIDDEN: Final = "\xad\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\ufe0e\ufe0f"
_TAGS: Final = "\U000e0000-\U000e007f"
_CONTROLS: Final = "\x00-\x08\x0e-\x1f\x7f-\x9f"

# The bytes 0x80 to 0xFF, as Windows-1252 shows them, or ISO-8859-1 where that has no character.
_BYTES: Final = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    char: byte
    for byte in range(0x80, 0x100)
    if (char := bytes([byte]).decode("cp1252", "replace")) != "\ufffd"
}
_MEANT_BY_CONTROL: Final = {
    chr(byte): char for char, byte in _BYTES.items() if byte < 0xA0 and char.isprintable()
}
_TAIL: Final = f"[{re.escape(''.join(char for char, byte in _BYTES.items() if byte < 0xC0))}]"

_ORDINARY: Final = bytes([9, 10, 12, 13, *range(32, 127)])
"""ASCII without its control characters."""
_SUSPECT: Final = late_pattern(
    rf"[{_BIDI}{_BREAKS}{_HIDDEN}{_CONTROLS}{_TAGS}\U0001f3f4\ufffdÂ-Åâ-íïðÎÏÐÑ]"
)
_FOUND: Final = late_pattern(
    rf"(?P<flag>\U0001f3f4[{_TAGS}]++)"
    # Of the first bytes of UTF-8 those of Western letters and of punctuation; others in a row.
    rf"|(?P<garbled>(?:[Â-Å]{_TAIL}|â{_TAIL}{{2}}|ðŸ{_TAIL}{{2}}|ï»¿"
    # A no-break space that was garbled and then made a plain one: "over.Â Next".
    r"|(?<=[a-z0-9.,;:!?)\"'”’])Â(?=\s|\Z)"
    rf"|(?:[ÎÏ]{_TAIL}){{3,}}|(?:[ÐÑ]{_TAIL}){{3,}}|(?:[ã-í]{_TAIL}{{2}}){{2,}})++)"
    rf"|(?P<lost>\ufffd++|(?:ï¿½)++)"
    rf"|(?P<tags>[{_TAGS}]++)"
    rf"|(?P<control>[{_CONTROLS}]++)|(?P<direction>[{_BIDI}]++)"
    rf"|(?P<char>[{_BREAKS}{_HIDDEN}])(?P=char)*+"
)

# A capital before a mark is not rare: "„Ä“", "AMANHÃ…", "MAÇÃ”".
_MARKS: Final = frozenset("‚„…‘’“”•–—™‹›«»·\u00a0")

_PUNCTUATION: Final = late_pattern("[\u2000-\u206f\u20a0-\u20cf\u2122]")

_BETWEEN_LETTERS: Final = "\u180e\u200b\u200c\u200d"
_SELECTORS: Final = "\ufe0e\ufe0f"
_NO_EMOJI: Final = late_pattern(r"[A-Za-z\s.,;:()\[\]\"']")
_RIGHT_TO_LEFT: Final = late_pattern(
    "[\u05d0-\u061b\u0620-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)
_NEARBY: Final = 200
# What stands next to its name or number shows it.
_NAMED: Final = late_pattern(
    r"replacement character|\bu\+?\{?fffd|&#(?:xfffd|65533);|\bef ?bf ?bd\b", re.IGNORECASE
)
_NAMED_NEAR: Final = 40
_ALONE: Final = late_pattern(r"(?:\s|\A)\ufffd(?=\s|\Z)")
_ENCLOSED: Final = late_pattern(r"[\"'“‘«(\[]\ufffd++[\"'”’»)\]]")

_HARMLESS: Final = late_pattern(
    rf"[{_BREAKS}{_SELECTORS}{_TAGS}\xad\u180e\u200b-\u200e\u2060-\u2064\u206a-\u206f\ufeff"
    r"\x00-\x1a\x1c-\x1f\x7f]++"
)
"""What can go without any change to what a reader sees."""

_NAMES: Final = {
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\ufeff": "byte order mark",
}
_HELP: Final = {
    "garbled": "a program took UTF-8 for Windows-1252 when the text was saved or pasted",
    "lost": "a character was lost when the text was converted; look it up in the original text",
    "tags": "readers do not see it, programs that read the post do",
}
_LONGEST_SHOWN: Final = 40
_LONGEST_SIDE: Final = 15


@rule
class InvisibleCharacter:
    """Report characters that are not seen or not meant, once per file for each kind.

    Zero-width spaces, soft hyphens, marks for the direction of writing, control characters, byte
    order marks, line separators, the replacement character, and garbled text. What a script or an
    emoji needs is left alone: joiners in Persian or Hindi and in emoji sequences, direction marks
    in a line with right-to-left letters, zero-width spaces in Thai.
    """

    meta: ClassVar = RuleMeta(
        name="invisible-character",
        group="typography",
        summary="a character cannot be seen, or shows as garbage",
        severity=Severity.WARNING,
        fix="sometimes",
        examples=(
            Good("Hackers \U0001f469\u200d\U0001f4bb \u2764\ufe0f, and Persian: می\u200cخواهم.\n"),
            Good("NÃO! ÂNGELA, AMANHÃ… “MAÇÃ” 5\u00a0km: “voilà\u00a0» là…”\n"),
            Good(
                "Bytes read as Windows-1252 show as `â€™`; the mark “\ufffd” stands for a loss.\n"
            ),
            Bad(
                "Kara\u200bbakh and Nagorno\xad-Kara\xadbakh.\n",
                at=("1:5", "1:22"),
                fixed="Karabakh and Nagorno-Karabakh.\n",
            ),
            Bad(
                "He said itâ€™s over. SÃ£o Paulo, Â£5.\n",
                at=("1:11",),
                fixed="He said it’s over. São Paulo, £5.\n",
            ),
            Bad("One\u2028two,\u2028 three.\n", at=("1:4",), fixed="One two, three.\n"),
            Bad("A caf\ufffd in Yerevan.\n", at=("1:6",)),
            Bad("access_level != \u202e\u2066user\n", at=("1:17",)),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """One problem for each kind of character, at its first place, in the order of the text."""
        text = doc.text
        if not _SUSPECT.search(_without_ordinary(text)):
            return
        kinds: dict[str, list[Span]] = {}
        done = 0
        for suspect in _SUSPECT.finditer(text):
            if suspect.start() < done:
                continue
            match = _FOUND.match(text, suspect.start())
            if match is None:
                continue
            done = match.end()
            kind = match["char"] or match.lastgroup or ""
            if not _is_meant(doc, kind, match.start(), done):
                kinds.setdefault(kind, []).append(Span(match.start(), done))
        for kind, spans in kinds.items():
            yield _problem(doc, kind, spans)


def _without_ordinary(text: str) -> str:
    """What is left of a text, and that is little, without the characters it is full of."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY)
    return rest.decode("utf-8", "surrogatepass")


def _is_meant(doc: Document, kind: str, start: int, end: int) -> bool:
    """Whether the characters at `start:end` do what they are made for, or are shown as code."""
    text = doc.text
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if kind == "garbled":
        return _mended(text, start, end) is None or _is_shown(doc, start)
    if kind == "lost":
        side = max(0, start - 1)
        is_apart = _ENCLOSED.match(text, side) or _ALONE.match(text, side)
        return is_apart is not None or _is_named(text, start, end) or _is_shown(doc, start)
    if kind in _BETWEEN_LETTERS:
        in_emoji = kind == "\u200d" and _is_emoji(before) and _is_emoji(behind)
        return in_emoji or _is_caseless(before) or _is_caseless(behind)
    if kind in _SELECTORS:
        return not _NO_EMOJI.match(before or " ")
    if kind == "direction":
        return _is_right_to_left(text, start, end)
    return kind == "flag"


def _is_named(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _NAMED_NEAR) : end + _NAMED_NEAR]
    return _NAMED.search(around) is not None


def _is_shown(doc: Document, at: int) -> bool:
    """Whether a place is code or a template; in HTML there is prose too."""
    before = bisect_right(doc.code, at, key=lambda span: span.start) - 1
    if before < 0 or at >= doc.code[before].end:
        return False
    return doc.text[doc.code[before].start] != "<"


def _is_caseless(char: str) -> bool:
    """Whether a letter or mark is of a script without capitals, from Hebrew to Thai to Chinese."""
    return char > "\u0590" and unicodedata.category(char) in ("Lo", "Mn", "Mc") and char < "\ufe00"


def _is_emoji(char: str) -> bool:
    return char == "\ufe0f" or (char > "\u2000" and unicodedata.category(char) in ("So", "Sk"))


def _is_right_to_left(text: str, start: int, end: int) -> bool:
    """Whether a right-to-left letter stands near by on the same line."""
    left = text[max(0, start - _NEARBY) : start].rpartition("\n")[2]
    right = text[end : end + _NEARBY].partition("\n")[0]
    return _RIGHT_TO_LEFT.search(left) is not None or _RIGHT_TO_LEFT.search(right) is not None


def _mended(text: str, start: int, end: int) -> str | None:
    """What garbled text was before; None where it may well be what it looks like."""
    garbled, before, behind = text[start:end], text[max(0, start - 1) : start], text[end : end + 1]
    if garbled == "Â":
        return ""
    if garbled == "Â\u00a0":
        return None if before.isupper() else "\u00a0"
    if len(garbled) == 2 and garbled[1] in _MARKS and not (before.islower() or behind.islower()):
        return None
    mended = _decode(garbled)
    if len(garbled) == 3 and mended and before.isalpha() and not _PUNCTUATION.match(mended):
        return None
    # What went wrong once often went wrong twice: "Ã¢â‚¬â„¢" is "â€™" is "’".
    for _ in range(2):
        again = _decode(mended) if mended and len(mended) > 1 else None
        mended = again or mended
    return mended and mended.replace("\ufeff", "")


def _decode(garbled: str) -> str | None:
    """Windows-1252 back to bytes and those as UTF-8; None where they are not."""
    try:
        return bytes(_BYTES[char] for char in garbled).decode()
    except (KeyError, UnicodeDecodeError):
        return None


def _problem(doc: Document, kind: str, spans: list[Span]) -> Problem:
    text, first = doc.text, spans[0]
    mended = _replacement(text, kind, first)
    return Problem(
        span=first,
        message=_message(text, kind, spans),
        help=_HELP.get(kind),
        suggestions=(mended,) if mended.strip() and len(mended) <= _LONGEST_SHOWN else (),
        fix=_fix(doc, kind, spans),
        others=tuple(spans[1:]),
    )


def _message(text: str, kind: str, spans: list[Span]) -> str:
    first = spans[0]
    found = text[first.start : first.end]
    more = len(spans) - 1
    elsewhere = f", and {more} more {'place' if more == 1 else 'places'}" if more else ""
    if kind == "garbled":
        meant = _visible(_replacement(text, kind, first)[:_LONGEST_SHOWN])
        shown = _visible(found[:_LONGEST_SHOWN])
        meaning = f'a garbled "{meant}"' if meant else "garbled text"
        return f'"{shown}" is {meaning}{elsewhere}'
    if kind == "tags":
        hidden = "".join(chr(ord(char) - 0xE0000) for char in found[:_LONGEST_SHOWN])
        return f'tag characters hide "{_visible(hidden)}"{elsewhere}'
    char = found[0]
    name = _NAMES.get(char) or unicodedata.name(char, "control character").lower()
    before, behind = _around(text, first)
    mark = char if char == "\ufffd" else f"<U+{ord(char):04X}>"
    around = f"{_visible(before)}{mark}{_visible(behind)}".strip()
    return f'{name} (U+{ord(char):04X}) in "{around}"{elsewhere}'


def _around(text: str, span: Span) -> tuple[str, str]:
    """What stands on either side: the rest of the word, or else the words next to it."""
    before = text[max(0, span.start - _LONGEST_SIDE) : span.start].rpartition("\n")[2]
    behind = text[span.end : span.end + _LONGEST_SIDE].partition("\n")[0]
    word_before, word_behind = re.split(r"\s", before)[-1], re.split(r"\s", behind)[0]
    if word_before or word_behind:
        return word_before, word_behind
    return before, behind


def _visible(text: str) -> str:
    """The text with what cannot be seen written as its code point."""
    return "".join(
        char if char.isprintable() and not "\ufe00" <= char <= "\ufe0f" else f"<U+{ord(char):04X}>"
        for char in text
    )


def _fix(doc: Document, kind: str, spans: list[Span]) -> Fix | None:
    if kind == "lost":
        return None
    edits = tuple(Edit(span, _replacement(doc.text, kind, span)) for span in spans)
    # In code an invisible character may be what is shown.
    safe = all(
        _HARMLESS.fullmatch(doc.text, span.start, span.end) and not doc.is_code(span.start)
        for span in spans
    )
    removed = all(edit.replacement == "" for edit in edits)
    count = "it" if len(edits) == 1 else f"all {len(edits)}"
    return Fix(f"remove {count}" if removed else f"replace {count}", edits, safe)


def _replacement(text: str, kind: str, span: Span) -> str:
    if kind == "garbled":
        return _mended(text, span.start, span.end) or ""
    if kind in _BREAKS:
        around = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
        return " " if all(char and not char.isspace() for char in around) else ""
    return "".join(_MEANT_BY_CONTROL.get(char, "") for char in text[span.start : span.end])
