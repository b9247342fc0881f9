"""Which program this is: what it is made of decides what it says, so cache and cluster ask."""

import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from postlint import __version__
from postlint.content.stamp import digest

_LIBRARIES: Final = (
    *("frontmatter", "python_frontmatter", "jsonschema", "pathspec", "pyromark", "pyyaml"),
    *("rapidfuzz", "referencing", "regex", "rensa"),
)
"""What a result depends on, by the names that their folders of metadata begin with."""


def fingerprint() -> bytes:
    """16 bytes that no other version, nor the same with other libraries, has.

    Asking the metadata for versions would take ten times as long as listing two folders.
    """
    parts = (sys.version, unicodedata.unidata_version, *_own_files(), *_libraries())
    return digest("\0".join(parts).encode("utf-8", "surrogateescape"))


@lru_cache(maxsize=1)
def versions() -> Mapping[str, str]:
    """What has to be the same on two machines for them to say the same, by name: postlint, the
    libraries that it reads with, and the Unicode of Python."""
    found = {"postlint": __version__, "Unicode": unicodedata.unidata_version}
    for name in _libraries():
        library, _, version = name.lower().rpartition(".")[0].partition("-")
        found.setdefault(library, version)
    return found


def difference(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """How the `versions` of another machine differ from ours, in words; "" where they do not."""
    return ", ".join(
        f"{name} is {theirs.get(name, 'missing')} there and {ours.get(name, 'missing')} here"
        for name in sorted({*ours, *theirs})
        if theirs.get(name) != ours.get(name)
    )


def _own_files() -> Iterator[str]:
    """What tells that one of our modules or data files has changed.

    Where we are installed, that is what the installer has noted of each: the same in every
    environment, so that a CI can keep the cache. Where somebody works on us, ask the files.
    """
    top = Path(__file__).parent.parent
    records = list(top.parent.glob("postlint-*.dist-info/RECORD"))
    if records:
        lines = records[0].read_text(encoding="utf-8").split("\n")
        yield from sorted(line for line in lines if line.startswith("postlint/"))
        return
    for folder, names, files in os.walk(top):
        names[:] = sorted(name for name in names if name != "__pycache__")
        for name in sorted(files):
            status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
            yield f"{folder}/{name} {status.st_size} {status.st_mtime_ns}"


def _libraries() -> Iterator[str]:
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")):
            try:
                names = os.listdir(folder)  # noqa: PTH208
            except OSError:
                continue
            yield from sorted(name for name in names if _is_version(name.lower()))


def _is_version(name: str) -> bool:
    return name.endswith((".dist-info", ".egg-info")) and name.startswith(_LIBRARIES)
