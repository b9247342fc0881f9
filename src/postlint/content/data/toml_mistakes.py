"""What a writer did where TOML cannot be read: the exact place, plain words, sometimes a fix."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from postlint.content.data.common_mistakes import (
    ORDER,
    bad_escape,
    closing_of,
    missing_comma,
    spare_comma,
    unclosed_bracket,
)
from postlint.content.data.mistake import Mend, Mistake
from postlint.content.data.scene import SourceScene
from postlint.content.data.toml_places import Survey, survey
from postlint.content.data.tree_faults import Duplicates, in_quotes, quote
from postlint.model.finding import Fault

_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_KEY = re.compile(r"[ \t]*+([\w.-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+")
_PAIR = re.compile(_KEY.pattern + r"=[ \t]*+")
_TABLE = re.compile(r"\[{1,2}[\w. \"'-]+\]{1,2}[ \t]*(?:[\r\n#]|\Z)")
_WORD = re.compile(r"[^\s,\[\]{}#]+")
_NUMBER_START = re.compile(r"[+-]?\.?\d")
_DATE_LIKE = re.compile(r"\d{4}-\d\d-\d\d(?=[Tt ]|\Z)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d[\d:.]*(?:[Zz]|[+-][\d:]+)?)?")
_CURLY = re.compile(r"[“”„«»‘’‚]([^“”„«»‘’‚\n]*)[“”«»‘’]")

_TWICE: Final = (
    "Cannot overwrite",
    "Cannot declare",
    "Duplicate inline",
    "Cannot mutate",
    "Cannot redefine",
)
"""How the messages of tomllib start that speak of a key set twice."""


@dataclass(frozen=True)
class _Scene(SourceScene):
    """What tomllib said of a source; offsets are of the source."""

    comment = re.compile(r"[ \t]+#.*\Z")

    @cached_property
    def walk(self) -> Survey:
        """How far our own reading of the source gets."""
        return survey(self.source, 0)

    @cached_property
    def pair(self) -> re.Match[str] | None:
        """The key and "=" that the line of the problem starts with."""
        return _PAIR.match(self.source, self.line_start)

    def is_mended_by(self, mend: Mend) -> bool:
        """Whether the text can be read after the changes, or at least up to the last of them."""
        return mend.helps(self.source, _stumbles)


def _stumbles(source: str) -> list[int]:
    try:
        tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        return [_offset(error, source)]
    except (ValueError, RecursionError):
        return [0]
    return []


def explain(error: tomllib.TOMLDecodeError, text: str, source: str, base: int) -> Fault:
    """The fault for what made tomllib give up; `source` starts at `base` of the whole `text`."""
    said = str(error)
    position = _POSITION.search(said)
    scene = _Scene(source, said[: position.start()] if position else said, _offset(error, source))
    if scene.problem.startswith(_TWICE):
        repeat = survey(source[: scene.at], base).repeat
        if repeat is not None:
            duplicates = Duplicates(text)
            duplicates.add(repeat.name, repeat.first, repeat.later)
            return duplicates.faults[0]
    mistake = next((found for look in _LOOKS if (found := look(scene))), None) or Mistake(
        scene.at, scene.at, "this cannot be read as TOML from here on", "look at this line"
    )
    return mistake.as_fault(base, scene.is_mended_by)


def _offset(error: tomllib.TOMLDecodeError, source: str) -> int:
    """Where tomllib stumbled: an attribute since Python 3.14, before that words in the message."""
    at = getattr(error, "pos", None)
    if isinstance(at, int):
        return min(at, len(source))
    position = _POSITION.search(str(error))
    if position is None or position[1] is None:
        return len(source)
    # tomllib counts lines of the text in which it has made each "\r\n" one character.
    start = 0
    for _ in range(int(position[1]) - 1):
        start = source.find("\n", start) + 1
    return min(start + int(position[2]) - 1, len(source))


def _twice(scene: _Scene) -> Mistake | None:
    """A table that is set in two ways."""
    if not scene.problem.startswith(_TWICE):
        return None
    start = scene.line_start
    end = scene.end_of_value(start)
    message = f"{quote(scene.source[start:end])} sets what is already set above"
    return Mistake(start, end, message, "keep one of the two")


def _unclosed_quote(scene: _Scene) -> Mistake | None:
    """A quote that is not closed on its line, or three that are never closed."""
    is_string = scene.problem.startswith(("Unterminated", "Expected \"'", 'Expected \'"""'))
    is_line_end = scene.problem.endswith("character '\\n'")
    if not is_string and not is_line_end:
        return None
    start = scene.walk.stuck
    if start is None or scene.source[start : start + 1] not in ("'", '"'):
        return None
    mark = scene.source[start]
    if scene.source.startswith(mark * 3, start):
        message = "these three quotes are never closed"
        return Mistake(start, start + 3, message, f"write {mark * 3} after the text")
    end = scene.end_of_value(start)
    mend = Mend("close the quote", ((end, end, mark),)) if end > start + 1 else None
    return Mistake(start, start + 1, "this quote is never closed", "close it after the text", mend)


