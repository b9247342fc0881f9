"""How alike two texts are, told from a few bytes of each."""

from itertools import combinations, product

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
    one_kind = [0] * 5
    assert groups_of(sketches, one_kind, 0.8, all_may_be_one) == [[0, 2], [1, 4]]
    assert groups_of(sketches, one_kind, 0.8, lambda one, two: {one, two} != {1, 4}) == [[0, 2]]
    assert groups_of(sketches, [0, 0, 0, 0, 1], 0.8, all_may_be_one) == [[0, 2]]


def test_a_copy_is_found_among_many_of_another_kind() -> None:
    sketches = [sketch(WORDS)] * 102
    assert groups_of(sketches, [*range(101), 77], 0.9, all_may_be_one) == [[77, 101]]


def test_a_copy_is_found_among_many_that_are_near_to_it() -> None:
    near = [
        bytes(place for place in places for _ in range(6)) for places in product(b"ab", repeat=8)
    ]
    assert groups_of([*near, near[200]], [0] * 257, 0.9, all_may_be_one) == [[200, 256]]


def test_ten_thousand_copies_are_one_group() -> None:
    sketches = [sketch(WORDS)] * 10_000
    compared: list[int] = []
    assert groups_of(sketches, [0] * 10_000, 0.9, all_may_be_one) == [list(range(10_000))]

    def is_asked(one: int, other: int) -> bool:
        compared.append(one)
        return False

    assert groups_of(sketches[:1_000], [0] * 1_000, 0.9, is_asked) == []
    assert len(compared) <= 9 * 8 * 1_000


@given(st.lists(st.binary(min_size=PLACES, max_size=PLACES), max_size=6))
def test_all_pairs_of_a_group_that_are_the_same_are_in_one_group(found: list[bytes]) -> None:
    sketches = found + found[:2]
    groups = groups_of(sketches, [0] * len(sketches), 1.0, all_may_be_one)
    together = {pair for group in groups for pair in combinations(group, 2)}
    same = {
        pair
        for pair in combinations(range(len(sketches)), 2)
        if len({sketches[i] for i in pair}) == 1
    }
    assert together == same
