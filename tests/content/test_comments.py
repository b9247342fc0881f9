"""A body in; its comments out, in time that grows with the text and no faster."""

import time

import pytest

from postlint.content.body.comments import find_comments
from postlint.model.span import Span


def comments(text: str, *, mdx: bool = False) -> list[str]:
    found = find_comments(text, Span(0, len(text)), mdx=mdx)
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<!-- a -->\n\nText <!-- b\nc --> and é <!--d-->\n",
            ["<!-- a -->", "<!-- b\nc -->", "<!--d-->"],
        ),
        ("<!-- a --> <!-- b -->\n<!-- c\n", ["<!-- a -->", "<!-- b -->"]),
        ("`<!-- a -->`\n\n    <!-- b -->\n", []),
        ("<!-- a <!-- b -->\n", ["<!-- a <!-- b -->"]),
        ("{/* a */}\n", []),
    ],
)
def test_comments_of_html(text: str, expected: list[str]) -> None:
    assert comments(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{/* a */}\n\nText {/* b\nc */} {/* d\n", ["{/* a */}", "{/* b\nc */}"]),
        ("`{/* a */}`\n\n```\n{/* b */}\n```\n\n{/* c */}\n", ["{/* c */}"]),
        ("`{/*` opens {/* a comment */}\n", ["{/* a comment */}"]),
        ("{/* a */} <!-- b -->\n", ["{/* a */}", "<!-- b -->"]),
        ("<!-- a {/* b */} -->\n\n{/* c */}\n", ["<!-- a {/* b */} -->", "{/* c */}"]),
    ],
)
def test_comments_of_mdx(text: str, expected: list[str]) -> None:
    assert comments(text, mdx=True) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<!-- postlint-disable " * 100_000,
        "Text <!-- postlint-disable " * 20_000,
        "<!-- postlint-disable\n\n" * 20_000,
        "{/* postlint-disable " * 100_000,
        "`{/* postlint-disable */}` " * 20_000,
    ],
    ids=["block", "inline", "blocks", "mdx", "code"],
)
def test_hostile_comments_take_no_time(text: str) -> None:
    start = time.perf_counter()
    assert comments(text, mdx=True) == []
    assert time.perf_counter() - start < 5
