"""What a writer did where JSON cannot be read: the exact place, plain words, sometimes a fix."""

import json
import re

from postlint.content.data.common_mistakes import (
    ORDER,
    closing_of,
    missing_comma,
    spare_comma,
    unclosed_bracket,
)
from postlint.content.data.mistake import Mend, Mistake
from postlint.content.data.tree_faults import quote

_WORD = re.compile(r"[^\s,:\[\]{}\"']+")
_STRING = re.compile(r"\"[^\"\r\n]*\"")
_LINE_TEXT = re.compile(r"[^\s,\[\]{}\"'][^,\[\]{}\"'\r\n]*")
_SINGLE_QUOTED = re.compile(r"'([^'\"\\\r\n]*)'")
_CURLY_QUOTED = re.compile(r"[“”„‟«]([^“”„‟«»\"\\\r\n]*)[“”»]")
_RIGHT_WORDS = {"true": "true", "false": "false", "null": "null", "none": "null"}


def no_value(source: str, at: int) -> Mistake:
    """What stands at `at` is no value of JSON."""
    found = _WORD.match(source, at)
    word = found[0] if found else ""
    text = _LINE_TEXT.match(source, at)
    quotes = _wrong_quotes(source, at)
    if quotes is not None:
        return quotes
    if word.lower() in _RIGHT_WORDS:
        right = _RIGHT_WORDS[word.lower()]
        mend = Mend(f"write {right}", ((at, at + len(word), right),))
        return Mistake(at, at + len(word), f"{word} is not a value in JSON", f"write {right}", mend)
    if re.match(r"[+-]?\.?\d", word):
        message = f"{quote(word)} is not a number in JSON"
        return Mistake(at, at + len(word), message, "put it in quotes if it is text")
    if text is not None:
        value = text[0].rstrip()
        end = at + len(value)
        mend = Mend("put the value in quotes", ((at, end, json.dumps(value, ensure_ascii=False)),))
        message = f"{quote(value)} is not in quotes"
        return Mistake(at, end, message, "put the value in double quotes", mend)
    if at == len(source):
        return Mistake(at, at, "the text ends where a value is expected", "write the value here")
    message = f"{quote(source[at])} stands where a value is expected"
    return Mistake(at, at + 1, message, "write the value here")


def no_key(source: str, at: int) -> Mistake:
    """What stands at `at` is no key of JSON."""
    quotes = _wrong_quotes(source, at)
    if quotes is not None:
        return quotes
    word = _WORD.match(source, at)
    text = word[0] if word else source[at]
    change = (at, at + len(text), json.dumps(text, ensure_ascii=False))
    mend = Mend("put the key in quotes", (change,))
    message = f"the key {quote(text)} is not in quotes"
    return Mistake(at, at + len(text), message, "put it in double quotes", mend)


def _wrong_quotes(source: str, at: int) -> Mistake | None:
    quoted = _SINGLE_QUOTED.match(source, at) or _CURLY_QUOTED.match(source, at)
    if quoted is None:
        return None
    mend = Mend("use double quotes", ((at, quoted.end(), f'"{quoted[1]}"'),))
    message = f"{quote(quoted[0])} is not in double quotes"
    return Mistake(at, quoted.end(), message, "JSON allows only double quotes", mend)


def bad_string(source: str, start: int, error: json.JSONDecodeError) -> Mistake:
    """The text whose opening quote is at `start` is not closed, or holds what it cannot hold."""
    at = min(error.pos, len(source))
    if source.startswith("\t", at):
        mend = Mend("write \\t", ((at, at + 1, "\\t"),))
        return Mistake(at, at + 1, "there is a tab inside the quotes", "write \\t instead", mend)
    if "escape" not in error.msg:
        return Mistake(start, start + 1, "this quote is never closed", "close it on the same line")
    at = max(source.rfind("\\", start, at + 1), start)
    end = min(at + 2, len(source))
    mend = Mend("write two backslashes", ((at, at + 1, "\\\\"),))
    message = f"{quote(source[at:end])} means nothing in JSON"
    return Mistake(at, end, message, "write two backslashes instead of one", mend)


def comment(source: str, at: int) -> Mistake:
    """A comment."""
    end = source.find("\n", at)
    text = source[at : end if end != -1 else None].rstrip()
    message = f"{quote(text)} is a comment, which JSON does not allow"
    return Mistake(at, at + len(text), message, "remove it")


def after_end(source: str, at: int) -> Mistake:
    """Text after the one value."""
    text = source[at:].split("\n", 1)[0].rstrip()
    message = f"{quote(text)} stands after the end"
    return Mistake(at, at + len(text), message, "remove it")


def comma(source: str, at: int) -> Mistake:
    """A comma, or a closing bracket after one, stands at `at`, where an entry is expected."""
    if source[at : at + 1] in ("]", "}") and not source[:at].rstrip().endswith(","):
        message = f'"{source[at]}" has no opening bracket'
        return Mistake(at, at + 1, message, "remove it")
    if at < len(source) and source[at] == ",":
        return spare_comma(at, "before")
    return spare_comma(source.rfind(",", 0, at), "after")


def unclosed(source: str, opening: int) -> Mistake:
    """The bracket at `opening` is not closed."""
    help_text = f'write "{closing_of(source[opening])}" after the last entry'
    return unclosed_bracket(source, opening, help_text, None)


def no_colon(source: str, start: int, end: int, at: int) -> Mistake:
    """No colon stands at `at`, after the key at `start:end`."""
    change = (at, at + 1, ":") if source.startswith("=", at) else (end, end, ":")
    message = f"there is no colon after the key {source[start:end]}"
    mend = Mend("add a colon", (change,))
    return Mistake(start, end, message, 'write it as "key": value', mend)


def no_comma(source: str, end: int, at: int, closing: str) -> Mistake:
    """Neither a comma nor `closing` stands at `at`, after the entry that ends at `end`."""
    if source[at] in "]}":
        expected = closing or ","
        message = f'"{source[at]}" stands where "{expected}" is expected'
        return Mistake(at, at + 1, message, ORDER)
    found = _WORD.match(source, at) or _STRING.match(source, at)
    return missing_comma(source, at, found.end() if found else at + 1, end)
