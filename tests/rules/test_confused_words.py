"""Every row of the table of confused words is held to its own two sentences."""

import re

import pytest

from postlint.content.document import Document, parse
from postlint.content.source import decode
from postlint.language.confusions import ROWS, table
from postlint.language.phrases import Phrase
from postlint.rules.words.confused_words import ConfusedWords

ALPHABET = sorted({word for row in ROWS for words in row.words for word in words})[::8]


def read(text: str) -> Document:
    return parse("post.md", decode(f"{text}\n".encode()))


def found_by(row: Phrase, text: str) -> list[re.Match[str]]:
    segments = table().find(read(text).prose)
    return [match for _, found in segments for match, one in found if one is row]


def found_in(text: str) -> list[str]:
    return [problem.message for problem in ConfusedWords().check(read(text))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.pattern[:60])
def test_row_finds_its_slip_and_nothing_in_its_right_sentence(row: Phrase) -> None:
    assert len(found_by(row, row.bad)) == 1
    assert len(found_in(row.bad)) == 1, found_in(row.bad)
    assert found_in(row.good) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.pattern[:60])
def test_what_a_row_puts_right_is_not_reported_again(row: Phrase) -> None:
    (match,) = found_by(row, row.bad)
    for right in row.rights(match["wrong"]):
        fixed = row.bad[: match.start("wrong")] + right + row.bad[match.end("wrong") :]
        assert found_by(row, fixed) == []


@pytest.mark.parametrize(
    "text",
    [
        *("could of " * 30_000, "of " * 100_000, "x" * 1_000_000, "a'b" * 200_000),
        "They will " + "x" * 1_000_000,
        " ".join(f"{first} {second}" for first in ALPHABET for second in ALPHABET) * 20,
    ],
)
def test_hostile_text_ends_soon(text: str) -> None:
    found_in(text)
