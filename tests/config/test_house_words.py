"""The words of a house: how they are listed, read and written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.config.load import load_config
from postlint.config.word_file import entries, with_words, without_lines, words_of
from postlint.content.vocabulary import HouseWords
from postlint.model.errors import ConfigError


def house(folder: Path, config: str, **files: bytes) -> frozenset[str]:
    """The words that a configuration accepts, beside some word files."""
    (folder / "postlint.toml").write_text(config, encoding="utf-8")
    for name, data in files.items():
        (folder / f"{name}.txt").write_bytes(data)
    return load_config(folder / "postlint.toml").words.entries


def test_words_come_from_the_configuration_and_its_files(tmp_path: Path) -> None:
    config = '[words]\naccept = ["Fizuli"]\nfiles = ["a.txt", "b.txt"]\n'
    a = "\ufeff# places\r\n\r\nKarabakh   # not Karakbakh\r\nNagorno-Karabakh\r\n".encode()
    assert house(tmp_path, config, a=a, b="o’clock\nTürkiye's\n".encode()) == {
        *("Fizuli", "Karabakh", "Nagorno", "o'clock", "Türkiye"),
    }


@pytest.mark.parametrize(
    ("config", "list_", "message"),
    [
        (
            'accept = ["Fizuli", "Omer Celik"]',
            b"",
            'toml:2: words.accept: "Omer Celik" is no word, expected one word, of letters,',
        ),
        ('accept = [""]', b"", 'toml:2: words.accept: "" is no word'),
        ('accept = "Fizuli"', b"", 'toml:2: words.accept: is "Fizuli", expected a list of texts'),
        ("acept = []", b"", 'toml:2: words: unknown key "acept"; did you mean "accept"?'),
        ('files = ["no.txt"]', b"", "toml:2: words.files: no file "),
        ('files = ["../a.txt"]', b"", 'words.files: "../a.txt" leads out of the folder of the'),
        (r'files = ["a\u0000.txt"]', b"", r'words.files: "a\u0000.txt" is no path'),
        ('files = ["a.txt"]', b"one\n\nOmer Celik\n", 'a.txt:3: "Omer Celik" is no word'),
        ('files = ["a.txt"]', b"log4j\n", 'a.txt:1: "log4j" is no word'),
        ('files = ["a.txt"]', b"one\ncaf\xe9\n", "a.txt:2: byte 0xE9"),
    ],
)
def test_a_broken_list_is_one_line_that_says_what_and_where(
    tmp_path: Path, config: str, list_: bytes, message: str
) -> None:
    with pytest.raises(ConfigError) as error:
        house(tmp_path, f"[words]\n{config}\n", a=list_)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("entry", "accepted", "refused"),
    [
        ("webhook", ["webhook", "Webhook", "WEBHOOK"], ["webhooks"]),
        ("Fizuli", ["Fizuli", "FIZULI"], ["fizuli", "FiZuli"]),
        ("GitHub", ["GitHub", "GITHUB"], ["github", "Github"]),
    ],
)
def test_an_entry_with_capitals_is_right_as_it_is_written(
    entry: str, accepted: list[str], refused: list[str]
) -> None:
    accepts = HouseWords(frozenset([entry])).accepts
    assert [word for word in accepted + refused if accepts(word)] == accepted


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("", ["b", "a"], "a\nb\n"),
        ("a\nc\n", ["B", "d"], "a\nB\nc\nd\n"),
        ("# ours\na\n# of C\nc", ["b"], "# ours\na\nb\n# of C\nc\n"),
        ("# ours\r\n\r\nb\r\n", ["a"], "# ours\r\n\r\na\r\nb\r\n"),
        ("c\na\n", ["b"], "c\na\nb\n"),
    ],
)
def test_words_are_added_where_a_person_would(before: str, words: list[str], after: str) -> None:
    assert with_words(before, words) == after


LISTS = st.lists(st.sampled_from(["# x", "", "ash", "Beech", "cedar", "dog # wood"])).map("\n".join)


@given(LISTS, st.lists(st.sampled_from(["alder", "Birch", "elm"]), unique=True))
def test_what_is_added_can_be_taken_out_again(text: str, words: list[str]) -> None:
    longer = with_words(text, words)
    assert sorted(entry.text for entry in entries(longer)) == sorted(
        [entry.text for entry in entries(text)] + words
    )
    added = {entry.line for entry in entries(longer) if entry.text in words}
    assert without_lines(longer, added).rstrip("\n") == text.rstrip("\n")


@given(st.text())
def test_an_entry_is_a_word_or_is_refused(text: str) -> None:
    try:
        words = words_of(text)
    except ValueError:
        return
    assert words
    assert all(words)
    assert not any(character.isspace() for word in words for character in word)
