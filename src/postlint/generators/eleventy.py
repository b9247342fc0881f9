"""The addresses of an Eleventy site, whose configuration is a program that is only looked at.

After https://www.11ty.dev/docs/permalinks/, https://www.11ty.dev/docs/config/#input-directory,
https://www.11ty.dev/docs/ignores/, https://www.11ty.dev/docs/layouts/ and
https://www.11ty.dev/docs/copy/.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from postlint.content.route_facts import RouteFacts
from postlint.generators.address import (
    Made,
    Mount,
    Published,
    below,
    joined,
    may_match,
    stem_of,
)
from postlint.generators.site_config import (
    block_after,
    items_of,
    object_at,
    own_text,
    plain_path,
    text_in,
    texts_in,
    without_comments,
)
from postlint.generators.site_files import SiteFiles
from postlint.model.late_pattern import late_pattern

_CONFIGS: Final = (
    *(f"eleventy.config.{ending}" for ending in ("js", "mjs", "cjs")),
    *(".eleventy.js", ".eleventy.cjs", ".eleventy.mjs"),
)
_DATA: Final = (".json", ".11tydata.json", ".11tydata.js", ".11tydata.cjs", ".11tydata.mjs")
_MORE_DATA: Final = late_pattern(
    r"\baddDataExtension\s{0,9}\(\s{0,9}(?:(['\"`])([\w., -]{1,200})\1)?"
)
_OTHER_DATA: Final = ("setDataFileSuffixes", "setDataFileBaseName", "jsDataFileSuffix")
_SETTING: Final = late_pattern(r"\.\s{0,9}(?:add|set|on)\w{0,50}\s{0,9}\(")
_DIR: Final = late_pattern(r"(?<![\w.'\"-])(['\"]?)dir\1\s{0,9}(?::\s{0,9}+(?!['\"`])(\{)?|[,}])")
_DATED: Final = late_pattern(r"\d{4}-\d{2}-\d{2}-(?=.)")
_IGNORES: Final = late_pattern(r"\bignores\b\s{0,9}(?:\.\s{0,9}add\s{0,9}\(\s{0,9}(['\"`]?))?")
_COPIES: Final = late_pattern(r"\baddPassthroughCopy\s{0,9}\(\s{0,9}(['\"`{]?)")
_PAIR: Final = late_pattern(r"\s*(['\"])([^'\"\n]{1,300})\1\s*:\s*(['\"])([^'\"\n]{0,300})\3\s*")
_LAYOUTS: Final = frozenset(
    [
        *("njk", "liquid", "html", "hbs", "mustache", "ejs", "haml", "pug", "webc", "vto", "md"),
        *("mdx", "js", "cjs", "mjs", "ts", "tsx", "jsx"),
    ]
)
_MOST_CALLS: Final = 100
_MOST_OF_CALL: Final = 4_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Eleventy:
    """What the configuration of a site says of its addresses."""

    files: SiteFiles
    base: str
    source: str
    is_open: bool
    """Whether a program or a layout may give permalinks."""
    ignored: tuple[str, ...] | None
    """Patterns of files that may be no pages; None where a program says which."""
    static: tuple[Mount, ...]
    has_more_static: bool
    has_more_pages: bool
    """Whether a program makes pages."""
    data: tuple[str, ...] = _DATA
    """How the names of data files of a post or a folder end."""
    origin: str = ""
    lists: frozenset[str] = frozenset()

    @property
    def sources(self) -> tuple[str, ...]:
        """The folder that the site is made of."""
        return (self.source,)

    def published(self, path: str, post: RouteFacts) -> Published | None:
        """Where a post is published, given by its path relative to the site; None for no page."""
        inner = next(below(path, self.sources), None)
        if inner is None or post.is_hidden:
            return None
        if any(part[0] == "_" or part == "node_modules" for part in inner.split("/") if part):
            return None
        is_certain = self.ignored is not None and not may_match(self.ignored, path)
        if post.permalink:
            is_plain = not any(sign in post.permalink for sign in "{}<>")
            addresses = (joined(self.base, post.permalink),) if is_plain else ()
            return Published(addresses, is_certain=is_certain)
        if self.is_open or post.is_unclear or self._has_data_files(inner):
            return Published()
        folder, stem = stem_of(inner)
        stem = _DATED.sub("", stem, count=1)
        last = folder.rpartition("/")[2]
        is_index = stem == "index" or (stem == last and last)
        address = joined(self.base, folder if is_index else f"{folder}/{stem}", "/")
        return Published((address,), is_certain=is_certain)

    def made(self) -> Made:
        """Everything, where a program makes pages."""
        return Made(beginnings=(self.base,)) if self.has_more_pages else Made()

    def _has_data_files(self, inner: str) -> bool:
        """Whether files beside a post, or above it, may give it a permalink."""
        folder = self.source
        top = (self.source or self.files.top.replace("\\", "/")).rpartition("/")[2]
        if self._may_give(folder, top):
            return True
        for part in inner.split("/")[:-1]:
            folder = f"{folder}/{part}" if folder else part
            if self._may_give(folder, part):
                return True
        return self._may_give(folder, stem_of(inner)[1])

    def _may_give(self, folder: str, stem: str) -> bool:
        """Whether a data file of this name may give permalinks."""
        names = self.files.names(folder)
        found = (f"{stem}{ending}" for ending in self.data if f"{stem}{ending}" in names)
        texts = (self.files.text(f"{folder}/{name}" if folder else name) for name in found)
        return any(text is None or "permalink" in text for text in texts)


def read_eleventy(files: SiteFiles) -> Eleventy | None:
    """The addresses of a site; None where its configuration cannot be read."""
    text = next((one for name in _CONFIGS if (one := files.text(name)) is not None), None)
    if text is None:
        return None
    program = without_comments(text)
    returned = _without_settings(program)
    folders = _folders(returned)
    source = text_in(folders, "input")
    prefix = own_text(returned, "pathPrefix")
    if source is None or prefix is None or "setInputDirectory" in program:
        return None
    source = plain_path(source)
    data = _data_endings(program)
    is_open = data is None or "permalink" in program.lower()
    is_open = is_open or _gives_permalinks(files, source, program, folders)
    copies = list(_copies(program, source))
    mounts = [mount for mount in copies if mount]
    return Eleventy(
        files=files,
        base=joined("/", prefix, "/") if prefix.strip("/") else "/",
        source=source,
        is_open=is_open,
        ignored=_ignored(files, source, program),
        static=(*mounts, *(Mount(folder) for folder in (source, "public", "static", ""))),
        has_more_static=None in copies,
        has_more_pages="addTemplate" in program.replace("addTemplateFormats", ""),
        data=_DATA + (data or ()),
    )


def _without_settings(program: str) -> str:
    """A program without what it gives to `addPlugin(...)` and the like, whose options may be called
    as those of the site are."""
    kept, at = [], 0
    for found in _SETTING.finditer(program):
        if found.start() < at:
            continue
        block = block_after(program, found.end() - 1)
        kept.append(program[at : found.end()])
        at = found.end() + len(block)
        if not block and program[at : at + 1] != ")":
            break
    return "".join([*kept, program[at:]])


def _folders(program: str) -> dict[str, str]:
    """What is written in `dir: {...}`; under "" what is not understood."""
    found = list(_DIR.finditer(program))
    written = [one.start(2) for one in found if one[2]]
    folders = object_at(program, written[0]) if len(written) == 1 else None
    return {"": ""} if found and folders is None else folders or {}


def _data_endings(program: str) -> tuple[str, ...] | None:
    """How the names of further data files end; None where a program says so."""
    if any(name in program for name in _OTHER_DATA):
        return None
    found = list(_MORE_DATA.finditer(program))
    if len(found) > _MOST_CALLS or not all(one[2] for one in found):
        return None
    endings = (name.strip(" .") for one in found for name in one[2].split(","))
    return tuple(end for one in endings for end in (f".{one}", f".11tydata.{one}"))


def _gives_permalinks(files: SiteFiles, source: str, program: str, written: dict[str, str]) -> bool:
    """Whether a layout, or data for all posts, may give permalinks."""
    folders = [text_in(written, name) for name in ("includes", "layouts", "data")]
    if None in folders or re.search(r"\bset(?:Includes|Layouts|Data)Directory\b", program):
        return True
    includes, layouts, data = (one and plain_path(one) for one in folders)
    way = f"{source}/" if source else ""
    names = files.names(f"{way}{data or '_data'}")
    if any(name.startswith(("eleventyComputed.", "permalink.")) for name in names):
        return True
    return any(
        _gives_permalink(files.text(path))
        for folder in dict.fromkeys([includes or "_includes", layouts or "_includes"])
        for path in files.below(f"{way}{folder}")
        if path.rpartition(".")[2] in _LAYOUTS
    )


def _gives_permalink(layout: str | None) -> bool:
    """Whether a layout may give a permalink to the posts that are put in it."""
    if layout is None or "permalink" not in layout:
        return layout is None
    head = layout.split("\n---", 1)[0] if layout.startswith("---") else ""
    return "permalink" in head or "exports" in layout or "export " in layout


def _ignored(files: SiteFiles, source: str, program: str) -> tuple[str, ...] | None:
    """The patterns of files that are left out; None where a program says which."""
    patterns: list[str] = []
    way = f"{source}/" if source else ""
    for path in dict.fromkeys([".eleventyignore", f"{way}.eleventyignore"]):
        text = files.text(path)
        if text is None and files.has(path):
            return None
        lines = (line.strip() for line in (text or "").splitlines())
        patterns += (line for line in lines if line and line[0] not in "#!")
    for number, found in enumerate(_IGNORES.finditer(program)):
        if not found[1] or number > _MOST_CALLS:
            return None
        pattern = program[found.end() : found.end() + _MOST_OF_CALL].partition(found[1])[0]
        patterns.append(pattern)
    return None if any("${" in one for one in patterns) else tuple(patterns)


def _copies(program: str, source: str) -> Iterator[Mount | None]:
    """What is copied as it is; None for what a program says."""
    for number, found in enumerate(_COPIES.finditer(program)):
        if not found[1] or number > _MOST_CALLS:
            yield None
            return
        if found[1] == "{":
            block = block_after(program, found.start(1), _MOST_OF_CALL)
            pairs = [_PAIR.fullmatch(item) for item in items_of(block)]
            yield from (_mount(pair[2], pair[4]) if pair else None for pair in pairs or [None])
            continue
        rest = program[found.start(1) : found.start(1) + _MOST_OF_CALL]
        named = plain_path(next(iter(texts_in(rest)), "*"))
        inside = next(below(named, (source,)), named)
        yield _mount(named, inside)


def _mount(folder: str, at: str) -> Mount | None:
    """Files that are copied; None for those that a pattern names, and for a file that may be put
    into a folder."""
    is_file = "." in folder.rpartition("/")[2] and "." not in at.rpartition("/")[2]
    if is_file or any(sign in folder for sign in "*?[{$"):
        return None
    return Mount(plain_path(folder), plain_path(at))
