"""Which addresses a site has, by the generator that it is made by."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from postlint.generators.address import Addresses
from postlint.generators.recognise import site_above
from postlint.generators.redirects import Redirects

if TYPE_CHECKING:
    from collections.abc import Callable

_SCRIPTS: Final = ("js", "mjs", "cjs", "ts", "mts", "cts")
_DATA: Final = ("toml", "yaml", "yml", "json")
_CONFIGURATIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "hugo": (
        *(f"{name}.{ending}" for name in ("hugo", "config") for ending in _DATA),
        *(
            f"config/_default/{name}.{ending}"
            for name in ("hugo", "config", "languages", "permalinks", "module", "taxonomies")
            for ending in _DATA
        ),
        "config/_default",
    ),
    "jekyll": ("_config.yml", "_config.yaml", "_config.toml"),
    "docusaurus": (*(f"docusaurus.config.{ending}" for ending in _SCRIPTS), "versions.json"),
    "eleventy": (
        *(f"eleventy.config.{ending}" for ending in _SCRIPTS),
        *(f".eleventy.{ending}" for ending in _SCRIPTS),
    ),
    "jigsaw": ("config.php", "config.production.php"),
    "astro": tuple(f"astro.config.{ending}" for ending in _SCRIPTS),
    "zola": ("zola.toml", "config.toml"),
}
"""What is read of the sites of each generator; for each there is a module of its name."""


class KnownSite(NamedTuple):
    """A site of which the addresses are known."""

    folder: str
    """Its top, absolute."""
    addresses: Addresses
    files: tuple[str, ...]
    """Those of its configuration, absolute, with those that are looked for and not there."""

    def made(self) -> Redirects:
        """What is published besides posts and files, and what may be."""
        from postlint.generators.docusaurus import Docusaurus

        if not isinstance(self.addresses, Docusaurus):
            return Redirects()
        from postlint.generators.docusaurus_made import read_made

        return read_made(Path(self.folder), self.addresses)


class KnownSites:
    """The sites below a folder, the configuration of each read once."""

    def __init__(self, root: str) -> None:
        self._root: Final = root
        self._sites: dict[str, KnownSite | None] = {}
        """By their top."""
        self._by_folder: dict[str, KnownSite | None] = {}

    def of(self, folder: str) -> KnownSite | None:
        """The site that an absolute folder lies in; None where its addresses are not known.

        Its marker files are looked for up to the root, as `recognise` does.
        """
        if folder not in self._by_folder:
            self._by_folder[folder] = self._find(folder)
        return self._by_folder[folder]

    def _find(self, folder: str) -> KnownSite | None:
        found = site_above(folder, self._root)
        if found is None:
            return None
        generator, top = found
        if top not in self._sites:
            addresses = _read(generator, top)
            files = tuple(str(Path(top, name)) for name in _CONFIGURATIONS.get(generator, ()))
            self._sites[top] = KnownSite(top, addresses, files) if addresses else None
        return self._sites[top]


def _read(generator: str, top: str) -> Addresses | None:
    if generator not in _CONFIGURATIONS:
        return None
    module = import_module(f"postlint.generators.{generator}")
    read = cast("Callable[[Path], Addresses | None]", getattr(module, f"read_{generator}"))
    return read(Path(top))
