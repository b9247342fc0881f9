"""Only what was changed: files, lines, what is staged, and what git cannot say."""

import os
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from command_line import postlint

GIT = {
    **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
OLD = "It was a apple.\n\nAll is well.\n"


def git(folder: Path, *args: str) -> None:
    subprocess.run(
        ["git", *args], cwd=folder, check=True, capture_output=True, env=os.environ | GIT
    )


def commit(folder: Path) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "change")


def check(folder: Path, *arguments: str) -> CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if name[:3] not in ("CI_", "GIT")}
    return postlint(folder, "--output-format=concise", *arguments, environ=environ)


def places(done: CompletedProcess[str]) -> list[str]:
    """`file:line` of each finding."""
    return [":".join(line.split(":")[:2]) for line in done.stdout.splitlines()]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with two old posts on main, and a branch that is checked out."""
    folder = tmp_path / "a site"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "post é.md").write_text(OLD)
    (folder / "other.md").write_text(OLD)
    (folder / "image.bin").write_bytes(b"\0\1")
    commit(folder)
    git(folder, "switch", "-q", "-c", "branch")
    return folder


def test_only_changed_and_new_files(site: Path) -> None:
    (site / "post é.md").write_text(OLD + "\nMore.\n")
    (site / "image.bin").write_bytes(b"\0\2")
    commit(site)
    (site / "new.md").write_text(OLD)
    assert places(check(site, "--since", "main", ".")) == ["new.md:1", "post é.md:1"]


def test_only_changed_lines(site: Path) -> None:
    (site / "image.bin").write_bytes(b"\0\2")
    (site / "post é.md").write_text(OLD + "\nIt was a orange.\n")
    commit(site)
    (site / "new.md").write_text(OLD)
    assert places(check(site, "--changed-lines", ".")) == ["new.md:1", "post é.md:5"]
    assert places(check(site, "--changed-lines=main", ".")) == ["new.md:1", "post é.md:5"]


def test_what_main_has_changed_meanwhile_does_not_count(site: Path) -> None:
    (site / "post é.md").write_text(OLD + "\nIt was a orange.\n")
    commit(site)
    git(site, "switch", "-q", "main")
    (site / "other.md").write_text("Mended.\n")
    commit(site)
    git(site, "switch", "-q", "branch")
    assert places(check(site, "--since", "main", ".")) == ["post é.md:1", "post é.md:5"]


def test_a_missing_key_counts_when_the_front_matter_was_changed(site: Path) -> None:
    (site / "s.json").write_text('{"required": ["title"]}')
    post = "---\n$schema: s.json\nnumber: 1\n---\n\nIt was a apple.\n"
    (site / "a.md").write_text(post)
    commit(site)
    git(site, "switch", "-q", "-c", "next")
    (site / "a.md").write_text(post + "\nMore.\n")
    assert places(check(site, "--changed-lines=branch", "a.md")) == []
    (site / "a.md").write_text(post.replace("number: 1", "number: 2"))
    assert places(check(site, "--changed-lines=branch", "a.md")) == ["a.md:1"]


def test_a_folder_below_the_repository(site: Path) -> None:
    (site / "posts").mkdir()
    (site / "posts" / "a.md").write_text(OLD)
    assert places(check(site / "posts", "--since", "main")) == ["a.md:1"]


def test_what_is_staged_is_read_and_not_what_stands_on_disk(site: Path) -> None:
    (site / "post é.md").write_text("It was a orange.\n")
    git(site, "add", ".")
    (site / "post é.md").write_text("All is well.\n")
    (site / "other.md").write_text("It was a orange.\n")
    assert places(check(site, "--staged", ".")) == ["post é.md:1"]


def test_a_key_that_was_deleted_is_a_change(site: Path) -> None:
    (site / "s.json").write_text('{"required": ["title"]}')
    (site / "a.md").write_text("---\n$schema: s.json\ntitle: x\n---\n")
    commit(site)
    git(site, "switch", "-q", "-c", "next")
    (site / "a.md").write_text("---\n$schema: s.json\n---\n")
    assert places(check(site, "--changed-lines=branch", "a.md")) == ["a.md:1"]


def test_no_attribute_of_the_repository_hides_a_change(site: Path) -> None:
    (site / ".gitattributes").write_text("*.md -diff\n")
    (site / "post é.md").write_text(OLD + "\nIt was a orange.\n")
    commit(site)
    assert places(check(site, "--changed-lines=main", "post é.md")) == ["post é.md:5"]


def test_a_post_that_became_a_link_or_was_renamed(site: Path) -> None:
    (site / "other.md").unlink()
    (site / "other.md").symlink_to("post é.md")
    git(site, "mv", "post é.md", "new name.md")
    commit(site)
    assert places(check(site, "--changed-lines=main", ".")) == ["other.md:1"]


def test_what_is_old_is_in_reports_as_muted(site: Path) -> None:
    (site / "post é.md").write_text(OLD + "\nMore.\n")
    commit(site)
    done = check(site, "--changed-lines=main", "--output-format=sarif", "post é.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert '"underReview"' in done.stdout


def test_fixes_touch_changed_lines_only(site: Path) -> None:
    (site / "a.md").write_text("One.\n\nThe the old one.\n")
    commit(site)
    git(site, "switch", "-q", "-c", "next")
    mute = "<!-- postlint-disable-next-line a-an -- x -->\n"
    (site / "a.md").write_text(f"One.\n\n{mute}{mute}The the old one.\n")
    command = [sys.executable, "-m", "postlint", "--changed-lines=branch", "--fix", "a.md"]
    subprocess.run(command, cwd=site, capture_output=True, check=False)
    assert (site / "a.md").read_text() == "One.\n\nThe the old one.\n"


def test_a_staged_post_need_not_be_on_disk(site: Path) -> None:
    (site / "gone.md").write_text(OLD)
    git(site, "add", ".")
    (site / "gone.md").unlink()
    assert places(check(site, "--staged", ".")) == ["gone.md:1"]


def test_staged_posts_that_link_to_each_other_need_not_be_on_disk(site: Path) -> None:
    for name, other in (("one.md", "two.md"), ("two.md", "one.md")):
        (site / name).write_text(f"Look at [the other]({other}).\n")
    git(site, "add", ".")
    for name in ("one.md", "two.md"):
        (site / name).unlink()
    assert places(check(site, "--staged", ".")) == []


def test_the_first_commit_can_be_staged(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "a.md").write_text(OLD)
    git(tmp_path, "add", ".")
    assert places(check(tmp_path, "--staged", ".")) == ["a.md:1"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--since", "nowhere"), 'git knows no commit "nowhere"; fetch it, or name another'),
        (("--since", "--output=x"), 'git knows no commit "--output=x"; fetch it, or name'),
        (("--since", "main", "--staged"), "--since, --changed-lines and --staged exclude each"),
        (("--staged", "--fix"), "--staged reads what git has; there is nothing to mend"),
    ],
)
def test_what_cannot_be_known_is_an_error(site: Path, args: tuple[str, ...], message: str) -> None:
    done = check(site, *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_outside_of_a_repository(tmp_path: Path) -> None:
    done = check(tmp_path, "--staged")
    assert done.returncode == 2
    assert done.stderr.startswith("postlint: only git knows what was changed: not a git repository")


def test_a_shallow_clone_says_what_to_fetch(site: Path, tmp_path: Path) -> None:
    (site / "new.md").write_text(OLD)
    commit(site)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", site.as_uri(), str(clone))
    done = check(clone, "--changed-lines=origin/main")
    assert done.returncode == 2
    assert 'HEAD and "origin/main" have no commit in common here; fetch more' in done.stderr
