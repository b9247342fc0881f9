"""What came out of one file as bytes, for the cache and for other processes."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from postlint.content.facts import Facts
from postlint.content.neighbours import ALONE, Neighbours
from postlint.engine.checked import Checked
from postlint.model.finding import Finding
from postlint.model.span import Position

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder


class _Said(NamedTuple):
    """The findings of a file and what goes with them."""

    findings: tuple[Finding, ...]
    lines: tuple[tuple[int, str], ...]
    places: tuple[tuple[int, Position], ...]


_NOTHING: Final = _Said((), (), ())


class Record(NamedTuple):
    """What came out of one file; its findings are unpacked only when somebody wants them."""

    facts: Facts
    front_matter_lines: int
    is_dated: bool
    schema_files: tuple[str, ...] | None
    neighbours: Neighbours | None
    """None where it was checked by itself."""
    said: bytes
    """Empty where there are no findings."""

    def checked(self, path: str) -> Checked:
        """The result for the file, as it was. Raises ValueError for one that was damaged."""
        said = _said_decoder().decode(self.said) if self.said else _NOTHING
        return Checked(
            path,
            *said,
            front_matter_lines=self.front_matter_lines,
            is_dated=self.is_dated,
            schema_files=self.schema_files,
            neighbours=self.neighbours or ALONE,
            facts=self.facts,
        )


def record_of(checked: Checked) -> Record | None:
    """What can be kept of a result; None where that is not all: crashes, and lone surrogates."""
    if checked.crashes:
        return None
    said = b""
    if checked.findings:
        from msgspec.msgpack import encode

        try:
            said = encode((checked.findings, checked.lines, checked.places))
        except UnicodeEncodeError:
            return None
    neighbours = None if checked.neighbours == ALONE else checked.neighbours
    return Record(
        facts=checked.facts,
        front_matter_lines=checked.front_matter_lines,
        is_dated=checked.is_dated,
        schema_files=checked.schema_files,
        neighbours=neighbours,
        said=said,
    )


def pack(checked: Checked) -> bytes | Checked:
    """A result for the way to another process: as bytes where they can hold it."""
    from msgspec.msgpack import encode

    record = record_of(checked)
    try:
        return encode(record) if record else checked
    except UnicodeEncodeError:
        return checked


def unpack(data: bytes) -> Record:
    """The other way. Raises msgspec.DecodeError."""
    return _record_decoder().decode(data)


@lru_cache(maxsize=1)
def _said_decoder() -> "Decoder[_Said]":
    from msgspec.msgpack import Decoder

    return Decoder(_Said)


@lru_cache(maxsize=1)
def _record_decoder() -> "Decoder[Record]":
    from msgspec.msgpack import Decoder

    return Decoder(Record)
