"""The list of all rules. A rule that is not in this tuple does not exist."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import Any, Final, cast, get_args, get_type_hints

from postlint.rules.base import Preset, Rule
from postlint.rules.content.file_too_large import FileTooLarge
from postlint.rules.content.not_utf_8 import NotUtf8
from postlint.rules.content.unreadable_file import UnreadableFile
from postlint.rules.engine.slow_pattern import SlowPattern
from postlint.rules.engine.unused_suppression import UnusedSuppression
from postlint.rules.front_matter.ambiguous_yaml_value import AmbiguousYamlValue
from postlint.rules.front_matter.deprecated_key import DeprecatedKey
from postlint.rules.front_matter.duplicate_item import DuplicateItem
from postlint.rules.front_matter.duplicate_key import DuplicateKey
from postlint.rules.front_matter.front_matter_not_a_mapping import FrontMatterNotAMapping
from postlint.rules.front_matter.front_matter_syntax import FrontMatterSyntax
from postlint.rules.front_matter.missing_front_matter import MissingFrontMatter
from postlint.rules.front_matter.missing_key import MissingKey
from postlint.rules.front_matter.misspelt_key import MisspeltKey
from postlint.rules.front_matter.schema_mismatch import SchemaMismatch
from postlint.rules.front_matter.title_case import TitleCase
from postlint.rules.front_matter.unclosed_front_matter import UnclosedFrontMatter
from postlint.rules.front_matter.unknown_key import UnknownKey
from postlint.rules.front_matter.unknown_schema import UnknownSchema
from postlint.rules.front_matter.value_not_allowed import ValueNotAllowed
from postlint.rules.front_matter.wrong_format import WrongFormat
from postlint.rules.front_matter.wrong_length import WrongLength
from postlint.rules.front_matter.wrong_type import WrongType
from postlint.rules.punctuation.doubled_punctuation import DoubledPunctuation
from postlint.rules.punctuation.number_joined_to_word import NumberJoinedToWord
from postlint.rules.punctuation.space_before_punctuation import SpaceBeforePunctuation
from postlint.rules.punctuation.unclosed_quote import UnclosedQuote
from postlint.rules.typography.invisible_character import InvisibleCharacter
from postlint.rules.typography.trailing_space import TrailingSpace
from postlint.rules.words.a_an import AAn
from postlint.rules.words.confused_words import ConfusedWords
from postlint.rules.words.house_term import HouseTerm
from postlint.rules.words.known_misspelling import KnownMisspelling
from postlint.rules.words.mixed_spelling import MixedSpelling
from postlint.rules.words.name_variant import NameVariant
from postlint.rules.words.near_miss import NearMiss
from postlint.rules.words.repeated_word import RepeatedWord
from postlint.rules.words.unknown_word import UnknownWord

RULES: Final[tuple[type[Rule], ...]] = (
    UnreadableFile,
    NotUtf8,
    FileTooLarge,
    FrontMatterSyntax,
    UnclosedFrontMatter,
    FrontMatterNotAMapping,
    MissingFrontMatter,
    DuplicateKey,
    AmbiguousYamlValue,
    UnknownKey,
    MisspeltKey,
    MissingKey,
    WrongType,
    WrongFormat,
    ValueNotAllowed,
    WrongLength,
    DuplicateItem,
    DeprecatedKey,
    TitleCase,
    SchemaMismatch,
    UnknownSchema,
    HouseTerm,
    KnownMisspelling,
    NearMiss,
    NameVariant,
    RepeatedWord,
    AAn,
    ConfusedWords,
    MixedSpelling,
    UnknownWord,
    SpaceBeforePunctuation,
    NumberJoinedToWord,
    DoubledPunctuation,
    UnclosedQuote,
    TrailingSpace,
    InvisibleCharacter,
    SlowPattern,
    UnusedSuppression,
)

BY_NAME: Final[Mapping[str, type[Rule]]] = MappingProxyType(
    {rule.meta.name: rule for rule in RULES}
)
GROUPS: Final[tuple[str, ...]] = tuple(dict.fromkeys(rule.meta.group for rule in RULES))
PRESETS: Final[tuple[str, ...]] = (*get_args(Preset), "all")


@cache
def options_of(rule: type[Rule]) -> Mapping[str, Any]:
    """The options of a rule: the name of each field of its dataclass and the field's type."""
    types = get_type_hints(rule)
    return {option.name: types[option.name] for option in fields(cast("Any", rule))}
