"""Recognise the site generator a post is written for, so that its schema holds without a config."""

import os
import re
from collections.abc import Callable, Iterable, Mapping, Set
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from postlint.content.data.tree import Json
from postlint.model.paths import shown


class Generator(NamedTuple):
    """A site generator, the shipped schema for its posts, and how it was recognised."""

    name: str
    """In lower case, `PLAIN` where none was recognised."""
    schema: str
    """The bare name of a shipped schema, as in `schema = "jekyll-post"`."""
    evidence: str

    @property
    def reason(self) -> str:
        """Why the schema holds, in words, e.g. "jekyll: _config.yml in docs/"."""
        return f"{self.name}: {self.evidence}"


Place = Generator | str | None
"""What the files around a folder say of its posts: their generator, why they are none, or
nothing."""


def recognise(path: str | Path, root: Path, front_matter: Json) -> Generator | None:
    """The generator of one post, None where the file is no post or page of a site.

    Marker files are looked for in the folder of `path` and its parents up to `root` (up to the
    repository where `path` is not under `root`); the nearest wins. `front_matter` is its data.
    """
    judged = _judge_here(path, root, front_matter)
    return judged if isinstance(judged, Generator) else None


def recognise_among(
    places: Mapping[str, Place], here: str, path: str, front_matter: Json
) -> Generator | None:
    """As `recognise` in the working directory `here`, of which `places_of` has told."""
    judged = _judge(path, here, places.__getitem__, front_matter)
    return judged if isinstance(judged, Generator) else None


def why_no_schema(path: Path, root: Path, front_matter: Json) -> str | None:
    """Why `recognise` gives None for a file, in words; None where it gives a generator."""
    judged = _judge_here(path, root, front_matter)
    return judged if isinstance(judged, str) else None


def _judge_here(path: str | Path, root: Path, front_matter: Json) -> Generator | str:
    here = os.getcwd()  # noqa: PTH109 - no Path is made here: this is asked of every post
    top = _absolute(str(root), here)
    return _judge(path, here, lambda folder: _place_of(folder, top), front_matter)


def _judge(
    path: str | Path, here: str, place_in: Callable[[str], Place], front_matter: Json
) -> Generator | str:
    """The generator of a post, or the reason why a file is none."""
    folder, name = os.path.split(path)
    folder = _absolute(folder, here)
    if is_about_project(name):
        return f"{name} is about the project, not a page of the site"
    place = place_in(folder)
    if isinstance(place, str):
        return place
    if place and place.name == "docusaurus" and name[0] == "_":
        return _PARTIAL.format(name)
    if front_matter is None and not _is_jekyll_post(folder, name):
        return "it has no front matter"
    return place or _by_post(folder, name, front_matter)


def is_about_project(name: str) -> bool:
    """Whether a file is by its name one about the project, such as a README."""
    stem = name.partition(".")[0]
    return stem in _PROJECT_FILES or stem.lower() == "readme"


def is_unpublished(generator: str, front_matter: Mapping[str, Json]) -> bool:
    """Whether a post says that no page is made of it, but that others take in what it has.

    For Hugo, see https://gohugo.io/content-management/build-options/: what is in `cascade` holds
    for the page itself, too, where that does not say it otherwise.
    """
    if generator != "hugo":
        return False
    data = {key.lower(): value for key, value in front_matter.items()}
    cascade = data.get("cascade")
    all_data = {**cascade, **data} if isinstance(cascade, dict) else data
    build = all_data.get("build", all_data.get("_build"))
    is_never = isinstance(build, dict) and build.get("render") in ("never", False)
    return is_never or data.get("headless") is True


def site_folder(folder: str | Path, root: str | Path) -> str | None:
    """The top of the generated site that a folder lies in, absolute; None where it is in none."""
    here = os.getcwd()  # noqa: PTH109
    site = _site_above(Path(_absolute(str(folder), here)), Path(_absolute(str(root), here)))
    return str(site.folder) if site else None


def place_of(folder: str | Path, root: str | Path) -> Place:
    """All that `recognise` asks the disk for."""
    (place,) = places_of([str(folder)], root).values()
    return place


def places_of(folders: Iterable[str], root: str | Path) -> Mapping[str, Place]:
    """What the files around some folders say of their posts, by absolute folder."""
    here = os.getcwd()  # noqa: PTH109
    top = _absolute(str(root), here)
    absolute = (_absolute(folder, here) for folder in folders)
    return {folder: _place_of(folder, top) for folder in absolute}


