"""Where sentences end, and what readability formulas count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.language.readability import count, syllables
from postlint.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("Mr. Brown met Dr. Noh. He left.", ["Mr. Brown met Dr. Noh.", "He left."]),
        ("It costs $3.50 at most. yes.", ["It costs $3.50 at most.", "yes."]),
        ("J. R. Smith came at 10 p.m. on Monday.", ["J. R. Smith came at 10 p.m. on Monday."]),
        ("He came at 10 p.m. The end.", ["He came at 10 p.m.", "The end."]),
        ('He said "No." She left.', ['He said "No."', "She left."]),
        ("Well... maybe. And so… on", ["Well... maybe.", "And so… on"]),
        ("See fig. 2 and no. 5. Done.", ["See fig. 2 and no. 5.", "Done."]),
        ("e.g. this, i.e. that", ["e.g. this, i.e. that"]),
        ("Use .NET Core.\nNow", ["Use .NET Core.", "Now"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


@given(st.text(alphabet="aB .!?\"'\n…é"))
def test_sentences_are_all_of_the_text_but_blanks(text: str) -> None:
    spans = list(sentences(text))
    assert spans == sorted(spans)
    assert "".join(text[start:end] for start, end in spans).split() == text.split() or (
        "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
    )


@pytest.mark.parametrize(
    ("word", "number"),
    [
        *(("the", 1), ("table", 2), ("created", 3), ("likes", 1), ("boxes", 2), ("hoped", 1)),
        *(("area", 3), ("idea", 3), ("being", 2), ("quiet", 2), ("people", 2), ("poem", 2)),
        *(("communication", 5), ("evaluation", 5), ("readability", 5), ("employee", 3)),
        *(("don't", 1), ("x", 1), ("1940", 1)),
    ],
)
def test_syllables(word: str, number: int) -> None:
    assert syllables(word) == number


def test_counts() -> None:
    counted = count(["The U.S.A. is big. It has communities.", "Yes"])
    assert (counted.words, counted.sentences, counted.characters) == (8, 3, 30)
    assert (counted.long_words, counted.polysyllabic_words, counted.complex_words) == (1, 1, 1)
