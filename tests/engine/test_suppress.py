"""Comments that mute findings."""

from pathlib import Path

import pytest

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.engine.check import check

REPEATED = "He said the the word.\n"


def said(text: str, tmp_path: Path, select: tuple[str, ...] = ()) -> list[str]:
    """`line rule` of each finding, with a + in front when it is muted."""
    result = check("post.md", text.encode(), Resolver(Config(root=tmp_path), select))
    assert result.crashes == ()
    return [f"{'+' if one.muted_by else ''}{one.start.line} {one.rule}" for one in result.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"<!-- postlint-disable-next-line repeated-word -->\n{REPEATED}", ["+2 repeated-word"]),
        (f"<!-- postlint-disable-next-line -->\n{REPEATED}", ["+2 repeated-word"]),
        (
            "He said the the word. <!-- postlint-disable-line repeated-word -- as he spoke -->\n",
            ["+1 repeated-word"],
        ),
        (
            f"<!-- postlint-disable -->\n\n{REPEATED}\n<!-- postlint-enable -->\n\n{REPEATED}",
            ["+3 repeated-word", "7 repeated-word"],
        ),
        (f"{REPEATED}\n<!-- postlint-disable-file repeated-word -->\n", ["+1 repeated-word"]),
        (
            f"<!-- postlint-disable-next-line unclosed-quote, repeated-word -->\n{REPEATED}",
            ["1 unused-suppression", "+2 repeated-word"],
        ),
        (
            f"<!-- postlint-disable-next-line unclosed-quote -->\n{REPEATED}",
            ["1 unused-suppression", "2 repeated-word"],
        ),
        (
            "---\n# postlint-disable-next-line duplicate-key\na: 1\nb: 2\nb: 3\n---\n",
            ["2 unused-suppression", "5 duplicate-key"],
        ),
        ("---\na: 1\na: 2 # postlint-disable-line duplicate-key\n---\n", ["+3 duplicate-key"]),
        ("+++\na = 1 # postlint-disable-line duplicate-key\n+++\n", ["2 unused-suppression"]),
        (
            "---\nx: |\n  # postlint-disable-file\ntitle: 'a # postlint-disable'\n---\nThe the.\n",
            ["6 repeated-word"],
        ),
        (
            f"<!-- postlint-disable-nextline repeated-word -->\n{REPEATED}",
            ["1 unused-suppression", "2 repeated-word"],
        ),
        (
            f"<!-- postlint-disable-next-line repeated-word: his words -->\n{REPEATED}",
            ["1 unused-suppression", "2 repeated-word"],
        ),
        ("<!-- postlint-enable repeated-word -->\n", ["1 unused-suppression"]),
        (
            "<!-- postlint-disable-file unused-suppression -->\n<!-- postlint-disable-line -->\n",
            ["+2 unused-suppression"],
        ),
        (f"```\n<!-- postlint-disable-next-line -->\n```\n\n{REPEATED}", ["5 repeated-word"]),
        (f"    <!-- postlint-disable-next-line -->\n\n{REPEATED}", ["3 repeated-word"]),
        (
            f"- One.\n\n  <!-- postlint-disable-next-line repeated-word -->\n  {REPEATED}",
            ["+4 repeated-word"],
        ),
        (
            f"Ä😀\n\n<!-- postlint-disable-next-line repeated-word\n-- why -->\n{REPEATED}",
            ["+5 repeated-word"],
        ),
        ("Write `<!-- postlint-disable-file -->` to mute a file.\n", []),
    ],
)
def test_comment(text: str, expected: list[str], tmp_path: Path) -> None:
    assert said(text, tmp_path) == expected


def test_a_grouped_finding_is_muted_only_where_all_of_it_is(tmp_path: Path) -> None:
    line = "<!-- postlint-disable-next-line trailing-space -->\nword \n\nword \n"
    assert "2 trailing-space" in said(line, tmp_path)
    file = "<!-- postlint-disable-file trailing-space -->\nword \n\nword \n"
    assert said(file, tmp_path) == ["+2 trailing-space"]


def test_a_comment_is_not_judged_when_its_rule_did_not_run(tmp_path: Path) -> None:
    text = "<!-- postlint-disable-next-line repeated-word -->\nHe said the word.\n"
    assert said(text, tmp_path, ("unclosed-quote", "unused-suppression")) == []


def test_unknown_rules_in_a_comment_are_reported_with_a_guess(tmp_path: Path) -> None:
    text = "<!-- postlint-disable-line repeated-wrod -->\n"
    result = check("post.md", text.encode(), Resolver(Config(root=tmp_path)))
    assert [one.message for one in result.findings] == [
        'unknown rule "repeated-wrod"; did you mean "repeated-word"?'
    ]


def test_comments_of_mdx_count_outside_of_code(tmp_path: Path) -> None:
    text = "`{/* postlint-disable-file */}`\n\n{/* postlint-disable-next-line */}\nThe the word.\n"
    result = check("post.mdx", text.encode(), Resolver(Config(root=tmp_path)))
    assert [(one.rule, one.muted_by) for one in result.findings] == [("repeated-word", "comment")]


def test_many_comments_and_findings_take_a_moment(tmp_path: Path) -> None:
    one = "<!-- postlint-disable repeated-word -->\nThe the.\n<!-- postlint-enable -->\n\n"
    assert said(one * 3_000, tmp_path, ("words",)) == [
        f"+{line} repeated-word" for line in range(2, 12_000, 4)
    ]
