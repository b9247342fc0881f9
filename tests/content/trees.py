"""How the tests of the readers show a tree: its places as text, its faults as one line each."""

from typing import Any

from hypothesis import strategies as st

from postlint.content.data.tree import Path, Tree
from postlint.content.lines import Lines
from postlint.model.span import Span

_SIGNS = "a é 😀 \t \n \r ' \" [ ] { } , : # & * ! | > % @ ` - ? = \\ ~"
_STRANGE = ("\0", "\ufeff", "\u2028", "\x85", "\udc80", " ")
_WORDS = "1.10 no 012 12:30 0x1F .inf 1e999 2020-01-01 true null {{x}} {%y%} \"\"\" ''' //c #1"
_LINES = ("key: ", "- ", "\n  ", "\r\n", " #1", "&x ", "*x", "!t ", "<<: *x", '"k": ', "a.b = 1\n")
_FENCES = ("---\n", "...\n", "+++\n", ";;;\n", "[[a]]\n")
PIECES = (*_SIGNS.split(" "), *_STRANGE, *_WORDS.split(" "), *_LINES, *_FENCES)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
"""Texts full of what means something to a reader."""

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"))
)
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
)
DATA = st.dictionaries(
    WORDS,
    st.recursive(
        SCALARS | WORDS,
        lambda child: st.lists(child, max_size=3) | st.dictionaries(WORDS, child, max_size=3),
        max_leaves=6,
    ),
    max_size=4,
)


def said(text: str, tree: Tree) -> list[str]:
    """Each fault as `line:column message`."""
    lines = Lines(text)
    positions = [lines.position(fault.problem.span.start) for fault in tree.faults]
    return [
        f"{at.line}:{at.column} {fault.problem.message}"
        for at, fault in zip(positions, tree.faults, strict=True)
    ]


def fixed(text: str, tree: Tree) -> str | None:
    """The text after the fix of the only fault; None where that has none."""
    (fault,) = tree.faults
    if fault.problem.fix is None:
        return None
    for edit in sorted(fault.problem.fix.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def shown(text: str, tree: Tree) -> dict[Path, str]:
    """What stands at the place of each value, after its key if it has one."""
    values = {
        path: text[place.value.start : place.value.end] for path, place in tree.places.items()
    }
    keys = {
        path: text[place.key.start : place.key.end]
        for path, place in tree.places.items()
        if place.key is not None
    }
    return {
        path: f"{keys[path]} {value}" if path in keys else value for path, value in values.items()
    }


def is_sound(tree: Tree, span: Span) -> bool:
    """Whether every place and fault lies inside `span`, and every place leads to a value."""
    spans = [fault.problem.span for fault in tree.faults]
    spans += [edit.span for f in tree.faults if f.problem.fix for edit in f.problem.fix.edits]
    for path, place in tree.places.items():
        spans += [place.value] if place.key is None else [place.value, place.key]
        value: Any = tree.data
        for step in path:
            value = value[step]
    has_reason = tree.is_parsed or (tree.data is None and not tree.places and tree.faults)
    return bool(has_reason) and all(span.covers(inner) for inner in spans)
