"""What each kind of rule finds, where, and what it says of it."""

from pathlib import Path

import pytest
from packs import problems, problems_of, said, write_pack

from postlint.styles.pack import read_styles


def test_existence_finds_whole_words() -> None:
    rule = "extends: existence\nmessage: \"Avoid '%s'.\"\ntokens: [very, kind of]\n"
    assert said(rule, "Every very kind\nof thing is kind of odd.\n") == [
        ("1:7", "Avoid 'very'."),
        ("2:13", "Avoid 'kind of'."),
    ]


def test_existence_without_word_ends() -> None:
    rule = "extends: existence\nmessage: 'No %s'\nnonword: true\ntokens: ['\\d+%', '!']\n"
    assert said(rule, "Up 5%! Yes!\n") == [("1:4", "No 5%"), ("1:6", "No !"), ("1:11", "No !")]


def test_existence_puts_raw_before_tokens_and_with_append_behind() -> None:
    before = (
        "extends: existence\nmessage: '%s'\nraw: ['\\bmore\\s', '(?:so\\s)?']\ntokens: [big, red]\n"
    )
    assert said(before, "It is more so big, more red, big.\n") == [
        ("1:7", "more so big"),
        ("1:20", "more red"),
    ]
    behind = (
        "extends: existence\nmessage: '%s'\nappend: true\nraw: ['\\s+deal']\ntokens: [big, red]\n"
    )
    assert said(behind, "A big deal is big.\n") == [("1:3", "big deal")]


def test_case_counts_unless_it_is_ignored() -> None:
    rule = "extends: existence\nmessage: '%s'\ntokens: [utilize]\n"
    assert said(rule, "Utilize it.\n") == []
    assert said(f"{rule}ignorecase: true\n", "Utilize it.\n") == [("1:1", "Utilize")]


def test_exceptions_keep_their_case() -> None:
    rule = (
        "extends: existence\nmessage: '%s'\nignorecase: true\n"
        "tokens: ['\\w+ly']\nexceptions: [Italy, (?i)family]\n"
    )
    assert said(rule, "Italy, italy, FAMILY and only.\n") == [("1:8", "italy"), ("1:26", "only")]


SWAP = """\
extends: substitution
message: "Use '%s' instead of '%s'."
ignorecase: true
swap:
  e-mail: email
  e-mail address(?:es)?: email
  (?:cell|smart) ?phone: phone|mobile phone
"""


def test_substitution_prefers_the_longest_key() -> None:
    assert said(SWAP, "My e-mail address and E-mail.\n") == [
        ("1:4", "Use 'email' instead of 'e-mail address'."),
        ("1:23", "Use 'email' instead of 'E-mail'."),
    ]


def test_substitution_with_replace_names_each_alternative() -> None:
    rule = f"{SWAP}action:\n  name: replace\n"
    assert said(rule, "A smartphone.\n") == [
        ("1:3", "Use 'phone' or 'mobile phone' instead of 'smartphone'.")
    ]


def test_what_is_right_already_is_not_reported() -> None:
    rule = (
        "extends: substitution\nmessage: '%s'\nignorecase: true\nswap: {javascript: JavaScript}\n"
    )
    assert said(rule, "JavaScript and Javascript.\n") == [("1:16", "JavaScript")]


def test_the_right_form_may_be_a_pattern() -> None:
    rule = "extends: substitution\nmessage: '%s, not %s'\nswap: {'[Gg]it[Hh]ub': 'Git[Hh]ub'}\n"
    assert said(rule, "GitHub, Github, github.\n") == [("1:17", "Git[Hh]ub, not github")]


def test_groups_of_a_key_stand_in_the_right_form() -> None:
    rule = (
        "extends: substitution\nmessage: '%s, not %s'\nscope: raw\n"
        "swap: {'into the (\\w+) of (?:the )?(\\w+)': 'into $2 $1'}\n"
    )
    assert said(rule, "Go into the house of the rat.\n") == [
        ("1:4", "into rat house, not into the house of the rat")
    ]


@pytest.mark.parametrize(("key", "right"), [("capitalize", "Speed up"), ("matchcase", "Speed up")])
def test_the_right_form_takes_the_case_of_the_wrong_one(key: str, right: str) -> None:
    rule = (
        f"extends: substitution\nmessage: \"'%s' for '%s'\"\nignorecase: true\n{key}: true\n"
        "action: {name: replace}\nswap: {accelerate: speed up}\n"
    )
    assert said(rule, "Accelerate it.\n") == [("1:1", f"'{right}' for 'Accelerate'")]


