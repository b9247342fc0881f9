"""The sections of a lexicon file, as `postlint.language.lexicon` reads them."""

from array import array
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Final
from zlib import crc32

from postlint.content.one_letter_out import letter_bytes, one_out
from postlint.language.distil.collected import Collected
from postlint.language.lexicon import TWO_SLIPS_FROM, ZIPF_STEPS
from postlint.language.near_index import (
    BITS_AN_ENTRY,
    NUMBER_BITS,
    two_out,
)

_NEAR_TWO_ZIPF: Final = 2.7
"""From where on a word may be what was meant by two slips."""


def sections(collected: Collected, near: Mapping[str, float]) -> dict[str, bytes]:
    """The sections of a lexicon of these words; the same words give the same bytes.

    `near` are the words that may have been meant by a slip, with their frequency.
    """
    words = sorted(collected.words)
    number = {word: at for at, word in enumerate(words)}
    keys = [word.encode() for word in words]
    facts = [collected.words[word] for word in words]
    return {
        "words": b"".join(keys),
        "offsets": _ends(map(len, keys)),
        "facts": _numbers(round(f.zipf * ZIPF_STEPS) | f.knows << 8 for f in facts),
        "slots": _hash_table(keys),
        **_corrections(collected, number),
        "variants": _variants(collected, number),
        **_near(near, number),
        **_spelling(collected),
    }


def _spelling(collected: Collected) -> dict[str, bytes]:
    """How words are spelt and end, where that is not what English does."""
    endings = " ".join(sorted("/".join(pair) for pair in collected.endings))
    texts = {"letters": "".join(sorted(collected.letters)), "endings": endings}
    return {name: text.encode() for name, text in texts.items() if text}


def _corrections(collected: Collected, number: Mapping[str, int]) -> dict[str, bytes]:
    """The known misspellings by number, and the numbers of what each was meant for."""
    rights = {
        number[wrong]: [number[right] for right in found]
        for wrong, found in sorted(collected.misspellings.items())
    }
    return {
        "misspelt": _numbers(rights),
        "correction-starts": _ends(map(len, rights.values())),
        "corrections": _numbers(one for right in rights.values() for one in right),
    }


def _variants(collected: Collected, number: Mapping[str, int]) -> bytes:
    """The words with a variant in their order, then the variants."""
    pairs = sorted(
        (number[one], number[other])
        for one, other in collected.variants.items()
        if one in number and other in number
    )
    return _numbers([*(one for one, _ in pairs), *(other for _, other in pairs)])


def _near(near: Mapping[str, float], number: Mapping[str, int]) -> dict[str, bytes]:
    """The indexes of the words that may have been meant by one slip and by two."""
    far = (
        word
        for word, zipf in near.items()
        if zipf >= _NEAR_TWO_ZIPF and len(word) >= TWO_SLIPS_FROM - 2
    )
    return {
        **_index("near-one", {number[word]: one_out(letter_bytes(word)) for word in near}),
        **_index("near-two", {number[word]: two_out(letter_bytes(word)) for word in far}),
    }


def _index(name: str, remainders: Mapping[int, Iterable[int]]) -> dict[str, bytes]:
    """A `NearIndex`: of each number, the codes of what may be left of its word."""
    codes = {number: set(left) for number, left in remainders.items()}
    entries = sum(map(len, codes.values()))
    count = max(1, entries // 2)
    buckets: list[set[int]] = [set() for _ in range(count)]
    bits = bytearray(1 << max(0, (entries * BITS_AN_ENTRY // 8 - 1).bit_length()))
    for number, left in codes.items():
        for code in left:
            bits[code >> 3 & len(bits) - 1] |= 1 << (code & 7)
            buckets[code % count].add(code >> NUMBER_BITS << NUMBER_BITS | number)
    return {
        f"{name}-codes": bytes(bits),
        f"{name}-starts": _ends(map(len, buckets)),
        f"{name}-numbers": _numbers(number for bucket in buckets for number in sorted(bucket)),
    }


def _hash_table(keys: list[bytes]) -> bytes:
    """Number + 1 of each key at its hash, the next free slot where that is taken."""
    size = 1 << (len(keys) * 5 // 4).bit_length()
    slots = array("I", bytes(4 * size))
    for number, key in enumerate(keys):
        slot = crc32(key) & size - 1
        while slots[slot]:
            slot = slot + 1 & size - 1
        slots[slot] = number + 1
    return slots.tobytes()


def _ends(lengths: Iterable[int]) -> bytes:
    """Where each of some pieces begins, and where the last one ends."""
    return _numbers(accumulate(lengths, initial=0))


def _numbers(values: Iterable[int]) -> bytes:
    """A section of 32-bit numbers."""
    return array("I", values).tobytes()
