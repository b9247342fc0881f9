"""The hook, run by the real pre-commit as a user's repository would run it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
GIT = ("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org")


@pytest.fixture
def hook_repository(tmp_path: Path) -> Path:
    """The project as it stands in the work tree, committed, so that try-repo can clone it."""
    repository = tmp_path / "postlint"
    ignored = shutil.ignore_patterns(".git", ".venv", "*_cache", ".hypothesis", "__pycache__")
    shutil.copytree(PROJECT, repository, ignore=ignored)
    return _commit_all(repository)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site under version control, with one mistake in one post."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "good.md").write_text("---\ntitle: News\n---\nAll is well.\n", encoding="utf-8")
    (folder / "bad.md").write_text("He said the the word.\n", encoding="utf-8")
    (folder / "code.py").write_text("the the = 1\n", encoding="utf-8")
    return _commit_all(folder)


@pytest.mark.slow
def test_one_hook_finds_the_mistake_and_the_other_mends_it(
    hook_repository: Path, site: Path, tmp_path: Path
) -> None:
    done = _try_hooks(hook_repository, site, tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    found, mended = done.stdout.split("- hook id: postlint-fix")
    assert "- hook id: postlint\n" in found
    assert "repeated-word" in found
    assert "bad.md" in found
    assert "good.md" not in found
    assert "code.py" not in found
    assert "files were modified by this hook" in mended
    assert (site / "bad.md").read_text(encoding="utf-8") == "He said the word.\n"


def _try_hooks(repository: Path, site: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Run the hooks of a repository on all files of a site."""
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", repository, "-a"],
        cwd=site,
        env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache"), "PRE_COMMIT_COLOR": "never"},
        capture_output=True,
        text=True,
        check=False,
    )


def _commit_all(folder: Path) -> Path:
    subprocess.run([*GIT, "init", "-q"], cwd=folder, check=True)
    subprocess.run([*GIT, "add", "-A"], cwd=folder, check=True)
    subprocess.run([*GIT, "commit", "-qm", "all"], cwd=folder, check=True)
    return folder
