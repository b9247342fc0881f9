"""What the rules say of links that lead nowhere, in one wording for files and for headings."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from postlint.content.body.links import Link
from postlint.content.document import Document
from postlint.content.link_facts import html_targets
from postlint.content.local_links import IMAGES, local_target
from postlint.content.site_links import Missing
from postlint.model.finding import Edit, Fix, Problem
from postlint.model.span import Span
from postlint.rules.front_matter_images import front_matter_images

SITE_LINK_RULES: Final = frozenset(["link-target-missing", "anchor-missing", "image-file-missing"])
"""The rules that ask what other files say of the links of a post."""
ROUTE_RULES: Final = SITE_LINK_RULES | {"permalink-clash", "duplicate-slug", "orphan-post"}
"""The rules that ask for the addresses of posts."""


class Target(NamedTuple):
    """Where a link leads, and where that stands."""

    value: str
    """With escapes and entities decoded."""
    span: Span


def missing_files(doc: Document, *, are_images: bool) -> Iterator[Problem]:
    """The images, or else all other links, of a post that lead to no file of the site."""
    missing = doc.site_links.missing
    for link in doc.links if missing else ():
        said = missing.get(link.target or "")
        if said and said.what != "anchor" and _is_image(link) == are_images:
            yield _missing_file(doc, Target(link.target or "", link.target_span), said)
    for one in html_targets(doc) if missing else ():
        said = missing.get(one.value)
        if said and said.what != "anchor" and one.is_image == are_images:
            yield _missing_file(doc, Target(one.value, one.span), said)


def missing_covers(doc: Document) -> Iterator[Problem]:
    """The images that the front matter of a post names and that are no files of the site."""
    covers = doc.site_links.covers
    for image in front_matter_images(doc) if covers else ():
        said = covers.get(image.value)
        if said:
            yield _missing_file(doc, Target(image.value, image.span), said)


def covers_of(doc: Document) -> tuple[str, ...]:
    """The images of a front matter that are written as paths of files, each once."""
    if doc.front_matter is None:
        return ()
    values = dict.fromkeys(image.value for image in front_matter_images(doc))
    return tuple(value for value in values if _is_path(value))


def _is_path(value: str) -> bool:
    """Whether an image is named as a path; a bare name may be looked for in any folder."""
    local = local_target(value) if "/" in value else None
    return local is not None and local.kind == "asset"


def missing_anchor(
    doc: Document, target: Target, suggestions: tuple[str, ...], file: str | None
) -> Problem:
    """The problem of a link to a place that its file (None: the post itself) does not have."""
    _, _, anchor = target.value.partition("#")
    where = f'"{file}"' if file else "this post"
    return _problem(
        doc,
        target,
        (anchor, suggestions),
        f'"{_short(anchor)}" is no heading of {where}',
        "name a heading as its address does: small letters, a hyphen for each space",
    )


def _is_image(link: Link) -> bool:
    if link.is_image or link.kind != "definition":
        return link.is_image
    local = local_target(link.target or "")
    return local is not None and local.path.rpartition(".")[2].lower() in IMAGES


def _missing_file(doc: Document, target: Target, said: Missing) -> Problem:
    local = local_target(target.value)
    path = local.path if local else ""
    if said.what == "inside":
        message, help_ = "leads out of the site", "link to what lies inside of the site"
    elif said.what == "page":
        message, help_ = "is no page of this site", "mend the address, or add a redirect from it"
    else:
        message, help_ = "is no file of this site", "mend the path, or add the file"
    return _problem(doc, target, (path, said.suggestions), f'"{_short(path)}" {message}', help_)


def _problem(
    doc: Document, target: Target, wrong: tuple[str, tuple[str, ...]], message: str, help_: str
) -> Problem:
    part, suggestions = wrong
    place = _place_of(doc, target, part)
    close = f'; "{suggestions[0]}" is' if suggestions else ""
    fix = None
    if place and len(suggestions) == 1:
        fix = Fix(f'replace with "{suggestions[0]}"', (Edit(place, suggestions[0]),))
    return Problem(place or target.span, message + close, help_, suggestions, fix)


def _place_of(doc: Document, target: Target, part: str) -> Span | None:
    """Where a part of a target stands, if it is written without escapes and entities."""
    start = doc.text.find(target.value, target.span.start, target.span.end)
    if not part or start < 0:
        return None
    at = start + target.value.index(part)
    return Span(at, at + len(part))


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99]}…"
