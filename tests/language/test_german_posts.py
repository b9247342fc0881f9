"""Posts in another language than English: read with its lexicon, or not for spelling at all."""

from pathlib import Path

import pytest
from german import lexicon_bytes

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.content.document import parse
from postlint.content.language import Language
from postlint.content.source import decode
from postlint.engine.check import check
from postlint.language.lexicon import LexiconError
from postlint.language.tokens import tokens_of

POST = """\
---
title: Die Regierung und die Zahlen
---

Die Regierung hat am Dienstag über die Veröffentlichung der Zahlen gesprochen. „Die Verhandlngen
dauern an“, sagte der Bürgermesiter der Stadt, er ist nicht zufrieden. In größeren Städten, sagte
er, ist es nach der Straßenordnung möglich; man wird a Entscheidung noch sehen. Die die die.
"""


@pytest.fixture
def german(tmp_path: Path) -> Language:
    path = tmp_path / "de.lexicon"
    path.write_bytes(lexicon_bytes())
    return Language("de-DE", path)


def said(text: str, language: Language, *select: str) -> list[str]:
    resolver = Resolver(Config(root=Path("/"), language=language), select)
    return [one.message for one in check("post.md", text.encode(), resolver).findings]


def test_a_german_post_is_read_with_the_lexicon_of_german(german: Language) -> None:
    assert said(POST, german) == [
        '"Verhandlngen" is no known word; "Verhandlungen" is close to it',
        '"Bürgermesiter" is no known word; "Bürgermeister" is close to it',
    ]


@pytest.mark.parametrize("locale", ["de", "de-DE", "fr"])
def test_without_a_lexicon_the_rules_that_need_none_still_work(locale: str) -> None:
    text = f"{POST}\nDas ist der Stand ,er steht und und so weiter..\n"
    assert said(text, Language(locale), "words", "punctuation") == [
        '"Stand ," has a space before the comma',
        '"und" stands twice in a row',
        '"weiter.." has two punctuation marks, expected "."',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Die Regierungen und die Sitzungen sind nicht zufrieden, das war eine Fassung der Zahlen.",
        "Die Übungen sind größer, und die Straßenordnungen sind noch nicht möglich für Veröffntlß.",
        "Der Café'besitzer hat's nicht, und der Verwaltungsminister ist mit der Zahlenordnung da.",
        "We do not have to deploy the thing on Tuesdy, said the minister of the goverment there.",
        "Les négociations ont commencé mardi dans la capitale du pays voisin, dit le minstre.",
    ],
    ids=["forms", "other letters", "apostrophes", "English", "French"],
)
def test_what_is_no_mistake(text: str, german: Language) -> None:
    assert said(text, german, "words") == []


def test_a_word_is_not_torn_apart_at_a_combining_mark() -> None:
    text = "Das ist mo\u0308glich und u\u0308blich."
    prose = parse("post.md", decode(text.encode())).prose
    tokens = tokens_of(prose, prose.uses_of(prose.small_words))
    assert [token.text for token in tokens] == ["Das", "ist", "und"]


def test_english_is_read_as_ever_whatever_the_region() -> None:
    for locale in ("en", "en-GB", "en-AU"):
        assert said("They met on Tueday morning.\n", Language(locale), "near-miss") == [
            '"Tueday" is no known word; "Tuesday" is close to it'
        ]


def test_a_lexicon_of_another_language_is_an_error(german: Language) -> None:
    with pytest.raises(LexiconError, match=r'is a lexicon of "de", and the locale .* is "fr-CH"'):
        said(POST, Language("fr-CH", german.lexicon))


def test_a_damaged_lexicon_is_an_error_that_names_it(german: Language) -> None:
    assert german.lexicon is not None
    german.lexicon.write_bytes(german.lexicon.read_bytes()[:-8])
    with pytest.raises(LexiconError, match=r"de\.lexicon: .* cut short .*; make it anew"):
        said(POST, german)


def test_a_broken_lexicon_is_not_opened_where_no_rule_needs_it(tmp_path: Path) -> None:
    assert said("Die die.\n", Language("de", tmp_path / "absent.lexicon"), "punctuation") == []
