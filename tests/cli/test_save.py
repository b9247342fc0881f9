"""Writing a file of the user's: all of it or nothing."""

import os
from pathlib import Path

import pytest

from postlint.cli.save import save, save_all
from postlint.model.errors import UsageError


@pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_bytes(b"old\n")
    words.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(words)
    save(link, b"new\n")
    assert link.is_symlink()
    assert words.read_bytes() == b"new\n"
    assert words.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.txt", "words.txt"]


def test_what_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "words.txt"
    folder.mkdir()
    with pytest.raises(UsageError, match=r"words\.txt: cannot be written: "):
        save(folder, b"new\n")
    assert list(tmp_path.iterdir()) == [folder]


def test_of_several_files_all_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(b"old\n")
    (tmp_path / "folder").mkdir()
    new = tmp_path / "made" / "below" / "new.txt"
    with pytest.raises(UsageError, match=r"folder: cannot be written: "):
        save_all({tmp_path / "old.txt": b"1", new: b"2", tmp_path / "folder": b"3"})
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder", "old.txt"]
    assert (tmp_path / "old.txt").read_bytes() == b"old\n"
    save_all({tmp_path / "old.txt": b"1", new: b"2"})
    assert ((tmp_path / "old.txt").read_bytes(), new.read_bytes()) == (b"1", b"2")


def test_where_one_file_cannot_be_begun_nothing_is_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match=r"cannot be written: "):
        save_all({tmp_path / "new" / "a.txt": b"1", tmp_path / "file" / "b.txt": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
