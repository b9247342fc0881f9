"""Discovery: which files a run reads, literal trees beside literal lists."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from postlint.content.discover import Found, find_files
from postlint.model.errors import ConfigError, UsageError


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def touch(*names: str) -> None:
    write(dict.fromkeys(names, ""))


def link(name: str, target: str) -> None:
    Path(name).symlink_to(target)


def find(*paths: str, exclude: Iterable[str] = ()) -> Found:
    return find_files(paths, root=Path(), exclude=tuple(exclude))


def names(*paths: str, exclude: Iterable[str] = ()) -> list[str]:
    found = find(*paths, exclude=exclude)
    assert found.unreadable == ()
    return [str(path) for path in found.files]


def failures(*paths: str) -> list[tuple[str, str]]:
    return [(str(one.path), one.reason) for one in find(*paths).unreadable]


def test_a_folder_gives_its_markdown_sorted(site: Path) -> None:
    touch("b.md", "a/z.mdx", "a/y.markdown", "a-b/x.MD", "a/notes.txt", "a/md", "c.md.bak")
    assert names(".") == ["a-b/x.MD", "a/y.markdown", "a/z.mdx", "b.md"]
    assert names("a") == names("a/") == names("./a") == ["a/y.markdown", "a/z.mdx"]


def test_no_paths_give_no_files(site: Path) -> None:
    touch("a.md")
    assert names() == []


def test_each_file_is_found_once_whatever_the_order_of_paths(site: Path) -> None:
    touch("content/a.md", "content/b.md")
    once = ["content/a.md", "content/b.md"]
    paths = ["content/b.md", "content", "./content/a.md", str(site / "content"), "content/*.md"]
    assert names(*paths) == names(*reversed(paths)) == once


def test_a_folder_may_be_named_like_a_file(site: Path) -> None:
    touch("x.md/inner.md", "x.md/picture.png")
    assert names(".") == names("x.md") == ["x.md/inner.md"]


def test_a_file_named_outright_needs_no_extension(site: Path) -> None:
    touch("LICENSE", "post.txt")
    assert names("LICENSE", "post.txt") == ["LICENSE", "post.txt"]


def test_odd_names_are_found_as_they_are(site: Path) -> None:
    odd = ["a b.md", "line\nfeed.md", "ü 中.md", os.fsdecode(b"caf\xe9.md"), "[slug].md", "'.md"]
    touch(*odd)
    assert names(".") == sorted(odd)
    assert names(*odd) == sorted(odd)


def test_hidden_folders_are_read_and_packages_are_not(site: Path) -> None:
    touch(".github/ISSUE.md", ".git/a.md", "node_modules/p/README.md", "x/.venv/lib/a.md")
    touch("vendor/autoload.php", "vendor/monolog/README.md")
    touch("env/pyvenv.cfg", "env/lib/README.md")
    touch("content/vendor/review.md")
    assert names(".") == [".github/ISSUE.md", "content/vendor/review.md"]
    assert names("node_modules") == ["node_modules/p/README.md"]
    assert names("vendor") == ["vendor/monolog/README.md"]


def test_locks_and_resource_forks_are_no_posts(site: Path) -> None:
    touch("._post.md", "post.md")
    link(".#post.md", "editor@host.4711")
    assert names(".") == ["post.md"]


def test_gitignore_is_respected_in_folders_and_not_for_what_is_named(site: Path) -> None:
    touch("public/a.md", "content/a.md", "content/draft-b.md")
    write({".gitignore": "/public/\ndraft-*.md\n"})
    assert names(".") == ["content/a.md"]
    assert names("public", "content/draft-b.md") == ["content/draft-b.md", "public/a.md"]


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        ("*.md\n!keep.md\n", ["a/keep.md", "keep.md"]),
        ("/keep.md\n", ["a/keep.md", "a/b/x.md", "x.md"]),
        ("a/**\n!a/keep.md\n", ["a/keep.md", "keep.md", "x.md"]),
        ("a/\n!a/keep.md\n", ["keep.md", "x.md"]),
        ("*\n!*/\n!keep.md\n", ["a/keep.md", "keep.md"]),
        ("**/b\n", ["a/keep.md", "keep.md", "x.md"]),
        ("# a/\n\n\\!x.md\nx[\n[[:alpha:]\n!\nx\\\n", ["a/b/x.md", "a/keep.md", "keep.md", "x.md"]),
        ("\ufeffx.md\r\nkeep.md\r\n", []),
    ],
)
def test_patterns_mean_what_git_means(site: Path, patterns: str, expected: list[str]) -> None:
    touch("x.md", "keep.md", "a/keep.md", "a/b/x.md")
    write({".gitignore": patterns})
    assert names(".") == sorted(expected)


def test_the_nearest_gitignore_has_the_last_word(site: Path) -> None:
    touch("posts/2020/a.md", "posts/2020/b.md", "posts/c.md")
    write({".gitignore": "*.md\n", "posts/2020/.gitignore": "!a.md\n"})
    assert names(".") == names("posts/2020") == ["posts/2020/a.md"]


def test_patterns_hold_from_the_top_of_the_repository(site: Path) -> None:
    touch("repo/docs/a.md", "repo/docs/b.md", "repo/docs/c.md", "repo/docs/d.md")
    write({".gitignore": "d.md\n", "repo/.gitignore": "/docs/b.md\n"})
    write({"repo/.git/info/exclude": "c.md\n"})
    assert names("repo/docs") == names("repo") == ["repo/docs/a.md", "repo/docs/d.md"]


def test_a_submodule_and_a_worktree_are_repositories_of_their_own(site: Path) -> None:
    touch(".git/HEAD", "sub/a.md", "sub/b.md", "sub/c.md")
    write({".gitignore": "a.md\n", "sub/.git": "gitdir: ../.git/worktrees/sub\n"})
    write({".git/worktrees/sub/commondir": "../..\n", ".git/info/exclude": "b.md\n"})
    assert names(".") == names("sub") == ["sub/a.md", "sub/c.md"]


def test_git_agrees(site: Path) -> None:
    if not shutil.which("git"):
        pytest.skip("needs git")
    touch(*(f"{a}/{b}/{c}.md" for a in ("a", "b.d", "build") for b in "abc" for c in "abc"))
    write({".gitignore": "build/*\n!build/b/\nb/**/c.md\n*.d/a\n", "a/.gitignore": "/c\n!c/b.md\n"})
    subprocess.run(["git", "init", "-q", "."], check=True)
    git = ["git", "ls-files", "-o", "--exclude-standard", "--", "*.md"]
    listed = subprocess.run(git, check=True, capture_output=True, text=True).stdout
    assert names(".") == sorted(listed.split())


@pytest.mark.parametrize("pattern", ["*a" * 40 + "*b", "*[(?]" * 9 + "b", "**/a/" * 9 + "b"])
def test_a_pattern_made_to_hang_does_not(site: Path, pattern: str) -> None:
    touch("a/" * 60 + "a" * 200 + "(.md")
    write({".gitignore": pattern})
    assert len(names(".")) == 1


def test_a_gitignore_that_is_a_pipe_or_a_link_is_passed_over(site: Path) -> None:
    touch("a/a.md", "b/b.md")
    os.mkfifo("a/.gitignore")
    link("b/.gitignore", "/dev/zero")
    assert names(".") == ["a/a.md", "b/b.md"]


@pytest.mark.parametrize("text", ["", "gitdir: a\0b\n", "gitdir: /dev/zero\n", "gitdir: .git"])
def test_a_git_file_that_leads_nowhere_does_no_harm(site: Path, text: str) -> None:
    write({".git": text, "a.md": ""})
    assert names(".") == ["a.md"]


def test_exclude_wins_over_everything(site: Path) -> None:
    touch("drafts/a.md", "posts/a.md", "posts/drafts/b.md", "posts/old.md")
    assert names(".", exclude=["/drafts/", "old.*"]) == ["posts/a.md", "posts/drafts/b.md"]
    named = ("drafts", "drafts/a.md", "posts/old.md", "posts/a.md")
    assert names(*named, exclude=["drafts", "old.md"]) == ["posts/a.md"]


def test_exclude_is_relative_to_the_root(site: Path) -> None:
    touch("blog/a.md", "blog/posts/b.md", "posts/c.md")
    found = find_files(["."], root=Path("blog"), exclude=["/posts"])
    assert [str(path) for path in found.files] == ["blog/a.md", "posts/c.md"]


def test_an_exclude_that_is_no_pattern_is_an_error(site: Path) -> None:
    with pytest.raises(ConfigError, match=r'^exclude: "drafts\[" is not a pattern'):
        find(".", exclude=["drafts["])


@pytest.mark.parametrize(
    ("glob", "expected"),
    [
        ("content/**/*.md", ["content/a.md", "content/posts/b.md"]),
        ("content/*.md", ["content/a.md"]),
        ("*/posts", ["content/posts/b.md", "content/posts/c.mdx"]),
        ("content/posts/[!b].*", ["content/posts/c.mdx"]),
        ("content/post?/*.txt", ["content/posts/d.txt"]),
        ("**/*", ["content/a.md", "content/posts/b.md", "content/posts/c.mdx"]),
        ("./content//*.md", ["content/a.md"]),
    ],
)
def test_globs_for_shells_that_do_not_expand_them(
    site: Path, glob: str, expected: list[str]
) -> None:
    touch("content/a.md", "content/posts/b.md", "content/posts/c.mdx", "content/posts/d.txt")
    assert names(glob) == expected


def test_a_glob_may_be_absolute_or_go_up(site: Path) -> None:
    touch("content/a.md", "docs/b.md")
    assert names(f"{site}/*/a.md") == ["content/a.md"]
    assert names("docs/../content/*.md") == ["content/a.md"]


def test_paths_outside_of_the_working_directory(site: Path, tmp_path: Path) -> None:
    touch("../other/a.md")
    assert names("../other") == names(str(tmp_path / "other")) == ["../other/a.md"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("content/psots", "no such file or folder; did you mean content/posts?"),
        ("contnt/posts/a.dm", "no such file or folder; did you mean content/posts/a.md?"),
        ("content/zebra", "no such file or folder"),
        ("content/posts/a.md/x", "no such file or folder"),
        ("content/*.txt", "no file matches"),
        ("nul\0.md", "no such file or folder"),
    ],
)
def test_a_path_that_is_not_there(site: Path, path: str, message: str) -> None:
    touch("content/posts/a.md", "content/pages/b.md")
    with pytest.raises(UsageError) as error:
        find("content", path)
    assert str(error.value) == f"{path}: {message}"


def test_a_glob_in_a_folder_that_is_not_there(site: Path) -> None:
    touch("content/a.md")
    with pytest.raises(UsageError, match=r"^contents: no such folder; did you mean content\?$"):
        find("contents/*.md")


def test_a_linked_file_is_read_once_and_under_its_own_name(site: Path) -> None:
    touch("z.md")
    link("a.md", "z.md")
    link("b.md", "z.md")
    assert names(".") == names("a.md", "z.md") == ["z.md"]
    assert names("b.md", "a.md") == ["a.md"]


def test_a_file_is_read_under_its_own_name_where_a_link_to_its_folder_is_named_too(
    site: Path,
) -> None:
    touch("real/a.md")
    link("link", "real")
    assert names("link/a.md", "real/a.md") == names("link", "real") == ["real/a.md"]
    assert names("link") == names("link/a.md") == ["link/a.md"]


def test_a_linked_folder_is_read_once(site: Path) -> None:
    touch("posts/a.md", "content/b.md")
    link("content/posts", "../posts")
    assert names(".") == ["content/b.md", "posts/a.md"]
    assert names("content") == ["content/b.md", "content/posts/a.md"]


def test_loops_of_links_end(site: Path) -> None:
    touch("a/x.md", "b/y.md", "z.md")
    link("a/up", "..")
    link("a/b", "../b")
    link("b/a", "../a")
    link("a/self", "self")
    assert names("a") == ["a/b/y.md", "a/x.md"]
    assert names(".") == ["a/x.md", "b/y.md", "z.md"]


def test_a_link_that_leaves_the_site_is_not_followed(site: Path) -> None:
    touch("../secret.md", "../other/a.md", "content/b.md")
    link("content/c.md", "../../secret.md")
    link("content/other", "../../other")
    refused = [
        ("content/c.md", "a link to ../../secret.md, outside of this site"),
        ("content/other", "a link to ../../other, outside of this site"),
    ]
    assert failures(".") == failures("content") == refused
    assert failures("content/c.md") == refused[:1]


def test_within_the_repository_links_may_leave_the_root(site: Path) -> None:
    touch(".git/HEAD", "shared/a.md", "blog/b.md")
    link("blog/shared", "../shared")
    found = find_files(["blog"], root=Path("blog"))
    assert [str(path) for path in found.files] == ["blog/b.md", "blog/shared/a.md"]


def test_a_folder_named_outright_may_be_a_link_to_anywhere(site: Path) -> None:
    touch("../elsewhere/a.md")
    link("content", "../elsewhere")
    assert names("content") == ["content/a.md"]


def test_a_broken_link_is_reported(site: Path) -> None:
    touch("b.md")
    link("a.md", "gone.md")
    link("self.md", "self.md")
    link("link", "no-post")
    gone = ("a.md", "a link to gone.md, which does not exist")
    assert failures(".") == [gone, ("self.md", "too many levels of symbolic links")]
    assert failures("a.md", "b.md") == failures("*.md")[:1] == [gone]


def test_a_pipe_named_like_a_post_is_reported(site: Path) -> None:
    touch("b.md")
    os.mkfifo("a.md")
    assert failures(".") == [("a.md", "neither a file nor a folder")]


def test_a_folder_that_cannot_be_read_is_reported(site: Path) -> None:
    touch("a.md")
    here = os.open(".", os.O_RDONLY)
    for _ in range(20):  # deeper than a path can be long
        Path("d" * 250).mkdir()
        os.chdir("d" * 250)
    os.fchdir(here)
    os.close(here)
    found = find(".")
    assert [str(path) for path in found.files] == ["a.md"]
    assert [one.reason for one in found.unreadable] == ["file name too long"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_reported(site: Path) -> None:
    touch("a.md", "locked/b.md")
    Path("locked").chmod(0)
    assert failures(".") == [("locked", "permission denied")]
    assert failures("locked") == [("locked", "permission denied")]
    Path("locked").chmod(0o700)
