"""What the texts of one key have in common: a format, a fixed set, a reference, a limit."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from postlint.schema.formats import fits, format_named
from postlint.schema.infer.evidence import FEWEST, FORMAT_SHARE, At
from postlint.schema.infer.kinds import formats_of, is_told_apart, kind_of
from postlint.schema.infer.references import reference_of
from postlint.schema.infer.vocabulary import vocabulary_of

_SLUG: Final = "slug"
_LONGEST_EXAMPLE: Final = 100
"""In code points."""


class TextRule(NamedTuple):
    """What holds for the texts of a key; what is "", empty or None is not said."""

    format: str = ""
    values: Mapping[str, int] = {}
    """A fixed set, each value with its uses."""
    reference: str = ""
    """What the values refer to."""
    longest: int | None = None
    """A limit that writers keep to, in code points."""
    example: str | None = None


def rule_of(texts: Sequence[str], known: Mapping[str, frozenset[str]], at: At) -> TextRule:
    """The one thing that can be said of the texts of a key, the newest first.

    `known` are sets of values that exist elsewhere, each with the reference to it.
    """
    formats = format_counts(texts)
    name = _format(formats, len(texts))
    if name:
        return TextRule(format=name, example=_example(texts, name))
    reference = reference_of(texts, known, at)
    if reference:
        return TextRule(reference=reference)
    values = {} if _often_have_one(formats, len(texts)) else vocabulary_of(texts)
    if values:
        return TextRule(values=values)
    if _are_slugs(texts, formats.get(_SLUG, 0)):
        return TextRule(format=_SLUG, example=_example(texts, _SLUG))
    return TextRule(longest=_limit(texts))


def format_counts(texts: Sequence[str]) -> Mapping[str, int]:
    """The narrowest format of each text that has one, the commonest first."""
    counts = Counter(kind_of(text).format for text in texts)
    del counts[""]
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def why_not(rule: TextRule, text: str, known: Mapping[str, frozenset[str]]) -> str | None:
    """Why the rule does not hold for a text, in words; None where it does."""
    if rule.format and not fits(rule.format, text):
        meant = format_named(rule.format)
        return f"not {meant.expected}" if meant else f"not {rule.format}"
    if rule.values and text not in rule.values:
        return "not one of the usual values"
    if rule.reference and text not in known[rule.reference]:
        return f"not in {rule.reference}"
    return None


def _format(counts: Mapping[str, int], number: int) -> str:
    """The narrowest format that almost all texts have, slugs left aside: a category is one, too."""
    if number < FEWEST:
        return ""
    shares: Counter[str] = Counter()
    for narrow, uses in counts.items():
        for name in formats_of(narrow):
            shares[name] += uses
    del shares[_SLUG]
    enough = [
        name
        for name, uses in shares.items()
        if uses >= FORMAT_SHARE * number and is_told_apart(name, shares)
    ]
    return min(enough, key=lambda name: (shares[name], name not in counts, name), default="")


def _often_have_one(counts: Mapping[str, int], number: int) -> bool:
    """Whether half of the texts have a format, so that they are dates or addresses, though not all
    of one form; a slug may be a category as well."""
    return 2 * (sum(counts.values()) - counts.get(_SLUG, 0)) >= number


def _are_slugs(texts: Sequence[str], dashed: int) -> bool:
    """Whether texts are slugs: enough of them have a dash, and they name different things.

    All of them have to be: where one address is a path or has a capital, the site takes those, too.
    """
    if len(texts) < FEWEST or dashed * 3 < len(texts) or len(set(texts)) * 2 < len(texts):
        return False
    return all(fits(_SLUG, text) for text in texts)


def _limit(texts: Sequence[str]) -> int | None:
    """The length that different texts are cut to: they pile up there, and none is longer.

    Merely the longest one seen is no limit.
    """
    lengths = Counter(map(len, set(texts)))
    longest = max(lengths)
    is_pile = lengths[longest] >= max(FEWEST, len(texts) // 100)
    return longest if is_pile and len(lengths) >= 10 and longest >= 20 else None


def _example(texts: Sequence[str], name: str) -> str | None:
    return next(_examples(texts, name), None)


def _examples(texts: Sequence[str], name: str) -> Iterator[str]:
    return (text for text in texts if len(text) <= _LONGEST_EXAMPLE and fits(name, text))
