"""The cache as a user meets it: where it lies, what is said when it cannot be used, how it goes."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess
from time import sleep

import pytest

from command_line import postlint


def run(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return postlint(folder, *arguments, environ=own_environ())


def own_environ() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key != "POSTLINT_CACHE_DIR"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_text("He said the the word.\n", encoding="utf-8")
    return tmp_path


def test_it_lies_at_the_top_of_the_site_and_git_does_not_see_it(site: Path) -> None:
    (site / "postlint.toml").write_text("", encoding="utf-8")
    first = run(site / "posts", "a.md")
    assert (first.returncode, first.stderr) == (1, "")
    names = {path.name for path in (site / ".postlint_cache").iterdir()}
    assert names > {".gitignore", "CACHEDIR.TAG"}
    assert not (site / "posts/.postlint_cache").exists()
    second = run(site / "posts", "a.md")
    assert (second.returncode, second.stdout, second.stderr) == (1, first.stdout, "")
    subprocess.run(["git", "init", "-q"], cwd=site, check=True)
    status = ["git", "status", "--porcelain", "-uall"]
    done = subprocess.run(status, cwd=site, capture_output=True, text=True, check=True)
    assert "cache" not in done.stdout


def test_no_cache_leaves_no_trace(site: Path) -> None:
    assert run(site, "--no-cache", ".").returncode == 1
    assert [path.name for path in site.iterdir()] == ["posts"]


def test_it_can_lie_elsewhere(site: Path) -> None:
    run(site, "--cache-dir", "elsewhere/here", ".")
    assert any((site / "elsewhere/here").glob("*.cache"))
    assert not (site / ".postlint_cache").exists()


def test_a_folder_that_cannot_be_written_is_told_once(site: Path) -> None:
    (site / ".postlint_cache").write_text("no folder", encoding="utf-8")
    done = run(site, ".")
    assert done.returncode == 1
    assert "stands twice in a row" in done.stdout
    assert done.stderr == (
        "postlint: the cache .postlint_cache cannot be written: Not a directory; "
        "--no-cache does without it\n"
    )


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told_once(site: Path) -> None:
    (site / ".postlint_cache").mkdir(mode=0o500)
    done = run(site, ".")
    assert done.returncode == 1
    assert done.stderr.count("cannot be written: Permission denied") == 1


def test_a_full_disk_leaves_what_was_there(site: Path) -> None:
    run(site, ".")
    (file,) = (site / ".postlint_cache").glob("*.cache")
    before = file.read_bytes()
    for number in range(50):
        (site / f"posts/{number}.md").write_text("He said the the word.\n" * 9, encoding="utf-8")

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 1_000, len(before) + 1_000))

    command = [sys.executable, "-m", "postlint", "."]
    done = subprocess.run(
        command,
        cwd=site,
        env=own_environ(),
        capture_output=True,
        text=True,
        preexec_fn=no_room,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("cannot be written") == 1
    assert file.read_bytes() == before
    assert run(site, ".").stderr == ""


def test_a_link_is_not_followed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (site / ".postlint_cache").symlink_to(elsewhere)
    done = run(site, ".")
    assert done.returncode == 1
    assert ".postlint_cache is a link" in done.stderr
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("top", [".", ".."])
def test_a_cache_that_somebody_has_committed_is_not_trusted(tmp_path: Path, top: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.md").write_text("He said the the word.\n", encoding="utf-8")
    (site / "postlint.toml").write_text("", encoding="utf-8")
    subprocess.run(["git", "init", "-q", top], cwd=site, check=True)
    run(site, ".")
    subprocess.run(["git", "add", "-f", "."], cwd=site, check=True)
    done = run(site, ".")
    assert done.returncode == 1
    assert "it is part of the repository" in done.stderr


def test_a_cache_of_which_git_says_nothing_is_not_trusted(site: Path) -> None:
    (site / ".git").mkdir()  # no repository, or one that git refuses because of its owner
    assert run(site, ".").stderr == ""
    done = run(site, ".")
    assert done.returncode == 1
    assert "git does not say whether it is part of the repository (fatal: " in done.stderr


def test_it_is_shown_and_cleared(site: Path) -> None:
    assert run(site, "cache", "show").stdout == ".postlint_cache: 0 sets of options, 0.0 kB\n"
    run(site, ".")
    assert run(site, "cache", "show").stdout.startswith(".postlint_cache: 1 set of options, ")
    (site / ".postlint_cache/mine.txt").write_text("not ours", encoding="utf-8")
    assert run(site, "cache", "clear").stdout.endswith(" removed\n")
    left = {path.name for path in (site / ".postlint_cache").iterdir()}
    assert left == {"mine.txt", ".gitignore", "CACHEDIR.TAG"}
    (site / ".postlint_cache/mine.txt").unlink()
    run(site, "cache", "clear")
    assert not (site / ".postlint_cache").exists()


@pytest.mark.parametrize("folder", [".", "posts", ""])
def test_a_folder_that_holds_other_things_is_left_alone(site: Path, folder: str) -> None:
    (site / "x.cache").write_text("not ours", encoding="utf-8")
    done = run(site, "--cache-dir", folder, ".")
    assert done.returncode == 1
    assert "cannot be written: it holds other files" in done.stderr
    cleared = run(site, "cache", "clear", "--cache-dir", folder)
    assert (cleared.returncode, "is no cache of postlint" in cleared.stderr) == (2, True)
    assert {path.name for path in site.iterdir()} == {"posts", "x.cache"}
    assert run(site, "--no-cache", ".").returncode == 1


def test_clearing_follows_no_link(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    run(site, "--cache-dir", str(elsewhere), ".")
    before = sorted(elsewhere.iterdir())
    (site / ".postlint_cache").symlink_to(elsewhere)
    assert run(site, "cache", "clear").returncode == 2
    assert sorted(elsewhere.iterdir()) == before


def test_nothing_is_written_through_a_link_in_the_folder(site: Path) -> None:
    (site / ".postlint_cache").mkdir()
    (site / ".postlint_cache/.gitignore").symlink_to("../posts/new.md")
    run(site, ".")
    assert not (site / "posts/new.md").exists()


def test_fixes_are_remembered_too(site: Path) -> None:
    run(site, "--fix", "--unsafe-fixes", ".")
    done = run(site, ".")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("settings", ["", '[[content]]\nfiles = ["**"]\nschema = "post"\n'])
def test_a_generator_that_is_added_is_seen(tmp_path: Path, settings: str) -> None:
    for name, text in {
        "postlint.toml": settings,
        "a.md": "---\ntitle: A\n---\n",
        "sub/content/a.md": "---\ntitle: B\n---\n",
        "sub/content/b.md": "---\ntitle: C\nurl: /a/\n---\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    sleep(0.1)  # what was written just now is not remembered
    select = ("--select", "permalink-clash", ".")
    assert run(tmp_path, *select).returncode == 0
    (tmp_path / "sub/hugo.toml").write_text("", encoding="utf-8")
    assert 'address "/a/" is that of sub/content/a.md, too' in run(tmp_path, *select).stdout
