"""House terms and repeated words: what the rules' own examples cannot show."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.content.document import Document, parse
from postlint.content.segment import Segment
from postlint.content.source import Source
from postlint.model.finding import Problem
from postlint.model.span import Span
from postlint.rules.words.house_term import HouseTerm
from postlint.rules.words.repeated_word import RepeatedWord

TERMS = {
    "Karakbakh": "Karabakh",
    "Karabakh": "Nagorno-Karabakh",
    "teh": "the",
    "per cent": "percent",
    "don't": "do not",
    "chicken Kiev": "chicken Kiev",
    "Kiev": "Kyiv",
    "%": " percent",
}


def read(text: str) -> Document:
    return parse("post.md", Source(text))


def prose(text: str) -> Document:
    """A post of one paragraph, without a parser in between."""
    segment = Segment("paragraph", text, (0,), ((0, len(text)),))
    return Document("post.md", text, None, Span(0, len(text)), (segment,))


def fixed(text: str, problems: list[Problem]) -> str:
    edits = [edit for problem in problems if problem.fix for edit in problem.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def mended(text: str, terms: dict[str, str]) -> str:
    return fixed(text, list(HouseTerm(terms).check(read(text))))


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        ({"e-mail": "email"}, "E-mail, E-Mail and E-MAIL", "Email, Email and EMAIL"),
        ({"per cent": "percent"}, "Five Per Cent, 5 per  cent", "Five Percent, 5 percent"),
        ({"github": "GitHub"}, "github, Github, GITHUB, GitHub", "GitHub, GitHub, GITHUB, GitHub"),
        ({"Nato": "NATO"}, "Nato and nato and NATO", "NATO and nato and NATO"),
        ({"NATO": "Nato"}, "Nato and nato and NATO", "Nato and nato and Nato"),
        ({"polish": "buff", "Polish": "Polish"}, "polish the Polish", "buff the Polish"),
        ({"chicken Kiev": "chicken Kyiv"}, "Chicken Kiev!", "Chicken Kyiv!"),
        ({"iphone": "iPhone"}, "Iphone, IPHONE", "iPhone, IPHONE"),
    ],
)
def test_a_replacement_follows_the_case_of_what_it_replaces(
    terms: dict[str, str], text: str, expected: str
) -> None:
    assert mended(text, terms) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kievs, kiev_1, @Kiev, O'Kiev, e-mail", "Kievs, kiev_1, @Kiev, O'Kiev, e-mail"),
        ("Kiev's, Kiev’s, 'Kiev', (Kiev)", "Kyiv's, Kyiv’s, 'Kyiv', (Kyiv)"),
        ("pro-Kiev, Kiev-based, Kiev/Lviv", "pro-Kyiv, Kyiv-based, Kyiv/Lviv"),
        ("à l'Ukraine", "à l'UKR"),
        ("mail, Mail, voice-mail", "post, Post, voice-post"),
        ("cafe, cafe\u0301, cafés", "café, cafe\u0301, cafés"),
    ],
)
def test_a_term_is_no_part_of_a_longer_word(text: str, expected: str) -> None:
    terms = {"Kiev": "Kyiv", "mail": "post", "Ukraine": "UKR", "cafe": "café"}
    assert mended(text, terms) == expected


@pytest.mark.parametrize(
    "text",
    ["Nagorno-Karabakh", "NAGORNO-KARABAKH", "Nagorno‑Karabakh", "chicken Kiev", "Chicken Kiev"],
)
def test_the_right_form_is_let_be(text: str) -> None:
    assert mended(text, TERMS) == text


def test_the_longest_term_counts() -> None:
    terms = {"prime minister": "PM", "prime minister of Israel": "Israeli PM", "Israel": "IL"}
    assert mended("the prime minister of Israel", terms) == "the Israeli PM"


def test_a_phrase_is_found_across_lines_and_markup() -> None:
    text = "> **Nagorny**\r\n> Karabakh, don’t\n"
    terms = {"Nagorny Karabakh": "Nagorno Karabakh", "don't": "do not"}
    assert mended(text, terms) == "> **Nagorno**\r\n> Karabakh, do not\n"


def test_what_is_marked_sic_is_let_be() -> None:
    assert mended('"The Karakbakh [sic] war"', TERMS) == '"The Karakbakh [sic] war"'


def test_a_word_that_is_not_used_has_no_replacement() -> None:
    (problem,) = HouseTerm({"utilise": ""}).check(read("They utilise it."))
    assert problem.message == '"utilise" is not used in house style'
    assert problem.fix is None


def test_a_replacement_that_could_break_front_matter_is_only_suggested() -> None:
    terms = {"dont": "don't", "teh": "the"}
    problems = list(HouseTerm(terms).check(read("---\ntitle: Dont stop teh war\n---\n")))
    assert [problem.fix is None for problem in problems] == [True, False]


def test_a_term_of_nothing_but_space_is_no_term() -> None:
    assert mended("any text", {"": "x", " ": "y"}) == "any text"


@pytest.mark.parametrize(
    "text",
    [
        "the **the** war",
        "the `the` war",
        "see [the](a.md) the war",
        "the\n\nthe war",
        "- the\n- the",
        "the, the war",
        "the  \nthe war",
        "the built-in in the war",
        "the in in-depth talks",
        "of 10 10 and 5 5",
        "Baden Baden is a town",
        "I saw The The live",
        "Who? The The are a band.",
        "Is it that that you want?",
        "The more he has has little to do with it.",
        "the the the the end",
        "why why why should it be",
        "up up down down left right",
        'write "and and" twice',
    ],
)
def test_words_that_only_look_repeated(text: str) -> None:
    assert list(RepeatedWord().check(read(f"We go on.\n\n{text}\n"))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("all the way in\nin the end", "all the way\nin the end"),
        ("The\nthe end of it", "The\nend of it"),
        ("[all the way ](a.md)in\nin the end", "[all the way ](a.md)in\nthe end"),
        ("> of the\r\n> the end", "> of\r\n> the end"),
        ("with the the, and", "with the, and"),
        ("(the the end of it)", "(the end of it)"),
        ("the end\u00a0of of it", "the end\u00a0of it"),
        ("It is said that that the war is over", "It is said that the war is over"),
        ("Is it certain? It it is", "Is it certain? It is"),
        ("It was the the the end of it", "It was the end of it"),
        ("They add it. Add Add a file to it", "They add it. Add a file to it"),
    ],
)
def test_a_repeated_word_is_taken_out(text: str, expected: str) -> None:
    assert fixed(text, list(RepeatedWord().check(read(text)))) == expected


def test_only_function_words_are_removed_without_asking() -> None:
    safe = [
        p.fix and p.fix.safe
        for p in RepeatedWord().check(read("This is the the war and a long war war."))
    ]
    assert safe == [True, False]


def test_another_language_has_only_its_function_words_checked() -> None:
    text = "Ich glaube, dass dass das Haus und und der Garten nicht groß genug sind.\n"
    assert [p.message for p in RepeatedWord().check(read(text))] == ['"und" stands twice in a row']


LETTERS = "abcdefghijklmnopqrstuvwxyz"
PARTS = [
    *("the", "The", "THE", "that", "in", "a", "Karakbakh", "teh", "TEH", "per", "cent", "Kiev"),
    *("Karabakh", "chicken", "don", "'", "’", "t", "-", "%", ".", " ", " ", "\n", "\r\n", "\n\n"),
    *("> ", "- ", "# ", "**", "_", "`", "[", "](x)", "&amp;", "&nbsp;", "\u00a0", "\u200b", "İ"),
    *("---\n", "title: ", "\ud83d", "\udc80", "e\u0301", "﷽", "|", "{{ x }}", "<b>", "\\", "\t"),
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=30).map("".join) | st.text(max_size=60)


@settings(max_examples=200)
@given(TEXTS)
def test_every_house_term_is_where_it_says(text: str) -> None:
    doc = read(text)
    for problem in HouseTerm(TERMS).check(doc):
        assert Span(0, len(text)).covers(problem.span)
        assert problem.span.start < problem.span.end
        assert problem.fix is None or all(problem.span.covers(e.span) for e in problem.fix.edits)


@settings(max_examples=200)
@given(TEXTS)
def test_every_repeated_word_is_where_it_says(text: str) -> None:
    for problem in RepeatedWord().check(read(text)):
        first, second = text[problem.span.start : problem.span.end].replace(">", "").split()
        assert first.lower() == second.lower()


@given(st.text(max_size=60), st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=6))
def test_any_table_of_terms_can_be_used(text: str, terms: dict[str, str]) -> None:
    for problem in HouseTerm(terms).check(prose(text)):
        assert Span(0, len(text)).covers(problem.span)


@pytest.mark.parametrize(
    "text",
    [
        *("the" * 300_000, "the " * 60_000, " " * 1_000_000, "the \n" * 60_000, "a b " * 200_000),
        "".join(
            f"{a}{b}{c}{a}{b}{c} " * 2 + ". " for a in "ABCDEFGH" for b in LETTERS for c in LETTERS
        ),
    ],
)
def test_hostile_text_ends_soon(text: str) -> None:
    assert len(list(RepeatedWord().check(prose(text)))) <= 1
    assert (
        len(list(HouseTerm({f"the {'the ' * n}x": "y" for n in range(5)}).check(prose(text)))) == 0
    )
