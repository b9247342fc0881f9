"""Find values nested too deep before a parser sees them: parsers recurse, and libyaml crashes."""

from typing import Final

from postlint.model.late_pattern import late_pattern

MOST_LEVELS: Final = 100

_BRACKET = late_pattern(r"[\[{]|([\]}])")
# To open a block below level MOST_LEVELS, a line must start with at least so many of these.
_DEEP_START = late_pattern(rf"[ ?:-]{{{MOST_LEVELS // 2}}}")
_LINE_START = late_pattern(r"(?:^|(?<=[\r\n]))( *+(?:[-?:] ++)*+)([^\s#])?")
_INDICATOR = late_pattern(r"[-?:]")


def too_deep_bracket(text: str) -> int | None:
    """The offset of the first bracket below MOST_LEVELS others; None where there is none.

    Linear, and rough in the safe direction: brackets in quotes count too.
    """
    if text.count("[") + text.count("{") <= MOST_LEVELS:
        return None
    depth = 0
    for bracket in _BRACKET.finditer(text):
        if bracket[1] is None:
            depth += 1
            if depth > MOST_LEVELS:
                return bracket.start()
        elif depth:
            depth -= 1
    return None


def too_deep_block(text: str) -> int | None:
    """The offset of the first line of YAML below MOST_LEVELS open blocks; None without one.

    Follows the open blocks by the columns they start in, as a YAML scanner does; linear.
    """
    if _DEEP_START.search(text) is None:
        return None
    columns: list[int] = []
    for line in _LINE_START.finditer(text):
        indent = line[1]
        if line[2] is None and not indent.strip(" "):
            continue
        starts = [found.start() for found in _INDICATOR.finditer(indent)] + [len(indent)]
        while columns and columns[-1] >= starts[0]:
            columns.pop()
        columns += starts
        if len(columns) > MOST_LEVELS:
            return line.start()
    return None
