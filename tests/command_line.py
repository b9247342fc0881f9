"""The command as its user runs it, in a process of its own, which is forked and so soon there."""

import os
import sys
from collections.abc import Mapping
from multiprocessing import get_context
from pathlib import Path
from pkgutil import walk_packages
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory
from typing import Final

import postlint as postlint_package

_SURELY_HANGS: Final = 120
"""Seconds."""
_OURS = (one.name for one in walk_packages(postlint_package.__path__, "postlint."))
_SERVER = get_context("forkserver")
_SERVER.set_forkserver_preload(
    [
        *(name for name in _OURS if not name.endswith("__main__")),
        *("jsonschema", "msgspec.msgpack", "rich.console", "rich.table", "typer.core", "yaml"),
    ]
)


def postlint(
    folder: Path, *arguments: str, stdin: str = "", environ: Mapping[str, str] | None = None
) -> CompletedProcess[str]:
    """Run `postlint ARGUMENTS` in a folder, with this environment or that of the tests."""
    with TemporaryDirectory() as streams:
        for number, text in enumerate((stdin, "", "")):
            (Path(streams) / str(number)).write_bytes(text.encode())
        given = dict(os.environ if environ is None else environ)
        process = _SERVER.Process(target=_run, args=(folder, arguments, streams, given))
        process.start()
        process.join(_SURELY_HANGS)
        process.kill()
        process.join()
        out, err = ((Path(streams) / number).read_bytes().decode() for number in "12")
        assert process.exitcode is not None
        return CompletedProcess(arguments, process.exitcode, out, err)


def _run(folder: Path, arguments: tuple[str, ...], streams: str, environ: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environ)
    os.chdir(folder)
    for number, flags in enumerate((os.O_RDONLY, os.O_WRONLY, os.O_WRONLY)):
        os.dup2(os.open(f"{streams}/{number}", flags), number)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.argv = ["postlint", *arguments]
    from postlint.cli.main import main

    main()
