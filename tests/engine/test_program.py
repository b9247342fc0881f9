"""The cache is of use to the same program only, wherever and whenever that was installed."""

import os
from pathlib import Path

import pytest

from postlint.engine import program
from postlint.engine.program import fingerprint


def test_the_same_program_has_the_same_fingerprint() -> None:
    assert fingerprint() == fingerprint()


def test_a_module_that_was_changed_makes_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "postlint/engine/program.py"
    module.parent.mkdir(parents=True)
    module.write_text("", encoding="utf-8")
    monkeypatch.setattr(program, "__file__", str(module))
    before = fingerprint()
    os.utime(module, ns=(1, 1))
    assert fingerprint() != before


def test_what_is_installed_anew_is_the_same_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "postlint/engine/program.py"
    module.parent.mkdir(parents=True)
    module.write_text("", encoding="utf-8")
    record = tmp_path / "postlint-1.dist-info/RECORD"
    record.parent.mkdir()
    record.write_text("postlint/engine/program.py,sha256=x,0\n", encoding="utf-8")
    monkeypatch.setattr(program, "__file__", str(module))
    before = fingerprint()
    os.utime(module, ns=(1, 1))
    assert fingerprint() == before
    record.write_text("postlint/engine/program.py,sha256=y,0\n", encoding="utf-8")
    assert fingerprint() != before
