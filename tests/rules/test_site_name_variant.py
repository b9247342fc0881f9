"""A name that one post spells otherwise than the others of its site."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from postlint.config.site import Site
from postlint.engine.run import run

RIGHT = ["We spoke to Tobias Bieniek.\n"] * 3
WRONG = "We spoke to Tobias Bienek.\n"


def said(posts: Sequence[str], folder: Path, config: str = "") -> list[str]:
    """`post: message` of each finding."""
    (folder / "postlint.toml").write_text(config, encoding="utf-8")
    for number, text in enumerate(posts):
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    site = Site(select=("site-name-variant", "near-miss", "name-variant"))
    results = run(site.find(["."]), site)
    return [f"{Path(one.path).stem}: {one.message}" for each in results for one in each.findings]


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_three_posts_outweigh_one(tmp_path: Path) -> None:
    found = '3: "Tobias Bienek" is in no other post; 3 have "Tobias Bieniek"'
    assert said([*RIGHT, WRONG], tmp_path) == [found]
    assert said([*RIGHT, WRONG, WRONG], tmp_path) == []


def test_two_posts_do_not(tmp_path: Path) -> None:
    assert said([*RIGHT[:2], WRONG], tmp_path) == []


def test_an_accepted_name_is_right(tmp_path: Path) -> None:
    assert said([*RIGHT, WRONG], tmp_path, 'words.accept = ["Bienek", "Bieniek"]\n') == []


def test_a_post_that_has_both_is_told_once(tmp_path: Path) -> None:
    found = said([*RIGHT, f"{RIGHT[0]}{RIGHT[0]}{WRONG}"], tmp_path)
    assert found == ['3: "Bienek" appears once; "Bieniek" 2 times in this post']


@pytest.mark.parametrize(
    "front_matter",
    [
        "---\nauthor: Tobais Bieniek\n---\n",
        '---\nauthors:\n  - name: "Tobais Bieniek"\n    url: x\n---\n',
        '+++\nauthors = ["Tobais Bieniek"]\n+++\n',
    ],
)
def test_authors_are_names(front_matter: str, tmp_path: Path) -> None:
    found = '3: "Tobais Bieniek" is in no other post; 3 have "Tobias Bieniek"'
    assert said([*RIGHT, front_matter], tmp_path) == [found]


@pytest.mark.parametrize(
    ("right", "author", "fixed"),
    [
        ("Lena Dankhausen Bieniek", "Lena  Dankhausen Bienek", "Lena  Dankhausen Bieniek"),
        ("Tobias Bieniek", "Tobias  Bienek", "Tobias  Bieniek"),
        ("Tobias   Bieniek", "Tobias Bienek", "Tobias Bieniek"),
        ("Bienekov Bieniek", "Bienekov Bienek", "Bienekov Bieniek"),
        ("Bienek Anna Bieniek", "Bienek Anna Bienek", "Bienek Anna Bieniek"),
    ],
)
def test_the_word_that_is_misspelt_is_mended(
    right: str, author: str, fixed: str, tmp_path: Path
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(f"---\nauthor: {right}\n---\n", encoding="utf-8")
    wrong = tmp_path / "wrong.md"
    wrong.write_text(f"---\nauthor: {author}\n---\n", encoding="utf-8")
    site = Site(select=("site-name-variant",))
    [finding] = [one for each in run(site.find(["."]), site) for one in each.findings]
    assert finding.fix is not None
    text = wrong.read_text(encoding="utf-8")
    for edit in finding.fix.edits:
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    assert text == f"---\nauthor: {fixed}\n---\n"


@pytest.mark.parametrize(
    ("right", "other"),
    [
        ("We met Maria Rowland there.\n", "We met Mario Rowland there.\n"),
        ("We met the Rust Team there.\n", "We met the Rust Teams there.\n"),
        ("They like Miscompilation a lot.\n", "They like Miscompilations a lot.\n"),
        ("We met Hans Meier there.\n", "We met Hans Meyer-Schmidt there.\n"),
    ],
)
def test_another_name_is_no_variant(right: str, other: str, tmp_path: Path) -> None:
    assert said([right, right, right, other], tmp_path) == []
