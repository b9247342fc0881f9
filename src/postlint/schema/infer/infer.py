"""From the front matter of many posts to an inferred schema, with the evidence for all it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from postlint.content.far_dates import far_dates
from postlint.schema.find import SUFFIX
from postlint.schema.infer.evidence import KeyEvidence, Outlier, RareKey, Vocabulary
from postlint.schema.infer.learner import Learner
from postlint.schema.infer.reader import ANYBODY, Reader
from postlint.schema.infer.sample import Sample
from postlint.schema.mistakes.values_in_words import count
from postlint.schema.node import Node

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_NONE_KNOWN: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})


@dataclass(frozen=True)
class Inferred:
    """A schema that most of some posts keep to, and what it was concluded from."""

    name: str
    posts: int
    schema: Node
    """JSON Schema, draft 2020-12. Where a key has a vocabulary, `$ref` names its data file."""
    vocabularies: Mapping[str, Vocabulary]
    """By the name of the key, as in `KeyEvidence.key`."""
    rare_keys: tuple[RareKey, ...]
    """Keys that are not official; those that are probably slips come first."""
    outliers: tuple[Outlier, ...]
    """Values that the schema was not widened to, each of them a finding now."""
    evidence: tuple[KeyEvidence, ...]
    """Of the official keys, the commonest first, an outer one before those inside of it."""
    known: Mapping[str, Sequence[str]]
    """The values that exist elsewhere, by each reference in the schema."""


def infer(
    samples: Sequence[Sample],
    name: str,
    known: Mapping[str, Sequence[str]] = _NONE_KNOWN,
    file: str = "",
    reader: Reader = ANYBODY,
) -> Inferred:
    """The schema that the posts of one kind keep to.

    `name` is that of the schema and of its data files. `known` are values that exist elsewhere,
    by the reference for `x-postlint-ref`: `{"data/authors.yml#/*/id": ["anna", "ben"]}`. `file`
    is what the schema is written to, by itself `NAME.schema.json`. `reader` is who makes pages of
    the posts: a key that it knows is no mistake. The order of the samples is nothing. Never raises.
    """
    ordered = _newest_first(samples)
    learner = Learner(ordered, name, file or name + SUFFIX, known, reader)
    node = learner.group([(index, dict(one.data)) for index, one in enumerate(ordered)])
    comment = f"inferred from {count(len(ordered), 'post')}{_period(ordered)}"
    if "$comment" in node:
        comment = f"{comment}; {node.pop('$comment')}"
    return Inferred(
        name,
        len(ordered),
        {"$schema": _DRAFT, "$comment": comment, "title": name, **node},
        learner.vocabularies,
        tuple(learner.rare_keys),
        tuple(learner.outliers),
        tuple(learner.evidence),
        {one.reference: known[one.reference] for one in learner.evidence if one.reference},
    )


def _newest_first(samples: Sequence[Sample]) -> list[Sample]:
    """Posts in order; those few whose date is far beyond all others count as undated."""
    ordered = sorted(samples, key=lambda one: one.path)
    ordered.sort(key=lambda one: one.date, reverse=True)
    far = far_dates([int(one.date[:4]) for one in reversed(ordered) if one.date]).after
    return [*ordered[far:], *(one._replace(date="") for one in ordered[:far])]


def _period(newest_first: Sequence[Sample]) -> str:
    days = [one.date[:10] for one in newest_first if one.date]
    return f", {days[-1]} to {days[0]}" if days and days[0] != days[-1] else ""
