"""The benchmark beside other tools: its posts, its runs, its tables."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from corpus import Corpus, build, change, extract_front_matter, middle, some, sources_in
from processes import Entry, Run, rounds
from speed_table import Measured, tables, write_between

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is counted as Linux does")
POST = "---\ntitle: {}\n---\nText.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three posts, and what is none."""
    blog = tmp_path / "blog"
    (blog / "old").mkdir(parents=True)
    (blog / ".github").mkdir()
    for name in ("a.md", "b.md", "old/a.markdown", ".github/c.md", "d.png"):
        (blog / name).write_text(POST.format(name), encoding="utf-8")
    return blog


def test_all_posts_are_copied_until_there_are_enough(folder: Path, tmp_path: Path) -> None:
    corpus = build(sources_in([folder]), tmp_path / "posts", 7)
    names = ["a.md", "b.md", "old/a.markdown"]
    assert [post.as_posix() for post in corpus.posts] == [
        f"{number}/blog/{name}" for number in (1, 2) for name in names
    ]
    assert corpus.size == sum(path.stat().st_size for path in corpus.folder.rglob("*.m*"))
    assert corpus.title == "6 posts, 0.2 kB"


def test_of_too_many_posts_some_are_copied(folder: Path, tmp_path: Path) -> None:
    corpus = build(sources_in([folder]), tmp_path / "posts", 2)
    assert [post.as_posix() for post in corpus.posts] == ["1/blog/a.md", "1/blog/b.md"]
    assert len(some(sources_in([folder]), 2)) == 2


def test_the_one_post_is_of_middle_size_and_has_front_matter(folder: Path) -> None:
    (folder / "empty.md").touch()
    assert middle(sources_in([folder])).path.name == "b.md"


def test_a_second_change_takes_the_first_one_back(folder: Path, tmp_path: Path) -> None:
    corpus = build(sources_in([folder]), tmp_path / "posts", 3)
    before = [(corpus.folder / post).read_bytes() for post in corpus.posts]
    change(corpus, 0.01)
    between = [(corpus.folder / post).read_bytes() for post in corpus.posts]
    change(corpus, 0.01)
    assert [old != new for old, new in zip(before, between, strict=True)].count(True) == 1
    assert [(corpus.folder / post).read_bytes() for post in corpus.posts] == before


def test_the_front_matter_is_taken_out(folder: Path, tmp_path: Path) -> None:
    (folder / "b.md").write_text("+++\ntitle = 'not YAML'\n+++\n", encoding="utf-8")
    corpus = build(sources_in([folder]), tmp_path / "posts", 3)
    names = extract_front_matter(corpus, tmp_path / "yaml")
    texts = [(tmp_path / "yaml" / name).read_text(encoding="utf-8") for name in names]
    assert texts == ["title: a.md\n", "title: old/a.markdown\n"]


@LINUX
def test_commands_are_run_in_turns(tmp_path: Path) -> None:
    def entry(name: str) -> Entry:
        write = f"open('log', 'a').write({name!r})"
        return Entry(name, (sys.executable, "-c", write), tmp_path)

    runs = rounds([entry("a"), entry("b")], 2, {})
    assert (tmp_path / "log").read_text(encoding="utf-8") == "abab"
    assert all(run.seconds > 0 and run.peak > 1e6 for name in "ab" for run in runs[name])


@LINUX
def test_a_command_that_fails_is_no_run(tmp_path: Path) -> None:
    fails = Entry("a", (sys.executable, "-c", "raise SystemExit(2)"), tmp_path)
    with pytest.raises(RuntimeError, match="ended with 2"):
        rounds([fails], 1, {})


def test_ratios_are_those_of_a_round() -> None:
    corpus = Corpus(Path(), (Path("a.md"), Path("b.md")), 2_000_000)
    ours = [Run(1.0, 50_000_000), Run(4.0, 60_000_000), Run(9.0, 50_000_000)]
    theirs = [Run(2.0, 20_000_000), Run(2.0, 20_000_000), Run(3.0, 20_000_000)]
    runs = {"postlint cold": ours, "typos": theirs, "nothing": theirs}
    all_posts = Measured(corpus, runs)
    assert tables([all_posts], [all_posts]) == (
        "|  | 2 posts, 2.0 MB | peak memory |\n"
        "|---|---|---|\n"
        "| **postlint**, nothing remembered | 4 | 60 MB |\n"
        "| typos (spelling) | 2 | under 20 MB |\n"
        "\n"
        "| ratio in the same round |  | goal |\n"
        "|---|---|---|\n"
        "| all posts: postlint, nothing remembered / typos | 2.00 | 2 at most |\n"
        "\n"
        "| postlint, nothing remembered | seconds | MB a second | peak memory |\n"
        "|---|---|---|---|\n"
        "| 2 posts, 2.0 MB | 4 | 0.5 | 60 MB |"
    )


def test_only_what_is_between_the_comments_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before.\n<!-- speed -->\nold\n<!-- /speed -->\nAfter.\n", encoding="utf-8")
    write_between(page, "new")
    assert page.read_text(encoding="utf-8") == (
        "Before.\n<!-- speed -->\nnew\n<!-- /speed -->\nAfter.\n"
    )
    page.write_text("<!-- speed -->\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no"):
        write_between(page, "new")
