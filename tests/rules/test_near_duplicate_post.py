"""One text in two posts, and what is none."""

from pathlib import Path

import pytest

from postlint.config.site import Site
from postlint.engine.run import run

TEXT = " ".join(f"{first}{second}ation" for first in "bcdfghjklm" for second in "aeiouywxqzsv")


def said(posts: dict[str, str], folder: Path) -> dict[str, str]:
    """The message of each finding, by path."""
    for name, text in posts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    site = Site(select=("near-duplicate-post",))
    results = run(site.with_rest(site.find(["."])), site)
    return {one.path: one.message for result in results for one in result.findings}


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_latest_of_all_copies_is_reported_once(tmp_path: Path) -> None:
    posts = {f"{number:04}.md": TEXT for number in range(300)}
    assert said(posts, tmp_path) == {
        "0299.md": "text is nearly that of 0297.md, 0298.md and 297 more posts"
    }


@pytest.mark.parametrize(
    "other",
    ["en/v1.2/a.md", "versioned_docs/version-1.0/a.md", "zh-CN/a.md", "a.pt-BR.md", ".github/a.md"],
)
def test_editions_of_a_post_are_no_copies(other: str, tmp_path: Path) -> None:
    assert said({"a.md": TEXT, other: TEXT}, tmp_path) == {}


def test_the_same_name_in_another_month_is_a_copy(tmp_path: Path) -> None:
    found = said({"2019/05/a.md": TEXT, "2019/06/a.md": TEXT}, tmp_path)
    assert found == {"2019/06/a.md": "text is nearly that of 2019/05/a.md"}


@pytest.mark.parametrize(
    "entry", ["draft: true", "published: false", "canonical_url: https://example.org/a"]
)
def test_what_is_not_published_here_is_no_copy(entry: str, tmp_path: Path) -> None:
    assert said({"a.md": TEXT, "b.md": f"---\n{entry}\n---\n\n{TEXT}"}, tmp_path) == {}


@pytest.mark.parametrize("path", ["_drafts/b.md", "blog/_drafts/b.md"])
def test_a_draft_is_no_copy(path: str, tmp_path: Path) -> None:
    assert said({"a.md": TEXT, path: TEXT}, tmp_path) == {}


def test_reports_from_a_mould_differ_in_their_numbers(tmp_path: Path) -> None:
    assert said({"a.md": f"Week 41. {TEXT}", "b.md": f"Week 42. {TEXT}"}, tmp_path) == {}


def test_an_exact_copy_is_found_among_many_reports_from_a_mould(tmp_path: Path) -> None:
    posts = {f"r{number:02}.md": f"Week {number}. {TEXT}" for number in range(40)}
    found = said(posts | {"z.md": posts["r33.md"]}, tmp_path)
    assert found == {"z.md": "text is nearly that of r33.md"}


def test_a_post_without_words_tells_nothing(tmp_path: Path) -> None:
    assert said({"a.md": "", "b.md": "\n", "c.md": "## \n" * 200}, tmp_path) == {}
