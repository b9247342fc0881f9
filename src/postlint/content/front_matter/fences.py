"""Find the fences of a front matter, and tell a front matter from a text that starts with a rule.

What the fences hold is read elsewhere; nothing here is ever lost or changed.
"""

import re
from typing import Final, NamedTuple

from postlint.content.data.nesting import MOST_LEVELS
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span

CODE_TAGS: Final = frozenset(("js", "javascript", "coffee", "coffeescript", "cson"))
"""Languages after an opening fence that are programs: nothing of a post is run."""

_MOST_LINES: Final = 200
"""An unclosed front matter is followed for so many lines."""

_BLANK = r"[ \t\xa0]*+"
_LINE_END = r"(?:\r\n?|\n|\Z)"
_FENCE = r"(---|\+\+\+|;;;)"
_OPENING = late_pattern(rf"\ufeff*+([ \t\xa0\r\n]*+){_FENCE}{_BLANK}(\w*+){_BLANK}{_LINE_END}")
# Each starts with its characters, so that the search for them is as fast as for a word.
_CLOSINGS: Final = {
    sign: late_pattern(rf"{re.escape(sign)}(?<=[\r\n]{re.escape(sign)}){_BLANK}(?=[\r\n]|\Z)")
    for sign in ("---", "...", "+++", ";;;")
}
_LINE = late_pattern(rf"([^\r\n]*+){_LINE_END}")
_ALMOST_FENCE = late_pattern(r"[ \t\xa0]*+(?:--|-{4,}|—-*|–+-*|---+|\+\+|\+{4,}|\+\+\+)[ \t\xa0]*+")
_YAML_KEY = late_pattern(r"(?:\"[^\"]+\"|'[^']+'|\$?[^\W\d][\w .-]{0,60}):(?:[ \t\xa0]|\Z)")
_TOML_KEY = late_pattern(r"\[|(?:\"[^\"]+\"|'[^']+'|[\w.-]{1,60})[ \t]*=")
_SINGLE_WORD_KEY = late_pattern(r"[\"']?\$?[^\W\d][\w.-]*[\"']?[ \t]*[:=](?:[ \t\xa0\r\n]|\Z)")
_LATER_KEYS = late_pattern(rf"(?<![^\r\n]){_SINGLE_WORD_KEY.pattern}")
_MORE = late_pattern(r"[ \t]+\S|[-#\]}]")
_COMMENTS = late_pattern(r"(?:[ \t\xa0]*+(?:#[^\r\n]*+)?[\r\n]++)*+")

# A brace, and what shows that it opens JSON and not `{{ shortcode }}` or `{: .class }`.
_JSON_OBJECT = late_pattern(
    r"""\ufeff*+(\{)(?:
        (?=\s*+\})
        | (?=\s*+"(?:[^"\\\r\n]|\\.)*+"\s*+:)
        | (?=[ \t]*+[\r\n]\s*+['“]?[\w-]++['”]?\s*+:)
        | (?=[ \t]*+(?: (?:'[^'\r\n]*+'|“[^”\r\n]*+”)[ \t]*+:
                     | [^\W\d][\w-]*+[ \t]*+:[ \t]*+(?:["'“\[{\d-]|(?:true|false|null)\b) )
            [^\r\n]*\}[ \t]*+(?:[\r\n]|\Z))
    )""",
    re.VERBOSE,
)
_JSON_PIECE = late_pattern(r'"(?:[^"\\\r\n]|\\.)*+"|[{}]')
_JSON_END = late_pattern(rf"{_BLANK}(?=[\r\n]|\Z)")
_JSON_LAST_LINE = late_pattern(r"(?<=[\r\n])\}(?=[ \t\xa0]*+(?:[\r\n]|\Z))")
_BLANK_LINE = late_pattern(r"[\r\n][ \t]*+(?:\r\n?|\n)")


class Fences(NamedTuple):
    """Where a front matter and its fences stand, in code points of the whole text."""

    sign: str
    """The opening fence: `---`, `+++`, `;;;` or `{`."""
    tag: str
    """The language named after the opening fence (`---toml`), in lower case; mostly empty."""
    opening: Span
    content: Span
    """The lines between the fences, with the last line end; of `{`, the braces and all inside."""
    closing: Span | None
    """None where it is missing, but what is there is surely meant as front matter."""
    almost: Span | None = None
    """Where the closing fence is missing: a line that is almost one, such as `----`."""

    def end(self, text: str) -> int:
        """Where the front matter ends, before the last line end."""
        last = self.closing or self.almost
        if last is not None:
            return last.end
        return self.content.start + len(text[self.content.start : self.content.end].rstrip())


def find_fences(text: str) -> Fences | None:
    """The fences of the front matter that `text` starts with; None where it has none."""
    opening = _OPENING.match(text)
    if opening is None:
        return _find_braces(text)
    sign, tag = opening[2], opening[3].lower()
    end, closing = _find_closing(text, sign, opening.end())
    if closing is None:
        return None if opening[1] else _unclosed(text, opening)
    content = Span(opening.end(), end)
    if sign == "---" and not tag and not _is_meant(text, content, has_space=bool(opening[1])):
        return None
    return Fences(sign, tag, Span(*opening.span(2)), content, closing)


