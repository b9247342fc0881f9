"""What stands on the disk of a site that has no configuration yet: its posts, and who makes pages
of them."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from postlint.config.find import find_config
from postlint.content.discover import Found
from postlint.content.document import parse_front_matter
from postlint.content.source import decode, read_bytes
from postlint.generators.folder_groups import Page
from postlint.generators.recognise import (
    Generator,
    is_about_project,
    is_unpublished,
    place_of,
    recognise,
    site_folder,
    why_no_schema,
)
from postlint.schema.infer.data_files import values_in_data
from postlint.schema.infer.sample import Sample, sample_of

# os.path and plain strings: this is asked of every post of a site.
# ruff: noqa: PTH100, PTH120

BUILT: Final = {
    "hugo": ("public", "resources", "themes"),
    "jekyll": ("_site",),
    "jigsaw": ("build_local", "build_production"),
    "docusaurus": ("build", ".docusaurus"),
    "astro": ("dist",),
    "eleventy": ("_site",),
    "gatsby": ("public",),
    "hexo": ("public", "themes"),
    "zola": ("public", "themes"),
    "vitepress": (".vitepress/dist",),
    "mkdocs": ("site",),
    "mdbook": ("book",),
}
"""Folders at the top of a site that a generator writes, or that other people's themes lie in."""


class SeenPost(NamedTuple):
    """A file that may be a post."""

    shown: str
    """Its path as the user sees it."""
    page: Page
    sample: Sample | None
    """None where it has no front matter that can be read."""
    generator: Generator | None
    site: str | None
    """The top of the generated site that it lies in, from the root; None for no site."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found in a site."""

    root: str
    """Absolute."""
    posts: tuple[SeenPost, ...]
    unread: tuple[tuple[str, str], ...]
    """Files that cannot be read, as the user sees them, and why not."""
    built: tuple[str, ...]
    """Folders with posts that are not the site's own, from the root."""
    nested: tuple[Path, ...]
    """Configuration files further down, whose posts are not among the others."""
    known: Mapping[str, Sequence[str]]
    """The values in the data files of the site, by the reference to them."""
    excluded: tuple[str, ...] = ()
    """The globs of what a configuration has excluded so far."""


def survey(found: Found, root: Path, advance: Callable[[int], object] = lambda _: None) -> Survey:
    """Read the front matter of what was found below a folder. Raises ConfigError."""
    top = os.path.abspath(root)
    built = _built(top)
    posts: list[SeenPost] = []
    unread = [(one.path.as_posix(), one.reason) for one in found.unreadable]
    inside: dict[str, Path | None] = {}
    used: set[str] = set()
    for path in found.files:
        relative = _relative(path, top)
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in inside:
            inside[folder] = _config_inside(folder, top)
        theirs = next((one for one in built if relative.startswith(f"{one}/")), None)
        if theirs is not None:
            used.add(theirs)
        elif inside[folder] is None:
            try:
                posts.append(_seen(path, relative, top, read_bytes(path)))
            except OSError as error:
                unread.append((path.as_posix(), error.strerror or str(error)))
        advance(1)
    nested = sorted({config for config in inside.values() if config})
    known = values_in_data(Path(top))
    return Survey(
        top, tuple(posts), tuple(sorted(unread)), tuple(sorted(used)), tuple(nested), known
    )


def _seen(path: Path, relative: str, top: str, data: bytes) -> SeenPost:
    doc = parse_front_matter(path.as_posix(), decode(data))
    sample = sample_of(doc)
    known = sample.data if sample else None
    folder = os.path.dirname(path)
    site = site_folder(folder, top)
    generator = recognise(path, Path(top), {**known} if known is not None else None)
    is_published = known is None or generator is None or not is_unpublished(generator.name, known)
    return SeenPost(
        shown=doc.path,
        page=Page(
            relative,
            known,
            is_published and _is_post(path, top, has_front_matter=known is not None),
            is_dated=sample is not None and bool(sample.date),
        ),
        sample=sample,
        generator=generator,
        site=None if site is None else _relative(Path(site), top),
    )


def _is_post(path: Path, top: str, *, has_front_matter: bool) -> bool:
    """Whether a page may be made of a file: a README is one where it has front matter."""
    if has_front_matter and is_about_project(path.name):
        return not isinstance(place_of(path.parent, top), str)
    return why_no_schema(path, Path(top), {}) is None


def _built(top: str) -> tuple[str, ...]:
    place = place_of(top, top)
    return BUILT.get(place.name, ()) if isinstance(place, Generator) else ()


def _config_inside(folder: str, top: str) -> Path | None:
    """The configuration of a folder where that lies below the top of the site."""
    found = find_config(Path(folder))
    if found is None or found.parent == Path(top) or not found.is_relative_to(top):
        return None
    return found


def _relative(path: Path, top: str) -> str:
    relative = os.path.relpath(os.path.abspath(path), top).replace(os.sep, "/")
    return "" if relative == "." else relative
