"""Writing a file of the user's: all of it or nothing."""

import os
from pathlib import Path

import pytest

from postlint.cli.save import save
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
