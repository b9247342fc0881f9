"""Which dates are slips of the hand: those that are far from the dates of all other posts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.far_dates import far_dates


@pytest.mark.parametrize(
    ("years", "far"),
    [
        ([], (0, 0)),
        ([2024], (0, 0)),
        ([1999, 2024], (0, 0)),
        ([1, 2023, 2024, 9999], (1, 1)),
        ([2001, 2012, 2013], (0, 0)),
        ([*[2001] * 18, 2024], (0, 0)),
        ([*[2001] * 19, 2024], (0, 1)),
        ([*range(1955, 2025)], (0, 0)),
        ([*[1970] * 2, *[2020] * 38], (2, 0)),
        ([*[1970] * 3, *[2020] * 38], (0, 0)),
        ([*[2020] * 58, 2031, 2050, 2204], (0, 3)),
    ],
)
def test_few_dates_ten_years_from_all_others_are_far(
    years: list[int], far: tuple[int, int]
) -> None:
    assert far_dates(years) == far


@given(st.lists(st.integers(1, 9999), max_size=100).map(sorted))
def test_most_dates_are_not_far(years: list[int]) -> None:
    before, after = far_dates(years)
    assert max(before, after) <= max(1, len(years) / 20)
    assert not years or before + after < len(years)
