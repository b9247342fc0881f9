"""The configuration of a Hugo site, put together from all files that it may stand in.

After https://gohugo.io/configuration/introduction/ and https://gohugo.io/configuration/module/.
"""

from typing import Final, NamedTuple

from postlint.content.data.tree import Json
from postlint.generators.address import Mount
from postlint.generators.site_config import mapping, plain_path, text_of, texts_of
from postlint.generators.site_files import SiteFiles

_ENDINGS: Final = ("toml", "yaml", "yml", "json")
_WHOLE: Final = ("hugo", "config")
_PARTS: Final = frozenset(
    [
        *("languages", "permalinks", "module", "taxonomies", "frontmatter", "cascade"),
        *("uglyurls", "theme", "ignorefiles"),
    ]
)
"""The keys that a file of its own may be named for, and that decide on addresses."""
_FOLDERS: Final = ("config/_default", "config/production")
"""In this order: what is published is made with both."""
_OF_LANGUAGES: Final = frozenset(
    ["baseurl", "permalinks", "uglyurls", "disablepathtolower", "removepathaccents", "cascade"]
)
"""What moves addresses where it is said for one language; that is not understood here."""
_CHOOSING: Final = frozenset(["files", "includefiles", "excludefiles", "sites"])
"""Keys of a mount that say which of its files count, and where."""


_MOVING: Final = frozenset(["mounts", "imports", "theme", "contentdir", "staticdir"])
"""What makes another folder of a theme, or another theme, be published, too."""


class HugoMount(NamedTuple):
    """A folder that is mounted at, or below, one of Hugo's."""

    folder: str
    component: str
    """"content" or "static", as a rule."""
    at: str
    """The path below that."""
    language: str
    """In small letters; "" is all."""

    @property
    def as_mount(self) -> Mount:
        """The same without what only Hugo has."""
        return Mount(self.folder, self.at)


class Themes(NamedTuple):
    """The themes and modules of a site."""

    folders: tuple[str, ...] = ()
    """Of those that are here, relative to the site."""
    are_known: bool = True
    """Whether it is known what all of them have."""


def lowered(data: dict[str, Json]) -> dict[str, Json]:
    """The same with its keys in small letters, as Hugo reads them."""
    return {key.lower(): value for key, value in data.items()}


def read_config(files: SiteFiles, way: str = "") -> dict[str, Json] | None:
    """The configuration with its keys in small letters; None where not all of it can be read.

    `way` leads from the top of the site to the folder of a theme: "" or "themes/a/".
    """
    found = _parts(files, way)
    if not found:
        return None
    merged: dict[str, Json] = {}
    for key, path in found:
        data = files.data(path)
        if key is None or not isinstance(data, dict):
            return None
        is_wrapped = len(data) == 1 and key in lowered(data)
        merged = _merged(merged, lowered(data) if is_wrapped or not key else {key: data})
    languages = (mapping(one) for one in mapping(merged, "languages").values())
    is_odd = any(not _OF_LANGUAGES.isdisjoint(lowered(one)) for one in languages)
    return None if is_odd else merged


def _parts(files: SiteFiles, way: str) -> list[tuple[str | None, str]]:
    """The files of a configuration, the weakest first, and the key that each is the value of.

    That is "" for a file with all keys, and None for what is not understood.
    """
    usual = (f"{way}{one}" for name in _WHOLE for one in _named(name))
    first = next((one for one in usual if files.has(one)), None)
    found: list[tuple[str | None, str]] = [("", first)] if first else []
    for folder in (f"{way}{one}" for one in _FOLDERS):
        if files.has(folder) and not files.has_folder(folder):
            found.append((None, folder))
        for path in sorted(files.below(folder), key=_is_part):
            name, _, ending = path.rpartition("/")[2].lower().rpartition(".")
            key, _, language = name.partition(".")
            if ending in _ENDINGS and (key in _WHOLE or key in _PARTS):
                found.append((None if language else "" if key in _WHOLE else key, path))
    return found


def _named(name: str) -> tuple[str, ...]:
    return tuple(f"{name}.{ending}" for ending in _ENDINGS)


def _is_part(path: str) -> bool:
    return path.rpartition("/")[2].partition(".")[0].lower() not in _WHOLE


def _merged(weak: dict[str, Json], strong: dict[str, Json]) -> dict[str, Json]:
    """Two configurations as one, in which the second wins."""
    both = {**weak, **strong}
    for key in weak.keys() & strong.keys():
        old, new = weak[key], strong[key]
        if isinstance(old, dict) and isinstance(new, dict):
            both[key] = _merged(old, new)
    return both


def mounts_of(config: dict[str, Json]) -> tuple[HugoMount, ...] | None:
    """The mounts of the site itself; None where it is not known which of their files count."""
    written = lowered(mapping(config, "module")).get("mounts")
    mounts: list[HugoMount] = []
    for one in written if isinstance(written, list) else ():
        said = lowered(mapping(one))
        component, _, at = text_of(said, "target").strip("/").partition("/")
        if component == "content" and not _CHOOSING.isdisjoint(said):
            return None
        language = text_of(said, "lang").lower()
        mounts.append(HugoMount(plain_path(text_of(said, "source")), component, at, language))
    return tuple(mounts)


def themes_of(config: dict[str, Json], files: SiteFiles) -> Themes:
    """The themes that a site is made with, as far as they are here."""
    imports = lowered(mapping(config, "module")).get("imports")
    modules = [lowered(mapping(one)) for one in (imports if isinstance(imports, list) else ())]
    used = [one for one in modules if one.get("disable") is not True]
    used = [one for one in used if one.get("nomounts") is not True]
    themes = text_of(config, "themesdir").strip("/") or "themes"
    folders: list[str] = []
    are_known = True
    for name in (*texts_of(config, "theme"), *(text_of(one, "path") for one in used)):
        places = (f"{themes}/{name}", f"_vendor/{name}")
        folder = next((one for one in places if files.names(one)), None)
        if folder:
            folders.append(folder)
        are_known = are_known and folder is not None and _has_usual_mounts(files, folder)
    has_mounts = any("mounts" in one for one in used)
    return Themes(tuple(folders), are_known and not has_mounts)


def _has_usual_mounts(files: SiteFiles, folder: str) -> bool:
    """Whether a theme has only what stands in the usual folders, and no theme of its own."""
    names = files.names(folder)
    if names.isdisjoint(["config", *(one for name in _WHOLE for one in _named(name))]):
        return True
    config = read_config(files, f"{folder}/")
    module = lowered(mapping(config, "module")) if config is not None else _MOVING
    return _MOVING.isdisjoint({*(config or ()), *module})
