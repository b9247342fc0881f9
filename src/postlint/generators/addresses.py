"""Which addresses a site has, by the generator that it is made by."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from postlint.generators.address import Addresses
from postlint.generators.recognise import site_above

if TYPE_CHECKING:
    from collections.abc import Callable

_KNOWN: Final = ("hugo", "jekyll", "docusaurus", "eleventy", "jigsaw", "astro", "zola")
"""For each of these there is a module of its name."""


class KnownSite(NamedTuple):
    """A site of which the addresses are known."""

    folder: str
    """Its top, absolute."""
    addresses: Addresses


def site_of(folder: str, root: str) -> KnownSite | None:
    """The site that an absolute folder lies in; None where its addresses are not known.

    Its marker files are looked for up to `root`, as `recognise` does. Its configuration is read
    each time this is asked.
    """
    found = site_above(folder, root)
    if found is None or found[0] not in _KNOWN:
        return None
    generator, top = found
    module = import_module(f"postlint.generators.{generator}")
    read = cast("Callable[[Path], Addresses | None]", getattr(module, f"read_{generator}"))
    addresses = read(Path(top))
    return KnownSite(top, addresses) if addresses else None
