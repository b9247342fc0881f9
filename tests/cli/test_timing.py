"""`--timing`: a table on stderr; what is found, and where it is printed, stays as it is."""

import re
from pathlib import Path

import pytest

from command_line import postlint

POST = "---\ntitle: News\n---\nThe the end.\n"
NOTE = (
    r"postlint: \d+\.\d{3} s: 1 checks of 1 posts, 0\.00 MB, in one process and without the cache"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(POST, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("arguments", [("a.md",), ("--output-format", "json", "a.md"), ("-",)])
def test_the_times_are_said_beside_the_report(arguments: tuple[str, ...], site: Path) -> None:
    plain = postlint(site, *arguments, stdin=POST)
    timed = postlint(site, "--timing", *arguments, stdin=POST)
    assert (timed.returncode, timed.stdout) == (plain.returncode, plain.stdout)
    first, *rows = timed.stderr.splitlines()
    assert re.fullmatch(NOTE, first)
    assert {"front matter and Markdown", "rules", "repeated-word"} <= {row[20:] for row in rows}


def test_nothing_is_remembered_of_a_timed_run(site: Path) -> None:
    postlint(site, "--timing", "--cache-dir", "kept", "a.md")
    assert not (site / "kept").exists()


def test_only_a_check_is_timed(site: Path) -> None:
    done = postlint(site, "--timing", "--fix", "a.md")
    assert done.returncode == 2
    assert (site / "a.md").read_text(encoding="utf-8") == POST
