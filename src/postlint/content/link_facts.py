"""Which other files of the site a post links to, to be looked up elsewhere."""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from itertools import filterfalse, islice
from operator import itemgetter
from typing import Final, NamedTuple

from postlint.content.body.html_elements import ElementName
from postlint.content.document import Document
from postlint.content.local_links import POSTS, LocalTarget, local_target
from postlint.model.span import Span

_OF_ELEMENTS: Final[Mapping[ElementName, str]] = {"img": "src", "a": "href"}
_MOST_TARGETS: Final = 5_000
"""So many targets of a post are looked at."""
_MOST_NAMES: Final = 100
_LONGEST_NAME: Final = 300
"""Code points."""
_COUNTER: Final = ":counter"
_SAME_NUMBER: Final = r"(?:\1)"


def neighbours_of(doc: Document) -> tuple[str, ...]:
    """The targets of a post that lead to other files, each once: those of Markdown in their order,
    then those of HTML."""
    away = frozenset(filter(_may_lead_away, doc.targets.split("\n")))
    targets = dict.fromkeys(_targets_among(doc, away)) if away else {}
    targets |= dict.fromkeys(one.value for one in html_targets(doc))
    kept = filterfalse(_is_named_by(doc), targets) if targets else ()
    return tuple(islice(kept, _MOST_TARGETS))


def _is_named_by(doc: Document) -> Callable[[str], bool]:
    """Whether a target is what a file beside a Hugo page is called in it, which need not be the
    name of the file: themes find images by that.

    After https://gohugo.io/content-management/page-resources/#metadata.
    """
    resources = doc.data.get("resources") if isinstance(doc.data, dict) else None
    items = resources if isinstance(resources, list) else ()
    given = (one.get("name") for one in items[:_MOST_NAMES] if isinstance(one, dict))
    names = [name.lower() for name in given if isinstance(name, str) and name]
    whole = frozenset(names)
    numbered = [
        _numbered(name).fullmatch
        for name in dict.fromkeys(names)
        if _COUNTER in name and len(name) <= _LONGEST_NAME
    ]

    def is_named(target: str) -> bool:
        lowered = target.lower()
        if lowered in whole:
            return True
        is_post = lowered.rpartition(".")[2] in POSTS
        return not is_post and any(matches(lowered) for matches in numbered)

    return is_named


def _numbered(name: str) -> re.Pattern[str]:
    """What a name with Hugo's counter stands for: the same number wherever it stands."""
    first, *others = map(re.escape, name.split(_COUNTER))
    return re.compile(f"{first}([0-9]{{1,9}}){_SAME_NUMBER.join(others)}")


class HtmlTarget(NamedTuple):
    """Where a link or an image leads that is written in HTML."""

    value: str
    """With entities decoded."""
    span: Span
    """Without quotation marks."""
    is_image: bool


def html_targets(doc: Document) -> Iterator[HtmlTarget]:
    """The targets in HTML that lead to other files; first of the images, then of the links."""
    for name, attribute in _OF_ELEMENTS.items():
        for element in doc.elements(name) if doc.read.html or doc.read.templates else ():
            value = element.attributes.get(attribute, "")
            if value[:4] != "http" and _leads_away(local_target(value)):
                yield HtmlTarget(value, element.places[attribute], name == "img")


def _targets_among(doc: Document, away: Set[str]) -> Iterator[str]:
    """The targets that lead to other files, in the order of the text, of those that may."""
    read = [one for one in doc.read.links if one.target in away and one.has_target]
    if not any("&" in one or not one.isascii() or "\x7f" in one for one in away):
        yield from (one.target for one in sorted(read, key=itemgetter(0, 1)))  # as it is written
        return
    for link in doc.links_among(read):
        if link.target and _leads_away(local_target(link.target)):
            yield link.target


def _may_lead_away(target: str) -> bool:
    """A first look at what is one of `Document.targets`."""
    if not target or target[0] == "#" or target[:4] in ("http", "mail"):
        return False
    return "\x7f" in target or _leads_away(local_target(target))


def _leads_away(target: LocalTarget | None) -> bool:
    """Whether a target may lead to another file."""
    return target is not None and target.path.strip("./") != ""