def test_occurrence_counts_in_each_block() -> None:
    rule = "extends: occurrence\nmessage: '%d commas'\nscope: sentence\nmax: 2\ntoken: ','\n"
    assert said(rule, "A, b, c. A, b, c, d, e.\n") == [("1:11", "4 commas")]


@pytest.mark.parametrize(
    ("token", "post", "at"),
    [(r"\s", "A b c d e.\n", "1:2"), (r"\*+", "A `b` c `d` `e` `f` g.\n", "1:3")],
)
def test_occurrence_of_blanks_and_of_code(token: str, post: str, at: str) -> None:
    rule = f"extends: occurrence\nmessage: '%d'\nscope: sentence\nmax: 3\ntoken: '{token}'\n"
    assert said(rule, post) == [(at, "4")]


def test_occurrence_of_too_little_is_told_at_the_top() -> None:
    rule = "extends: occurrence\nmessage: 'no %s'\nscope: raw\nmin: 1\ntoken: '^## See also'\n"
    assert said(rule, "---\ntitle: x\n---\n\nText.\n") == [("4:1", "no 0")]
    assert said(rule, "Text.\n\n## See also\n") == []


def test_repetition_across_a_line_end_but_not_across_sentences() -> None:
    rule = (
        "extends: repetition\nmessage: \"'%s' twice\"\nalpha: true\nignorecase: true\n"
        "tokens: ['[^\\s.]+']\n"
    )
    post = "It is the\nthe end. End it. 5 5 `a` `a` The\n"
    assert said(rule, post) == [("1:7", "'the' twice")]


def test_consistency_reports_what_comes_second() -> None:
    rule = "extends: consistency\nmessage: 'both %s'\neither: {advisor: adviser, centre: center}\n"
    post = "An advisor in the centre.\n\nThe adviser.\n\nAn advisor.\n"
    assert said(rule, post) == [("3:5", "both adviser"), ("5:4", "both advisor")]


ACRONYM = """\
extends: conditional
message: "'%s' has no definition"
first: '\\b([A-Z]{3,5})\\b'
second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'
exceptions: [BBC, NATO HQ]
"""


def test_conditional_wants_a_definition_before() -> None:
    post = "The WHO met.\n\nThe World Health Organization (WHO) met. The WHO and the BBC left.\n"
    assert said(ACRONYM, post) == [("1:5", "'WHO' has no definition")]


def test_a_phrase_among_the_exceptions_frees_its_words() -> None:
    assert said(ACRONYM, "At NATO HQ.\n") == []
    assert said(ACRONYM, "At NATO.\n") == [("1:4", "'NATO' has no definition")]


def test_conditional_without_a_group_asks_for_presence() -> None:
    rule = "extends: conditional\nmessage: '%s'\nscope: raw\nfirst: ERR-\\d+\nsecond: 'Fix:'\n"
    assert said(rule, "ERR-1 came.\n") == [("1:1", "ERR-1")]
    assert said(rule, "ERR-1 came.\n\nFix: go.\n") == []


def heading(match: str, more: str = "") -> str:
    message = "message: \"'%s', not '%s'\""
    return f"extends: capitalization\n{message}\nscope: heading\nmatch: {match}\n{more}"


@pytest.mark.parametrize(
    ("rule", "title", "expected"),
    [
        (heading("$title"), "The quick fox of the north", "The Quick Fox of the North"),
        (heading("$title", "style: Chicago\n"), "a walk to the end", "A Walk to the End"),
        (heading("$sentence"), "The Quick Brown Fox", "The quick brown fox"),
        (heading("$sentence"), "the quick brown fox", "The quick brown fox"),
        (heading("$sentence", "prefix: '\\d+\\.\\s'\n"), "4. the end", "4. The end"),
        (heading("$lower"), "No", "no"),
        (heading("$upper"), "No", "NO"),
        (heading("'^[A-Z]'"), "no", "^[A-Z]"),
    ],
)
def test_capitalization_of_a_heading(rule: str, title: str, expected: str) -> None:
    assert said(rule, f"## {title}\n") == [("1:4", f"'{title}', not '{expected}'")]


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        (heading("$title"), "The Quick Fox of the North"),
        (heading("$title"), "How to Write an API"),
        (heading("$title", "exceptions: [iOS, macOS]\n"), "Write iOS and macOS Apps"),
        (heading("$sentence", "exceptions: [Kubernetes, Google Cloud]\n"), "On Google Cloud"),
        (heading("$sentence", "indicators: [':']\n"), "Note: This is new"),
        (heading("$sentence", "threshold: 0.5\n"), "The Quick brown fox"),
        (heading("$sentence"), "Use the `APPEND` operator"),
        (heading("$sentence"), "1. An important heading"),
        (heading("$lower", "exceptions: [Yes]\n"), "Yes"),
    ],
)
def test_capitalization_that_is_right(rule: str, title: str) -> None:
    assert said(rule, f"## {title}\n") == []


