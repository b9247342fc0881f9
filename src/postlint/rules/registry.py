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
from postlint.rules.engine.suppression_without_reason import SuppressionWithoutReason
from postlint.rules.engine.unused_suppression import UnusedSuppression
from postlint.rules.front_matter.ambiguous_yaml_value import AmbiguousYamlValue
from postlint.rules.front_matter.date_disagrees_with_file_name import DateDisagreesWithFileName
from postlint.rules.front_matter.date_in_future import DateInFuture
from postlint.rules.front_matter.deprecated_key import DeprecatedKey
from postlint.rules.front_matter.description_length import DescriptionLength
from postlint.rules.front_matter.duplicate_item import DuplicateItem
from postlint.rules.front_matter.duplicate_key import DuplicateKey
from postlint.rules.front_matter.empty_value import EmptyValue
from postlint.rules.front_matter.front_matter_not_a_mapping import FrontMatterNotAMapping
from postlint.rules.front_matter.front_matter_syntax import FrontMatterSyntax
from postlint.rules.front_matter.image_hotlinked import ImageHotlinked
from postlint.rules.front_matter.image_not_an_image import ImageNotAnImage
from postlint.rules.front_matter.key_order import KeyOrder
from postlint.rules.front_matter.missing_front_matter import MissingFrontMatter
from postlint.rules.front_matter.missing_key import MissingKey
from postlint.rules.front_matter.misspelt_key import MisspeltKey
from postlint.rules.front_matter.schema_mismatch import SchemaMismatch
from postlint.rules.front_matter.title_case import TitleCase
from postlint.rules.front_matter.title_length import TitleLength
from postlint.rules.front_matter.unclosed_front_matter import UnclosedFrontMatter
from postlint.rules.front_matter.unknown_key import UnknownKey
from postlint.rules.front_matter.unknown_schema import UnknownSchema
from postlint.rules.front_matter.value_not_allowed import ValueNotAllowed
from postlint.rules.front_matter.wrong_format import WrongFormat
from postlint.rules.front_matter.wrong_length import WrongLength
from postlint.rules.front_matter.wrong_type import WrongType
from postlint.rules.links.alt_is_file_name import AltIsFileName
from postlint.rules.links.anchor_missing import AnchorMissing
from postlint.rules.links.bare_url import BareUrl
from postlint.rules.links.image_file_missing import ImageFileMissing
from postlint.rules.links.image_without_alt import ImageWithoutAlt
from postlint.rules.links.insecure_link import InsecureLink
from postlint.rules.links.link_syntax import LinkSyntax
from postlint.rules.links.link_target_missing import LinkTargetMissing
from postlint.rules.links.staging_link import StagingLink
from postlint.rules.links.tracking_parameter import TrackingParameter
from postlint.rules.links.unhelpful_link_text import UnhelpfulLinkText
from postlint.rules.punctuation.caption_full_stop import CaptionFullStop
from postlint.rules.punctuation.doubled_punctuation import DoubledPunctuation
from postlint.rules.punctuation.number_joined_to_word import NumberJoinedToWord
from postlint.rules.punctuation.space_before_punctuation import SpaceBeforePunctuation
from postlint.rules.punctuation.unbalanced_bracket import UnbalancedBracket
from postlint.rules.punctuation.unclosed_quote import UnclosedQuote
from postlint.rules.structure.duplicate_heading import DuplicateHeading
from postlint.rules.structure.empty_heading import EmptyHeading
from postlint.rules.structure.empty_section import EmptySection
from postlint.rules.structure.heading_skips_level import HeadingSkipsLevel
from postlint.rules.structure.title_repeated_as_heading import TitleRepeatedAsHeading
from postlint.rules.structure.unclosed_markup import UnclosedMarkup
from postlint.rules.typography.curly_quotes import CurlyQuotes
from postlint.rules.typography.double_space import DoubleSpace
from postlint.rules.typography.ellipsis import Ellipsis  # noqa: A004
from postlint.rules.typography.invisible_character import InvisibleCharacter
from postlint.rules.typography.mixed_quotes import MixedQuotes
from postlint.rules.typography.number_style import NumberStyle
from postlint.rules.typography.spaced_hyphen_as_dash import SpacedHyphenAsDash
from postlint.rules.typography.trailing_space import TrailingSpace
from postlint.rules.words.a_an import AAn
from postlint.rules.words.acronym_not_expanded import AcronymNotExpanded
from postlint.rules.words.banned_word import BannedWord
from postlint.rules.words.confused_words import ConfusedWords
from postlint.rules.words.house_term import HouseTerm
from postlint.rules.words.known_misspelling import KnownMisspelling
from postlint.rules.words.mixed_spelling import MixedSpelling
from postlint.rules.words.name_variant import NameVariant
from postlint.rules.words.near_miss import NearMiss
from postlint.rules.words.needs_legal_check import NeedsLegalCheck
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
    EmptyValue,
    DateInFuture,
    DateDisagreesWithFileName,
    TitleLength,
    DescriptionLength,
    KeyOrder,
    ImageNotAnImage,
    ImageHotlinked,
    HouseTerm,
    BannedWord,
    KnownMisspelling,
    NearMiss,
    NameVariant,
    RepeatedWord,
    AAn,
    ConfusedWords,
    MixedSpelling,
    UnknownWord,
    NeedsLegalCheck,
    AcronymNotExpanded,
    SpaceBeforePunctuation,
    NumberJoinedToWord,
    DoubledPunctuation,
    UnclosedQuote,
    UnbalancedBracket,
    CaptionFullStop,
    LinkTargetMissing,
    AnchorMissing,
    ImageFileMissing,
    LinkSyntax,
    BareUrl,
    UnhelpfulLinkText,
    InsecureLink,
    StagingLink,
    TrackingParameter,
    ImageWithoutAlt,
    AltIsFileName,
    TrailingSpace,
    InvisibleCharacter,
    HeadingSkipsLevel,
    TitleRepeatedAsHeading,
    EmptyHeading,
    DuplicateHeading,
    EmptySection,
    UnclosedMarkup,
    MixedQuotes,
    CurlyQuotes,
    DoubleSpace,
    Ellipsis,
    SpacedHyphenAsDash,
    NumberStyle,
    SlowPattern,
    UnusedSuppression,
    SuppressionWithoutReason,
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
    given = filled_from_config(rule)
    names = (one.name for one in fields(cast("Any", rule)))
    return {name: types[name] for name in names if name not in given}


@cache
def filled_from_config(rule: type[Rule]) -> Mapping[str, str]:
    """The fields of a rule that are no options, and the attributes of `Config` they are given."""
    return {
        one.name: one.metadata["of_config"]
        for one in fields(cast("Any", rule))
        if "of_config" in one.metadata
    }
