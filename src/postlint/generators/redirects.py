"""The redirects that the host of a site is told of.

After https://docs.netlify.com/routing/redirects/, which Cloudflare Pages follows, too, and
https://vercel.com/docs/project-configuration#redirects.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from postlint.content.data.tree import Json
from postlint.generators.address import Made
from postlint.generators.site_config import mapping, text_of
from postlint.generators.site_files import SiteFiles
from postlint.model.late_pattern import late_pattern

_PATTERN: Final = late_pattern(r"[*:(\[{]")
_PROGRAMS: Final = ("firebase.json", "staticwebapp.config.json", "now.json", "_worker.js")
"""Files that may redirect anything, in ways that are not read here."""
_REDIRECTING: Final = late_pattern(r"(?i)redirect|rewrite|routes")
_MOST_BEGINNINGS: Final = 500


def read_redirects(site: SiteFiles, above: SiteFiles, folders: tuple[str, ...]) -> Made:
    """The redirects of a site, of which some folders are published as they are.

    `above` is where its repository begins: hosts look there, too.
    """
    written: list[str] = []
    tops = (site, above) if site.top != above.top else (site,)
    for files, folder in [*((one, "") for one in tops), *((site, one) for one in folders)]:
        names = files.names(folder)
        way = f"{folder}/" if folder else ""
        if "_redirects" in names:
            written += _of_lines(files.text(f"{way}_redirects"))
        programs = (name for name in (".htaccess", *_PROGRAMS) if name in names)
        if any(_redirects(files.text(f"{way}{name}")) for name in programs):
            return Made(beginnings=("",))
    for files in tops:
        written += _of_netlify(files.data("netlify.toml"))
        written += _of_vercel(files.data("vercel.json"))
    plain = [one for one in written if not _PATTERN.search(one)]
    beginnings = [_PATTERN.split(one, maxsplit=1)[0] for one in written if _PATTERN.search(one)]
    kept = {"" if one in ("", "/") else one for one in beginnings}
    if len(kept) > _MOST_BEGINNINGS:  # each is compared with each address that is not there
        return Made(beginnings=("",))
    return Made(tuple(plain), tuple(sorted(kept)))


def _redirects(text: str | None) -> bool:
    return text is not None and _REDIRECTING.search(text) is not None


def _of_lines(text: str | None) -> Iterator[str]:
    """The sources of a `_redirects` file."""
    for line in (text or "").split("\n"):
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
