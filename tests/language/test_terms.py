"""Tables of terms: what is found, whatever else the table holds; forms of words; odd rows."""

import pickle
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.content.prose import Prose
from postlint.content.segment import PLACEHOLDER, Segment
from postlint.language.terms.conflicts import conflicts
from postlint.language.terms.inflections import other_forms
from postlint.language.terms.row import Inflection, Match, Row, plain
from postlint.language.terms.starts import TOKEN
from postlint.language.terms.surroundings import begins_a_word, number_goes_on, stands_alone
from postlint.language.terms.table import Table, compile_rows
from postlint.language.terms.terms import Terms

WORDS = ["kiev", "Kiev", "KIEV", "war", "per", "cent", "e-mail", "don't", "24/7", "3d", "%", "キエ"]
MATCHES: tuple[Match, ...] = ("word", "word", "prefix")
ENDINGS = ["", "s", "an", "ed", "2", "’s"]
GAPS = [" ", "  ", "\n", "-", "‑", "/", ", ", "'", "’", "_", "\u0301", f" {PLACEHOLDER} ", ". "]
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(ENDINGS), st.sampled_from(GAPS)), max_size=12
).map(lambda parts: "".join(map("".join, parts)))
ROWS = st.lists(
    st.tuples(PHRASES, st.sampled_from(MATCHES)).map(
        lambda one: Row(one[0], case="any", match=one[1])
    ),
    max_size=6,
    unique_by=lambda row: (row.wrong.lower(), row.match),
)


def prose(*texts: str) -> Prose:
    return Prose([Segment("paragraph", text, (0,), ((0, len(text)),)) for text in texts])


def found(table: Table, text: str) -> list[tuple[int, int, Row]]:
    return [(hit.start, hit.end, hit.row) for hit in table.hits(text)]


def looked_for_one_by_one(rows: Sequence[Row], text: str) -> Iterator[tuple[int, int, Row]]:
    """The same as a table finds, by trying every row at every token."""
    tokens = [token.span() for token in TOKEN.finditer(text)]
    at = 0
    while at < len(tokens):
        best = max(
            (
                (count, row.match == "word", cut, end, row)
                for row in rows
                for count, cut, end in places(row, text, tokens, at)
            ),
            default=None,
        )
        if best is not None:
            yield tokens[at][0], best[3], best[4]
        at += best[0] if best else 1


def places(
    row: Row, text: str, tokens: list[tuple[int, int]], at: int
) -> Iterator[tuple[int, int, int]]:
    """How many tokens a row takes at a token, how far its own letters and the last token go."""
    phrase = plain(row.wrong).lower()
    parts = TOKEN.findall(phrase)
    last = tokens[at + len(parts) - 1] if at + len(parts) <= len(tokens) else None
    if last is None:
        return
    start, end = tokens[at][0], last[1]
    cut = last[0] + len(parts[-1]) if row.match == "prefix" else end
    is_free = (
        begins_a_word(text, start) and not number_goes_on(text, end)
        if row.match == "prefix"
        else stands_alone(text, start, end)
    )
    if cut <= end and plain(text[start:cut]).lower() == phrase and is_free:
        yield len(parts), cut, end


@settings(max_examples=300)
@given(ROWS, TEXTS)
def test_a_table_finds_what_is_found_row_by_row(rows: list[Row], text: str) -> None:
    assert found(compile_rows(rows), text) == list(looked_for_one_by_one(rows, text))


@settings(max_examples=300)
@given(ROWS, st.lists(TEXTS, max_size=3))
def test_the_first_look_at_a_post_passes_over_nothing(rows: list[Row], texts: list[str]) -> None:
    table, post = compile_rows(rows), prose(*texts)
    closely = [(segment, hit) for segment in post.segments for hit in table.hits(segment.text)]
    assert list(table.hits_in(post)) == closely


@settings(max_examples=200)
@given(ROWS, TEXTS)
def test_rows_about_other_words_change_nothing(rows: list[Row], text: str) -> None:
    others = [Row(f"x{number}", match="prefix") for number in range(100)]
    others += [Row(f"{word} xyz") for word in ("kiev", "war", "per cent", "don't", "%")]
    assert found(compile_rows([*others, *rows]), text) == found(compile_rows(rows), text)


@pytest.mark.parametrize(
    ("row", "text", "finds"),
    [
        (Row("Kiev", ("Kyiv",)), "Kiev KIEV kiev Kievan", [("Kyiv",), ("KYIV",)]),
        (Row("Kiev", ("Kyiv",), case="exact"), "Kiev KIEV kiev", [("Kyiv",)]),
        (Row("Kiev", ("Kyiv",), case="any"), "Kiev KIEV kiev", [("Kyiv",), ("KYIV",), ("Kyiv",)]),
        (Row("Kiev", ("Kyiv",), match="prefix"), "Kievans’ un-Kievan", [("Kyivans",), ("Kyivan",)]),
        (
            Row("web", ("website",), match="prefix"),
            "web websites Webs",
            [("website",), ("Websites",)],
        ),
        (Row("2go", ("to go",)), "a 2go b 2gos 12go", [("to go",)]),
        (Row("%", (" percent",)), "5% more", [(" percent",)]),
        (Row("commence", ("begin", "start")), "Commence!", [("Begin", "Start")]),
        (Row("tragic"), "a tragic end", [()]),
    ],
)
def test_what_stands_instead(row: Row, text: str, finds: list[tuple[str, ...]]) -> None:
    assert [hit.rights for hit in compile_rows([row]).hits(text)] == finds


NUMBERS = "5.5|5,000|-5|−5|5%|5 %|v5.2|10:5|5/6|5–6|$5.50|5°|5€|F-5|.5|1 005|§5|-$5|+5|5-6|2020-5-6"


