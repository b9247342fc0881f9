"""The redirects that the host of a site is told of.

After https://docs.netlify.com/routing/redirects/, which Cloudflare Pages follows, too, and
https://vercel.com/docs/project-configuration#redirects.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from postlint.content.data.tree import Json
from postlint.generators.site_config import mapping, read_data, read_text, text_of
from postlint.model.late_pattern import late_pattern

_PATTERN: Final = late_pattern(r"[*:(\[{]")
_PROGRAMS: Final = ("firebase.json", "staticwebapp.config.json", "now.json", "_worker.js")
"""Files that may redirect anything, in ways that are not read here."""
_REDIRECTING: Final = late_pattern(r"(?i)redirect|rewrite|routes")
_MOST: Final = 50_000


class Redirects(NamedTuple):
    """Addresses that lead elsewhere."""

    addresses: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    """All addresses that begin so may lead elsewhere; "" begins all."""


def read_redirects(site: Path, top: Path, folders: tuple[str, ...]) -> Redirects:
    """The redirects of the site in a folder, of which some folders are published as they are.

    `top` is where its repository begins: hosts look there, too.
    """
    written: list[str] = []
    places = list(dict.fromkeys([site, top]))
    for place in dict.fromkeys([*places, *(site / folder for folder in folders)]):
        written += _of_lines(place / "_redirects")
        if any(_redirects(place / name) for name in (".htaccess", *_PROGRAMS)):
            return Redirects(beginnings=("",))
    for place in places:
        written += _of_netlify(read_data(place / "netlify.toml"))
        written += _of_vercel(read_data(place / "vercel.json"))
    plain = [one for one in written if not _PATTERN.search(one)]
    beginnings = [_PATTERN.split(one, maxsplit=1)[0] for one in written if _PATTERN.search(one)]
    kept = tuple("" if one in ("", "/") else one for one in beginnings)
    return Redirects(tuple(plain[:_MOST]), tuple(sorted(set(kept))))


def _redirects(file: Path) -> bool:
    text = read_text(file)
    return text is not None and _REDIRECTING.search(text) is not None


def _of_lines(file: Path) -> Iterator[str]:
    """The sources of a `_redirects` file."""
    for line in (read_text(file) or "").split("\n"):
        words = line.split("#")[0].split() if "#" in line else line.split()
        if len(words) > 1 and not any(word.startswith("404") for word in words[2:]):
            yield _path(words[0])


def _of_netlify(data: Json) -> Iterator[str]:
    redirects = mapping(data).get("redirects")
    for one in redirects if isinstance(redirects, list) else ():
        if text_of(one, "from") and mapping(one).get("status") != 404:
            yield _path(text_of(one, "from"))


def _of_vercel(data: Json) -> Iterator[str]:
    for key in ("redirects", "rewrites", "routes"):
        redirects = mapping(data).get(key)
        for one in redirects if isinstance(redirects, list) else ():
            yield _path(text_of(one, "source") or text_of(one, "src") or "/*")


def _path(source: str) -> str:
    """The path of a source, which may be written with a host."""
    if "://" not in source:
        return source
    try:
        return urlsplit(source).path or "/"
    except ValueError:
        return "/*"
