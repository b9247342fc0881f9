"""Posts behind URLs: which are found, how they are fetched, what is refused."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fsspec")

import fsspec
from fsspec.implementations.memory import MemoryFileSystem

from postlint.config.site import Site
from postlint.content import remote
from postlint.content.ignore import patterns_of
from postlint.content.remote import RemoteFile, fetch, find_remote, local_path
from postlint.content.source import MAX_BYTES
from postlint.engine.run import Means, run
from postlint.model.errors import UsageError

FILES = {
    "/bucket/a.md": "The the end.\n",
    "/bucket/news/b.MDX": "Teh end.\n",
    "/bucket/news/drafts/c.md": "Teh draft.\n",
    "/bucket/news/[d].md": "Text.\n",
    "/bucket/news/notes.txt": "Teh notes.\n",
    "/bucket/node_modules/e.md": "Teh module.\n",
}


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """fsspec's file system in memory, with a few posts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    system = fsspec.filesystem("memory")
    for name, text in FILES.items():
        system.pipe(name, text.encode())
    yield system
    system.store.clear()


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("memory://bucket/a.md", ["memory://bucket/a.md"]),
        ("memory://bucket/news/notes.txt", ["memory://bucket/news/notes.txt"]),
        ("memory://bucket/news/[d].md", ["memory://bucket/news/[d].md"]),
        ("memory://bucket/*.md", ["memory://bucket/a.md"]),
        ("memory://bucket/**/*.txt", ["memory://bucket/news/notes.txt"]),
        ("memory://bucket/news/dr*", ["memory://bucket/news/drafts/c.md"]),
        (
            "memory://bucket/news/",
            [f"memory://bucket/news/{name}" for name in ("[d].md", "b.MDX", "drafts/c.md")],
        ),
        ("memory://", [f"memory://bucket/{name}" for name in ("a.md", "news/[d].md")]),
    ],
)
def test_files_folders_and_globs(url: str, found: list[str]) -> None:
    names = [one.url for one in find_remote([url, url], None)]
    assert names[: len(found)] == found
    assert not any("node_modules" in name for name in names)


def test_patterns_see_a_url_without_its_scheme() -> None:
    excluded = patterns_of(["drafts/", "/bucket/*.md"], "/site")
    names = [one.url for one in find_remote(["memory://bucket"], excluded)]
    assert names == ["memory://bucket/news/[d].md", "memory://bucket/news/b.MDX"]


def test_many_files_are_fetched_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_AT_ONCE", 2)
    files = find_remote(["memory://bucket"], None)
    gone = RemoteFile("memory://bucket/gone.md", "/bucket/gone.md", 5)
    unknown = files[0]._replace(size=None)
    *found, lost, again = fetch([*files, gone, unknown])
    assert found == [FILES[one.path].encode() for one in files]
    assert isinstance(lost, OSError)
    assert str(lost) == "no such file"
    assert again == found[0]


def test_a_huge_file_is_not_read_to_its_end(memory: Any) -> None:
    memory.pipe("/huge/a.md", b"x" * (MAX_BYTES + 10))
    (data,) = fetch(find_remote(["memory://huge"], None))
    assert isinstance(data, bytes)
    assert len(data) == MAX_BYTES + 1


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("memory://bukcet", "memory://bukcet: no such file or folder"),
        ("memory://bucket/*.rst", "no file matches"),
        ("memory://*/a.md", "name the bucket"),
        ("memry://bucket", 'memry:// is not read, only s3, .*; did you mean "memory"'),
        ("sftp://host/a.md", "sftp:// is not read"),
        ("simplecache::memory://bucket", "is chained"),
        ("s3://key:secret@bucket/a.md", r"^s3://\.\.\.: has a password in it"),
    ],
)
def test_urls_that_are_refused(url: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        find_remote([url], None)


def test_what_a_file_system_says_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ValueError("no credentials\nat all")

    monkeypatch.setattr(MemoryFileSystem, "info", refuse)
    with pytest.raises(UsageError, match=r"^memory://b: cannot be read: no credentials$"):
        find_remote(["memory://b"], None)


def test_packages_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(UsageError, match="reading it takes s3fs; pip install s3fs"):
        find_remote(["s3://bucket"], None)
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(UsageError, match=r"takes fsspec; pip install postlint\[remote\]"):
        find_remote(["memory://bucket"], None)


def test_a_file_url_is_a_path() -> None:
    assert local_path("file:///site/a%20b.md") == "/site/a b.md"
    assert local_path("memory://a.md") is None
    with pytest.raises(UsageError, match="names the machine host"):
        local_path("file://host/a.md")


def test_a_run_reads_urls_beside_files(tmp_path: Path, memory: Any) -> None:
    rules = "rules = { known-misspelling = 'off' }"
    config = f'exclude = ["drafts/"]\n[[content]]\nfiles = ["**/news/*"]\n{rules}\n'
    (tmp_path / "postlint.toml").write_text(config, encoding="utf-8")
    (tmp_path / "here.md").write_text("Teh [link](gone.md).\n", encoding="utf-8")
    memory.pipe("/bucket/link.md", b"A [link](gone.md).\n")
    site = Site()
    names = ["memory://bucket", "here.md", (tmp_path / "here.md").as_uri()]
    results = run(site.find(names), site, Means())
    assert [(one.path, [finding.rule for finding in one.findings]) for one in results] == [
        ("here.md", ["known-misspelling", "link-target-missing"]),
        ("memory://bucket/a.md", ["repeated-word"]),
        ("memory://bucket/link.md", []),
        ("memory://bucket/news/[d].md", []),
        ("memory://bucket/news/b.MDX", []),
    ]