def _escape(scene: _Scene) -> Mistake | None:
    """A backslash in double quotes that starts no escape of TOML."""
    if not scene.problem.startswith(("Unescaped", "Invalid hex", "Escaped character")):
        return None
    at = scene.source.rfind("\\", 0, scene.at + 1)
    if at == -1 or at + 1 == len(scene.source):
        return None
    return bad_escape(scene.source, at, scene.pair.end() if scene.pair else at)


def _bare_text(scene: _Scene) -> Mistake | None:
    """A value without quotes, or none at all."""
    if scene.problem != "Invalid value":
        return None
    at = scene.at
    if scene.at >= len(scene.source) and scene.walk.open_brackets:
        return _unclosed_bracket(scene)
    if scene.char in ("", "\n", "\r", "#"):
        start = at if scene.pair is None else scene.pair.start(1)
        name = scene.pair[1] if scene.pair else scene.char
        message = f"{quote(name)} has no value"
        return Mistake(
            start, start + len(name), message, 'write "" if it is empty, or leave it out'
        )
    if scene.char == ",":
        return spare_comma(at, "before")
    curly = _CURLY.match(scene.source, at, scene.end_of_line(at))
    if curly is not None:
        message = f"{quote(curly[0])} is not in straight quotes"
        mend = Mend("use straight quotes", ((at, curly.end(), in_quotes(curly[1])),))
        return Mistake(at, curly.end(), message, "TOML allows only the quotes \" and '", mend)
    return _unquoted(scene)


def _unquoted(scene: _Scene) -> Mistake:
    at = scene.at
    word = _WORD.match(scene.source, at)
    end = word.end() if word and scene.walk.open_brackets else scene.end_of_value(at)
    text = scene.source[at:end]
    if _NUMBER_START.match(text):
        return _bad_number(scene.source, at, end)
    if text.lower() in ("true", "false"):
        mend = Mend(f"write {text.lower()}", ((at, end, text.lower()),))
        return Mistake(
            at, end, f"{text} is not in lower case", "TOML has only true and false", mend
        )
    mend = Mend("put the value in quotes", ((at, end, in_quotes(text)),))
    return Mistake(at, end, f"{quote(text)} is not in quotes", "put the value in quotes", mend)


def _bad_number(source: str, start: int, end: int) -> Mistake:
    value = source[start:end]
    if _DATE_LIKE.match(value) and not _is_calendar_date(value[:10]):
        message = f"{value[:10]} is not a calendar date"
        return Mistake(start, end, message, "write a date that exists, as YYYY-MM-DD")
    message = f"{quote(value)} is not a number or date in TOML"
    mend = Mend("put the value in quotes", ((start, end, in_quotes(value)),))
    return Mistake(start, end, message, "put it in quotes if it is text", mend)


