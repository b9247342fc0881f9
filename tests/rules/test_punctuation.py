"""What the examples of the punctuation rules cannot show: any text, hostile text, real posts."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.document import Document, parse
from postlint.content.segment import PLACEHOLDER, Segment
from postlint.content.source import Source
from postlint.model.finding import Problem
from postlint.model.span import Span
from postlint.rules.base import Rule
from postlint.rules.punctuation.doubled_punctuation import DoubledPunctuation
from postlint.rules.punctuation.number_joined_to_word import NumberJoinedToWord
from postlint.rules.punctuation.space_before_punctuation import SpaceBeforePunctuation
from postlint.rules.punctuation.unclosed_quote import UnclosedQuote
from time_growth import growth

SEED = Path(__file__).parents[2] / "../shared/seed/armenia-azerbaijan.md"

RULES: tuple[Rule, ...] = (
    SpaceBeforePunctuation(),
    NumberJoinedToWord(),
    DoubledPunctuation(),
    UnclosedQuote(),
)
SHAPES = {
    SpaceBeforePunctuation: re.compile(r"[ \n\t\u00a0\u202f]{1,3}\Z"),
    NumberJoinedToWord: re.compile(r"[0-9][0-9.,]*[A-Za-z]+(?:\s[a-z]+)?\Z"),
    DoubledPunctuation: re.compile(r"[,.;:?!][\"'”’]?[,.;:?!]\Z"),
    UnclosedQuote: re.compile("[\"“”„'‘’‚«]\\Z"),
}

# Dense in what the rules look at, so that they find something to trip over.
PIECES = (
    *" \n\t\u00a0.,;:?!\"'“”„‘’‚()-aAsn19é中¿«»…%*",
    *("''", "1.5million", "20people", "word", "the ", " :)", "...", "a.m.", "Mr. ", "'90s"),
    *("leaders' ", 'said, "', PLACEHOLDER),
)
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


def plain_document(*paragraphs: str) -> Document:
    """A document whose source is its prose."""
    segments, start = [], 0
    for paragraph in paragraphs:
        source = ((start, start + len(paragraph)),)
        segments.append(Segment("paragraph", paragraph, (0,), source))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Document("post.md", text, None, Span(0, len(text)), tuple(segments))


def check(doc: Document) -> None:
    for rule in RULES:
        for _ in rule.check(doc):
            pass


def found(rule: Rule, text: str) -> list[str]:
    """The source text of each finding in a post."""
    doc = parse("post.md", Source(text))
    return [doc.text[one.span.start : one.span.end] for one in rule.check(doc)]


def fixed(text: str, problems: list[Problem]) -> str:
    edits = [edit for one in problems if one.fix for edit in one.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@given(st.lists(texts.filter(bool), max_size=4))
def test_findings_lie_on_what_they_name_in_any_text(paragraphs: list[str]) -> None:
    doc = plain_document(*paragraphs)
    for rule in RULES:
        spans = [problem.span for problem in rule.check(doc)]
        assert spans == sorted(spans)
        for span in spans:
            assert SHAPES[type(rule)].match(doc.text[span.start : span.end])


@given(st.text(max_size=80) | texts)
def test_no_rule_raises_on_any_post(text: str) -> None:
    doc = parse("post.md", Source(text))
    for rule in RULES:
        for problem in rule.check(doc):
            assert 0 <= problem.span.start <= problem.span.end <= len(doc.text)


@given(texts.filter(bool))
def test_fixed_text_keeps_its_words(text: str) -> None:
    doc = plain_document(text)
    for rule in RULES:
        after = fixed(doc.text, list(rule.check(doc)))
        assert re.findall(r"\w", after) == re.findall(r"\w", doc.text)


@pytest.mark.parametrize(
    "unit",
    [
        "' \" ",
        "'",
        '"',
        "'a ",
        '"a ',
        "“a ",
        "’ ",
        " ",
        "1",
        "1.",
        "1,",
        " ,",
        "a , ",
        "a:: ",
        "'\n",
    ],
)
def test_a_text_without_a_finding_takes_a_time_that_grows_with_it(unit: str) -> None:
    assert growth(lambda size: plain_document(unit * (size // len(unit))), check, 20_000) < 10


@pytest.mark.parametrize("unit", ["'a ", "‘a ", "“a ", '"a ', "«a "])
def test_many_open_marks_before_a_paragraph_that_goes_on(unit: str) -> None:
    def post(size: int) -> Document:
        return plain_document(unit * (size // len(unit)), f"{unit[0]}word c d.")

    def find(doc: Document) -> None:
        assert len(list(UnclosedQuote().check(doc))) <= 1

    assert growth(post, find, 20_000) < 10


@pytest.mark.parametrize(
    "unit", ["a b\n, c d\n", "b , ", "b ? ", "a.. ", "a?, ", "abcdef., ", "1million "]
)
def test_many_findings_take_a_time_that_grows_with_them(unit: str) -> None:
    assert growth(lambda size: plain_document(unit * (size // len(unit))), check, 10_000) < 10


@pytest.mark.parametrize(
    "text",
    [
        "{{ name }} , {{ other }}",
        "Press ![a button](a.png) , wait.",
        "Go to https://example.org/news . Then wait.",
        "`a` , `b`",
        "It shows red , green , `blue` , white.",
        "| name | value |\n|---|---|\n| a     : | . |\n",
        "Late :') but here :-( and ;-) as ever",
        "A quotation . . . cut short",
        "Name : Ann\nPlace : Rome",
        "Separated by , or ; and ended with a .",
        "Elle a dit\u202f: «\u00a0Qui est venu ce soir\u202f?\u00a0» et nous sommes partis !",
        "Word\n, word",
        "Bravo\u00a0!",
        "They won the match mit 3 : 1 in Berlin",
        "The kick-off times are\n15:00 : Japan",
        "remove prepended ? from, exit early when : delimiter is, then use , (comma)",
        "He came home  \n, and slept.",
        "red and blue\n, green and grey\n, black and white",
    ],
)
def test_space_before_punctuation_is_silent(text: str) -> None:
    assert found(SpaceBeforePunctuation(), text) == []


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Omer Celika\u00a0, spokesman", ["\u00a0"]),
        ("Omer Celika&nbsp;, spokesman", ["&nbsp;"]),
        ("[Omer Celika ](x.md), spokesman", [" "]),
        ("**Omer** (66) , spokesman", [" "]),
        ('He said "no" .', [" "]),
        ("What now ?!", []),
        ("> He came home\n> , and slept.", ["\n> "]),
        ("We have known it ever since 2019 : It was over", [" "]),
        ("We thank @ann , who wrote it.", [" "]),
    ],
)
def test_space_before_punctuation_finds_the_gap(text: str, gaps: list[str]) -> None:
    assert found(SpaceBeforePunctuation(), text) == gaps


def test_a_comma_is_moved_back_over_a_line_end() -> None:
    text = "> - He came home\r\n>   , and slept."
    problems = list(SpaceBeforePunctuation().check(parse("post.md", Source(text))))
    assert fixed(text, problems) == "> - He came home, and slept."


@pytest.mark.parametrize(
    "text",
    [
        "H1N1, COVID-19, 0x1F, 1er, 2e, 32bit, 10rc1, 1.2.3beta, 4k, 2x, 24x7, 1M, 50p, 3rd",
        "#30days, @20people, cache30days, img_2020years, 100days.com, 7days-in-may, v2.0days(3)",
        "docs/30days or x/2hours",
        "9ba7f3days 12e4hours x" + "1" * 30 + "days",
        "`20people` and <https://example.org/20people>",
    ],
)
def test_number_joined_to_word_is_silent(text: str) -> None:
    assert found(NumberJoinedToWord(), text) == []


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("£1.5million, $20billion-a-year", ["1.5million", "20billion"]),
        ("1,000people; '5years' (3days)", ["1,000people", "5years", "3days"]),
        ("about 2-3million", ["3million"]),
        ("**12**people", ["12**people"]),
        ("a 5kilometre run at 10km/2hours, 10 km/2hours", ["5kilometre", "2hours", "2hours"]),
    ],
)
def test_number_joined_to_word_finds_both_parts(text: str, joined: list[str]) -> None:
    assert found(NumberJoinedToWord(), text) == joined


def test_number_is_not_parted_from_its_markup() -> None:
    doc = parse("post.md", Source("**12**people"))
    assert [problem.fix for problem in NumberJoinedToWord().check(doc)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "etc., e.g., i.e.: Inc.; Jr., U.S., St., a.k.a.: Calif., approx., p.m.?",
        "What?! No!! Why?? Well... Hm…, so",
        "../news ./x 1..10 a..b C:: x::y 5.;",
        "Who's Afraid of Virginia Woolf?, a play; Jeopardy!, Yahoo!.",
        "See [is it so?](x.md), and [why?](y.md).",
        "It works :tada:, doesn't it :bug:.",
        "“Ein Satz,” ,,wirklich'' so",
        "The next steps are..\n\n- ..to decide\n- ..to wait",
        "¿Vienes?, dijo. ¡Hola!, respondió.",
        "Alba subsp., synon., compar., paren., contr.: so it is abbreviated",
        "from runIn.. on",
    ],
)
def test_doubled_punctuation_is_silent(text: str) -> None:
    assert found(DoubledPunctuation(), text) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Apples,, pears;; and plums,. The end..", [",,", ";;", ",.", ".."]),
        ("As follows:. Or so:;", [":.", ":;"]),
        ("Like this::\n\n    code", ["::"]),
        (
            "An answer., the answer or question.; a question or two mayors.: mayors, etc.,",
            [".,", ".;", ".:"],
        ),
        ('"No,", he said.', [',",']),
        ("It ends [here.](x.md).", [".](x.md)."]),
    ],
)
def test_doubled_punctuation_finds_the_marks(text: str, marks: list[str]) -> None:
    assert found(DoubledPunctuation(), text) == marks


@pytest.mark.parametrize(
    "text",
    [
        "'Tis the season of rock 'n' roll in the '90s, he's goin' to say 'em all.",
        "He's 6' 2\", she's 5'10\", with a 12\" disc at 40°26'46\" N.",
        "'The enemies' leaders' talks', he said. 'They don't end.'",
        "The workers' union, the bosses' club and James' friends",
        "'One.\n\n'Two.\n\n'Three,' he said.",
        '"One.\n\nTwo," she said.',
        '"One:\n\n- two\n- three"',
        "> “One.\n>\n> “Two.”",
        "“He said ‘no’ and left,” she said. “‘Yes’ was ‘wrong’.”",
        "‘He said “no” to ’em,’ she said.",
        "\"'No' is 'no'\" and '\"No\" is \"no\"'",
        '**"Bold"** and _\'soft\'_, [“linked”](x.md), "`code`", \'`code`\'s\', "{{ tag }}"',
        'The " character, the \' character and `"`',
        "„So“ und ‚so‘, »so«, ”så” och ’så’",
        'צה"ל and דו"ח and ארה"ב',
        "他说“你好”，又说‘再见’然后走了。",
        '"... and then," he said. ".NET" and "!important"',
        'He asked ("why?"), she said--"because"--and \'so\'.',
        "A 5' 11'' wall, f''(x) and ''so''",
        "'Abd al-Malik met 'Abd al-Aziz.",
        "They met 'Abd al-Rahman. ‘Ali and 'Omar left.",
        "“I heard someone say, ‘Stop!’”",
        "“She said, ‘It’s over,’” he told us. “He said, ‘No.’” She nodded.",
        "“‘Well, hardly ever.’”",
        '"I heard him say, \'Stop!\'" "\'Tis over," she said.',
        "삼성은 '갤럭시'를 출시했다.",
        "« Older posts, more » and »So nicht«",
        "«Uno, dos y tres, dijo.\n\n«Cuatro, cinco y seis.»",
        "»So nicht, sagte sie. «Und dann.",
        "Nine o'clock, d'Artagnan, O'Brien, l'été, 'n' and Hawai'i",
    ],
)
def test_unclosed_quote_is_silent(text: str) -> None:
    assert found(UnclosedQuote(), text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Both leaders' men called for 'an end to it.\n\nThey left.", 29),
        ("'Go,' he said. 'We don't stay.", 15),
        ("'Go, he said. 'We don't stay,' he added.", 0),
        ('He **said: "Go** away.', 11),
        ("“Go, he said.\n\nThey went.", 0),
        ("‘Go, he said in the ’90s.", 0),
        ('Go," he said.', 3),
        ('"Go," he said. Stay," she said.', 20),
        ('# A "quoted heading\n\nText"', 4),
        ('"One.\n\n"Two.\n\nThree.', 7),
        ("„Wir gehen, sagte er.", 0),
        ("Elle dit: «Nous partons, et elle part.", 10),
        ("She said: 'Armenia is ready to talk.", 10),
        ("'After the war we left, she said", 0),
        ("He called for 'an end to it.\n\n'We do not stay,' she said.", 14),
    ],
)
def test_unclosed_quote_finds_the_mark(text: str, place: int) -> None:
    doc = parse("post.md", Source(text))
    assert place in [problem.span.start for problem in UnclosedQuote().check(doc)]


def test_teaser_cut_short_is_no_slip() -> None:
    teaser = 'description: He said "we are going to ...'
    assert found(UnclosedQuote(), f"---\n{teaser}\n---\nText.\n") == []


@pytest.mark.skipif(not SEED.exists(), reason="the shared data is not here")
def test_seed_article_has_one_of_each() -> None:
    doc = parse(SEED.name, Source(SEED.read_text(encoding="utf-8")))
    places = [[doc.lines.position(one.span.start) for one in rule.check(doc)] for rule in RULES]
    assert [[(place.line, place.column) for place in one] for one in places] == [
        [(69, 12)],
        [(55, 12)],
        [(75, 156)],
        [(101, 87)],
    ]
