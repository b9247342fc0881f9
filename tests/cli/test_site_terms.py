"""`postlint site terms` over posts of which one cannot be read, and its help."""

from pathlib import Path
from subprocess import CompletedProcess

from command_line import postlint


def site_terms(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return postlint(folder, "site", "terms", *arguments)


def test_a_post_that_cannot_be_read_is_told_after_the_report(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("By e-mail. By email.\n", encoding="utf-8")
    (tmp_path / "broken.md").symlink_to("nowhere")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "z.md").write_text("By email.\n", encoding="utf-8")
    done = site_terms(tmp_path, "--posts", "1", "--output-format", "csv")
    assert (
        done.stdout == "term,form,posts,times,path\nemail,email,2,2,a.md\nemail,e-mail,1,1,a.md\n"
    )
    assert [line.split(": cannot be read: ")[0] for line in done.stderr.splitlines()] == [
        "postlint: broken.md",
        "postlint: loop.md",
    ]
    assert done.returncode == 2


def test_the_help_names_the_table(tmp_path: Path) -> None:
    assert "lines for [terms] that" in " ".join(site_terms(tmp_path, "--help").stdout.split())
