"""An author, a place or a related post that does not exist leads readers to nothing."""

import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final, NamedTuple

from postlint.content.document import Document
from postlint.content.references import Reference
from postlint.content.site_facts import SiteFacts
from postlint.model.errors import SchemaError
from postlint.model.finding import Problem, Severity
from postlint.model.paths import shown
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.front_matter.entries import is_told
from postlint.rules.front_matter.replacement import reads_as_written, replacement
from postlint.rules.site.slug import slugs_of

_MOST_NEAR: Final = 50
"""For so many values that no post has the nearest one is looked for."""
_SITE = {
    "postlint.toml": 'select = ["unknown-reference"]\n[[content]]\nschema = "post.schema.json"\n',
    "post.schema.json": (
        '{"properties": {"author": {"x-postlint-ref": "data/authors.yml#/*/id"},'
        ' "related": {"items": {"x-postlint-ref": "posts"}},'
        ' "place": {"x-postlint-ref": "places/*.md#/name"}}}'
    ),
    "data/authors.yml": "- id: jane\n- id: omar\n",
    "places/harbour.md": "---\nname: The harbour\n---\n",
}


class Wanted(NamedTuple):
    """A value that has to exist elsewhere, and does not but perhaps in posts."""

    key: str
    value: str
    start: int
    end: int
    """Where it stands, in code points."""
    to: tuple[str, ...]
    posts: tuple[str, ...]
    """Those of `to` that are answered by posts."""
    places: tuple[str, ...]
    """Where the schema says these: absolute path, line and column."""
    near: str | None
    is_plain: bool
    """Whether it is written as it reads, with quotes around it or without."""


class Told(NamedTuple):
    """What a post refers to, and what it answers to those who refer to it."""

    wanted: tuple[Wanted, ...] = ()
    has: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """By the way to the key, as in `#/name`; by "" what it may be called itself. Nothing is there
    where that could not be read."""


@rule
class UnknownReference:
    """Report a value that does not exist where the schema says that it has to.

    `"x-postlint-ref"` names that place: a file of data, YAML, JSON, TOML or CSV, and the way to its
    values (`data/authors.yml#/*/id`); files that are named for the values (`data/places/*.yml`,
    `content/authors/*.md`) or have them under a key (`content/authors/*.md#/name`); all posts, by
    slug (`posts`) or by a key (`posts#/id`). It stands beside the other words of the schema for a
    value or for the items of a list. What is not there is told with the nearest that exists, where
    there is only one.
    """

    meta: ClassVar = RuleMeta(
        name="unknown-reference",
        group="front-matter",
        summary="a value that has to exist elsewhere and does not",
        severity=Severity.ERROR,
        of_site=True,
        counts_excluded=True,
        fix="sometimes",
        examples=(
            GoodSite(
                _SITE
                | {
                    "a.md": "---\nauthor: jane\nrelated: [b]\nplace: The harbour\n---\n",
                    "b.md": "---\nauthor: omar\nrelated: [c, a, war]\n---\n",
                    "d.md": "---\nslug: c\n---\n",
                    "2024-03-01-war.md": "---\ntitle: War\n---\n",
                }
            ),
            BadSite(
                _SITE
                | {"a.md": "---\nauthor: jnae\nrelated:\n  - a\n  - b\nplace: A harbour\n---\n"},
                at=("a.md:2:9", "a.md:5:5", "a.md:6:8"),
            ),
        ),
    )
    facts: ClassVar = Told

    def collect(self, doc: Document) -> Told | None:
        """What a post refers to, but for what is known, and what it answers."""
        wanted = (_wanted(one, doc) for one in doc.references.made if not one.is_known)
        told = Told(tuple(filter(None, wanted)), tuple(_answers(doc)))
        return None if told == Told() else told

    def check(self, site: SiteFacts[Told]) -> Iterator[tuple[str, Problem]]:
        """All values that nothing has, post by post."""
        asked = (one for post in site for one in post.facts.wanted)
        targets = {to: at for one in asked for to, at in zip(one.posts, one.places, strict=True)}
        values = _values_of(targets, site) if site.is_whole else {}
        if site.is_whole:
            _refuse_unanswered(targets, values)
        near: dict[tuple[str, tuple[str, ...]], str | None] = {}
        for post in site:
            for one in post.facts.wanted:
                if one.posts and not site.is_whole:  # another post may well have it
                    continue
                if any(_may_have(values[target], one.value) for target in one.posts):
                    continue
                what = (one.value, one.posts)
                if what not in near and len(near) < _MOST_NEAR:
                    near[what] = _meant_post(one, values)
                nears = {one.near, near.get(what)} - {None}
                yield post.path, _problem(one, nears.pop() if len(nears) == 1 else None)


