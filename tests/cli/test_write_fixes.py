"""Writing fixes: what is not ours or cannot be written stays as it is, and is said."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import postlint
from postlint.cli.save import save
from postlint.model.errors import UsageError

POST = b"It was a apple.\n"
MENDED = b"It was an apple.\n"


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(POST)
    post.chmod(0o640)
    assert postlint(tmp_path, "--fix", ".").returncode == 0
    assert (post.read_bytes(), stat.S_IMODE(post.stat().st_mode)) == (MENDED, 0o640)


def test_a_file_that_changed_meanwhile_stays(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(b"typed just now\n")
    with pytest.raises(UsageError, match="changed meanwhile, so it is left as it is; run again"):
        save(post, MENDED, instead_of=POST)
    assert post.read_bytes() == b"typed just now\n"
    assert list(tmp_path.iterdir()) == [post]


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    site, other = tmp_path / "site", tmp_path / "other.md"
    (site / ".git").mkdir(parents=True)
    other.write_bytes(POST)
    (site / "a.md").symlink_to(other)
    (site / "b.md").write_bytes(POST)
    done = postlint(site, "--fix", "a.md", "b.md")
    assert done.returncode == 1
    assert "outside of this site" in done.stdout
    assert (other.read_bytes(), (site / "b.md").read_bytes()) == (POST, MENDED)


def test_a_folder_that_is_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    site, out = tmp_path / "site", tmp_path / "out"
    (site / ".git").mkdir(parents=True)
    out.mkdir()
    (out / "x.md").write_bytes(POST)
    (site / "dir").symlink_to(out)
    done = postlint(site, "--fix", "dir/x.md")
    assert "outside of this site" in done.stdout + done.stderr
    assert (out / "x.md").read_bytes() == POST


def test_a_report_overwrites_no_post(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(POST)
    done = postlint(tmp_path, "--output=text:a.md", "a.md")
    assert (done.returncode, (tmp_path / "a.md").read_bytes()) == (2, POST)


def test_a_diff_has_no_report(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(POST)
    assert postlint(tmp_path, "--diff", "--statistics", "a.md").returncode == 2
    assert postlint(tmp_path, "--diff", "--exit-zero", "a.md").returncode == 0


def test_a_link_inside_of_the_site_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_bytes(POST)
    (tmp_path / "b.md").symlink_to("posts/a.md")
    assert postlint(tmp_path, "--fix", "b.md").returncode == 0
    assert (tmp_path / "b.md").is_symlink()
    assert (tmp_path / "posts" / "a.md").read_bytes() == MENDED


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount")
def test_a_full_disk_leaves_the_post_as_it_is(tmp_path: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        post = b"It was a apple.\n" + b"Nothing here.\n\n" * 2500
        (tmp_path / "a.md").write_bytes(post)
        done = postlint(tmp_path, "--fix", "a.md")
        assert done.returncode == 2
        assert done.stderr == "postlint: a.md: cannot be written: No space left on device\n"
        assert (tmp_path / "a.md").read_bytes() == post
        assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_fixes_and_diffs_exclude_each_other(tmp_path: Path) -> None:
    done = postlint(tmp_path, "--fix", "--diff", ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--fix writes what --diff only shows" in done.stderr


def test_a_diff_can_be_applied(tmp_path: Path) -> None:
    post = (
        b"\xef\xbb\xbf---\r\ntitle: a\tb\r\n---\r\n\r\nIt was a apple ,\tred\r\n\r\nIt was a apple"
    )
    (tmp_path / "a.md").write_bytes(post)
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    shown = subprocess.run(
        [sys.executable, "-m", "postlint", "--diff", "a.md"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    subprocess.run(["git", "apply", "-"], input=shown.stdout, cwd=tmp_path, check=True)
    assert (tmp_path / "a.md").read_bytes() == post.replace(b"a apple", b"an apple").replace(
        b" ,", b","
    )


def test_a_diff_gives_the_log_of_a_ci_no_command(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b" ::error::x\nIt was a apple.\n  ##[error]y\x1b[2J\n")
    shown = postlint(tmp_path, "--diff", "a.md").stdout
    assert " \\x3a:error::x\n" in shown
    assert "##\\x5berror]y\\x1b[2J" in shown


def test_a_post_that_is_excluded_comes_back_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text('exclude = ["drafts/"]\n')
    done = subprocess.run(
        [sys.executable, "-m", "postlint", "--fix", "--stdin-filename", "drafts/a.md"],
        cwd=tmp_path,
        input=POST,
        capture_output=True,
        check=False,
    )
    assert done.stdout == POST
