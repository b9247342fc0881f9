"""What a rule is: a frozen dataclass whose fields are its options, with metadata and a check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol, TypeVar, dataclass_transform

from postlint.model.finding import Problem, Severity

if TYPE_CHECKING:
    from postlint.content.document import Document

_T = TypeVar("_T")

Group = Literal[
    "content",
    "front-matter",
    "words",
    "punctuation",
    "typography",
    "structure",
    "links",
    "style",
    "engine",
]
Preset = Literal["recommended", "news", "seo", "typography", "tidy"]
"""A choice of rules: the recommended ones run without being asked for."""


@dataclass_transform(frozen_default=True)
def rule(cls: type[_T]) -> type[_T]:
    """Make a rule of a class: a frozen dataclass with slots.

    Nobody compares or prints rules; to make a class that can takes twice as long, and each run
    waits for forty of them.
    """
    return dataclass(frozen=True, slots=True, eq=False, repr=False)(cls)


@dataclass(frozen=True, slots=True)
class Good:
    """A post the rule must be silent on; `options` are its fields, `schema` the schema bound."""

    text: str | bytes
    options: Mapping[str, object] = field(default_factory=dict)
    schema: Mapping[str, object] | None = None
    path: str = "post.md"


@dataclass(frozen=True, slots=True)
class Bad:
    """A post the rule must report, at the 1-based `line:column` places of `at`, in their order.

    `fixed` is the text after all fixes of this rule are applied, where it offers one.
    """

    text: str | bytes
    at: tuple[str, ...]
    fixed: str | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    schema: Mapping[str, object] | None = None
    path: str = "post.md"


@dataclass(frozen=True, slots=True)
class RuleMeta:
    """What is known of a rule without running it: drives tests, docs and `postlint rules`."""

    name: str
    group: Group
    summary: str
    """What the rule finds, in one line; lower case, no full stop."""
    severity: Severity
    examples: tuple[Good | Bad, ...] = ()
    presets: tuple[Preset, ...] = ("recommended",)
    """Where it belongs; to the recommended rules only with measured precision, () to none."""
    fix: Literal["none", "sometimes", "always"] = "none"
    reads: Literal["any language", "english", "known words"] = "any language"
    """Which posts it can read; "known words" are those of a language that has a lexicon."""
    tells_faults: bool = False
    """Whether it only passes on the faults of a document that are addressed to it."""

    @property
    def is_default(self) -> bool:
        """Whether it runs without being asked for."""
        return "recommended" in self.presets


def of_config(attribute: str) -> Mapping[str, str]:
    """The metadata of a field that is no option: it is filled with an attribute of the `Config`."""
    return {"of_config": attribute}


class ConfiguredRule(Protocol):
    """What takes part in a run: an instance of one of our rules, or a rule of a style pack."""

    @property
    def meta(self) -> RuleMeta:
        """What is known of it."""
        ...

    def check(self, doc: "Document") -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        ...


class Rule(Protocol):
    """A configured rule. It never names itself, picks its severity or computes a column."""

    meta: ClassVar[RuleMeta]

    def check(self, doc: "Document") -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        ...
