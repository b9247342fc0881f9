"""Tables of terms in a configuration and in files: what they say, and what a broken one is told."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from postlint.config.load import load_config
from postlint.config.resolve import Resolver
from postlint.config.schema import config_schema
from postlint.config.term_file import rows_of_csv
from postlint.engine.check import check
from postlint.language.terms.conflicts import conflicts
from postlint.language.terms.row import Row
from postlint.language.terms.terms import Terms
from postlint.model.errors import ConfigError
from postlint.model.finding import Severity


def write(folder: Path, text: str, name: str = "postlint.toml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def rows(folder: Path, config: str, **files: str) -> list[Row]:
    """The terms of a configuration beside some CSV files, without the folder in their places."""
    for name, text in files.items():
        write(folder, text, f"{name}.csv")
    terms = load_config(write(folder, config)).terms.rows
    return [row._replace(place=row.place.rpartition("/")[2]) for row in terms]


def test_a_row_in_the_configuration_says_all_that_can_be_said(tmp_path: Path) -> None:
    config = """\
[terms]
Karakbakh = "Karabakh"
"Kiev|Kiew" = { right = "Kyiv", severity = "review", note = "n", case = "any", match = "prefix", \
except-in = ["quotations", "titles"], inflect = "noun", link = "https://example.org" }
"""
    kiev = Row(
        "Kiev",
        ("Kyiv",),
        Severity.INFO,
        "n",
        "any",
        "prefix",
        ("quotations", "titles"),
        "noun",
        "https://example.org",
        "postlint.toml:3",
    )
    assert rows(tmp_path, config) == [
        Row("Karakbakh", ("Karabakh",), place="postlint.toml:2"),
        kiev,
        kiev._replace(wrong="Kiew"),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_csv_file_is_read_as_spreadsheets_save_it(
    tmp_path: Path, separator: str, mark: str, line_end: str
) -> None:
    lines = [
        "Wrong;right;severity;note",
        'utilise|"use up";use;amend;"two',
        'lines; one note"',
        ";;;",
        " in order to ;to;;",
    ]
    text = mark + line_end.join(lines).replace(";", separator) + line_end
    text = text.replace('|"use up"', "|use up")
    note = f"two{line_end}lines{separator} one note"
    assert rows(tmp_path, "terms.files = ['t.csv']", t=text) == [
        Row("utilise", ("use",), Severity.WARNING, note, place="t.csv:2"),
        Row("use up", ("use",), Severity.WARNING, note, place="t.csv:2"),
        Row("in order to", ("to",), place="t.csv:5"),
    ]


def test_a_trailing_column_that_is_empty_is_passed_over(tmp_path: Path) -> None:
    text = "wrong,right,,\na,b,,\nc,d\ne,f, \n"
    assert [row[:2] for row in rows(tmp_path, "terms.files = ['t.csv']", t=text)] == [
        ("a", ("b",)),
        ("c", ("d",)),
        ("e", ("f",)),
    ]


def test_all_columns_of_a_csv_file(tmp_path: Path) -> None:
    text = """\
