"""YAML 1.1 that is valid and read as something its writer does not expect, in plain words."""

from collections.abc import Container
from typing import Final

from postlint.content.data.tree_faults import in_quotes, quote, replace, syntax_fault
from postlint.content.data.yaml_scalars import BOOL, FLOAT, INT
from postlint.model.finding import Fault, Problem
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span

_HELP: Final = "put it in quotes if it is meant as text"
_WHOLE_HELP: Final = "put the whole value in quotes if it is meant as text"

_KNOWN_TAG = late_pattern(
    r"!|!!(?:str|int|float|bool|null|timestamp|binary|value|map|seq|set|omap|pairs)"
    r"|!<tag:yaml\.org,2002:\w+>"
)
_GLUED = late_pattern(r"([\w-]+:)[^\s/]+")
_LEADING_ZERO = late_pattern(r"[-+]?0[0-7_]+")
# A version or a price, where a dropped zero is missed: 1.10, but not 2.0 or 52.3740.
_DROPPED_ZERO = late_pattern(r"\d{1,3}\.(?!0+$)\d{1,2}0")
_LINE = late_pattern(r"[^\r\n]*")
_COMMENTED = late_pattern(r"[ \t]+(#\d+)(?=[\s.,;:!?)]|\Z)")
_COMMENTED_WORD = late_pattern(r"[ \t]+(#[^\s#]+)[ \t]*(?=[\r\n]|\Z)")


def number_trap(tag: str, text: str, value: object, span: Span) -> Fault | None:
    """A plain number that is read as another one, or loses a digit somebody typed."""
    if isinstance(value, str):
        return None
    if ":" in text:
        is_trap = tag in (INT, FLOAT)
    elif tag == INT:
        is_trap = _LEADING_ZERO.fullmatch(text) is not None and int(text.replace("_", "")) != value
    else:
        is_trap = tag == FLOAT and _DROPPED_ZERO.fullmatch(text) is not None
    return _trap(text, f"the number {value}", span) if is_trap else None


def word_trap(tag: str, text: str, span: Span) -> Fault | None:
    """A word such as `no`, in a list or as a key, that is read as true or false."""
    word = text.lower()
    if tag != BOOL or word in ("true", "false"):
        return None
    return _trap(text, "true" if word in ("yes", "on") else "false", span)


def comment_trap(source: str, start: int, end: int, base: int) -> Fault | None:
    """What stands at `start:end` of `source` is plain, and `#1` or `#fff` after it a comment."""
    found = (_COMMENTED if start < end else _COMMENTED_WORD).match(source, end)
    if found is None:
        return None
    line = _LINE.match(source, found.end())
    start = start if start < end else found.start(1)
    stop = start + len(source[start : line.end() if line else found.end()].rstrip())
    message = f"{quote(found[1])} is read as a comment, so it is not part of the value"
    fix = None
    if "\n" not in source[start:end] and "\r" not in source[start:end]:
        value = in_quotes(source[start:stop])
        fix = replace(Span(base + start, base + stop), value, "put the whole value in quotes")
    span = Span(base + found.start(1), base + found.end(1))
    return Fault("ambiguous-yaml-value", Problem(span, message, _WHOLE_HELP, fix=fix))


def property_trap(name: str, span: Span, aliases: Container[str]) -> Fault | None:
    """An anchor or a tag, written at `span`, that is rather meant as text.

    That is a tag which is not of YAML itself, and an anchor that none of the `aliases` names.
    """
    if name.startswith("!") and not _KNOWN_TAG.fullmatch(name):
        message = f"{quote(name)} is read as a tag of YAML, not as text"
        help_text = "put the whole value in quotes if it is text, otherwise remove the tag"
        return syntax_fault(span, message, help_text)
    if name.startswith("&") and name[1:] not in aliases:
        message = f"{quote(name)} is read as an anchor, so it is not part of the value"
        return Fault("ambiguous-yaml-value", Problem(span, message, _WHOLE_HELP))
    return None


def glued_trap(source: str, start: int, end: int, base: int) -> Fault | None:
    """The key at `start:end` of `source`, plain and without a value, is a glued `key:value`."""
    glued = _GLUED.fullmatch(source, start, end)
    if glued is None:
        return None
    colon = base + glued.end(1)
    message = f"{quote(glued[0])} is read as a key without a value"
    fix = replace(Span(colon, colon), " ", "add a space")
    problem = Problem(
        Span(base + start, base + end), message, "put a space after the colon", fix=fix
    )
    return Fault("ambiguous-yaml-value", problem)


def _trap(text: str, meaning: str, span: Span) -> Fault:
    fix = replace(span, in_quotes(text), f"put {text} in quotes")
    problem = Problem(span, f"{text} is read as {meaning}", _HELP, fix=fix)
    return Fault("ambiguous-yaml-value", problem)