@lru_cache(maxsize=4096)
def _absolute(folder: str, here: str) -> str:
    # Not resolve: a link belongs to the site it stands in, and resolve asks the disk.
    return os.path.normpath(os.path.join(here, folder))  # noqa: PTH118


PLAIN: Final = "plain"
"""The name where no generator was recognised."""
ANY_SITE: Final = "post"
"""The shipped schema for what is of no generator, or of one that has none of its own."""

_SCHEMAS: Final = {
    "jigsaw": "jigsaw-post",
    "jekyll": "jekyll-post",
    "hugo": "hugo-page",
    "astro": "astro-post",
    "docusaurus": "docusaurus-post",
}

_PROJECT_FILES: Final = frozenset(
    {
        "CONTRIBUTING",
        "LICENSE",
        "LICENCE",
        "COPYING",
        "NOTICE",
        "CHANGELOG",
        "CHANGES",
        "HISTORY",
        "CODE_OF_CONDUCT",
        "SECURITY",
        "SUPPORT",
        "GOVERNANCE",
        "MAINTAINERS",
        "AUTHORS",
        "CONTRIBUTORS",
        "CODEOWNERS",
        "PULL_REQUEST_TEMPLATE",
        "ISSUE_TEMPLATE",
        "AGENTS",
        "CLAUDE",
        "GEMINI",
    }
)

# Folders inside a site whose Markdown files are filled in by the generator, not pages of their own.
_TEMPLATES: Final = {
    "hugo": frozenset({"archetypes", "layouts"}),
    "jekyll": frozenset({"_includes", "_layouts"}),
    "jigsaw": frozenset({"_layouts", "_components", "_partials"}),
}

_DATED_NAME: Final = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}-.")

_SCRIPTS: Final = ("js", "mjs", "cjs", "ts", "mts", "cts")
_DATA: Final = ("toml", "yaml", "yml", "json")

# Names that only one generator uses; the first that a folder has wins.
_MARKERS: Final = {
    **{f"docusaurus.config.{ending}": "docusaurus" for ending in _SCRIPTS},
    **{f"astro.config.{ending}": "astro" for ending in _SCRIPTS},
    **{f"hugo.{ending}": "hugo" for ending in _DATA},
    # These have no schema here; naming them keeps a site further up from claiming their pages.
    **{f"eleventy.config.{ending}": "eleventy" for ending in _SCRIPTS},
    **{f".eleventy.{ending}": "eleventy" for ending in _SCRIPTS},
    **{f"gatsby-config.{ending}": "gatsby" for ending in _SCRIPTS},
    ".vitepress": "vitepress",
    "zola.toml": "zola",
    "book.toml": "mdbook",
    "mkdocs.yml": "mkdocs",
    "mkdocs.yaml": "mkdocs",
}

