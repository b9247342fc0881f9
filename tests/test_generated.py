"""Generated files are what their generator makes."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]


def test_generated_files_are_current() -> None:
    files = runpy.run_path(str(PROJECT / "docs" / "generate.py"))["generated_files"]()
    stale = [
        path.relative_to(PROJECT).as_posix()
        for path, text in files.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run: make docs"
    pages = {path for path in files if path.suffix == ".md"}
    assert set((PROJECT / "docs" / "rules").glob("*.md")) == pages, "a page without a rule"


def test_the_readme_shows_what_the_example_site_prints() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "postlint", "--color", "never", "source"],
        cwd=PROJECT / "examples" / "newsroom",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert f"```text\n{done.stdout.decode()}```\n" in readme
