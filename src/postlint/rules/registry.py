"""The list of all rules, each known from `rules/index` and imported where it is to check.

A rule whose module is not in `MODULES` does not exist.
"""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, NamedTuple, cast, get_args, get_type_hints

from postlint.rules.base import AnyRule, Preset, RuleMeta
from postlint.rules.index import INDEX

MODULES: Final[tuple[str, ...]] = (
    "content.unreadable_file",
    "content.not_utf_8",
    "content.file_too_large",
    "front_matter.front_matter_syntax",
    "front_matter.unclosed_front_matter",
    "front_matter.front_matter_not_a_mapping",
    "front_matter.missing_front_matter",
    "front_matter.duplicate_key",
    "front_matter.ambiguous_yaml_value",
    "front_matter.unknown_key",
    "front_matter.misspelt_key",
    "front_matter.missing_key",
    "front_matter.wrong_type",
    "front_matter.wrong_format",
    "front_matter.value_not_allowed",
    "front_matter.wrong_length",
    "front_matter.duplicate_item",
    "front_matter.deprecated_key",
    "front_matter.title_case",
    "front_matter.schema_mismatch",
    "front_matter.unknown_schema",
    "front_matter.unknown_reference",
    "front_matter.empty_value",
    "front_matter.date_in_future",
    "front_matter.date_disagrees_with_file_name",
    "front_matter.title_length",
    "front_matter.description_length",
    "front_matter.key_order",
    "front_matter.image_not_an_image",
    "front_matter.image_hotlinked",
    "front_matter.front_matter_outlier",
    "words.house_term",
    "words.banned_word",
    "words.known_misspelling",
    "words.near_miss",
    "words.name_variant",
    "words.site_name_variant",
    "words.site_term_variant",
    "words.repeated_word",
    "words.a_an",
    "words.confused_words",
    "words.mixed_spelling",
    "words.unknown_word",
    "words.needs_legal_check",
    "words.acronym_not_expanded",
    "punctuation.space_before_punctuation",
    "punctuation.number_joined_to_word",
    "punctuation.doubled_punctuation",
    "punctuation.unclosed_quote",
    "punctuation.unbalanced_bracket",
    "punctuation.caption_full_stop",
    "links.link_target_missing",
    "links.anchor_missing",
    "links.image_file_missing",
    "links.link_syntax",
    "links.bare_url",
    "links.unhelpful_link_text",
    "links.insecure_link",
    "links.staging_link",
    "links.tracking_parameter",
    "links.image_without_alt",
    "links.alt_is_file_name",
    "typography.trailing_space",
    "typography.invisible_character",
    "structure.heading_skips_level",
    "structure.title_repeated_as_heading",
    "structure.empty_heading",
    "structure.duplicate_heading",
    "structure.empty_section",
    "structure.unclosed_markup",
    "typography.mixed_quotes",
    "typography.curly_quotes",
    "typography.double_space",
    "typography.ellipsis",
    "typography.spaced_hyphen_as_dash",
    "typography.number_style",
    "site.duplicate_title",
    "site.duplicate_description",
    "site.duplicate_slug",
    "site.category_variant",
    "site.category_used_once",
    "site.unused_category",
    "site.date_order",
    "site.near_duplicate_post",
    "site.permalink_clash",
    "site.orphan_post",
    "site.orphan_image",
    "engine.slow_pattern",
    "engine.unused_suppression",
    "engine.suppression_without_reason",
)
"""Below `postlint.rules`: the group and the rule. Of the rules about words that have something to
say of one place, the first speaks."""


class ListedRule(NamedTuple):
    """A rule that need not be imported yet."""

    module: str
    meta: RuleMeta
    """All but its examples."""

    def load(self) -> type[AnyRule]:
        """The rule itself."""
        return load_rule(self.module)


def load_rule(module: str) -> type[AnyRule]:
    """The rule of one of `MODULES`: its class has the same name, in another spelling."""
    name = "".join(map(str.capitalize, module.rpartition(".")[2].split("_")))
    rule: type[AnyRule] = getattr(import_module(f"postlint.rules.{module}"), name)
    return rule


def _listed(module: str) -> ListedRule:
    # What is new is in the index as soon as that is made anew.
    return ListedRule(module, INDEX.get(module) or load_rule(module).meta)


RULES: Final[tuple[ListedRule, ...]] = tuple(map(_listed, MODULES))
BY_NAME: Final[Mapping[str, ListedRule]] = MappingProxyType({one.meta.name: one for one in RULES})
GROUPS: Final[tuple[str, ...]] = tuple(dict.fromkeys(rule.meta.group for rule in RULES))
PRESETS: Final[tuple[str, ...]] = (*get_args(Preset), "all")


@cache
def options_of(rule: type[AnyRule]) -> Mapping[str, Any]:
    """The options of a rule: the name of each field of its dataclass and the field's type."""
    types = get_type_hints(rule)
    given = filled_from_config(rule)
    names = (one.name for one in fields(cast("Any", rule)))
    return {name: types[name] for name in names if name not in given}


@cache
def filled_from_config(rule: type[AnyRule]) -> Mapping[str, str]:
    """The fields of a rule that are no options, and the attributes of `Config` they are given."""
    return {
        one.name: one.metadata["of_config"]
        for one in fields(cast("Any", rule))
        if "of_config" in one.metadata
    }
