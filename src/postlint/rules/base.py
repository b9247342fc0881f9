"""What a rule is: a frozen dataclass whose fields are its options, with metadata and a check."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Final,
    Literal,
    NamedTuple,
    Protocol,
    TypeVar,
    dataclass_transform,
)

from postlint.model.finding import Problem, Severity

if TYPE_CHECKING:
    from postlint.content.document import Document
    from postlint.content.site_facts import SiteFacts

_T = TypeVar("_T")
_F = TypeVar("_F")

Group = Literal[
    "content",
    "front-matter",
    "words",
    "punctuation",
    "typography",
    "structure",
    "links",
    "style",
    "site",
    "engine",
]
Preset = Literal["recommended", "news", "seo", "typography", "tidy", "strict"]
"""A choice of rules: the recommended ones run without being asked for. With "strict" some of them
count for more, too."""


_NO_OPTIONS: Final[Mapping[str, object]] = {}


@dataclass_transform(frozen_default=True)
def rule(cls: type[_T]) -> type[_T]:
    """Make a rule of a class: a dataclass that stays as it was made.

    All share the methods that a dataclass else has written and compiled for itself, which takes ten
    times as long, and each run waits for forty of them. Nobody compares or prints rules.
    """
    made = dataclass(init=False, eq=False, repr=False)(cls)
    for name, method in (("__init__", _fill), ("__setattr__", _refuse), ("__delattr__", _refuse)):
        setattr(made, name, method)
    return made


def _fill(self: Any, *values: object, **options: object) -> None:
    """The `__init__` of a rule."""
    its_fields = [one for one in fields(self) if one.init]
    given = {one.name: value for one, value in zip(its_fields, values, strict=False)} | options
    for one in its_fields:
        if one.name in given:
            value = given.pop(one.name)
        elif one.default_factory is not MISSING:
            value = one.default_factory()
        else:
            value = one.default
        object.__setattr__(self, one.name, value)
    if given:
        raise TypeError(f"{type(self).__name__} has no option {', '.join(given)}")
    if hasattr(self, "__post_init__"):
        self.__post_init__()


def _refuse(self: object, name: str, *_: object) -> None:
    """Rules are shared by all posts of a run."""
    raise FrozenInstanceError(f"cannot change {name} of {type(self).__name__}")


class Good(NamedTuple):
    """A post the rule must be silent on; `options` are its fields, `schema` the schema bound."""

    text: str | bytes
    options: Mapping[str, object] = _NO_OPTIONS
    schema: Mapping[str, object] | None = None
    path: str = "post.md"


class Bad(NamedTuple):
    """A post the rule must report, at the 1-based `line:column` places of `at`, in their order.

    `fixed` is the text after all fixes of this rule are applied, where it offers one.
    """

    text: str | bytes
    at: tuple[str, ...]
    fixed: str | None = None
    options: Mapping[str, object] = _NO_OPTIONS
    schema: Mapping[str, object] | None = None
    path: str = "post.md"


class GoodSite(NamedTuple):
    """Posts, by path, that a rule of the site must be silent on."""

    posts: Mapping[str, str]
    options: Mapping[str, object] = _NO_OPTIONS


class BadSite(NamedTuple):
    """Posts, by path, that a rule of the site must report, at the places of `at`, in their order:
    `path:line:column`, 1-based."""

    posts: Mapping[str, str]
    at: tuple[str, ...]
    options: Mapping[str, object] = _NO_OPTIONS


class RuleMeta(NamedTuple):
    """What is known of a rule without running it: drives tests, docs and `postlint rules`."""

    name: str
    group: Group
    summary: str
    """What the rule finds, in one line; lower case, no full stop."""
    severity: Severity
    examples: "tuple[Good | Bad | GoodSite | BadSite, ...]" = ()
    presets: tuple[Preset, ...] = ("recommended",)
    """Where it belongs; to the recommended rules only with measured precision, () to none."""
    fix: Literal["none", "sometimes", "always"] = "none"
    reads: Literal["any language", "english", "known words"] = "any language"
    """Which posts it can read; "known words" are those of a language that has a lexicon."""
    tells_faults: bool = False
    """Whether it only passes on the faults of a document that are addressed to it."""
    asks_site: bool = False
    """Whether what it says of a post depends on the other posts of the site."""
    strict: Severity | None = None
    """How severe it is with the preset "strict"; None: as severe as without."""
    of_site: bool = False
    """Whether it compares the posts of a site: a `SiteRule`."""
    counts_excluded: bool = False
    """Whether it says that no post has something: then those count, too, that are excluded."""

    @property
    def is_default(self) -> bool:
        """Whether it runs without being asked for."""
        return "recommended" in self.presets


def of_config(attribute: str) -> Mapping[str, str]:
    """The metadata of a field that is no option: it is filled with an attribute of the `Config`."""
    return {"of_config": attribute}


class HasMeta(Protocol):
    """A configured rule of any kind."""

    @property
    def meta(self) -> RuleMeta:
        """What is known of it."""
        ...


class ConfiguredRule(HasMeta, Protocol):
    """What looks at one post alone: one of our rules, or a rule of a style pack."""

    def check(self, doc: "Document") -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        ...


class Rule(Protocol):
    """A configured rule. It never names itself, picks its severity or computes a column."""

    meta: ClassVar[RuleMeta]

    def check(self, doc: "Document") -> Iterator[Problem]:
        """All problems of this kind in one post, in the order of the text."""
        ...


class SiteRule(Protocol[_F]):
    """A configured rule that compares the posts of a site. Each tells it something, which is kept
    in the cache, and then all of that is looked at once."""

    meta: ClassVar[RuleMeta]
    facts: ClassVar[type]
    """The type of what a post tells: small and plain, a NamedTuple or tuple of texts, numbers and
    spans, in code points of that post."""

    def collect(self, doc: "Document") -> _F | None:
        """What a post tells; None where that is nothing."""
        ...

    def check(self, site: "SiteFacts[_F]") -> Iterator[tuple[str, Problem]]:
        """All problems of this kind, each with the path of the post that it is reported on.

        What many posts have in common is one problem, on the latest of them.
        """
        ...


AnySiteRule = SiteRule[Any]


class AnyRule(Protocol):
    """A rule of either kind."""

    meta: ClassVar[RuleMeta]
