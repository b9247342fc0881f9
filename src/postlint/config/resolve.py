"""What one file is checked with: its rules as configured, and the schemas bound to it."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from postlint.config.disk import THIS_DISK, Answers, Disk, NotHereError
from postlint.config.settings import Config, ContentEntry, RuleSetting
from postlint.content.document import Document
from postlint.content.language import ENGLISH, Language
from postlint.content.vocabulary import HouseWords
from postlint.generators.recognise import Generator, Place
from postlint.language.lexicon import lexicon_for
from postlint.model.errors import ConfigError, SchemaError
from postlint.model.finding import Fault, Problem, Severity
from postlint.model.paths import is_url
from postlint.rules.base import AnyRule, AnySiteRule, ConfiguredRule, HasMeta, Rule, RuleMeta
from postlint.rules.engine.slow_pattern import SlowPattern
from postlint.rules.registry import RULES, ListedRule, filled_from_config, options_of
from postlint.schema.find import find_schema
from postlint.schema.load import Schema, load_schema
from postlint.styles.definition import Definition

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


_R = TypeVar("_R", bound=HasMeta, covariant=True)


@dataclass(frozen=True, slots=True)
class ActiveRule(Generic[_R]):
    """A configured rule that takes part in a run, and how severe its findings are."""

    rule: _R
    severity: Severity
    is_severity_set: bool = False
    """Whether the configuration says so; then that holds for all the rule finds."""

    @property
    def name(self) -> str:
        """The rule's id."""
        return self.rule.meta.name

    def severity_of(self, problem: Problem) -> Severity:
        """How severe a problem that the rule has found is."""
        return self.severity if self.is_severity_set else problem.severity or self.severity


class _Teller(NamedTuple):
    """A rule that only passes on the faults addressed to it, and is not imported before one is."""

    meta: RuleMeta
    build: Callable[[], Rule]

    def check(self, doc: Document) -> Iterator[Problem]:
        """All problems of this kind in one post."""
        return self.build().check(doc)


class Binding(NamedTuple):
    """A schema that holds for a file, and the reason in words."""

    schema: Schema
    reason: str


class FileSettings(NamedTuple):
    """All that one file is checked with."""

    rules: tuple[ActiveRule[ConfiguredRule], ...]
    """Those that look at the post alone."""
    schemas: tuple[Binding, ...] = ()
    faults: tuple[Fault, ...] = ()
    """What is wrong with the schema that the post itself names."""
    words: HouseWords = HouseWords()
    language: Language = ENGLISH
    style_rules: frozenset[str] = frozenset()
    """The names of all rules of style packs, those that are off too."""
    own_files: tuple[Path, ...] | None = ()
    """What was read for the schema that the post itself names; None where it cannot be had."""
    names: frozenset[str] = frozenset()
    """Those of all rules, the rules of the site too."""
    readers: tuple[ActiveRule[ConfiguredRule], ...] = ()
    """Those of the rules that do more than pass on the faults of a post."""
    site_rules: tuple[ActiveRule[AnySiteRule], ...] = ()
    """Those that compare the posts of the site and are on for this one."""
    asked: tuple[tuple[str, ...], ...] = ()
    """The keys that schemas ask posts for, as in `References.asked`."""
    tellers: tuple[ActiveRule[AnySiteRule], ...] = ()
    """The rules of the site that the post tells its facts: those that are on for any post."""
    on_anywhere: frozenset[str] = frozenset()
    """The names of our rules that are on for any post."""