def _find_closing(text: str, sign: str, start: int) -> tuple[int, Span | None]:
    """Where the closing fence stands; first the offset of its line."""
    found = _CLOSINGS[sign].search(text, start)
    if sign == "---":
        found = _CLOSINGS["..."].search(text, start, found.start() if found else len(text)) or found
    if found is None:
        return len(text), None
    return found.start(), Span(found.start(), found.start() + len(sign))


def _is_meant(text: str, content: Span, *, has_space: bool) -> bool:
    """Whether what stands between two fences is front matter, and not prose between two rules.

    Site generators take all of it for front matter, so only what starts with an empty line is
    doubted, and what has empty lines above: of the generators only Hugo looks there.
    """
    first = text[content.start : content.start + 1]
    if not has_space and first not in ("\r", "\n"):
        return True
    comments = _COMMENTS.match(text, content.start, content.end)
    start = comments.end() if comments else content.start
    if start == content.end:
        return not has_space
    return _SINGLE_WORD_KEY.match(text, start, content.end) is not None


def _unclosed(text: str, opening: re.Match[str]) -> Fences | None:
    """The front matter whose closing fence is missing, as far as it goes; None if it is a rule."""
    is_key = _TOML_KEY if opening[2] == "+++" else _YAML_KEY
    at = opening.end()
    end: int | None = None
    keys: list[str] = []
    almost: Span | None = None
    is_cut = False
    for _ in range(_MOST_LINES):
        found = _LINE.match(text, at)
        line = found[1] if found else ""
        if found is None or at == len(text):
            break
        if _ALMOST_FENCE.fullmatch(line):
            almost = Span(at, at + len(line))
            break
        if not line.strip():
            end = at if end is None else end
        elif is_key.match(line):
            keys += [line] if end is None else []
        elif not _MORE.match(line):
            is_cut = end is None
            break
        at = found.end()
    is_word = bool(keys) and keys[0][0].islower() and not is_cut
    if not keys or not (almost or len(keys) > 1 or is_word):
        return None
    stop = at if almost or end is None else end
    fence = Span(*opening.span(2))
    return Fences(
        opening[2], opening[3].lower(), fence, Span(opening.end(), stop), None, almost=almost
    )


def cut_before_text(text: str, fences: Fences, at: int) -> Fences | None:
    """The fences without the closing one, where the front matter ends before it and text begins.

    So it is if what stands at `at`, which cannot be read, is a line without a key, below keys and
    an empty line, and no key follows: the closing fence is a rule across the page then.
    """
    is_key = _TOML_KEY if fences.sign == "+++" else _YAML_KEY
    gap: int | None = None
    first = ""
    start = fences.content.start
    while (found := _LINE.match(text, start, fences.content.end)) and found.end() <= at:
        line = found[1]
        if not line.strip():
            gap = start if gap is None and first else gap
        elif not line.startswith("#"):
            gap = None if _SINGLE_WORD_KEY.match(line) or _MORE.match(line) else gap
            first = first or line
        start = found.end()
        if start == fences.content.end:
            break
    line = found[1] if found else ""
    if gap is None or not line[:1].strip() or is_key.match(line) or not is_key.match(first):
        return None
    later = _LATER_KEYS.finditer(text, start, fences.content.end)
    if any(_is_alike(key[0], first) for key in later):
        return None
    return fences._replace(content=Span(fences.content.start, gap), closing=None)


def is_closed_later(text: str, fences: Fences) -> bool:
    """Whether a closing fence stands somewhere below the content."""
    return _find_closing(text, fences.sign, fences.content.end)[1] is not None


def _is_alike(key: str, first: str) -> bool:
    """Whether what looks like a key may be one: text has its `Note:`, but no `title:`."""
    return key.lstrip("\"'")[:1].islower() or not first.lstrip("\"'")[:1].islower()


def _find_braces(text: str) -> Fences | None:
    """The JSON object that `text` starts with, if nothing follows it on its last line."""
    opening = _JSON_OBJECT.match(text)
    if opening is None:
        return None
    start = opening.start(1)
    fence = Span(start, start + 1)
    close = _matching_brace(text, start)
    if close is None:
        last = _JSON_LAST_LINE.search(text, start)
        close = last.start() if last else None
    if close is None:
        blank = _BLANK_LINE.search(text, start)
        return Fences("{", "", fence, Span(start, blank.start() if blank else len(text)), None)
    if _JSON_END.match(text, close + 1) is None:
        return None
    return Fences("{", "", fence, Span(start, close + 1), Span(close, close + 1))


def _matching_brace(text: str, start: int) -> int | None:
    depth = 0
    for piece in _JSON_PIECE.finditer(text, start):
        if piece[0] == "{":
            depth += 1
            if depth > MOST_LEVELS:
                return None
        elif piece[0] == "}":
            depth -= 1
            if depth == 0:
                return piece.start()
    return None
