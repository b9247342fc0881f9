"""Every row of the table of confused words is held to its own two sentences."""

import pytest

from postlint.content.document import parse
from postlint.content.source import decode
from postlint.language.confusions import ROWS, table
from postlint.language.phrases import Phrase
from postlint.rules.words.confused_words import ConfusedWords


def candidates(text: str) -> list[Phrase]:
    words = parse("post.md", decode(f"{text}\n".encode())).prose.lower_words
    return [row for row, _, _ in table().candidates(words)]


def found_in(text: str) -> list[str]:
    problems = ConfusedWords().check(parse("post.md", decode(f"{text}\n".encode())))
    return [problem.message for problem in problems]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.pattern[:60])
def test_row_finds_its_slip_and_nothing_in_its_right_sentence(row: Phrase) -> None:
    assert row in candidates(row.bad)
    assert len(list(row.find(row.bad))) == 1
    assert len(found_in(row.bad)) == 1, found_in(row.bad)
    assert found_in(row.good) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.pattern[:60])
def test_what_a_row_puts_right_is_not_reported_again(row: Phrase) -> None:
    match = next(row.find(row.bad))
    for right in row.rights(match["wrong"]):
        fixed = row.bad[: match.start("wrong")] + right + row.bad[match.end("wrong") :]
        assert row not in [one for one in candidates(fixed) if list(one.find(fixed))]