link,inflect,except-in,match,case,note,severity,right,wrong
https://example.org,verb,quotations|headings,word,exact,,error,a|b,c
"""
    assert rows(tmp_path, "terms.files = ['t.csv']", t=text) == [
        Row(
            *("c", ("a", "b"), Severity.ERROR, None, "exact", "word", ("quotations", "headings")),
            *("verb", "https://example.org", "t.csv:2"),
        )
    ]


def test_a_toml_file_of_terms_is_a_table_of_terms(tmp_path: Path) -> None:
    write(tmp_path, 'Kiev = "Kyiv"\nfiles = { right = "documents" }\n', "t.toml")
    assert rows(tmp_path, "terms.files = ['t.toml']") == [
        Row("Kiev", ("Kyiv",), place="t.toml:1"),
        Row("files", ("documents",), place="t.toml:2"),
    ]


def test_files_is_a_term_unless_it_is_a_list(tmp_path: Path) -> None:
    assert rows(tmp_path, "terms.files = 'documents'") == [
        Row("files", ("documents",), place="postlint.toml:1")
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("wrong,right\na\n", ":2: has 1 column, expected 2 as in the first row"),
        (
            "wrong,right\na,b,c\n",
            ":2: has 3 columns, expected 2 as in the first row; put",
        ),
        ("wrong,right,severty\n", ':1: unknown column "severty"; did you mean "severity"?'),
        (
            "Kiev,Kyiv\na,b\n",
            ':1: the first row begins with "Kiev", expected names of columns',
        ),
        (
            "wrong,right,Color\n",
            ':1: unknown column "Color"; expected wrong, right, severity, note',
        ),
        ("wrong,right,\na,b,c\n", ":2: has 3 columns, expected 2 as in the first row; put"),
        ("wrong,,right\n", ':1: unknown column ""; expected wrong'),
        ("wrong,right,right\n", ':1: column "right" stands twice; keep one'),
        ("wrong,note\n", ':1: no column "right"; the first row names the columns'),
        ("", ':1: no column "wrong"; the first row names the columns: wrong,right'),
        ("wrong,right,severity\na,b,grave\n", ':2: severity: is "grave", expected review, amend,'),
        ("wrong,right,severity\na,b,revew\n", 'did you mean "review"?'),
        ("wrong,right,case\na,b,lower\n", ':2: case: is "lower", expected smart, any, exact'),
        ("wrong,right,except-in\na,b,quotation\n", 'except-in: is "quotation", expected quotation'),
        ("wrong,right\n,b\n", ":2: wrong: a form is empty; write a word or phrase"),
        ("wrong,right\na||c,b\n", ':2: wrong: "a||c" has an empty form; write a word or phrase'),
        (f"wrong,right\na,b\n{'a ' * 21},b\n", ":3: wrong: has 21 words and marks, expected 20"),
        ("wrong,right\n\na,b\na,c\n", ':4: "a" is "c" here and "b" at '),
        ('wrong,right\n"a" b,c\n', ":2: cannot be read: ',' expected after '\"'; see to its quot"),
        ('wrong,right\na,"b\nc,d\n', ":2: a quotation mark that opens here is not closed; close"),
        ("wrong,right\na,\udce9\n", ":2: byte 0xE9"),
        ("wrong,right\n" + "a" * 200_000 + ",b\n", ":2: cannot be read: field larger than"),
    ],
)
def test_a_broken_csv_file_is_one_line_that_says_what_where_what_now(
    tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "t.csv").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConfigError) as error:
        load_config(write(tmp_path, "terms.files = ['t.csv']"))
    assert f"t.csv{message}" in str(error.value) or message in str(error.value)
    assert "t.csv:" in str(error.value)
    assert "\n" not in str(error.value)


BROKEN = [
    ("[terms]\na = 1", ":2: terms.a: is 1, expected text or a table"),
    ("[terms]\na = { right = 1 }", ":2: terms.a.right: is 1, expected text"),
    ("[terms]\na = { rigth = 'b' }", ':2: terms.a: unknown key "rigth"; did you mean "right"?'),
    ("[terms]\na = { right = 'b', match = 'all' }", 'match: is "all", expected word, prefix'),
    ("[terms]\na = { right = 'b', except-in = 1 }", "except-in: is 1, expected a list of texts"),
    ("[terms]\na = { right = 'b', except-in = [1] }", "except-in: is 1, expected quotations, tit"),
    ("[terms]\nfiles = [1]", ":2: terms.files: is 1, expected text"),
    ("[ban]\na = 1", ":2: ban.a: is 1, expected text or a table"),
    ("[ban]\na = { right = 'b' }", ':2: ban.a: unknown key "right"'),
    ("ban = 'a'", ':1: ban: is "a", expected a table'),
    ("ban = [1]", ":1: ban: is 1, expected text"),
]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        *BROKEN,
        ("[terms]\n'' = 'b'", ":2: terms.: a form is empty; write a word or phrase"),
        (f"[terms]\n'{'a ' * 21}' = 'b'", ": has 21 words and marks, expected 20 or fewer; keep"),
        (f"[ban]\na = 'b'\n'{'a ' * 21}' = 'b'", ".toml:3: ban.a a"),
        (f"[terms]\na = '{'a ' * 21}'", ":2: terms.a.right: has 21 words and marks, expected 20"),
        ("[terms]\nfiles = ['t.csv']", ":2: terms.files: no file "),
        ("[terms]\nfiles = ['../t.csv']", ':2: terms.files: "../t.csv" leads out of the folder'),
        (
            "[terms]\nfiles = ['t.md']",
            'terms.files: is "t.md", expected a .csv, .tsv or',
        ),
        ("[terms]\n'Kiev|Kiev' = 'Kyiv'\nKiev = 'K'", ':3: "Kiev" is "K" here and "Kyiv" at '),
    ],
)
def test_broken_terms_are_one_line_that_says_what_where_what_now(
    tmp_path: Path, text: str, message: str
) -> None:
    write(tmp_path, "", "t.md")
    with pytest.raises(ConfigError) as error:
        load_config(write(tmp_path, text))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    import tomllib

    validator = Draft202012Validator(config_schema())
    for text, _ in BROKEN:
        assert list(validator.iter_errors(tomllib.loads(text))), text
    for text in ("terms.files = 'a'", "terms.files = ['a.csv']", "ban = ['a']", "ban.a = 'b'"):
        assert list(validator.iter_errors(tomllib.loads(text))) == [], text


@pytest.mark.parametrize(
    "rules", ["house-term = { terms = { '%s' = 'b' } }", "needs-legal-check = { words = ['%s'] }"]
)
def test_a_phrase_in_the_options_of_a_rule_is_not_too_long_either(
    tmp_path: Path, rules: str
) -> None:
    config = load_config(write(tmp_path, "[rules]\n" + rules % ("a " * 21)))
    with pytest.raises(ConfigError, match=r'"a a .*…" has 21 words and marks, exp'):
        check("a.md", b"a a\n", Resolver(config))


@pytest.mark.parametrize(
    ("rules", "severities"),
    [("", ["info", "error"]), ("[rules]\nhouse-term = 'warning'", ["warning", "warning"])],
)
def test_a_row_says_how_severe_it_is_unless_the_configuration_does(
    tmp_path: Path, rules: str, severities: list[str]
) -> None:
    terms = "[terms]\nKiev = { right = 'Kyiv', severity = 'review' }\nteh = 'the'\n"
    resolver = Resolver(load_config(write(tmp_path, terms + rules)))
    found = check("a.md", b"Kiev and teh war.\n", resolver).findings
    assert [one.severity.value for one in found] == severities


def test_what_a_row_says_is_passed_on(tmp_path: Path) -> None:
    said = {"right": "Kyiv|Kyïv", "note": "its own name", "link": "https://example.org/k"}
    config = f"terms.Kiev = {{ {', '.join(f'{k} = {json.dumps(v)}' for k, v in said.items())} }}"
    (found,) = check("a.md", b"Kiev.\n", Resolver(load_config(write(tmp_path, config)))).findings
    assert found.message == '"Kiev" is "Kyiv" or "Kyïv" in house style'
    assert found.help == "its own name; see https://example.org/k"
    assert (found.suggestions, found.fix) == (("Kyiv", "Kyïv"), None)


def test_a_row_does_not_apply_where_it_says_so(tmp_path: Path) -> None:
    config = """\
