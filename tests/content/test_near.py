"""The word that a typist most likely meant, among a few and among many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.near import NearWords, nearest
from time_growth import growth

NAMES = st.text("abAB-_ éx", max_size=8)
MANY = tuple(f"harbour-{number:05}" for number in range(5_000))


@given(NAMES, st.lists(NAMES, max_size=20), st.integers(3, 8))
def test_of_a_few_words_the_same_is_meant(word: str, known: list[str], share: int) -> None:
    assert NearWords(known, share).nearest(word) == nearest(word, known, share)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *(("harbour-01234", "harbour-01234"), ("Harbour_01234", "harbour-01234")),
        *(("harbuor-01234", "harbour-01234"), ("harbouur-01234", "harbour-01234")),
        *(("harbur-01234", "harbour-01234"), ("harbqur-01234", "harbour-01234")),
        *(("island-01234", None), ("", None), ("x" * 1_000, None)),
    ],
)
def test_of_many_words_one_slip_is_found(word: str, meant: str | None) -> None:
    assert NearWords(MANY).nearest(word) == meant


def test_many_look_ups_among_many_words_take_a_time_that_grows_with_them() -> None:
    def names(number: int) -> list[str]:
        return [f"{at * 7919 % 100_003:05}-harbour-{at}" for at in range(number)]

    def look_up(known: list[str]) -> list[str | None]:
        near = NearWords(known)
        return [near.nearest(name.replace("b", "q")) for name in known]

    assert growth(names, look_up, 2_000) < 10
