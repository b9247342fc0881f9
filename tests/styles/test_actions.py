"""What a rule's action makes of what it finds."""

import pytest
from packs import problems

from postlint.model.finding import Fix


def proposed(action: str, token: str, post: str) -> tuple[tuple[str, ...], Fix | None]:
    kind = "extends: existence\nmessage: 'no %s'\nnonword: true\n"
    rule = f"{kind}action: {action}\ntokens: ['{token}']\n"
    ((_, problem),) = problems(rule, post)
    return problem.suggestions, problem.fix


def fixed(action: str, token: str, post: str) -> str | None:
    fix = proposed(action, token, post)[1]
    if fix is None:
        return None
    assert not fix.safe
    (edit,) = fix.edits
    return post[: edit.span.start] + edit.replacement + post[edit.span.end :]


@pytest.mark.parametrize(
    ("action", "token", "post", "after"),
    [
        ("{name: remove}", "very ", "A very odd\n", "A odd\n"),
        ("{name: replace, params: [use]}", "utilize", "To utilize\n", "To use\n"),
        ("{name: edit, params: [trim_right, '!']}", r"\w+!(?:\s|$)", "Yes! It\n", "Yes It\n"),
        ("{name: edit, params: [trim_left, '(']}", r"\(a", "b (a\n", "b a\n"),
        ("{name: edit, params: [trim, ' ']}", r"\s—\s", "a — b\n", "a—b\n"),
        ("{name: edit, params: [remove, '.?!']}", r"end[.?!]", "The end.\n", "The end\n"),
        (
            "{name: edit, params: [regex, '(\\w+)ly-(\\w+)', '$1ly $2']}",
            r"\w+ly-\w+",
            "a newly-made\n",
            "a newly made\n",
        ),
        ("{name: edit, params: [truncate, ' ']}", "the the", "the the end\n", "the end\n"),
        ("{name: edit, params: [split, '/', '1']}", "he/she", "he/she\n", "she\n"),
        ("{name: edit, params: [split, '/', '7']}", "he/she", "he/she\n", None),
        ("{name: convert, params: [simple]}", "aCamelCase", "aCamelCase\n", "a camel case\n"),
        ("{name: replace, params: [a, b]}", "x", "x\n", None),
        ("{name: replace, params: [use]}", "utilize", "uti*lize*\n", None),
    ],
)
def test_the_fix(action: str, token: str, post: str, after: str | None) -> None:
    assert fixed(action, token, post) == after


def test_a_value_of_the_front_matter_gets_no_quotation_mark() -> None:
    rule = (
        "extends: substitution\nmessage: '%s'\naction: {name: replace}\n"
        "swap: {it is: it's, Kiev: Kyiv}\n"
    )
    fixes = [one.fix is not None for _, one in problems(rule, "---\ntitle: 'So it is Kiev'\n---\n")]
    assert fixes == [False, True]


def test_alternatives_are_suggestions() -> None:
    assert proposed("{name: replace, params: [a, b]}", "x", "x\n")[0] == ("a", "b")


def test_the_replacement_fills_a_second_place_in_the_message() -> None:
    rule = (
        "extends: existence\nmessage: '%s is %s, %[2]s'\n"
        "action: {name: edit, params: [truncate, '-']}\ntokens: [re-do]\n"
    )
    ((_, problem),) = problems(rule, "Then re-do it.\n")
    assert problem.message == "re-do is re, re"


def test_only_title_and_description_of_the_front_matter_are_mended() -> None:
    rule = (
        "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['\\d+-\\d+']\n"
        "action: {name: edit, params: [regex, '(\\d+)-(\\d+)', '$1 to $2']}\n"
    )
    post = "---\ntitle: In 1-2 days\ndate: 2024-01-01\nimage: 3-4.png\ndescription: 5-6\n---\n"
    assert [(at, one.fix is not None) for at, one in problems(rule, post)] == [
        ("2:11", True),
        ("3:7", False),
        ("4:8", False),
        ("5:14", True),
    ]
    raw = [(at, one.fix) for at, one in problems(f"{rule}scope: raw\n", post)]
    assert [(at, fix) for at, fix in raw if fix is not None] == []
