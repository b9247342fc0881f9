"""Faults of a front matter as a whole: its fences, and data that is no set of keys."""

import re
from typing import Final

from postlint.content.data.tree import Json, Place, Tree
from postlint.content.data.tree_faults import quote, syntax_fault, unread
from postlint.content.front_matter.fences import Fences, is_closed_later
from postlint.model.finding import Edit, Fault, Fix, Problem
from postlint.model.span import Span

_CLOSING_SIGNS: Final = {"{": "}"}
_BLANK: Final = re.compile(r"\s*+")
_GLUED_KEY = re.compile(r"[\w.-]++(:)[^\s:/]")


def unclosed(text: str, fences: Fences) -> Tree:
    """The tree of a front matter without a closing fence: where it ends nobody knows."""
    sign = _CLOSING_SIGNS.get(fences.sign, fences.sign)
    message = f'front matter starts here, but no line "{sign}" closes it{_before(text, fences)}'
    almost = fences.almost
    if almost is not None:
        line = text.count("\n", 0, almost.start) + 1
        found = text[almost.start : almost.end].rstrip()
        help_text = f'line {line} is "{found}", but the closing fence has to be exactly "{sign}"'
        fix: Fix | None = Fix(f'write "{sign}"', (Edit(almost, sign),))
    else:
        help_text = f'write "{sign}" on a line of its own after the last key'
        fix = _closing_line(text, fences.content, sign) if sign != "}" else None
    return unread(
        Fault("unclosed-front-matter", Problem(fences.opening, message, help_text, fix=fix))
    )


def _before(text: str, fences: Fences) -> str:
    """Where the text starts that a later rule across the page made look like front matter."""
    if fences.sign == "{" or not is_closed_later(text, fences):
        return ""
    start = _BLANK.match(text, fences.content.end)
    line = text.count("\n", 0, start.end() if start else fences.content.end) + 1
    return f" before the text on line {line}"


def _closing_line(text: str, content: Span, sign: str) -> Fix:
    line_end = "\r\n" if "\r\n" in text[: content.end] else "\n"
    is_own_line = content.end == content.start or text[content.end - 1] in "\r\n"
    line = f"{sign}{line_end}" if is_own_line else f"{line_end}{sign}{line_end}"
    return Fix(f'add "{sign}"', (Edit(Span(content.end, content.end), line),))


def as_mapping(text: str, fences: Fences, tree: Tree) -> Tree:
    """The tree with the faults of the front matter as a whole; what is empty is a mapping."""
    data = tree.data
    if tree.is_parsed and data is None:
        start = fences.content.start
        return Tree({}, {(): Place(None, Span(start, start))}, tree.faults)
    if tree.is_parsed and not isinstance(data, dict):
        faults = (*tree.faults, _not_a_mapping(text, data, tree.place(()).value))
        return Tree(data, tree.places, faults)
    return tree


def _not_a_mapping(text: str, data: Json, place: Span) -> Fault:
    """Front matter that is a list, or text alone."""
    glued = _GLUED_KEY.match(text, place.start, place.end)
    if glued is not None and isinstance(data, str):
        colon = Span(*glued.span(1))
        message = "this colon has no space after it, so it does not end a key"
        fix = Fix("add a space", (Edit(Span(colon.end, colon.end), " "),))
        return syntax_fault(colon, message, "put a space after it", fix)
    what = "a list" if isinstance(data, list) else quote(text[place.start : place.end])
    line = re.compile(r"[^\r\n]*").match(text, place.start, place.end)
    span = Span(place.start, line.end() if line else place.end)
    message = f'front matter is {what}, expected lines such as "title: Some words"'
    help_text = 'write "key: value" between the fences; to draw a rule across the page, use "***"'
    return Fault("front-matter-not-a-mapping", Problem(span, message, help_text))


def code(fences: Fences) -> Tree:
    """The tree of a front matter that is a program, as `---js` opens it."""
    message = f'front matter is written in "{fences.tag}", which cannot be read'
    return unread(syntax_fault(fences.opening, message, "write it in YAML, TOML or JSON"))
