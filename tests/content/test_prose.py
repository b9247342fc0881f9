"""The prose of a post as one text: each character where its segment has it, each word found."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from postlint.content.prose import WORD, Prose
from postlint.content.segment import PLACEHOLDER, Segment

PIECES = [
    *("the", "The", "don't", "don’t", "café", "Łukasz", "мир", "naïve", "x", "a", "中", "İ", "ß"),
    *("'", "’", "''", "‘", "“", '"', "«", "-", ".", ",", "?", "!", "3", "_", "&", PLACEHOLDER),
    *(" ", "  ", "\n", "\t", "\u00a0", "\u202f", " \n ", "\r", "\ud83d", "😀", "e\u0301"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=20)


def prose(*texts: str) -> Prose:
    return Prose(
        [Segment("paragraph", text, (0,) if text else (), ((0, len(text)),)) for text in texts]
    )


def words_in(text: str) -> list[str]:
    return [word.replace("’", "'") for word in WORD.findall(text)]


def test_words_and_their_places() -> None:
    post = prose("Don’t go.", "‘Go’ to Łódź, 2go!")
    assert post.words == {"Don't", "go", "Go", "to", "Łódź"}
    assert post.lower_words == ["don't", "go", "go", "to", "łódź", "go"]
    assert [post.at(at) for at in post.places_of({"go"})] == [(0, 6), (1, 1), (1, 15)]


@given(st.lists(TEXTS, max_size=4), st.booleans())
def test_words_in_small_letters_and_their_uses_as_written(texts: list[str], many: bool) -> None:
    post = prose(*texts)
    assert post.small_words == set(post.lower_words)
    assert post.parts == set(post.lower.replace("'", " ").split())
    others = {"q" * length for length in range(9, 99)} if many else set()
    uses = list(post.uses_of(post.small_words | others))
    assert [text for _, text in uses] == post.letters.split()
    assert all(post.letters[at:].startswith(f"{text} ") for at, text in uses)


def test_shape_says_what_each_character_is_like() -> None:
    assert prose("Don’t, 2go? “Ł”\u202f!").shape == b' # Aaa\'a, 0aa, "#" , # '


@given(st.lists(TEXTS, max_size=4))
def test_words_are_what_the_pattern_finds(texts: list[str]) -> None:
    post = prose(*texts)
    assert post.words == {word for text in texts for word in words_in(text)}
    lower = [word.replace("İ", "I").lower() for text in texts for word in words_in(text)]
    assert post.lower_words == lower


@given(st.lists(TEXTS, max_size=4))
def test_each_character_has_its_place(texts: list[str]) -> None:
    post = prose(*texts)
    assert len(post.lower) == len(post.shape) == len(post.text)
    places = [(index, at) for index, text in enumerate(texts) for at in range(len(text))]
    found = [post.at(offset) for offset in range(len(post.text))]
    assert [one for one in found if one in set(places)] == places
    starts = [offset for offset, one in enumerate(found) if one in set(places)]
    assert [post.text[offset] for offset in starts] == list("".join(texts))


@given(st.lists(TEXTS, max_size=4), st.booleans())
def test_words_that_only_white_space_parts_are_side_by_side(texts: list[str], many: bool) -> None:
    post = prose(*texts)
    pairs = set(pairwise(post.lower_words))
    others = {(f"{number}", "x") for number in range(60)} if many else set()
    found = {at for at, _, _ in post.side_by_side(pairs | others)}
    words = list(WORD.finditer(post.text))
    for first, second in pairwise(words):
        gap = post.text[first.end() : second.start()]
        if gap.isspace() and len(gap) <= 7:
            assert first.start() in found


@given(st.lists(TEXTS, max_size=4))
def test_many_words_are_found_where_few_are(texts: list[str]) -> None:
    post = prose(*texts)
    words = {part for word in post.lower_words for part in word.split("'")}
    assert sorted(post.places_of(words)) == sorted(
        post.places_of(words | {str(number) for number in range(60)})
    )
