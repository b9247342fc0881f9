"""The lexicon: what is known of words, which are near, and files that cannot be used."""

import re
from pathlib import Path

import pytest

from postlint.language.lexicon import Knows, LexiconError, english, open_lexicon

SHIPPED = Path(__file__).parents[2] / "src/postlint/language/en.lexicon"


def test_frequent_words_are_known() -> None:
    lexicon = english()
    assert lexicon.language == "en"
    assert lexicon.zipf("the") > lexicon.zipf("ministry") > lexicon.zipf("secessionist") > 0
    assert "karakbakh" not in lexicon
    assert lexicon.entry("karakbakh") is None


def test_a_known_misspelling_that_is_frequent_is_still_one() -> None:
    entry = english().entry("recieve")
    assert entry is not None
    assert entry.knows & Knows.MISSPELLING
    assert english().corrections("recieve") == ("receive",)
    assert english().corrections("receive") == ()


@pytest.mark.parametrize("word", ["colour", "color", "mobilisation", "mobilization", "therefor"])
def test_words_of_dictionaries_are_no_misspellings(word: str) -> None:
    assert english().corrections(word) == ()


def test_british_and_american_spellings_know_each_other() -> None:
    assert english().variant("colour") == "color"
    assert english().variant("color") == "colour"
    assert english().variant("table") is None


@pytest.mark.parametrize(
    ("wrong", "right"), [("tueday", "tuesday"), ("fewwer", "fewer"), ("amonmg", "among")]
)
def test_one_slip(wrong: str, right: str) -> None:
    assert right in english().one_slip_from(wrong)


def test_two_slips_in_a_long_word() -> None:
    assert english().two_slips_from("identifified") == ("identified",)
    assert english().two_slips_from("fwre") == ()


def test_what_is_no_word_is_near_to_nothing() -> None:
    for text in ("x" * 5000, "", "\ud800", "🚀" * 9, "שלום"):
        assert english().one_slip_from(text) == ()
        assert english().two_slips_from(text) == ()
        assert text not in english()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "cannot mmap an empty file"),
        (b"no lexicon at all, and long enough", "not a lexicon of this version"),
        (SHIPPED.read_bytes()[:5000], "it is cut short or has grown"),
        (SHIPPED.read_bytes()[:40] + b"\0" * 5000, "its header is damaged"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "en.lexicon"
    path.write_bytes(data)
    with pytest.raises(LexiconError, match=r"en\.lexicon: cannot use this lexicon") as caught:
        open_lexicon(path)
    assert reason in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"absent\.lexicon.*No such file"):
        open_lexicon(tmp_path / "absent.lexicon")


def test_a_body_that_is_damaged_is_the_users_to_mend(tmp_path: Path) -> None:
    data = bytearray(SHIPPED.read_bytes())
    for at in range(4096, len(data), 97):
        data[at] ^= 0xFF
    path = tmp_path / "en.lexicon"
    path.write_bytes(data)
    lexicon = open_lexicon(path)

    def look_up_many() -> None:
        for number in range(2000):
            lexicon.one_slip_from(f"wrold{number}")
            lexicon.entry(f"word{number}")

    with pytest.raises(LexiconError, match=f"^{re.escape(str(path))}: this lexicon is damaged"):
        look_up_many()