class Resolver:
    """Answers, for the files under one configuration, what they are checked with.

    `select` and `ignore` come from the command line and win over those of the configuration,
    `presets` come on top of them. `today` is the day of the run, as in `2024-03-01`: no rule asks
    a clock, and without a day those that need one say nothing. `disk` is where the site is.
    It holds validators; a copy of it that is sent to another process makes its own.
    """

    def __init__(
        self,
        config: Config,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        presets: Sequence[str] = (),
        today: str = "",
        disk: Disk = THIS_DISK,
    ) -> None:
        self.config = config
        self.today = today
        self._disk = disk
        self._presets = presets
        self._asked = frozenset(select)
        self._refused = frozenset(ignore)
        self._chosen = frozenset(("recommended", *config.presets, *presets))
        self._configured: dict[tuple[int, ...], FileSettings] = {}
        """What the configuration alone says, by the `[[content]]` tables that speak of a post."""
        self._compiled_rules: dict[str, ConfiguredRule] = {}
        self._shipped: dict[Generator, tuple[Binding, ...]] = {}

    def __reduce__(self) -> "tuple[type[Resolver], tuple[object, ...]]":
        """What another process makes its own resolver of: validators cannot be sent there."""
        chosen = (tuple(self._asked), tuple(self._refused), self._presets, self.today)
        return Resolver, (self.config, *chosen, self._disk)

    @property
    def can_travel(self) -> bool:
        """Whether it can answer on a machine that has not the files of the site: a lexicon of the
        site is too large to be sent along."""
        return self.config.language.lexicon is None

    @cached_property
    def asks_for_generators(self) -> bool:
        """Whether the site generator has a say, as no configuration names a schema."""
        return not any(entry.schemas for entry in self.config.content)

    def for_elsewhere(self) -> "Resolver":
        """One that says the same where the files of the site are not; `among` tells it of the
        folders of posts. A schema that cannot be read is left for who has the disk to tell."""
        schemas = {}
        for path in {path for entry in self.config.content for path in entry.schemas}:
            with suppress(SchemaError):
                schemas[path] = load_schema(path, self.config.root)
        return self._with(Answers(os.getcwd(), schemas))  # noqa: PTH109

    def among(self, places: Mapping[str, Place]) -> "Resolver":
        """This resolver, told of the folders of some posts; rules and validators are shared."""
        if not isinstance(self._disk, Answers):
            return self
        return self._with(self._disk._replace(places=places))

    def _with(self, disk: Disk) -> "Resolver":
        asked, refused = tuple(self._asked), tuple(self._refused)
        other = Resolver(self.config, asked, refused, self._presets, self.today, disk)
        other._configured = self._configured
        other._compiled_rules = self._compiled_rules
        other._shipped = self._shipped
        return other

    def settings(self, doc: Document) -> FileSettings:
        """The rules and schemas for one post. Raises ConfigError, SchemaError and NotHereError."""
        matched = tuple(self.entries(doc))
        if matched not in self._configured:
            rules, site_rules = self._rules_for(matched)
            self._configured[matched] = FileSettings(
                rules,
                tuple(self._bound(matched)),
                names=frozenset({*_names(rules), *_names(site_rules)}),
                readers=tuple(active for active in rules if not active.rule.meta.tells_faults),
                site_rules=site_rules,
                asked=self._asked_of_posts,
                tellers=self.site_rules,
                on_anywhere=self._on_anywhere,
            )
        configured = self._configured[matched]
        own, faults = self._own_schema(doc)
        schemas = configured.schemas + own
        if not schemas and self.asks_for_generators:
            schemas = self._of_generator(doc)
        return FileSettings(
            configured.rules,
            schemas,
            faults,
            self.config.words,
            self.config.language,
            self.config.styles.names,
            None if faults else tuple(_files_of(doc, own)),
            configured.names,
            configured.readers,
            configured.site_rules,
            configured.asked,
            configured.tellers,
            configured.on_anywhere,
        )

    @cached_property
    def site_rules(self) -> tuple[ActiveRule[AnySiteRule], ...]:
        """The rules that compare the posts of the site and are on for any of them; each with the
        options of `[rules]`, for it looks at all posts at once.

        Raises ConfigError.
        """
        return tuple(
            cast("ActiveRule[AnySiteRule]", self._active(rule, rule_setting))
            for rule in RULES
            if rule.meta.of_site and rule.meta.name in self._on_anywhere
            for rule_setting in (self.config.rules.get(rule.meta.name, RuleSetting()),)
        )

    @cached_property
    def rules_of_other_files(self) -> tuple[ActiveRule[AnySiteRule], ...]:
        """Those of the rules of the site that may speak of a file that is no post, of which no
        `[[content]]` table does. Raises ConfigError."""
        return self._rules_for(())[1]

    @cached_property
    def _on_anywhere(self) -> frozenset[str]:
        return frozenset(rule.meta.name for rule in RULES if self._is_on_anywhere(rule.meta))

    def _is_on_anywhere(self, rule: RuleMeta) -> bool:
        """Whether a rule is on for what `[rules]` or any `[[content]]` table speaks of."""
        layers = (self.config.rules, *(entry.rules for entry in self.config.content))
        own = self.config.rules.get(rule.name, RuleSetting())
        settings = (layer[rule.name].over(own) for layer in layers if rule.name in layer)
        is_on = self._is_on(rule, own) or any(self._is_on(rule, one) for one in settings)
        return is_on and self.silence(rule) is None

    @cached_property
    def _asked_of_posts(self) -> tuple[tuple[str, ...], ...]:
        """The keys of posts in which any schema of the configuration looks for values."""
        asked: set[tuple[str, ...]] = set()
        for path in {path for entry in self.config.content for path in entry.schemas}:
            # What cannot be read is told where a post is checked with it.
            with suppress(SchemaError, NotHereError):
                schema = self._disk.schema(path, self.config.root)
                if schema.refers:
                    asked |= schema.references.asked
        return tuple(sorted(asked))

    def entries(self, doc: Document) -> list[int]:
        """The indexes of the `[[content]]` tables that speak of a post, in their order."""
        relative = self._relative(doc.path) if self.config.content else ""
        return [
            index
            for index, entry in enumerate(self.config.content)
            if self._specs[index].match_file(relative) and _holds(entry, doc)
        ]

    @cached_property
    def _specs(self) -> tuple["GitIgnoreSpec", ...]:
        from pathspec import GitIgnoreSpec  # 25 ms to import, and only needed with [[content]]

        return tuple(GitIgnoreSpec.from_lines(entry.files) for entry in self.config.content)

    def _bound(self, matched: Iterable[int]) -> Iterator[Binding]:
        for entry in (self.config.content[index] for index in matched):
            for path in entry.schemas:
                yield Binding(self._disk.schema(path, self.config.root), self._reason(entry))

    def _rules_for(
        self, matched: Iterable[int]
    ) -> tuple[tuple[ActiveRule[ConfiguredRule], ...], tuple[ActiveRule[AnySiteRule], ...]]:
        """The rules for what these `[[content]]` tables speak of: of a post, and of the site."""
        layers = [self.config.rules, *(self.config.content[index].rules for index in matched)]
        active = tuple(self._active_rules(layers))
        of_post = tuple(
            cast("ActiveRule[ConfiguredRule]", one) for one in active if not one.rule.meta.of_site
        )
        of_site = tuple(
            cast("ActiveRule[AnySiteRule]", one) for one in active if one.rule.meta.of_site
        )
        return (*of_post, *self._style_rules(layers)), of_site

    def _active_rules(
        self, layers: Sequence[Mapping[str, RuleSetting]]
    ) -> Iterator[ActiveRule[HasMeta]]:
        for rule in RULES:
            setting = RuleSetting()
            for layer in layers:
                setting = layer.get(rule.meta.name, RuleSetting()).over(setting)
            is_on = self._is_on(rule.meta, setting) or self._must_be_told(rule.meta, setting)
            if is_on and self.silence(rule.meta) is None:
                yield self._active(rule, setting)

    def _active(self, rule: ListedRule, setting: RuleSetting) -> ActiveRule[HasMeta]:
        severity = setting.severity or self._severity(rule.meta)
        return ActiveRule(self._rule(rule, setting), severity, setting.severity is not None)

    def _style_rules(
        self, layers: Sequence[Mapping[str, RuleSetting]]
    ) -> Iterator[ActiveRule[ConfiguredRule]]:
        """The rules of style packs; what a layer says of a pack holds for each of its rules."""
        styles = self.config.styles
        for name, definition in styles.rules.items():
            from postlint.styles.style_rule import meta_of

            setting = RuleSetting()
            for layer in layers:
                for key in (definition.pack, name):
                    setting = layer.get(key, RuleSetting()).over(setting)
            meta = meta_of(definition)
            severity = setting.severity or meta.severity
            is_on = self._is_on(meta, setting, definition.pack) and self.silence(meta) is None
            if is_on and severity.rank >= styles.least.rank:
                yield ActiveRule(self._compiled(definition), severity, setting.severity is not None)

    def _compiled(self, definition: Definition) -> ConfiguredRule:
        from postlint.styles.style_rule import compile_rule

        if definition.name not in self._compiled_rules:
            rule = compile_rule(definition, self.config.styles)
            self._compiled_rules[definition.name] = rule
        return self._compiled_rules[definition.name]

    def silence(self, rule: RuleMeta) -> str | None:
        """Why a rule has nothing to say about posts in the language of the site, if so.

        Raises LexiconError.
        """
        language = self.config.language
        if rule.reads == "english" and not language.is_english:
            return f"it reads English, and the locale is {language.locale}"
        if rule.reads == "known words" and lexicon_for(language) is None:
            return f'there is no lexicon of "{language.code}"; postlint words build makes one'
        return None

    def _is_on(self, rule: RuleMeta, setting: RuleSetting, pack: str = "") -> bool:
        names = {rule.name, rule.group, pack, "all"}
        if names & self._refused:
            return False
        if self._asked:
            return self._selects(self._asked, rule, pack)
        if names & set(self.config.ignore) or setting.enabled is False:
            return False
        if self.config.select:
            return self._selects(frozenset(self.config.select), rule, pack)
        return self._is_preset(rule) if setting.enabled is None else True

    def _must_be_told(self, rule: RuleMeta, setting: RuleSetting) -> bool:
        """Whether a rule runs though a selection does not name it: one that says that another one
        gave up, so that nothing is lost in silence."""
        is_off = {rule.name, rule.group, "all"} & {*self._refused, *self.config.ignore}
        return (
            rule.name == SlowPattern.meta.name
            and bool(self.config.styles.rules)
            and not is_off
            and setting.enabled is not False
        )

    def _selects(self, names: frozenset[str], rule: RuleMeta, pack: str) -> bool:
        """Whether a selection holds a rule; one that is in no chosen preset, only by its name or
        by "all"."""
        is_named = bool(names & {rule.name, pack, "all"})
        return is_named or (rule.group in names and self._is_preset(rule))

    def _is_preset(self, rule: RuleMeta) -> bool:
        return "all" in self._chosen or not self._chosen.isdisjoint(rule.presets)

    def _severity(self, rule: RuleMeta) -> Severity:
        """How severe a rule is where no setting of its own says so."""
        strict = rule.strict if "strict" in self._chosen else None
        return strict or rule.severity

    def _rule(self, listed: ListedRule, setting: RuleSetting) -> HasMeta:
        def build() -> Rule:
            return cast("Rule", self._build(listed.load(), setting))

        if listed.meta.tells_faults and not setting.options:
            return _Teller(listed.meta, build)
        return self._build(listed.load(), setting)  # what is wrong with an option is told at once

    def _build(self, rule: type[AnyRule], setting: RuleSetting) -> AnyRule:
        options = dict(setting.options)
        for name, attribute in filled_from_config(rule).items():
            options.setdefault(name, getattr(self.config, attribute))
        if "locale" in options_of(rule):
            options.setdefault("locale", self.config.language.locale)
        if "today" in options_of(rule):
            options.setdefault("today", self.today)
        try:
            return rule(**options)
        except ValueError as error:
            raise ConfigError(f"{self._name()}: rules.{rule.meta.name}: {error}") from None

    def _name(self) -> str:
        return self._disk.shown(self.config.path) if self.config.path else "configuration"

    def _reason(self, entry: ContentEntry) -> str:
        import json

        where = "".join(f" where {key} = {json.dumps(value)}" for key, value in entry.where.items())
        return f"{self._name()}:{entry.line}: files {', '.join(entry.files)}{where}"

    def _own_schema(self, doc: Document) -> tuple[tuple[Binding, ...], tuple[Fault, ...]]:
        """The schema that the post names in its `$schema` key, or what is wrong with it."""
        name = doc.data.get("$schema") if isinstance(doc.data, dict) else None
        if not isinstance(name, str) or doc.front_matter is None:
            return (), ()
        folder = Path(doc.path).parent
        try:
            schema = self._disk.own_schema(name, folder, self.config.root)
        except (ValueError, SchemaError) as error:
            problem = Problem(doc.front_matter.tree.place(("$schema",)).value, str(error))
            return (), (Fault("unknown-schema", problem),)
        return (Binding(schema, f"the post's own $schema: {name}"),), ()

    def _of_generator(self, doc: Document) -> tuple[Binding, ...]:
        """The shipped schema of the site generator that the post is written for."""
        root = self.config.root
        found = self._disk.generator(doc.path, root, doc.data)
        if found is None:
            return ()
        if found not in self._shipped:
            schema = load_schema(find_schema(found.schema, folder=root, root=root), root)
            self._shipped[found] = (Binding(schema, found.reason),)
        return self._shipped[found]

    def _relative(self, path: str) -> str:
        if is_url(path):
            return path.partition("://")[2]
        absolute = self._disk.absolute(path)
        return absolute.removeprefix(os.path.join(self.config.root, "")).replace(os.sep, "/")  # noqa: PTH118


def _names(rules: Iterable[ActiveRule[HasMeta]]) -> Iterator[str]:
    return (active.name for active in rules)


def _files_of(doc: Document, own: Iterable[Binding]) -> Iterator[Path]:
    """What was read for the schema that a post names, and its name, which may be a link."""
    for binding in own:
        yield from binding.schema.files
        if isinstance(doc.data, dict):
            yield Path(doc.path).parent / str(doc.data.get("$schema"))


def _holds(entry: ContentEntry, doc: Document) -> bool:
    values = doc.data if isinstance(doc.data, dict) else {}
    return all(values.get(key) == value for key, value in entry.where.items())
