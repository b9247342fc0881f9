"""Words that the lexicon of the site's language does not have."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from postlint.language.lexicon import Knows, Lexicon, lexicon_for
from postlint.language.tokens import bare
from postlint.styles.block import View
from postlint.styles.definition import Action, Definition
from postlint.styles.exceptions import Exceptions, exceptions_of, lies_in
from postlint.styles.hit import Asked, Hit
from postlint.styles.pattern import Pattern, compiled
from postlint.styles.slow import Clock
from postlint.styles.written import Written

_WORD: Final = re.compile(r"[^\W\d_](?:[^\s<>]*\w)?")
_NO_LETTER: Final = re.compile(r"[^\w'’]|\d")
_CAMEL: Final = re.compile(r"[A-Z][a-z]+[A-Z]+\w+")
_MOST_SUGGESTIONS: Final = 3


@dataclass(frozen=True, slots=True)
class Spelling:
    """Looks up each word."""

    filters: tuple[Pattern, ...]
    is_custom: bool
    ignored: frozenset[str]
    exceptions: Exceptions
    suggests: bool

    def find(self, asked: Asked) -> Iterator[Hit]:
        """A hit for each word that nothing has; none where there is no lexicon."""
        lexicon = lexicon_for(asked.view.doc.language)
        if lexicon is None:
            return
        judged: dict[str, bool] = {}
        for block in asked.blocks:
            phrases: list[tuple[int, int]] | None = None
            for found in _WORD.finditer(block.text):
                word = found[0]
                if word not in judged:
                    judged[word] = self._is_right(word, lexicon, asked.view, asked.clock)
                if judged[word]:
                    continue
                phrases = (
                    self.exceptions.phrases(block.text, asked.clock) if phrases is None else phrases
                )
                if lies_in(phrases, *found.span()):
                    continue
                yield Hit(block, *found.span(), (word,), None, self._action(word, lexicon))

    def _is_right(self, word: str, lexicon: Lexicon, view: View, clock: Clock) -> bool:
        straight = word.replace("’", "'")
        if not self.is_custom and _is_special(straight):
            return True
        if any(pattern.is_in(straight, clock) for pattern in self.filters):
            return True
        plain = bare(straight)
        if self.ignored & {straight.lower(), plain.lower()} or view.doc.vocabulary.accepts(plain):
            return True
        return all(_is_known(part, lexicon) for part in plain.split("-")) or (
            self.exceptions.hold(straight, clock)
        )

    def _action(self, word: str, lexicon: Lexicon) -> Action | None:
        if not self.suggests:
            return None
        plain = bare(word.replace("’", "'")).lower()
        near = dict.fromkeys((*lexicon.corrections(plain), *lexicon.one_slip_from(plain)))
        best = sorted(near, key=lambda one: -lexicon.zipf(one))[:_MOST_SUGGESTIONS]
        return Action(
            "suggest", tuple(one.capitalize() if word[0].isupper() else one for one in best)
        )


def spelling(rule: Definition, accepted: Sequence[Written], folders: Sequence[Path]) -> Spelling:
    """Raises ConfigError."""
    from postlint.styles.pack import lists_of_words, words_of_list

    ignored = {
        word.text.lower()
        for name in rule.texts("ignore")
        for path in lists_of_words(name.text, folders)
        for word in words_of_list(path)
    }
    return Spelling(
        filters=tuple(compiled(one) for one in rule.texts("filters")),
        is_custom=rule.flag("custom"),
        ignored=frozenset(ignored),
        exceptions=exceptions_of(rule, accepted),
        suggests=rule.action.name == "suggest",
    )


def _is_special(word: str) -> bool:
    """Whether it is an abbreviation, a number or a name of several words in one."""
    return bool(_NO_LETTER.search(word) or word[-1:].isupper() or _CAMEL.search(word))


def _is_known(word: str, lexicon: Lexicon) -> bool:
    entry = lexicon.entry(word.lower())
    return not word or (entry is not None and not entry.knows & Knows.MISSPELLING)
