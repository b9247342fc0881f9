"""Which English a site is written in."""

from collections.abc import Sequence

from postlint.content.document import parse
from postlint.content.source import Source
from postlint.language.house_locale import house_locale

BRITISH = "The colour of the harbour at the centre was grey, as those who were there would tell.\n"
AMERICAN = "The color of the harbor at the center was gray, as those who were there would tell.\n"
GERMAN = "Der Hafen ist seit gestern wieder offen, und die Schiffe fahren wie immer hinaus.\n"


def locale_of(texts: Sequence[str]) -> str:
    return house_locale(parse(f"{i}.md", Source(text)) for i, text in enumerate(texts)).locale


def test_where_all_posts_spell_alike() -> None:
    assert locale_of([BRITISH] * 12) == "en-GB"
    assert locale_of([AMERICAN] * 12) == "en-US"


def test_where_posts_are_few_or_of_two_minds_nothing_is_said() -> None:
    assert locale_of([BRITISH] * 3) == ""
    assert locale_of([BRITISH, AMERICAN] * 12) == ""
    assert locale_of([]) == ""


def test_names_and_a_single_word_say_nothing() -> None:
    name = "Those who were there would tell that the {} was open again as it was before.\n"
    assert locale_of([name.format("Kentucky Theatre of Ardour, Grey Harbour Centre")] * 40) == ""
    assert locale_of([name.format("theatre")] * 40) == ""
    few = [name.format("colour of the grey harbour"), name.format("color of the center")]
    assert locale_of([name.format("theatre")] * 60 + few) == ""


def test_ise_and_ize_say_nothing() -> None:
    oxford = BRITISH + "They organized it and realized that it was recognized and memorized.\n"
    assert locale_of([oxford] * 12) == "en-GB"


def test_another_language() -> None:
    docs = [parse(f"{i}.md", Source(GERMAN)) for i in range(12)]
    assert (house_locale(docs).is_other, house_locale([]).is_other) == (True, False)