# Zola's and Hugo's configurations have the same name; only Zola's must have this key, and before
# the first table: in Hugo's, `params` may have anything.
_ZOLA: Final = re.compile(rb"^[ \t]*[\"']?base_url[\"']?[ \t]*=", re.MULTILINE)
_TABLE: Final = re.compile(rb"^[ \t]*\[\[?[^\[\],\n]+\]\]?[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_CONFIG_BYTES: Final = 65_536


# https://docusaurus.io: files and folders that start with "_" are not made into pages.
_PARTIAL: Final = "{} starts with _, so docusaurus makes no page of it"


class _Site(NamedTuple):
    """A folder that is the top of a generated site."""

    generator: str
    folder: Path
    evidence: str
    """What tells so, in words."""


@lru_cache(maxsize=4096)
def _place_of(folder: str, root: str) -> Place:
    """The generator of the site a folder lies in, or why no page is in it; None for no site."""
    place, top = Path(folder), Path(root)
    site = _site_above(place, top)
    outside = _not_for_pages(place, top, site)
    if outside or site is None:
        return outside
    return Generator(site.generator, _SCHEMAS.get(site.generator, ANY_SITE), site.evidence)


def site_above(folder: str, root: str) -> tuple[str, str] | None:
    """The generator of the site that an absolute folder lies in, and the top of that site.

    Its marker files are looked for up to `root`, as `recognise` does.
    """
    site = _site_above(Path(folder), Path(root))
    return (site.generator, str(site.folder)) if site else None


@lru_cache(maxsize=4096)
def _site_above(folder: Path, root: Path) -> _Site | None:
    """The nearest site that a folder lies in; each folder is listed once per process."""
    names = _names_in(folder)
    found = _marker_of(folder, names)
    if found:
        return _Site(found[0], folder, f"{found[1]} in {shown(folder)}/")
    if folder in (root, folder.parent) or (".git" in names and not folder.is_relative_to(root)):
        return None
    return _site_above(folder.parent, root)


def _names_in(folder: Path) -> Set[str]:
    try:
        with os.scandir(folder) as entries:
            return {entry.name for entry in entries}
    except OSError:
        return frozenset()


def _marker_of(folder: Path, names: Set[str]) -> tuple[str, str] | None:
    """The generator whose files stand in a folder, and the name of the telling one."""
    marker = next((name for name in _MARKERS if name in names), None)
    if marker:
        return _MARKERS[marker], marker
    return _hugo(folder, names) or _jekyll(folder, names) or _jigsaw(names)


def _hugo(folder: Path, names: Set[str]) -> tuple[str, str] | None:
    if "config" in names and (folder / "config" / "_default").is_dir():
        return "hugo", "config/_default/"
    if "content" not in names:
        return None
    if "config.toml" in names and _has_zola_key(folder / "config.toml"):
        return "zola", "config.toml"
    for config in (f"config.{ending}" for ending in _DATA):
        if config in names:
            return "hugo", f"{config} beside content/"
    if "archetypes" in names:
        return "hugo", "archetypes/ beside content/"
    return None


def _has_zola_key(config: Path) -> bool:
    try:
        with config.open("rb") as file:
            top, *_ = _TABLE.split(file.read(_CONFIG_BYTES), maxsplit=1)
            return _ZOLA.search(top) is not None
    except OSError:
        return False


def _jekyll(folder: Path, names: Set[str]) -> tuple[str, str] | None:
    for config in ("_config.yml", "_config.yaml", "_config.toml"):
        if config not in names:
            continue
        if "_toc.yml" in names:
            return "jupyter book", "_config.yml beside _toc.yml"
        if "scaffolds" in names or _has_hexo_posts(folder, names):
            return "hexo", f"{config} with package.json or scaffolds/"
        return "jekyll", config
    return None


def _has_hexo_posts(folder: Path, names: Set[str]) -> bool:
    # Octopress, which is Jekyll, has source/_posts too, but is built with Ruby.
    is_node = "package.json" in names and not {"Gemfile", "Rakefile"} & names
    return is_node and (folder / "source" / "_posts").is_dir()


def _jigsaw(names: Set[str]) -> tuple[str, str] | None:
    if "config.php" in names and "source" in names:
        return "jigsaw", "config.php beside source/"
    return None


def _not_for_pages(folder: Path, root: Path, site: _Site | None) -> str | None:
    """The reason why files in a folder are no pages of a site."""
    top = root if folder.is_relative_to(root) else site.folder if site else folder
    for part in folder.relative_to(top).parts:
        if part[0] == "." or part == "node_modules":
            return f"{part}/ is not part of the site"
    for part in folder.relative_to(site.folder).parts if site else ():
        if site and part in _TEMPLATES.get(site.generator, ()):
            return f"{part}/ holds templates of {site.generator}"
        if site and site.generator == "docusaurus" and part[0] == "_":
            return _PARTIAL.format(f"{part}/")
    return None


def _by_post(folder: str, name: str, front_matter: Json) -> Generator:
    """What the post says itself, where no site was found above it."""
    layout = _jigsaw_layout(front_matter)
    if layout:
        return Generator("jigsaw", "jigsaw-post", f"extends is {layout}")
    if _is_jekyll_post(folder, name):
        return Generator("jekyll", "jekyll-post", f"{name} in _posts/")
    return Generator(PLAIN, ANY_SITE, "no site generator was recognised")


def _jigsaw_layout(front_matter: Json) -> str | None:
    """`_layouts.post` of `extends: _layouts.post`, or the first of several layouts."""
    extends = front_matter.get("extends") if isinstance(front_matter, dict) else None
    layouts = extends.values() if isinstance(extends, dict) else (extends,)
    texts = (name for name in layouts if isinstance(name, str))
    return next((name for name in texts if name.startswith("_layouts.")), None)


def _is_jekyll_post(folder: str, name: str) -> bool:
    return _DATED_NAME.match(name) is not None and "_posts" in Path(folder).parts
