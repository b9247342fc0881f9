"""Which words of a site another one may be a slip of."""

from hypothesis import given
from hypothesis import strategies as st

from postlint.language.edits import is_one_slip
from postlint.language.one_slip_away import OneSlipAway, are_slip_and_name, are_slip_and_word

WORDS = st.text(alphabet="abé ", min_size=1, max_size=6)


@given(st.lists(WORDS, max_size=8), WORDS)
def test_all_that_are_one_slip_away_are_found(texts: list[str], text: str) -> None:
    found = list(OneSlipAway(texts).to(text))
    assert found == sorted(other for other in set(texts) if is_one_slip(text, other))


def test_many_that_are_alike_are_not_looked_through() -> None:
    names = [f"Anna{chr(0x4E00 + number)}" for number in range(1_000)]
    assert len(list(OneSlipAway(names).to("Anna"))) <= 2 * 50


def test_what_is_longer_than_any_name_is_let_be() -> None:
    assert list(OneSlipAway(["a" * 1_000_000]).to("a" * 999_999)) == []


def test_a_slip_stands_inside_of_a_name() -> None:
    assert are_slip_and_name("Bienek", "Bieniek")
    assert are_slip_and_name("Pulsfier", "Pulsifer")
    assert not are_slip_and_name("Mario", "Maria")
    assert not are_slip_and_name("Hanson", "Sanson")
    assert not are_slip_and_word("parsable", "parseable")
    assert not are_slip_and_word("organise", "organize")
