"""What the rules say of links that lead nowhere, in one wording for files and for headings."""

from collections.abc import Iterator
from typing import Final

from postlint.content.body.links import Link
from postlint.content.document import Document
from postlint.content.local_links import IMAGES, local_target
from postlint.content.site_links import Missing
from postlint.model.finding import Edit, Fix, Problem
from postlint.model.span import Span

SITE_LINK_RULES: Final = frozenset(["link-target-missing", "anchor-missing", "image-file-missing"])
"""The rules that ask what other files say of the links of a post."""
ROUTE_RULES: Final = SITE_LINK_RULES | {"permalink-clash", "orphan-post"}
"""The rules that ask for the addresses of posts."""


def missing_files(doc: Document, *, are_images: bool) -> Iterator[Problem]:
    """The images, or else all other links, of a post that lead to no file of the site."""
    missing = doc.site_links.missing
    for link in doc.links if missing else ():
        said = missing.get(link.target or "")
        if said and said.what != "anchor" and _is_image(link) == are_images:
            yield _missing_file(doc, link, said)


def missing_anchor(
    doc: Document, link: Link, suggestions: tuple[str, ...], file: str | None
) -> Problem:
    """The problem of a link to a place that its file (None: the post itself) does not have."""
    _, _, anchor = (link.target or "").partition("#")
    where = f'"{file}"' if file else "this post"
    return _problem(
        doc,
        link,
        (anchor, suggestions),
        f'"{_short(anchor)}" is no heading of {where}',
        "name a heading as its address does: small letters, a hyphen for each space",
    )


def _is_image(link: Link) -> bool:
    if link.is_image or link.kind != "definition":
        return link.is_image
    local = local_target(link.target or "")
    return local is not None and local.path.rpartition(".")[2].lower() in IMAGES


def _missing_file(doc: Document, link: Link, said: Missing) -> Problem:
    local = local_target(link.target or "")
    path = local.path if local else ""
    if said.what == "inside":
        message, help_ = "leads out of the site", "link to what lies inside of the site"
    elif said.what == "page":
        message, help_ = "is no page of this site", "mend the address, or add a redirect from it"
    else:
        message, help_ = "is no file of this site", "mend the path, or add the file"
    return _problem(doc, link, (path, said.suggestions), f'"{_short(path)}" {message}', help_)


def _problem(
    doc: Document, link: Link, wrong: tuple[str, tuple[str, ...]], message: str, help_: str
) -> Problem:
    part, suggestions = wrong
    place = _place_of(doc, link, part)
    close = f'; "{suggestions[0]}" is' if suggestions else ""
    fix = None
    if place and len(suggestions) == 1:
        fix = Fix(f'replace with "{suggestions[0]}"', (Edit(place, suggestions[0]),))
    return Problem(place or link.target_span, message + close, help_, suggestions, fix)


def _place_of(doc: Document, link: Link, part: str) -> Span | None:
    """Where a part of a target stands, if it is written without escapes and entities."""
    span = link.target_span
    if not part or doc.text[span.start : span.end] != link.target:
        return None
    at = span.start + link.target.index(part)
    return Span(at, at + len(part))


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99]}…"