def _wanted(reference: Reference, doc: Document) -> Wanted | None:
    if doc.front_matter is None or not _are_asked(reference.posts, doc):
        return None
    tree = doc.front_matter.tree
    place = tree.place(reference.path)
    span = place.value
    if is_told(doc, place):
        return None
    is_plain = reference.path in tree.places and reads_as_written(
        doc.text[span.start : span.end], reference.value
    )
    key = next((step for step in reversed(reference.path) if isinstance(step, str)), "value")
    return Wanted(
        key, reference.value, span.start, span.end, reference.to, reference.posts,
        reference.places, reference.near, is_plain,
    )  # fmt: skip


def _are_asked(targets: Sequence[str], doc: Document) -> bool:
    """Whether the posts of the site are asked for what a post looks for in them: only the schemas
    of the configuration ask them."""
    from postlint.schema.reading.target import target_of

    return all((target_of(one).keys or ()) in doc.references.asked for one in targets)


def _answers(doc: Document) -> Iterator[tuple[str, tuple[str, ...]]]:
    for keys in doc.references.asked:
        from postlint.schema.reading.target import texts_at

        texts = tuple(texts_at(doc.data, keys)) if keys else slugs_of(doc)
        is_unread = bool(doc.faults) and not doc.data
        if texts or is_unread:
            yield _way(keys), texts


def _way(keys: Sequence[str]) -> str:
    return f"#/{'/'.join(keys)}" if keys else ""


def _may_have(values: set[str] | None, value: str) -> bool:
    return values is None or value in values


def _values_of(targets: Iterable[str], site: SiteFacts[Told]) -> Mapping[str, set[str] | None]:
    """What the posts of the site have for each of some targets that any of them answers; None where
    one of them cannot be read, so that nobody knows."""
    found: dict[str, set[str] | None] = {}
    for text in targets:
        from postlint.content.ignore import patterns_of
        from postlint.schema.reading.target import POSTS, target_of

        target = target_of(text)
        way = _way(target.keys or ())
        among = (
            None if target.files == POSTS else patterns_of((f"/{target.files}",), str(site.root))
        )
        for post in site:
            if among is None or among.cover(os.path.abspath(post.path)):  # noqa: PTH100
                for said, texts in post.facts.has:
                    if said == way:
                        known = found.setdefault(text, set())
                        if not texts:
                            found[text] = None
                        elif known is not None:
                            known.update(texts)
    return found


def _refuse_unanswered(targets: Mapping[str, str], values: Container[str]) -> None:
    """Raise SchemaError for a target that no post answers: the way to the values is misspelt.
    Targets are told with where the schema has them."""
    from postlint.schema.reading.target import no_values, target_of

    for text, place in sorted(targets.items()):
        if text not in values:
            what = no_values(target_of(text))
            raise SchemaError(
                f"{shown(Path(place))}: {what}; correct it, or give posts such values"
            )


def _meant_post(one: Wanted, values: Mapping[str, set[str] | None]) -> str | None:
    from postlint.schema.reading.target import meant

    choices = (value for target in one.posts for value in values[target] or ())
    return meant(one.value, choices) if one.posts and len(one.value) < 200 else None


def _problem(one: Wanted, near: str | None) -> Problem:
    where = " or ".join(one.to)
    says = "no post is called" if where == "posts" else f"{where} does not have"
    message = f'{one.key} is "{one.value}", which {says}'
    if near:
        message += f', did you mean "{near}"?'
    advice = None if near else "correct it, or add it there"
    fix = replacement(Span(one.start, one.end), one.value, near) if near and one.is_plain else None
    return Problem(Span(one.start, one.end), message, advice, (near,) if near else (), fix)
