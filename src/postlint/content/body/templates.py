"""Blot out templates, attribute lists and math before Markdown is parsed.

CommonMark takes them for text, and they may hold characters that mean something else to it. They
are replaced code point for code point, so that every offset stays what it was. Code is left alone:
a post about Jekyll shows `{% raw %}` in backticks without ever closing it.
"""

import re
from bisect import bisect_left
from typing import Final

from postlint.content.body.attribute_lists import attribute_list
from postlint.content.body.blots import Blot
from postlint.content.body.code_ends import CodeEnds
from postlint.content.body.formulas import MATH_ENVIRONMENT, end_of_formula
from postlint.model.late_pattern import late_pattern

# Most posts lack most of the characters, and that `in` says five times as fast as a pattern.
_HINTS: Final = (
    ("{", late_pattern(r"\{(?:[{%#!:.]|[A-Za-z][\w-]*=)")),
    ("$", late_pattern(r"\$[^\s\d]")),
    ("\\", late_pattern(r"\\(?:[(\[]|begin\{)")),
    ("%", late_pattern(r"<%")),
)
# A class first lets the search skip what opens nothing. A code span on one line, the usual case, is
# passed over as a whole.
_OPENING: Final = late_pattern(
    r"[`~<{$\\](?:"
    r"(?<=`)(?:[^`\n]+`(?!`)|`*+)"
    r"|(?<=~)~~+"
    r"|(?<=<)(?:!--|%)"
    r"|(?<=\{)(?:[{%#!:.]|[A-Za-z][\w-]*=)"
    r"|(?<=\$)\$?"
    rf"|(?<=\\)(?:begin\{{{MATH_ENVIRONMENT}\}}|\\?[(\[]|[^\n])"
    r")"
)
_SHORTCODE: Final = late_pattern(r"\{\{([<%])\s*([\w./-]*)")
_SHORTCODE_CLOSERS: Final = {"<": ">}}", "%": "%}}"}
_SHORTCODE_END: Final = late_pattern(r"\{\{[<%]\s*/\s*([\w./-]++)[^{}\n]{0,99}+\}\}")
_LIQUID_TAG: Final = late_pattern(r"\{%[-+]?\s*(\w*)")
_LIQUID_END: Final = late_pattern(r"\{%[-+]?\s*end(\w+)\s*[-+]?%\}")
_BLOCKS_OF_CODE: Final = """
    chart comment console css diagram goat graphviz highlight html javascript js katex math mermaid
    plantuml prism raw rawhtml schema script style stylesheet terminal verbatim
"""
_CODE_NAMES: Final = frozenset(_BLOCKS_OF_CODE.split())
_LINE_MARK: Final = late_pattern(
    r"""\n[ \t>]*+(?=[:!?\[@])(?P<mark>
        :{3,}+[ \t]*+[\w-]*+(?:\{[^{}\n]*\})?                          # ::: note
      | (?:!!!|\?\?\?\+?)[ \t]++[\w-]++                                # !!! note
      | \[!(?!(?i:note|tip|important|warning|caution)\][ \t]*\r?\n)[\w-]+\][+-]?   # [!info]
      | \[(?:TOC|\[_?TOC_?\])\]
      | @(?: (?:[A-Za-z]\w*|(?:(?:else)?if|unless|for(?:each|else)?|while|switch|case)[ ])
             \([^\n]*\)                                                # @include('a.b')
           | else|csrf|stop|show|parent|overwrite|once|end[a-z]+ ) [ \t]*\r?(?=\n|\Z)
    )""",
    re.VERBOSE,
)


def find_templates(text: str) -> list[Blot]:
    """What is a template, an attribute list or math."""
    marks = (mark.span("mark") for mark in _LINE_MARK.finditer("\n" + text))
    blots = [Blot(start - 1, end - 1) for start, end in marks]
    if any(sign in text and hint.search(text) for sign, hint in _HINTS):
        blots += _Templates(text).find()
    return blots


