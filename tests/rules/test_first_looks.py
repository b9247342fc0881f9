"""A rule's first look passes over nothing: it finds the same if it looks closely everywhere."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.content.document import Document
from postlint.content.prose import Prose
from postlint.content.segment import PLACEHOLDER, Segment
from postlint.language.articles import article_for
from postlint.language.confusions import ROWS, table
from postlint.language.lexicon import english
from postlint.model.span import Span
from postlint.rules.base import Rule
from postlint.rules.punctuation.doubled_punctuation import DoubledPunctuation
from postlint.rules.punctuation.number_joined_to_word import NumberJoinedToWord
from postlint.rules.punctuation.space_before_punctuation import SpaceBeforePunctuation
from postlint.rules.punctuation.unbalanced_bracket import UnbalancedBracket
from postlint.rules.punctuation.unclosed_quote import UnclosedQuote
from postlint.rules.typography.number_style import NumberStyle
from postlint.rules.typography.spaced_hyphen_as_dash import SpacedHyphenAsDash
from postlint.rules.words.a_an import AAn
from postlint.rules.words.house_term import HouseTerm
from postlint.rules.words.mixed_spelling import MixedSpelling
from postlint.rules.words.repeated_word import RepeatedWord

RULES: tuple[Rule, ...] = (
    SpaceBeforePunctuation(),
    NumberJoinedToWord(),
    DoubledPunctuation(),
    UnclosedQuote(),
    UnbalancedBracket(),
    NumberStyle(),
    SpacedHyphenAsDash(),
    RepeatedWord(),
    AAn(),
    MixedSpelling("en-GB"),
    HouseTerm({"Kiev": "Kyiv", "don't": "do not", "e-mail": "email", "%": " percent", "2go": "to"}),
)
PIECES = [
    *("the ", "The ", "in ", "a ", "an ", "A ", "An ", "hour ", "user ", "FBI ", "8 ", "html "),
    *("und ", "d'un ", "un ", "для ", "Kiev ", "don't ", "don’t ", "e-mail ", "2go ", "5 % "),
    *("color ", "colour’s ", "organize ", "1.5million ", "20people ", "it", "'s ", "leaders' "),
    *(" ", "  ", "\n", "\n  ", "\u00a0", "\u202f", "\t", "(", ")", "-", "—", "[sic] ", PLACEHOLDER),
    *("3 men ", "eleven men ", "12500 ", " - ", "(", "a) ", ":) ", "]"),
    *("end,, ", "so?,' ", "it.. ", "it’.”. "),
    *(",", ".", ";", ":", "?", "!", "..", "'", '"', "“", "”", "„", "‘", "’", "‚", "«", "»", "٣"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


class SeenClosely(Prose):
    """Prose whose every place and segment is worth a closer look."""

    def segments_at(self, offsets: object) -> list[Segment]:
        return list(self.segments)

    def places_like(self, pattern: object) -> Iterator[int]:
        return (at for at in range(len(self.text)) if self.at(at)[0] >= 0)

    def places_of(self, words: object) -> Iterator[int]:
        return self.places_like(words)


def document(texts: list[str]) -> Document:
    """A post whose segments are these texts, without a parser in between."""
    segments, start = [], 0
    for text in filter(None, texts):
        segments.append(Segment("paragraph", text, (0,), ((start, start + len(text)),)))
        start += len(text)
    return Document("post.md", "".join(texts), None, Span(0, start), tuple(segments))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.name)
@settings(max_examples=200)
@given(texts=st.lists(TEXTS, max_size=4))
def test_a_rule_finds_what_it_finds_without_a_first_look(rule: Rule, texts: list[str]) -> None:
    doc, seen_closely = document(texts), document(texts)
    seen_closely.__dict__["prose"] = SeenClosely(seen_closely.segments)
    assert list(rule.check(doc)) == list(rule.check(seen_closely))


SLIPS = [word for row in ROWS for word in row.bad.split()]
BETWEEN = ["\n", ", ", ".", "“", "x1", "-", PLACEHOLDER]


@settings(max_examples=100)
@given(st.lists(st.sampled_from([*SLIPS, *BETWEEN]), max_size=8))
def test_every_phrase_is_found(words: list[str]) -> None:
    text = " ".join(words)
    every = {
        (match.span(), row)
        for row in ROWS
        for start in range(len(text))
        if (match := row.match(text, start))
    }
    found = table().find(document([text]).prose)
    assert {(match.span(), row) for _, matches in found for match, row in matches} == every


def test_every_phrase_is_found_in_a_post_that_has_all() -> None:
    found = table().find(document([row.bad for row in ROWS]).prose)
    assert {row for _, matches in found for _, row in matches} == set(ROWS)


def test_an_article_that_is_wrong_before_any_word_is_looked_at() -> None:
    lexicon = english()
    words = [lexicon._word(number) for number in range(0, len(lexicon), 100)]
    forms = [form for one in words for form in (one, one.capitalize(), one.upper(), f"{one}-like")]
    other = {"a": "an", "an": "a", None: ""}
    wrong = [f"{other[article_for(form)]} {form} what they want" for form in forms]
    found = list(AAn().check(document(wrong)))
    assert len(found) > 0.95 * sum(text[0] == "a" for text in wrong)
    seen_closely = document(wrong)
    seen_closely.__dict__["prose"] = SeenClosely(seen_closely.segments)
    assert list(AAn().check(seen_closely)) == found
