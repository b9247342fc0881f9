"""How alike two texts are, told from a few bytes of each."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from postlint.language.sketch import PLACES, groups_of, likeness, sketch_of

WORDS = [f"{first}{second}ation" for first in "bcdfghjklm" for second in "aeiouywxqz"]


def sketch(words: list[str]) -> bytes:
    found = sketch_of(words)
    assert found is not None
    return found


def all_may_be_one(one: int, other: int) -> bool:
    return True


def test_small_words_make_no_difference() -> None:
    with_small = [word for long in WORDS for word in (long, "and", "the")]
    assert sketch(with_small) == sketch(WORDS)
    assert len(sketch(WORDS)) == PLACES


def test_the_sketch_of_a_text_never_changes() -> None:
    assert sketch(WORDS).hex() == (
        "174d190ae0ecf401694ad0008153517f84270b0de55e4638"
        "8f97b8bd05b5fa7a17aa0c9635b046e5c87c7164e03b636c"
    )


def test_a_short_text_has_none() -> None:
    assert sketch_of(WORDS[:20]) is None
    assert sketch_of(["the", "and"] * 1_000) is None
    assert sketch_of([]) is None


def test_one_word_in_a_hundred_makes_little_difference() -> None:
    assert likeness(sketch(WORDS), sketch([*WORDS[:50], "harbours", *WORDS[51:]])) > 0.85
    assert likeness(sketch(WORDS), sketch(WORDS[::-1])) < 0.2


def test_groups_name_all_that_are_alike() -> None:
    other, third = sketch(WORDS[:50]), sketch(WORDS[50:])
    mended = sketch([*WORDS[:50], "harbours", *WORDS[51:]])
    sketches = [sketch(WORDS), other, mended, third, other]
    assert groups_of(sketches, 0.8, all_may_be_one) == [[0, 2], [1, 4]]
    assert groups_of(sketches, 0.8, lambda one, two: {one, two} != {1, 4}) == [[0, 2]]


def test_ten_thousand_copies_are_one_group() -> None:
    sketches = [sketch(WORDS)] * 10_000
    compared: list[int] = []
    assert groups_of(sketches, 0.9, all_may_be_one) == [list(range(10_000))]

    def is_asked(one: int, other: int) -> bool:
        compared.append(one)
        return False

    assert groups_of(sketches[:1_000], 0.9, is_asked) == []
    assert len(compared) <= 8 * 8 * 1_000


@given(st.lists(st.binary(min_size=PLACES, max_size=PLACES), max_size=6))
def test_all_pairs_of_a_group_that_are_the_same_are_in_one_group(found: list[bytes]) -> None:
    sketches = found + found[:2]
    groups = groups_of(sketches, 1.0, all_may_be_one)
    together = {pair for group in groups for pair in combinations(group, 2)}
    same = {
        pair
        for pair in combinations(range(len(sketches)), 2)
        if len({sketches[i] for i in pair}) == 1
    }
    assert together == same
