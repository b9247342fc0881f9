"""`postlint schema infer`: what it writes, and that what it says holds for that."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


def schema(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "postlint", "schema", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def write_posts(folder: Path, *front_matters: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, front_matter in enumerate(front_matters):
        text = f"---\n{front_matter}\n---\nText.\n"
        (folder / f"{number:03}.md").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "name"), [("schema", "news.schema.json"), ("tags", "news.Tags.json")]
)
def test_a_vocabulary_never_takes_the_place_of_the_schema(
    tmp_path: Path, key: str, name: str
) -> None:
    write_posts(tmp_path / "posts", *([f"{key}: Article", f"{key}: Event"] * 30))
    done = schema(tmp_path, "infer", "posts", "-o", name)
    assert done.stderr == "postlint: 60 of 60 posts pass\n"
    assert json.loads((tmp_path / name).read_text("utf-8"))["required"] == [key]
    assert schema(tmp_path, "check", name).stdout == f"{name}: fine, 1 key, 1 required\n"
