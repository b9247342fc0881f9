"""Which blocks of a post a rule looks at, as its `scope` says."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Final

FRAGMENTS: Final = frozenset(("sentence", "link", "strong", "emphasis", "code"))
"""Blocks that are a part of another one; only who asks for one by name sees it."""

WHOLE: Final = frozenset(("raw", "summary"))
"""Blocks that are made of the whole post."""

_WORDS_NAMES: Final = """
    text raw summary paragraph sentence heading list table blockquote alt attr link strong
    emphasis code frontmatter footnote definition figure comment
"""
NAMES: Final = tuple(_WORDS_NAMES.split())


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a scope: `heading.h1`, or `~blockquote`."""

    sections: frozenset[str]
    is_negated: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """One scope: blocks that all of its terms hold for."""

    terms: tuple[Term, ...]

    def holds(self, sections: Set[str]) -> bool:
        """Whether a block with these sections is meant."""
        fragment = sections & FRAGMENTS
        if fragment and not fragment <= self.asked:
            return False
        return all(self._holds(term, sections) for term in self.terms)

    def _holds(self, term: Term, sections: Set[str]) -> bool:
        is_there = term.sections <= sections
        if not term.is_negated:
            return is_there
        return not is_there and not sections & WHOLE

    @property
    def asked(self) -> frozenset[str]:
        """All sections that it names without a negation."""
        named = (term.sections for term in self.terms if not term.is_negated)
        return frozenset().union(*named)


def parse_scope(text: str) -> Scope:
    """A scope as it stands in a rule, `sentence & ~heading`. Raises ValueError."""
    return Scope(tuple(_term(part.strip(), text) for part in text.split("&")))


def _term(part: str, text: str) -> Term:
    name = part.removeprefix("~").strip()
    sections = name.split(".")
    if not all(section and not section.isspace() for section in sections) or " " in name:
        raise ValueError(f'"{text}" is no scope, expected one such as heading or ~list & text')
    return Term(frozenset(sections), is_negated=part.startswith("~"))
