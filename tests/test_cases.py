"""What a user sees, as data: tests/cases/NAME holds an input folder, a command and its output.

`case.toml` has `args`, and optionally `exit` (0), `stdin`, `env` and `stderr`; `stdout.txt` is what
must be printed, and `output`, for a command that writes, what the folder must hold then.
`POSTLINT_UPDATE_CASES=1 pytest tests/test_cases.py` writes the output anew.
"""

import os
import shutil
import tomllib
from pathlib import Path

import pytest

from command_line import postlint

CASES = Path(__file__).parent / "cases"
UPDATE = bool(os.environ.get("POSTLINT_UPDATE_CASES"))


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_case(name: str, tmp_path: Path) -> None:
    case = CASES / name
    wanted = tomllib.loads((case / "case.toml").read_text(encoding="utf-8"))
    site = tmp_path / "site"
    if (case / "input").is_dir():
        shutil.copytree(case / "input", site)
    else:
        site.mkdir()
    environ = {**_plain_environment(), **wanted.get("env", {})}
    done = postlint(site, *wanted["args"], stdin=wanted.get("stdin", ""), environ=environ)
    expected = case / "stdout.txt"
    if UPDATE:
        expected.write_text(done.stdout, encoding="utf-8")
        if (case / "output").is_dir():
            shutil.rmtree(case / "output")
            shutil.copytree(site, case / "output")
    assert done.stdout == expected.read_text(encoding="utf-8"), done.stderr
    assert done.stderr == wanted.get("stderr", "")
    assert done.returncode == wanted.get("exit", 0)
    assert files_of(site) == files_of(case / "output" if (case / "output").is_dir() else site)


def files_of(folder: Path) -> dict[str, bytes]:
    """The content of each file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _plain_environment() -> dict[str, str]:
    kept = ("PATH", "PYTHONPATH", "SYSTEMROOT", "TEMP", "TMP", "VIRTUAL_ENV", "POSTLINT_CACHE_DIR")
    return {name: os.environ[name] for name in kept if name in os.environ}