class _Templates:
    """Reads one text from front to back, past its code.

    Each `_end_of_...` takes the offset where something opens and says where it ends, or None if it
    is nothing after all. A tag without an end is taken for text, and a tag never reaches past its
    paragraph; only comments and blocks of code do, and only if their end is there.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._ahead = CodeEnds(text)
        self._block_ends: dict[re.Pattern[str], dict[str, list[tuple[int, int]]]] = {}

    def find(self) -> list[Blot]:
        """All blots, in order, not overlapping."""
        blots: list[Blot] = []
        at = 0
        while opening := _OPENING.search(self._text, at):
            start, at = opening.span()
            opener = opening[0]
            if opener[0] == "`" or opener[0] == "~":
                if opener[1:2] in ("", opener[0]):
                    at = self._ahead.code_end(start, at)
            elif opener == "<!--":
                at = max(at, self._ahead.find("-->", at))
            else:
                found = self._blot(start, opener)
                if found:
                    blots.append(found)
                    at = found.end
        return blots

    def _blot(self, start: int, opener: str) -> Blot | None:
        if opener == "{{":
            end = self._end_of_braces(start)
        elif opener == "{%":
            end = self._end_of_liquid(start)
        elif opener == "{!":
            end = self._end_after("!!}", start) if self._text.startswith("!!", start + 1) else None
        elif opener == "<%":
            end = self._end_after("%>", start)
        elif opener == "{#" and not self._text[start + 2 : start + 3].strip("- \n\r"):
            found = self._ahead.find("#}", start + 2)
            end = found + 2 if found >= 0 else None
        elif opener[0] == "{":
            return attribute_list(self._text, self._ahead, start)
        else:
            end = end_of_formula(self._text, self._ahead, start, opener)
        return Blot(start, end) if end else None

    def _end_after(self, closer: str, start: int) -> int | None:
        """Where the closer of a tag in this paragraph ends."""
        found = self._ahead.find_in_paragraph(closer, start + 2)
        return found + len(closer) if found >= 0 else None

    def _end_of_braces(self, start: int) -> int | None:
        """Of `{{ value }}`, `{{{ value }}}`, `{{-- comment --}}` and Hugo's shortcodes."""
        text = self._text
        if text.startswith("{{--", start):
            found = self._ahead.find("--}}", start + 4)
            return found + 4 if found >= 0 else None
        shortcode = _SHORTCODE.match(text, start)
        closer = _SHORTCODE_CLOSERS[shortcode[1]] if shortcode else "}}"
        end = self._end_after(closer, start)
        if not end or text.find("{{", start + 2, end) >= 0:
            return None
        if shortcode and _is_code_name(shortcode[2]) and text[end - 4] != "/":
            return self._block_end(_SHORTCODE_END, shortcode[2], end) or end
        return end + 1 if text.startswith("}", end) else end

    def _end_of_liquid(self, start: int) -> int | None:
        end = self._end_after("%}", start)
        if not end or self._text.find("{%", start + 2, end) >= 0:
            return None
        tag = _LIQUID_TAG.match(self._text, start)
        if tag and _is_code_name(tag[1]):
            return self._block_end(_LIQUID_END, tag[1], end) or end
        return end

    def _block_end(self, tags: re.Pattern[str], name: str, start: int) -> int | None:
        """Where the next end tag of a block ends."""
        ends = self._block_ends.get(tags)
        if ends is None:
            ends = self._block_ends[tags] = {}
            for tag in tags.finditer(self._text):
                ends.setdefault(tag[1], []).append(tag.span())
        spans = ends.get(name, [])
        following = bisect_left(spans, (start, start))
        return spans[following][1] if following < len(spans) else None


def _is_code_name(name: str) -> bool:
    """Whether a block of this name holds no prose: `highlight`, `code-toggle`, `sourcecode`."""
    return name in _CODE_NAMES or name.startswith("code") or name.endswith("code")
