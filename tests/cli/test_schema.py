"""`postlint schema`: what is inferred and written, and which schemas are checked."""

import json
import tomllib
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from command_line import postlint


def schema(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return postlint(folder, "schema", *arguments)


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


def test_a_value_that_does_not_exist_elsewhere_is_an_exception(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    staff = "anna: {name: Anna}\nben: {name: Ben}\n"
    (tmp_path / "data" / "authors.yml").write_text(staff, encoding="utf-8")
    write_posts(tmp_path / "posts", *["author: anna", "author: ben"] * 30, "author: annna")
    told = (
        "postlint: 60 of 61 posts pass; this is the exception:\n"
        '  posts/060.md:2:9: "author" is "annna", which data/authors.yml does not have,'
        ' did you mean "anna"?\n'
    )
    assert schema(tmp_path, "infer", "posts").stderr == told
    assert schema(tmp_path, "infer", "posts", "-o", "news.schema.json").stderr == told


@pytest.mark.parametrize(
    ("here", "path", "glob"),
    [
        (".", ".", "**"),
        (".", "posts", "posts/**"),
        (".", "./posts/", "posts/**"),
        (".", "[2024]", r"\[2024\]/**"),
        (".", "posts/000.md", "posts/000.md"),
        (".", "posts/*.md", "posts/*.md"),
        (".", "0.md", "/0.md"),
        (".", ".drafts", ".drafts/**"),
        (".", "*.md", "/*.md"),
        ("posts", ".", "posts/**"),
        ("posts", "*.md", "posts/*.md"),
    ],
)
def test_what_is_printed_binds_the_schema(tmp_path: Path, here: str, path: str, glob: str) -> None:
    for folder in ("posts", "[2024]", ".drafts"):
        write_posts(tmp_path / folder, *["title: A"] * 9)
    (tmp_path / "0.md").write_text("---\ntitle: A\n---\n", encoding="utf-8")
    (tmp_path / "postlint.toml").write_text("", encoding="utf-8")
    done = schema(tmp_path / here, "infer", path, "-o", str(tmp_path / "a.schema.json"))
    _, _, table = done.stdout.partition("For postlint.toml:\n\n")
    assert tomllib.loads(table) == {"content": [{"files": [glob], "schema": "a.schema.json"}]}
    (tmp_path / "postlint.toml").write_text(table, encoding="utf-8")
    post = min((tmp_path / here).glob(path)) if "*" in path else tmp_path / here / path
    post = next(post.glob("*.md")) if post.is_dir() else post
    assert "because of" in schema(tmp_path, "show", str(post)).stdout


def test_a_schema_outside_of_the_site_cannot_be_bound(tmp_path: Path) -> None:
    write_posts(tmp_path / "site" / "posts", "title: A")
    (tmp_path / "site" / "postlint.toml").write_text("", encoding="utf-8")
    done = postlint(tmp_path / "site", "schema", "infer", "posts", "-o", "../a.schema.json")
    assert done.stdout == (
        "../a.schema.json: written\n"
        "To bind it, put it into this folder: a configuration names nothing outside of its own\n"
    )


def test_a_folder_is_searched_for_schemas_as_for_posts(tmp_path: Path) -> None:
    for folder in ("schemas", "node_modules/a", "built"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.schema.json").write_text("{}", encoding="utf-8")
    (tmp_path / "schemas" / "data.json").write_text("[]", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("built/\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    done = schema(tmp_path, "check", ".")
    assert done.stdout == "schemas/a.schema.json: fine, no keys, none required\n"