[terms]
Kiev = { right = "Kyiv", except-in = ["quotations", "titles", "headings"] }
teh = "the"
"""
    text = b'---\ntitle: Kiev\n---\n# Kiev\n\n"Teh Kiev," he said.\n\n> Kiev\n\nKiev\n'
    found = check("a.md", text, Resolver(load_config(write(tmp_path, config)))).findings
    assert [(one.start.line, one.start.column) for one in found] == [(6, 2), (10, 1)]


def test_a_spreadsheet_may_begin_words_with_a_capital(tmp_path: Path) -> None:
    text = "Wrong,Right,Severity,Inflect,Except-In\nUtilise,Use,Amend,Verb,Quotations|Titles\n"
    (row,) = rows(tmp_path, "terms.files = ['t.csv']", t=text)
    assert row[:3] == ("Utilise", ("Use",), Severity.WARNING)
    assert (row.inflect, row.except_in) == ("verb", ("quotations", "titles"))


CELLS = st.lists(
    st.sampled_from(["wrong", "right", "case", ",", ";", "\n", "\r", '"', "a", "|", ""])
)


@settings(max_examples=200)
@given(st.binary(max_size=40) | CELLS.map(lambda cells: f"wrong,right\n{''.join(cells)}".encode()))
def test_any_csv_file_is_read_or_refused(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "t.csv")
        path.write_bytes(data)
        try:
            terms, error = Terms(tuple(rows_of_csv(path))), "t.csv: fine"
        except ConfigError as refused:
            terms, error = Terms(), str(refused)
    assert re.search(r"t\.csv(:\d+)?: .", error)
    assert "\n" not in error
    assert all(row.wrong.strip() for row in terms.rows)
    list(terms.table.hits("a wrong right"))
    list(conflicts(terms.rows))
