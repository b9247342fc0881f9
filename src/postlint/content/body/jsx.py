"""Find what MDX adds to Markdown: imports and exports, expressions in braces, JSX tags."""

import re
from typing import Final

from postlint.content.body.blots import Blot
from postlint.content.body.code_ends import CodeEnds
from postlint.content.body.html_tags import FORMATTING_TAGS, OPAQUE_TAGS
from postlint.model.late_pattern import late_pattern

_OPENING: Final = late_pattern(
    r"[`~<{}\n\\](?:"
    r"(?<=`)(?:[^`\n]+`(?!`)|`*+)"
    r"|(?<=~)~~+"
    r"|(?<=<)(?=[A-Za-z/>])"
    r"|(?<=[{}])"
    r"|(?<=\\)[^\n]"
    r"|(?<=\n)(?:import|export)\b(?=[ \t{*\"'])"
    r")"
)
_BRACES: Final = r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\})*+\}"
_TAG: Final = late_pattern(
    rf"""<(?:(?P<name>[A-Za-z][\w.:-]*+)|/(?P<end>[A-Za-z][\w.:-]*+)?|(?=>))
         (?:[^<>{{}}"']|"[^"]*+"|'[^']*+'|{_BRACES})*+>""",
    re.VERBOSE,
)
_BLANK_LINE: Final = late_pattern(r"\n[ \t]*+\r?\n")


def find_jsx(text: str) -> list[Blot]:
    """What is JavaScript or JSX in an MDX text. Text between tags is prose."""
    return _Jsx(text).find()


class _Jsx:
    """Reads one text from front to back, past its code."""

    def __init__(self, text: str) -> None:
        self._text = "\n" + text
        self._ahead = CodeEnds(self._text)
        self._blots: list[Blot] = []
        self._is_unbalanced = False

    def find(self) -> list[Blot]:
        """All blots; of those inside each other `blot` takes the outer one."""
        open_braces: list[int] = []
        at = 0
        while opening := _OPENING.search(self._text, at):
            start, at = opening.span()
            character = self._text[start]
            if character in "`~":
                if at - start == 1 or self._text[start + 1] == character:
                    at = self._ahead.code_end(start, at)
            elif character == "{":
                open_braces.append(start)
            elif character == "}":
                if open_braces:
                    self._add(open_braces.pop(), at)
            elif character == "<":
                at = self._end_of_tag(start)
            elif character == "\n":
                at = self._end_of_module(start + 1)
        return self._blots

    def _add(self, start: int, end: int) -> None:
        self._blots.append(Blot(start - 1, end - 1))

    def _end_of_tag(self, start: int) -> int:
        tag = _TAG.match(self._text, start)
        if not tag:
            return start + 1
        name = tag["name"] or tag["end"] or ""
        if "{" in tag[0] or name not in FORMATTING_TAGS | OPAQUE_TAGS:
            self._add(start, tag.end())
        return tag.end()

    def _end_of_module(self, start: int) -> int:
        """Where the imports and exports end that begin at a line's start, else the line's start.

        That is at a blank line outside of braces. They follow a blank line, so that a paragraph
        may have a line that begins with "import duties".
        """
        text = self._text
        line_before = text.rfind("\n", 0, start - 1) + 1
        if text[line_before : start - 1].strip():
            return start
        end = first_end = self._block_end(start)
        depth = self._depth(start, end)
        while depth > 0 and end < len(text) and not self._is_unbalanced:
            start_of_next, end = end, self._block_end(end + 1)
            depth += self._depth(start_of_next, end)
        if depth > 0:
            self._is_unbalanced = True
            end = first_end
        self._add(start, end)
        return end

    def _block_end(self, start: int) -> int:
        blank = _BLANK_LINE.search(self._text, start)
        return blank.start() if blank else len(self._text)

    def _depth(self, start: int, end: int) -> int:
        return self._text.count("{", start, end) - self._text.count("}", start, end)
