"""The file a lexicon is shipped in: named sections behind a header, made to be memory-mapped.

The first 24 bytes are a magic number, the length of the header and its CRC-32; the header is JSON:
the language and where each section begins and ends. Sections are arrays of little-endian unsigned
32-bit integers, or bytes, each at a multiple of eight bytes.
"""

import json
import struct
import sys
import zlib
from collections.abc import Mapping
from typing import Final, NamedTuple

MAGIC: Final = b"postlint words 2"
_PREAMBLE: Final = struct.Struct("<16sII")


class Sections(NamedTuple):
    """What a lexicon file holds."""

    language: str
    by_name: Mapping[str, memoryview]
    """The bytes of each section."""


def pack(language: str, sections: Mapping[str, bytes]) -> bytes:
    """The bytes of a lexicon file."""
    places: dict[str, tuple[int, int]] = {}
    offset = 0
    for name, data in sections.items():
        places[name] = (offset, offset + len(data))
        offset += _padded(len(data))
    header = json.dumps({"language": language, "sections": places}).encode()
    header = header.ljust(_padded(len(header)))
    preamble = _PREAMBLE.pack(MAGIC, len(header), zlib.crc32(header))
    bodies = (data.ljust(_padded(len(data)), b"\0") for data in sections.values())
    return preamble + header + b"".join(bodies)


def unpack(data: memoryview) -> Sections:
    """The sections of a lexicon file, not copied. Raises ValueError saying what is wrong with it.

    What is checked is that the file is whole, not that no byte of it was changed: that would take
    longer than the words of a post.
    """
    if sys.byteorder != "little":
        raise ValueError("made for little-endian machines")
    if len(data) < _PREAMBLE.size or bytes(data[: len(MAGIC)]) != MAGIC:
        raise ValueError("not a lexicon of this version")
    _, length, checksum = _PREAMBLE.unpack_from(data)
    start = _PREAMBLE.size + length
    raw = bytes(data[_PREAMBLE.size : start])
    if zlib.crc32(raw) != checksum:
        raise ValueError("its header is damaged")
    header = json.loads(raw)
    places: dict[str, tuple[int, int]] = header["sections"]
    if start + max(_padded(end) for _, end in places.values()) != len(data):
        raise ValueError("it is cut short or has grown")
    views = {name: data[start + at : start + end] for name, (at, end) in places.items()}
    return Sections(str(header["language"]), views)


def _padded(length: int) -> int:
    return -(-length // 8) * 8
