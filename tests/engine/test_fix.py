"""Fixes: which go together, that they come to rest, and that nothing else changes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.content.source import decode
from postlint.engine.check import check
from postlint.engine.checked import Checked
from postlint.engine.fix import Fixed, apply, choose, fix
from postlint.model.finding import Edit, Finding, Fix, Severity
from postlint.model.span import Position, Span

RESOLVER = Resolver(Config(root=Path("/nowhere")))
PARTS = (
    *("the", "\tthe ", " a apple.", " an pear,", ",, ", "here?,", "'Word' ", " word", " . "),
    *("1.5million", " seperate ", "teh ", "Karabakh ", " Karakbakh", " colour", "color ", "its a "),
    *(
        "\n",
        "--- \n",
        "\ntitle:\tx\n",
        "yes",
        "---\n",
        "+ ",
        "- ",
        "* ",
        "# ",
        "> ",
        "|",
        "**",
        "_",
    ),
    *("`", "<b>", "{{", "é", "\u200b", "\ufeff", "\r"),
)


def mended(data: bytes) -> Fixed:
    return fix(data, lambda new: check("post.md", new, RESOLVER), lambda _: True)


def finding(*edits: tuple[int, int, str], rule: str = "rule") -> Finding:
    fix = Fix("mend", tuple(Edit(Span(start, end), text) for start, end, text in edits))
    at = Position(1, 1)
    span = fix.edits[0].span
    return Finding("a.md", span, at, at, rule, Severity.INFO, "m", None, (), fix, "f")


@pytest.mark.parametrize(
    ("data", "after"),
    [
        (b"\xef\xbb\xbfA word , and\r\na apple\r", b"\xef\xbb\xbfA word, and\r\nan apple\r"),
        ("He ate a apple".encode("utf-16"), "He ate an apple".encode("utf-16")),
        (b"\xe9 a apple", b"\xe9 an apple"),
        (b"---\ntitle: a apple # a apple\n---\n", b"---\ntitle: an apple # a apple\n---\n"),
    ],
)
def test_all_outside_of_the_edits_stays_byte_for_byte(data: bytes, after: bytes) -> None:
    assert mended(data).after == after


def test_a_muted_finding_is_not_mended() -> None:
    data = b"<!-- postlint-disable-file a-an -->\n\nA apple , he ate.\n"
    assert mended(data).after == b"<!-- postlint-disable-file a-an -->\n\nA apple, he ate.\n"


def test_of_fixes_that_overlap_the_first_counts() -> None:
    first, second, third = (
        finding((0, 3, "")),
        finding((2, 4, ""), (9, 9, "x")),
        finding((3, 5, "")),
    )
    assert choose([first, second, third], lambda _: True) == [first, third]


def test_nobody_knows_the_order_of_two_insertions_at_one_place() -> None:
    first, second = finding((3, 3, "a")), finding((3, 3, "b"))
    assert choose([first, second], lambda _: True) == [first]
    assert choose([first, finding((3, 5, ""))], lambda _: True) == [first]


def test_fixes_that_overlap_are_applied_in_the_next_round() -> None:
    result = mended(b"The the the pear.\n")
    assert result.after == b"The pear.\n"


def test_fixes_that_undo_each_other_are_named() -> None:
    def swap(data: bytes) -> Checked:
        other = "b" if data == b"a" else "a"
        return Checked("a.md", (finding((0, 1, other), rule=f"to-{other}"),))

    result = fix(b"a", swap, lambda _: True)
    assert (result.after, result.applied, result.restless) == (b"a", (), ("to-a",))


def test_a_fix_that_spoils_the_front_matter_is_left_out() -> None:
    def spoil(data: bytes) -> Checked:
        if b'"' in data:
            return Checked("a.md", (finding((0, 0, ""), rule="front-matter-syntax"),))
        bad, good = finding((4, 4, '"'), rule="bad"), finding((18, 18, "!"), rule="good")
        return Checked("a.md", (bad, good) if b"!" not in data else (bad,))

    result = fix(b"---\ntitle: x\n---\na", spoil, lambda _: True)
    assert (result.after, result.spoiling) == (b"---\ntitle: x\n---\na!", ("bad",))


@given(st.lists(st.sampled_from(PARTS)).map("".join) | st.text())
@settings(max_examples=150)
def test_fixing_any_text_comes_to_rest(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    once = mended(data)
    again = mended(once.after)
    assert not once.restless
    assert again.after == once.after
    assert again.applied == ()
    assert not once.spoiling


@given(st.binary(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3))))
def test_edits_are_applied_as_if_from_the_last_to_the_first(
    data: bytes, wanted: list[tuple[int, int, str]]
) -> None:
    source = decode(data)
    room = len(source.text)
    spans = sorted((min(at, room), min(at + length, room), new) for at, length, new in wanted)
    chosen = choose([finding(span) for span in spans], lambda _: True)
    edits = [edit for one in chosen if one.fix for edit in one.fix.edits]
    text = source.text
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    assert apply(data, edits) == source.encode(text)
