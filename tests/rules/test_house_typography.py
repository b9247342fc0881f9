"""What the examples of the rules for house typography cannot show: any text, hostile text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.document import Document, parse
from postlint.content.segment import PLACEHOLDER
from postlint.content.source import Source
from postlint.language.straight_quotes import straight_doubles, straight_singles
from postlint.model.finding import Problem
from postlint.rules.base import Rule
from postlint.rules.punctuation.caption_full_stop import CaptionFullStop
from postlint.rules.punctuation.unbalanced_bracket import UnbalancedBracket
from postlint.rules.typography.curly_quotes import CurlyQuotes
from postlint.rules.typography.double_space import DoubleSpace
from postlint.rules.typography.ellipsis import Ellipsis  # noqa: A004
from postlint.rules.typography.mixed_quotes import MixedQuotes
from postlint.rules.typography.number_style import NumberStyle
from postlint.rules.typography.spaced_hyphen_as_dash import SpacedHyphenAsDash
from postlint.rules.words.acronym_not_expanded import AcronymNotExpanded
from time_growth import growth

RULES: tuple[Rule, ...] = (
    CurlyQuotes(),
    MixedQuotes(apostrophes=True),
    DoubleSpace(),
    Ellipsis(),
    Ellipsis(form="..."),
    SpacedHyphenAsDash(),
    SpacedHyphenAsDash(dash="—", spaced=False),
    NumberStyle(),
    NumberStyle(thousands=" ", percent="percent"),
    CaptionFullStop(form="with"),
    CaptionFullStop(form="without"),
    UnbalancedBracket(),
    AcronymNotExpanded(),
)
PIECES = (
    *('"', "'", "“", "”", "‘", "’", "„", "(", ")", "[", "]", "...", "…", " - ", "  ", " ", "\n"),
    *("the men ", "left. ", "It's ", "3 men ", "eleven ", "12500 men ", "5 percent ", "5%", "NSR "),
    *("![The rain is here](a.png) ", '![The rain is here.](b.png "The end is here") ', "`x`"),
    *("[it's][] ", "[it's]: x\n", "a) ", ":) ", "&quot;", "&hellip;", '\\"', "\\...", "> ", "- "),
    *(
        "\n\n",
        "# ",
        "| a | b |\n|--|--|\n",
        "**",
        "_",
        PLACEHOLDER,
        "é",
        "6'2\" ",
        "<b>",
        "{{ x }}",
    ),
    *("---\ntitle: \"It's...  'so'\"\n---\n", "---\nalt: 'The rain''s - here'\n---\n"),
)
POSTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def read(text: str) -> Document:
    return parse("post.md", Source(text))


def fixed(text: str, problems: list[Problem]) -> str:
    edits = {edit for problem in problems if problem.fix for edit in problem.fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@given(text=POSTS | st.text(max_size=60))
def test_findings_lie_in_the_post_in_their_order(text: str) -> None:
    doc = read(text)
    for rule in RULES:
        spans = [problem.span for problem in rule.check(doc)]
        assert spans == sorted(spans)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(text=POSTS)
def test_fixes_come_to_rest_and_leave_the_words_as_they_are(text: str) -> None:
    for rule in RULES:
        after = text
        for _ in range(4):  # one fix can end a quotation, or make a label of a link
            after = fixed(after, list(rule.check(read(after))))
        if not isinstance(rule, NumberStyle):
            assert re.findall(r"\w", after) == re.findall(r"\w", text)
        assert fixed(after, list(rule.check(read(after)))) == after, rule


@pytest.mark.parametrize(
    "unit",
    [
        *("(", ")", "[", "(a ", "a) ", "(\n\n", ")\n\n", "x]\n\n[y\n\n"),
        *('"a ', "'a ", "'", '"', '“a" ', " - a", "...", "a  "),
        *(
            "3 men ",
            "eleven men ",
            "12500 ",
            "NSR ",
            "A",
            "A-",
            "a-",
            "N of ",
            "Aa Bb ",
            "ABC (a b ",
        ),
        *("![a b c](", "<figcaption>", "{{< figure ", '![a b c](x "', ":) "),
    ],
)
def test_hostile_text_takes_a_time_that_grows_with_it(unit: str) -> None:
    def check(doc: Document) -> None:
        for rule in RULES:
            list(rule.check(doc))

    assert growth(lambda size: read(unit * (size // len(unit))), check, 8_000) < 10


@pytest.mark.parametrize(
    ("text", "curly"),
    [
        ('"So," he said, "it is."', "“So,” he said, “it is.”"),
        ('She is 5\'10" and 12" wide.', 'She is 5\'10" and 12" wide.'),
        ('"Page 12" it is.', "“Page 12” it is."),
        ('The word "x"—"y".', "The word “x”—“y”."),
        ("A \" alone and a ' too.", "A \" alone and a ' too."),
        ("'The leaders' war,' he said.", "‘The leaders’ war,’ he said."),
        ("Rock 'n' roll of the '90s, goin' on.", "Rock ’n’ roll of the ’90s, goin’ on."),
        ("The 1990's and 'Abd al-Rahman", "The 1990’s and 'Abd al-Rahman"),
        ("``So it was.''", "``So it was.''"),
        ('[gallery ids="1,2"]', '[gallery ids="1,2"]'),
    ],
)
def test_straight_marks_are_read_as_a_reader_does(text: str, curly: str) -> None:
    marks = {('"', "open"): "“", ('"', "close"): "”", ("'", "open"): "‘"}
    meanings = straight_doubles(text) | straight_singles(text)
    shown = [marks.get((text[at], meaning), "’") for at, meaning in sorted(meanings.items())]
    for at, mark in zip(sorted(meanings), shown, strict=True):
        text = text[:at] + mark + text[at + 1 :]
    assert text == curly


@pytest.mark.parametrize(
    ("locale", "fixed_text"),
    [("fr", "«\u00a0Oui\u00a0»"), ("de-AT", "„Oui“"), ("sv", "”Oui”"), ("nl", "“Oui”")],
)
def test_curly_quotes_are_those_of_the_language(locale: str, fixed_text: str) -> None:
    assert fixed('"Oui"', list(CurlyQuotes(locale=locale).check(read('"Oui"')))) == fixed_text


def test_an_aside_may_end_a_few_paragraphs_later_and_no_further() -> None:
    assert list(UnbalancedBracket().check(read("(It was\n\nc\n\nso then)\n"))) == []
    far = "(It was\n\n" + "c\n\n" * 9 + "so then)\n"
    assert [problem.message for problem in UnbalancedBracket().check(read(far))] == [
        'bracket before "It was" is never closed',
        'bracket after "so then" was never opened',
    ]
