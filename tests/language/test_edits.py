"""Slips: what leads from the right word to the wrong one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from postlint.language.edits import Slip, is_one_slip, slips

WORDS = st.text("abc", max_size=8)


@pytest.mark.parametrize(
    ("wrong", "right", "expected"),
    [
        ("teh", "the", (Slip("swapped", 1, "h", "e"),)),
        ("tueday", "tuesday", (Slip("missing", 3, "s", ""),)),
        ("fewwer", "fewer", (Slip("extra", 3, "", "w"),)),
        ("seperate", "separate", (Slip("wrong", 3, "a", "e"),)),
        ("same", "same", ()),
        ("armenia", "azerbaijan", None),
    ],
)
def test_slips(wrong: str, right: str, expected: tuple[Slip, ...] | None) -> None:
    assert slips(wrong, right, 2) == expected


@given(WORDS, WORDS)
def test_as_many_slips_as_the_reference_counts(wrong: str, right: str) -> None:
    distance = OSA.distance(wrong, right)
    found = slips(wrong, right, 2)
    assert (len(found) if found is not None else None) == (distance if distance <= 2 else None)
    assert is_one_slip(wrong, right) == (distance == 1)
