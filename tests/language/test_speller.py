"""The speller on whole posts: what is wrong, what was meant, and what is let be."""

from pathlib import Path

import pytest

from postlint.content.document import Document, parse
from postlint.content.source import decode
from postlint.language.lexicon import english
from postlint.language.speller import Speller
from postlint.language.verdict import Verdict
from time_growth import growth

SEED = Path(__file__).parents[2] / "../shared/seed/armenia-azerbaijan.md"


SPELLER = Speller(english())


def post(text: str) -> Document:
    return parse("post.md", decode(text.encode()))


def verdicts(text: str) -> list[Verdict]:
    found = SPELLER.read(post(text)).verdicts
    return [verdict for verdict in found if verdict.kind != "unknown-word"]


def wrong_words(text: str) -> list[tuple[str, str]]:
    return [(verdict.token.text, verdict.suggestions[0]) for verdict in verdicts(text)]


@pytest.mark.skipif(not SEED.exists(), reason="shared data is not here")
def test_the_seed_article() -> None:
    assert wrong_words(SEED.read_text(encoding="utf-8")) == [
        ("Karakbakh", "Karabakh"),
        ("Tueday", "Tuesday"),
        ("Nagorny", "Nagorno"),
        ("Celika", "Celik"),
    ]


def test_case_and_possessive_are_kept() -> None:
    text = "Everybody wants to know. Goverment's answer was late, and so was the EVENING."
    assert wrong_words(text) == [("Goverment", "Government")]


def test_a_word_is_judged_as_it_is_written_whatever_was_met_before() -> None:
    text = "We met a goverment and Goverment, but GoVerment, GOVERMENT and governments are there."
    speller = Speller(english())
    first = speller.read(post(text))
    speller.read(post(text.lower()))
    speller.read(post(text.upper()))
    assert speller.read(post(text)).verdicts == first.verdicts
    assert [one.token.text for one in first.verdicts] == ["goverment", "Goverment", "GOVERMENT"]


def test_parts_of_a_compound_and_words_joined_by_markup_are_found() -> None:
    text = "It is a safety-crticial question of the **g**overmnent and of the people."
    assert wrong_words(text) == [("crticial", "critical"), ("govermnent", "government")]


@pytest.mark.parametrize(
    "text",
    [
        "The value of `recieve` in recieve_all, recieveAll, #recieve, @recieve and RCV is read.",
        "We saw that they did not recieve (sic) the letter we sent to all of them.".replace(
            "(", "["
        ),
        "Las negociaciones comenzaron el martes por la tarde en la capital del pais vecino.",
        "He works for Suhas, Fallin and Broadley, who live in the city of Malmi.",
        "The 0xdeadbeef hash, the v2beta1 release and the 3rd try are all in the list.",
        "It was re-indexed, unmockable, hyperlinkable and non-trivially undoable by webhooks.",
    ],
)
def test_what_is_no_mistake(text: str) -> None:
    assert wrong_words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("fighting in the recieve " * 20_000, id="a long paragraph"),
        pytest.param(
            " ".join(
                f"the w{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{i:05}".translate(
                    str.maketrans("0123456789", "qwzxvkjhgp")
                )
                for i in range(50_000)
            ),
            id="50,000 unknown words",
        ),
        pytest.param(
            "e\u0301\u0323 🚀👩‍👩‍👧 שלום עולם مرحبا ta\u0308st \u202eabc " * 2000, id="odd scripts"
        ),
    ],
)
def test_hostile_text_takes_time_by_its_length(text: str) -> None:
    def read(doc: Document) -> None:
        Speller(english()).read(doc)

    assert growth(lambda size: post(text[:size]), read, len(text) // 4) < 10
