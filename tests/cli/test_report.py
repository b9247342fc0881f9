"""`postlint report`: where it goes, what it never overwrites, and that it does not judge."""

import os
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from command_line import postlint

POST = "---\ntitle: News\nauthor: Aylin\ndate: 2024-03-01\n---\nThe the end.\n"


def report(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return postlint(folder, "report", *arguments)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text(POST, encoding="utf-8")
    return tmp_path


def test_findings_make_no_difference_to_the_exit_code(site: Path) -> None:
    done = report(site, "content")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert "&quot;the&quot; stands twice in a row" in done.stdout


def test_a_report_takes_the_place_of_a_report(site: Path) -> None:
    for name, options in (("r.html", ()), ("r.md", ("--format", "markdown"))):
        for _ in range(2):
            done = report(site, "content", "--output", name, *options)
            assert (done.returncode, done.stdout) == (0, "")
            assert done.stderr.startswith(f"postlint: {name}: 1 warning in 1 file;")
        assert b"postlint report" in (site / name).read_bytes()


@pytest.mark.parametrize("name", ["r.md", "content/r.md"])
def test_the_last_report_is_no_post_of_the_site(site: Path, name: str) -> None:
    for paths in ((), ("content",), (".", name)):
        done = report(site, *paths, "--format", "markdown", "--output", name)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr.startswith(f"postlint: {name}: 1 warning in 1 file;")


def test_an_empty_file_is_replaced(site: Path) -> None:
    (site / "r.html").touch()
    assert report(site, "content", "--output", "r.html", "-q").returncode == 0
    assert (site / "r.html").stat().st_size


def test_a_file_that_is_no_report_stays_unless_forced(site: Path) -> None:
    other = site / "index.html"
    other.write_text("the front page", encoding="utf-8")
    done = report(site, "content", "--output", "index.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "postlint: index.html is there already and is no report; --force replaces it\n"
    )
    assert other.read_text("utf-8") == "the front page"
    assert report(site, "content", "--output", "index.html", "--force", "-q").stderr == ""
    assert "postlint report" in other.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Makefile", "report:\n\tpostlint report content\n"),
        ("notes.md", "# postlint report\n\nHow to read one.\n"),
        ("page.html", "<!DOCTYPE html>\n<title>postlint report</title>\n"),
    ],
)
def test_a_file_that_speaks_of_reports_is_none(site: Path, name: str, text: str) -> None:
    (site / name).write_text(text, encoding="utf-8")
    assert report(site, "content", "--output", name).returncode == 2
    assert (site / name).read_text("utf-8") == text


def test_a_post_is_never_overwritten(site: Path) -> None:
    done = report(site, "content", "--output", "content/a.md", "--force")
    assert done.returncode == 2
    assert (site / "content" / "a.md").read_text("utf-8") == POST


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal")
def test_on_a_terminal_the_page_is_a_file(site: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "postlint", "report", "content"],
        cwd=site,
        stdout=theirs,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 0
    assert done.stderr.startswith("postlint: postlint-report.html: 1 warning in 1 file;")
    assert (site / "postlint-report.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_what_is_wrong_with_the_command_exits_with_2(site: Path) -> None:
    (site / "postlint.toml").write_text("nonsense = 1\n", encoding="utf-8")
    assert report(site, "content").returncode == 2
    assert report(site, "content", "--no-config").returncode == 0
    assert report(site, "content", "--no-config", "--format", "json").returncode == 2
    assert report(site, "gone", "--no-config").returncode == 2


def test_no_posts_are_told(tmp_path: Path) -> None:
    done = report(tmp_path, ".", "--format", "markdown", "--no-cache")
    assert (done.returncode, done.stderr) == (0, "postlint: no posts here: nothing was checked\n")
    assert (
        done.stdout
        == "<!-- made by postlint report -->\n# postlint report\n\nnothing to report in 0 files\n"
    )


def test_the_baseline_and_the_rules_count(site: Path) -> None:
    (site / "content" / "b.md").write_text(POST.replace("The the", "The"), encoding="utf-8")
    text = report(site, "content", "--ignore", "duplicate-title", "--format", "markdown").stdout
    assert "| repeated-word | 0 | 1 | 0 | 1 |" in text
    text = report(site, "content", "--select", "a-an", "--format", "markdown").stdout
    assert "nothing to report in 2 files" in text


def test_terms_in_several_forms_are_told_where_they_are_asked_for(site: Path) -> None:
    for number in range(4):
        text = "Send an email.\n" if number else "Send an e-mail.\n"
        (site / "content" / f"{number}.md").write_text(text, encoding="utf-8")
    assert "e-mail" not in report(site, "content").stdout
    assert "e-mail (1 post)" in report(site, "content", "--terms").stdout
    assert "| email | 3 | e-mail (1) |" in report(
        site, "content", "--terms", "--format", "markdown"
    ).stdout.replace("\\-", "-").replace("\\(", "(").replace("\\)", ")")
