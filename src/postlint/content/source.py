"""Bytes of a file to text and back, exactly: nothing is lost, whatever the encoding."""

import codecs
from pathlib import Path
from typing import Final, NamedTuple

from postlint.model.finding import Fault, Problem
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span

MAX_BYTES: Final = 20_000_000
"""Larger files are never read: no post is this long, and a run has to end."""

_SURROGATE: Final = late_pattern("[\ud800-\udfff]")
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)


class Source(NamedTuple):
    """The text of a file and what is needed to write it back byte for byte."""

    text: str
    """Decoded, without byte order mark, line ends untouched. A byte that is not UTF-8 stands here
    as a lone surrogate U+DC80 to U+DCFF (Python's "surrogateescape")."""
    encoding: str = "utf-8"
    bom: bytes = b""
    faults: tuple[Fault, ...] = ()

    def encode(self, text: str) -> bytes:
        """The bytes of a text in this file's encoding; `encode(self.text)` is the file, exactly."""
        return self.bom + text.encode(self.encoding, _error_handler(self.encoding))


def without_surrogates(text: str) -> str:
    """A text as long, with U+FFFD for each lone surrogate, which no encoding has."""
    return _SURROGATE.sub("\ufffd", text)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, at most one more than MAX_BYTES. Raises OSError."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def decode(data: bytes, most: int = MAX_BYTES) -> Source:
    """Bytes to text. What is not UTF-8 is a fault with a place, and the rest is still read.

    More than `most` bytes are a fault and no text.
    """
    if len(data) > most:
        said = f"file is larger than {_size(most)}, not read"
        advice = "split it, or exclude it" if most == MAX_BYTES else "raise max-file-size"
        return Source("", faults=(_at_start("file-too-large", said, advice),))
    for bom, encoding, name in _BYTE_ORDER_MARKS:
        if data.startswith(bom):
            return _decode_marked(data, bom, encoding, name)
    return _decode_utf8(data, b"")


def _size(count: int) -> str:
    """So many bytes as a person says it."""
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if count >= unit and count % unit == 0:
            return f"{count // unit:,} {name}"
    return f"{count:,} bytes"


def _decode_marked(data: bytes, bom: bytes, encoding: str, name: str) -> Source:
    if encoding == "utf-8":
        return _decode_utf8(data[len(bom) :], bom)
    try:
        text = data[len(bom) :].decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return _decode_utf8(data, b"")
    fault = _at_start("not-utf-8", f"file is {name}, expected UTF-8", "save the file as UTF-8")
    return Source(text, encoding, bom, (fault,))


def _decode_utf8(data: bytes, bom: bytes) -> Source:
    try:
        return Source(data.decode("utf-8"), bom=bom)
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "surrogateescape")
        place = len(data[: error.start].decode("utf-8"))
        return Source(text, bom=bom, faults=(_not_utf8(data[error.start], place),))


def _not_utf8(byte: int, place: int) -> Fault:
    read_as = bytes([byte]).decode("cp1252", "replace")
    guess = f' ("{read_as}" in Windows-1252)' if read_as.isprintable() and byte >= 0xA0 else ""
    problem = Problem(
        Span(place, place + 1),
        f"byte 0x{byte:02X}{guess} is not UTF-8",
        "save the file as UTF-8; other readers will show a wrong character here or reject the file",
    )
    return Fault("not-utf-8", problem)


def _at_start(rule: str, message: str, advice: str | None = None) -> Fault:
    return Fault(rule, Problem(Span(0, 0), message, advice))


def _error_handler(encoding: str) -> str:
    return "surrogateescape" if encoding == "utf-8" else "surrogatepass"