def _is_calendar_date(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _bad_date(scene: _Scene) -> Mistake | None:
    """A date with a day or a time that there is not: `2020-02-30`."""
    found = _DATE.match(scene.source, scene.at)
    if found is None or not scene.problem.startswith("Invalid date"):
        return None
    return _bad_number(scene.source, *found.span())


def _no_equals_sign(scene: _Scene) -> Mistake | None:
    """A line without "=", or with a colon as in YAML."""
    if not scene.problem.startswith("Expected '='"):
        return None
    at = scene.at
    key = _KEY.match(scene.source, scene.line_start)
    if scene.char == ":":
        name = quote(key[1]) if key else "the key"
        message = f'{name} is followed by ":" where TOML expects "="'
        mend = Mend('write "="', ((at, at + 1, " ="),))
        return Mistake(at, at + 1, message, "between +++ TOML is expected, not YAML", mend)
    start = scene.line_start
    line = scene.source[start : scene.end_of_line(start)]
    start += len(line) - len(line.lstrip())
    equals = scene.source.find("=", at, scene.end_of_line(at))
    if equals == -1:
        message = f"{quote(line)} is neither a key nor a value"
        return Mistake(start, start + len(line.strip()), message, 'write it as "key = value"')
    name = scene.source[start:equals].rstrip()
    mend = Mend("put the key in quotes", ((start, start + len(name), in_quotes(name)),))
    message = f"the key {quote(name)} is not in quotes"
    return Mistake(start, start + len(name), message, "a key of several words needs quotes", mend)


def _after_value(scene: _Scene) -> Mistake | None:
    """Something after a value on its line, or a number or date that ends too early."""
    if not scene.problem.startswith("Expected newline"):
        return None
    at = scene.at
    if scene.pair is None:
        end = scene.end_of_value(at)
        message = f"{quote(scene.source[at:end])} stands where the line should end"
        return Mistake(at, end, message, "start each key on a line of its own")
    start, end = scene.pair.end(), scene.end_of_value(at)
    value, behind = scene.source[start:end], scene.source[at:end]
    if behind == ",":
        mend = Mend("remove the comma", ((at, end, ""),))
        return Mistake(at, end, "there is a comma after the value", "remove it", mend)
    if value[0] in ("'", '"') and not value.startswith(value[0] * 3):
        message = f"{quote(behind)} stands after the closing quote"
        is_whole = len(value) > 1 and value[-1] == value[0] and behind[:1].strip()
        text = value[1:-1] if is_whole and scene.source[at - 1] == value[0] else value
        mend = Mend("fix the quotes", ((start, end, in_quotes(text)),))
        help_text = "put quotes of the other kind around the whole value"
        return Mistake(at, end, message, help_text, mend)
    if scene.source[at - 1 : at].strip() and value[0] not in "[{":
        return _bad_number(scene.source, start, end)
    message = f"{quote(behind)} stands after the value"
    return Mistake(at, end, message, "start each key on a line of its own")


def _brackets(scene: _Scene) -> Mistake | None:
    """Brackets that are not closed, and lists without their commas."""
    if not scene.problem.startswith(("Unclosed", "Expected ']")):
        return None
    at = scene.at
    if "declaration" in scene.problem:
        closing = "]]" if "]]" in scene.problem else "]"
        message = f'this table name is not closed by "{closing}"'
        start = scene.line_start
        mend = Mend(f'add "{closing}"', ((at, at, closing),))
        return Mistake(start, scene.end_of_value(start), message, f'write "{closing}"', mend)
    opening = scene.walk.open_brackets[-1] if scene.walk.open_brackets else at
    is_below = "\n" in scene.source[opening : at + 1]
    is_next = is_below and (scene.pair or _TABLE.match(scene.source, scene.line_start))
    if at >= len(scene.source) or is_next or (is_below and scene.source[opening] == "{"):
        return _unclosed_bracket(scene)
    if scene.char in ("]", "}"):
        message = f'"{scene.char}" stands where a bracket of another kind is open'
        return Mistake(at, at + 1, message, ORDER)
    word = _WORD.match(scene.source, at)
    end = word.end() if word else at + 1
    return missing_comma(scene.source, at, end, len(scene.source[:at].rstrip()))


def _unclosed_bracket(scene: _Scene) -> Mistake:
    opening = scene.walk.open_brackets[-1] if scene.walk.open_brackets else scene.at
    bracket = scene.source[opening : opening + 1]
    where = ", on the same line" if bracket == "{" else ""
    help_text = f'write "{closing_of(bracket)}" after the last item{where}'
    return unclosed_bracket(scene.source, opening, help_text, scene.end_of_value(opening))


def _forbidden_key(scene: _Scene) -> Mistake | None:
    """A line or key that starts with what no key can start with."""
    if not scene.problem.startswith(("Invalid statement", "Invalid initial")):
        return None
    at, end = scene.at, scene.end_of_line(scene.at)
    equals = scene.source.find("=", at, end)
    if scene.char == "=":
        return Mistake(at, at + 1, 'there is no key before this "="', 'write "key = value"')
    name = scene.source[at:equals].rstrip() if equals != -1 else ""
    if name and name[0].isalpha():
        mend = Mend("put the key in quotes", ((at, at + len(name), in_quotes(name)),))
        message = f"the key {quote(name)} has letters that need quotes"
        return Mistake(at, at + len(name), message, "put the key in quotes", mend)
    text = quote(scene.source[at:end])
    return Mistake(at, end, f"{text} is not a key", 'write "key = value"')


_LOOKS: Final[tuple[Callable[[_Scene], Mistake | None], ...]] = (
    _twice,
    _unclosed_quote,
    _escape,
    _bare_text,
    _bad_date,
    _no_equals_sign,
    _after_value,
    _brackets,
    _forbidden_key,
)