@pytest.mark.parametrize("text", [NUMBERS.replace("|", "; "), *NUMBERS.split("|")])
@pytest.mark.parametrize("match", MATCHES[1:])
def test_no_term_is_found_inside_a_number(text: str, match: Match) -> None:
    table = compile_rows([Row(wrong, match=match) for wrong in ("5", "$5", "005", "000")])
    assert found(table, text) == []


def test_a_number_is_found_where_it_is_all_there_is() -> None:
    table = compile_rows([Row("5", ("five",)), Row("$5", ("five dollars",)), Row("9/11")])
    text = "5 men, a 5-year plan (5), in 2025 5, $5, post-9/11; mid-5: 5. The 5’s 5, 6—5 5"
    spans = [(hit.start, text[hit.start : hit.end]) for hit in table.hits(text)]
    assert " ".join(one for _, one in spans) == "5 5 5 5 $5 9/11 5 5 5 5 5 5"


@pytest.mark.parametrize(
    ("inflection", "wrong", "right", "forms"),
    [
        ("verb", "utilise", "use", "utilises:uses utilising:using utilised:used"),
        ("verb", "plan", "win", "plans:wins planning:winning planned:won"),
        ("verb", "start", "begin", "starts:begins starting:beginning started:began/begun"),
        ("verb", "carry out", "do", "carries out:does carrying out:doing carried out:did/done"),
        ("verb", "tie", "vlog", "ties:vlogs tying:vlogging tied:vlogged"),
        (
            "verb",
            "bus",
            "quit",
            "buses:quits busing:quitting bussing:quitting bused:quit bussed:quit",
        ),
        ("verb", "refocus", "aim", "refocuses:aims refocusing:aiming refocused:aimed"),
        ("noun", "policeman", "officer", "policemen:officers"),
        ("noun", "Roman", "person", "Romans:people"),
        ("noun", "crisis", "hero", "crises:heroes"),
        ("noun", "member of parliament", "MP", "members of parliament:MPs"),
        ("noun", "photo", "city", "photos:cities"),
    ],
)
def test_the_other_forms_of_a_word(
    inflection: Inflection, wrong: str, right: str, forms: str
) -> None:
    made = other_forms(wrong, (right,), inflection)
    assert " ".join(f"{form.wrong}:{'/'.join(form.rights)}" for form in made) == forms


def test_what_a_row_says_outright_counts_more_than_a_form() -> None:
    rows = [Row("lead", ("guide",), inflect="verb"), Row("leads", ("clues",))]
    assert [hit.rights for hit in compile_rows(rows).hits("leads leading")] == [
        ("clues",),
        ("guiding",),
    ]


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        (["Kiev:Kyiv", "Kiev:Kyjiv"], '2: "Kiev" is "Kyjiv" here and "Kyiv" at 1'),
        (["Kiev:Kyiv", "Kiev:Kyiv"], '2: "Kiev" is never reached: "Kiev" at 1 is found first'),
        (["Kiev:Kyiv", "bor:bor"], '2: "bor" is its own right form, and no other row is kept from'),
        (["a:b", "b:a"], '1: "a" and "b" are each the right form of the other; see "b" at 2'),
        (["a:b", "b:c"], '1: the right form "b" is "c" in its turn; see "b" at 2'),
        (["utilise:"], '1: "utilise" has no right form; a word that is not used belongs under'),
        (
            ["#tag:hashtag"],
            '1: "#tag" is never found in a text: it is markup, code, an address, a t',
        ),
        (["@user:you"], '1: "@user" is never found in a text'),
        (["<b>:bold"], '1: "<b>" is never found in a text'),
        (["a\0:b"], '1: "a\0" has a control character (U+0000)'),
        (["example.org/a:b"], '1: "example.org/a" is never found in a text'),
        (
            ["Ki[e]v:Kyiv"],
            '1: "Ki[e]v" looks like a pattern, and is found letter by letter only; w',
        ),
        (["Kie*:Kyiv"], '1: "Kie*" looks like a pattern'),
        (
            ["C++:Rust", "%: percent", "Q&A:q and a", ".NET:Net", "f*ck:f---", "e.g.:say", "$5:$6"],
            "",
        ),
        (["9/11:September 11", "[sic]:so", "&:and", "-5:minus 5", "5%:5 percent", "“:'"], ""),
        (["Kiev:Kyiv", "chicken Kiev:chicken Kiev", "Nato:NATO", "kiev:quay"], ""),
    ],
)
def test_what_is_wrong_with_rows(pairs: list[str], message: str) -> None:
    split = [pair.split(":") for pair in pairs]
    told = conflicts(
        [
            Row(wrong, (right,) if right else (), place=str(at))
            for at, (wrong, right) in enumerate(split, 1)
        ]
    )
    first = next((f"{one.row.place}: {one.message}" for one in told), "")
    assert first[: len(message)] == message
    assert bool(first) == bool(message)


def test_terms_cross_a_process_border_as_rows() -> None:
    terms = Terms((Row("Kiev", ("Kyiv",)), Row("alleg", match="prefix")))
    assert len(list(terms.table.hits("allegedly in Kiev"))) == 2
    assert pickle.loads(pickle.dumps(terms)) == terms  # noqa: S301


@pytest.mark.parametrize("text", ["1" * 500_000, "a1" * 200_000, "3d " * 100_000, "kiev" * 100_000])
def test_hostile_text_ends_soon(text: str) -> None:
    table = compile_rows([Row("3dx"), Row("9/11"), Row("kievan", match="prefix"), Row("1x")])
    assert list(table.hits_in(prose(text))) == []