def metric(formula: str, condition: str) -> str:
    return f'extends: metric\nmessage: "is %s"\nformula: |\n  {formula}\ncondition: "{condition}"\n'


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("words / sentences", "3.00"),
        ("characters", "40.00"),
        ("paragraphs", "2.00"),
        ("heading.h2 + heading_h1", "1.00"),
        ("list", "1.00"),
        ("pre", "1.00"),
        ("blockquote", "0.00"),
        ("long_words", "1.00"),
        ("polysyllabic_words", "1.00"),
        ("complex_words", "1.00"),
        ("syllables", "13.00"),
        ("math.sqrt(16) * (2 - 1)", "4.00"),
        ("-words", "-9.00"),
    ],
)
def test_the_variables_of_a_metric(formula: str, value: str) -> None:
    post = "## Head\n\nCats sleep. They consider dinner of fish.\n\n- One item\n\n```\ncode\n```\n"
    assert said(metric(formula, "!= 1000.0"), post) == [("1:1", f"is {value}")]


def test_a_metric_says_nothing_where_its_condition_does_not_hold() -> None:
    assert said(metric("words", "> 3"), "One two three.\n") == []
    assert said(metric("words / list", "> 0"), "One two three.\n") == []
    assert said(metric("words", ">= 0"), "") == []


LONG = """\
Notwithstanding the aforementioned considerations, the organization's interdepartmental
reorganization initiative necessitated comprehensive reevaluation of institutional methodologies,
organizational infrastructures, and jurisdictional responsibilities.
"""


@pytest.mark.parametrize(
    ("score", "value"),
    [
        ("flesch_kincaid", "41.77"),
        ("gunning_fog", "40.00"),
        ("coleman_liau", "50.34"),
        ("smog", "25.98"),
        ("lix", "100.00"),
        ("flesch_kincaid + lix", "141.77"),
    ],
)
def test_a_formula_can_name_a_score_and_be_of_each_paragraph(score: str, value: str) -> None:
    rule = metric(f"round({score}, 2)", "> 10") + "scope: paragraph\n"
    assert said(rule, f"A cat sat.\n\n{LONG}") == [("3:1", f"is {value}")]


def test_readability_is_a_mean_of_grades() -> None:
    rule = "extends: readability\nmessage: 'grade %s'\ngrade: 3\nmetrics: [Automated Readability]\n"
    post = "The committee deliberated extensively about intergovernmental responsibilities.\n"
    (found,) = said(rule, post)
    assert found[0] == "1:1"
    assert found[1].startswith("grade 3")


def test_spelling_with_the_filters_and_lists_of_a_pack(tmp_path: Path) -> None:
    rule = (
        "extends: spelling\nmessage: \"'%s'?\"\nignore: [House/words.txt, ours.txt]\n"
        "filters: ['zz$']\naction: {name: suggest, params: [spellings]}\n"
    )
    write_pack(tmp_path, {"Rule": rule})
    (tmp_path / "House/words.txt").write_text("# ours\nqwertyish\n", encoding="utf-8")
    (tmp_path / "config/ignore").mkdir(parents=True)
    (tmp_path / "config/ignore/ours.txt").write_text("Blorptown\n", encoding="utf-8")
    post = "A qwertyish blorptown recieved fzzz QWRT CamelKase and `qwrt`.\n"
    found = list(problems_of(read_styles([tmp_path], ["House"]), post))
    assert [(at, one.message) for at, one in found] == [("1:23", "'recieved'?")]
    assert "received" in found[0][1].suggestions


def test_a_limit_holds_for_the_post() -> None:
    rule = "extends: existence\nmessage: '%s'\nlimit: 2\ntokens: [hey]\n"
    assert [at for at, _ in said(rule, "hey\n\nhey hey hey\n")] == ["1:1", "3:1"]


def test_a_place_is_told_once() -> None:
    rule = "extends: existence\nmessage: '%s'\nscope: [heading, text]\ntokens: [hey]\n"
    assert [at for at, _ in said(rule, "# hey\n")] == ["1:3"]


def test_link_and_description_are_the_help() -> None:
    rule = (
        "extends: existence\nmessage: '%s'\nlink: https://x.org\n"
        "description: Short words are best\ntokens: [utilize]\n"
    )
    ((_, problem),) = problems(rule, "utilize\n")
    assert problem.help == "Short words are best; see https://x.org"
