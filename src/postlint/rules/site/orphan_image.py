"""An image that nothing shows is weight in the repository, or was forgotten in a post."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar, Final
from urllib.parse import unquote

from postlint.content.document import Document
from postlint.content.local_links import IMAGES
from postlint.content.site_facts import SiteFacts
from postlint.model.finding import Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.paths import shown
from postlint.model.span import Span
from postlint.rules.base import GoodSite, RuleMeta, rule

_SKIPPED: Final = frozenset(
    [
        *("node_modules", "vendor", "_site", "_gen", "dist", "build", "out", "build_local"),
        *("build_production", "coverage", "__pycache__"),
    ]
)
"""Folders of packages and of what is built, where the site itself stands elsewhere."""
_NO_TEXT: Final = frozenset(
    [
        *("zip", "gz", "pdf", "mp3", "mp4", "webm", "ogg", "wav", "mov", "woff", "woff2", "ttf"),
        *("otf", "eot", "db", "sqlite", "lock", "map", "exe", "dll", "so", "jar", "bin", "psd"),
    ]
)
_KNOWN: Final = late_pattern(
    r"(?:favicon|apple-touch-icon|apple-icon|android-chrome|android-icon|mstile|safari-pinned-tab"
    r"|ms-icon|icon|og|opengraph-image|twitter-image|screenshot|thumbnail|browserconfig).*"
)
"""Images that browsers, hosts and generators look for by name."""
_WORD: Final = late_pattern(r"[^\s\"'`()<>\[\]{}/\\=,;:|?#&*]{1,200}")
_SIZE: Final = late_pattern(
    r"(?:@\dx|[-_.]\d+x\d*|[-_]\d+w?|[-_](?:small|medium|large|thumb|dark|light))+\Z"
)
_MOST_BYTES: Final = 5_000_000
"""Of one file."""
_MOST_FILES: Final = 200_000


@rule
class OrphanImage:
    """Report an image file that no file of the site mentions by name.

    All text files of the site are searched: posts, layouts, styles, scripts and data. The name may
    stand there without its ending, or without a size (`map-800x600.png`, `map@2x.png`). A site
    whose layouts make names up from those of posts is not for this rule: it is off unless it is
    asked for. Images of sites' icons are left out.
    """

    meta: ClassVar = RuleMeta(
        name="orphan-image",
        group="site",
        summary="nothing shows an image file",
        severity=Severity.INFO,
        presets=(),
        of_site=True,
        examples=(
            GoodSite({"a.md": "![A map](img/map.png)\n", "img/map.png": "", "img/map@2x.png": ""}),
            GoodSite({"a.md": "Text.\n", "data/list.yml": "image: map\n", "img/map.png": ""}),
        ),
    )
    facts: ClassVar = bool

    def collect(self, doc: Document) -> bool | None:  # noqa: ARG002 - its text is read with others
        """Nothing but that there is a post."""
        return True

    def check(self, site: SiteFacts[bool]) -> Iterator[tuple[str, Problem]]:
        """Each image whose name stands in no file."""
        images: dict[str, list[Path]] = {}
        texts: list[Path] = []
        for file in _files(site.root, site.reads):
            ending = file.suffix[1:].lower()
            if ending in IMAGES:
                images.setdefault(_plain(file.stem), []).append(file)
            if ending not in _NO_TEXT and (ending == "svg" or ending not in IMAGES):
                texts.append(file)
        waiting = {name: files for name, files in images.items() if not _KNOWN.fullmatch(name)}
        for text in texts:
            site.reads(str(text))
            if not waiting:
                continue
            for name in _mentioned(text):
                if name in waiting and waiting[name] != [text]:
                    del waiting[name]
        for files in waiting.values():
            for file in files:
                message = f'no file of the site mentions "{file.name}"'
                yield shown(file), Problem(Span(0, 0), message, "show it, or remove it")


def _files(root: Path, reads: Callable[[str], object]) -> Iterator[Path]:
    """The files below a folder; no link is followed."""
    number = 0
    for folder, folders, names in os.walk(root):
        built = {"public"} if "content" in folders else set()  # by Hugo and Zola
        folders[:] = sorted({one for one in folders if one[0] != "."} - _SKIPPED - built)
        reads(folder)
        for name in sorted(names):
            number += 1
            if number > _MOST_FILES:
                return
            file = Path(folder, name)
            if not file.is_symlink():
                yield file


def _mentioned(file: Path) -> Iterator[str]:
    """The names that may be those of images in a file, without ending and size."""
    try:
        with file.open("rb") as source:
            data = source.read(_MOST_BYTES)
    except OSError:
        return
    if b"\0" in data[:8_000]:
        return
    for word in set(_WORD.findall(data.decode("utf-8", "replace"))):
        name = unquote(word) if "%" in word else word
        yield _plain(name)
        stem, dot, ending = name.rpartition(".")
        if dot:
            yield _plain(stem if ending.lower() in IMAGES else f"{stem}.{ending}")
        for part in re.split(r"\s+", stem or name) if " " in name else ():
            yield _plain(part)


def _plain(stem: str) -> str:
    """What the names of one image in several sizes have in common; the last word of it."""
    words = stem.lower().split()
    return _SIZE.sub("", words[-1]) if words else ""
