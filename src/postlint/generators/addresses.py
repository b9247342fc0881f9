"""Which addresses a site has, by the generator that it is made by."""

from collections.abc import Callable
from importlib import import_module
from typing import Final, NamedTuple, cast

from postlint.generators.address import Addresses
from postlint.generators.recognise import site_above
from postlint.generators.site_files import SiteFiles

_KNOWN: Final = frozenset(["hugo", "jekyll", "docusaurus", "eleventy", "jigsaw", "astro", "zola"])
"""For each of these generators there is a module of its name, and in it `read_NAME`."""


class KnownSite(NamedTuple):
    """A site of which the addresses are known."""

    addresses: Addresses
    files: SiteFiles

    @property
    def folder(self) -> str:
        """Its top, absolute."""
        return self.files.top


class KnownSites:
    """The sites below a folder, the configuration of each read once."""

    def __init__(self, root: str) -> None:
        self._root: Final = root
        self._files: Final[dict[str, SiteFiles]] = {}
        """Of all sites, by their top, also of those whose addresses are not known."""
        self._sites: Final[dict[str, KnownSite | None]] = {}
        """By their top."""
        self._by_folder: Final[dict[str, KnownSite | None]] = {}

    @property
    def asked(self) -> frozenset[str]:
        """All files that were asked for until now, absolute, with those that are not there."""
        return frozenset[str]().union(*(files.asked for files in self._files.values()))

    def of(self, folder: str) -> KnownSite | None:
        """The site that an absolute folder lies in; None where its addresses are not known.

        Its marker files are looked for up to the root, as `recognise` does.
        """
        if folder not in self._by_folder:
            self._by_folder[folder] = self._find(folder)
        return self._by_folder[folder]

    def _find(self, folder: str) -> KnownSite | None:
        found = site_above(folder, self._root)
        if found is None or found[0] not in _KNOWN:
            return None
        generator, top = found
        if top not in self._sites:
            files = self._files[top] = SiteFiles(top)
            addresses = _reader_of(generator)(files)
            self._sites[top] = KnownSite(addresses, files) if addresses else None
        return self._sites[top]


def _reader_of(generator: str) -> Callable[[SiteFiles], Addresses | None]:
    module = import_module(f"postlint.generators.{generator}")
    return cast("Callable[[SiteFiles], Addresses | None]", getattr(module, f"read_{generator}"))
