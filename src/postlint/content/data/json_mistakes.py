"""What a writer did where JSON cannot be read: the exact place, plain words, sometimes a fix."""

import json
import re

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
        return Mistake(at, at + len(word), f"{word} is no word of JSON", f"write {right}", mend)
    if re.match(r"[+-]?\.?\d", word):
        message = f"{quote(word)} is not a number that JSON knows"
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
    return Mistake(at, quoted.end(), message, 'JSON knows only the quote "', mend)


def bad_string(source: str, start: int, error: json.JSONDecodeError) -> Mistake:
    """The text whose opening quote is at `start` is not closed, or holds what it cannot hold."""
    at = min(error.pos, len(source))
    if source.startswith("\t", at):
        mend = Mend("write \\t", ((at, at + 1, "\\t"),))
        return Mistake(at, at + 1, "a tab stands inside of quotes", "write \\t for it", mend)
    if "escape" not in error.msg:
        return Mistake(start, start + 1, "this quote is never closed", "close it on the same line")
    at = max(source.rfind("\\", start, at + 1), start)
    end = min(at + 2, len(source))
    mend = Mend("write two backslashes", ((at, at + 1, "\\\\"),))
    message = f"{quote(source[at:end])} means nothing in JSON"
    return Mistake(at, end, message, "write two backslashes for one", mend)


def comment(source: str, at: int) -> Mistake:
    """A comment."""
    end = source.find("\n", at)
    text = source[at : end if end != -1 else None].rstrip()
    message = f"{quote(text)} is a comment, but JSON has none"
    return Mistake(at, at + len(text), message, "take it away")


def behind_end(source: str, at: int) -> Mistake:
    """Text behind the one value."""
    text = source[at:].split("\n", 1)[0].rstrip()
    message = f"{quote(text)} stands behind the end"
    return Mistake(at, at + len(text), message, "take it away")


def comma(source: str, at: int) -> Mistake:
    """A comma, or a closing bracket behind one, stands at `at`, where an entry is expected."""
    if source[at : at + 1] in ("]", "}") and not source[:at].rstrip().endswith(","):
        message = f'"{source[at]}" closes what is not open'
        return Mistake(at, at + 1, message, "take it away")
    message = "this comma has nothing before it"
    if at == len(source) or source[at] != ",":
        message = "this comma has nothing behind it"
        at = source.rfind(",", 0, at)
    mend = Mend("remove the comma", ((at, at + 1, ""),))
    return Mistake(at, at + 1, message, "take it away", mend)


def unclosed(source: str, opening: int) -> Mistake:
    """The bracket at `opening` is not closed."""
    bracket = source[opening]
    closing = "]" if bracket == "[" else "}"
    help_text = f'write "{closing}" behind the last entry'
    return Mistake(opening, opening + 1, f'this "{bracket}" is never closed', help_text)


def no_colon(source: str, start: int, end: int, at: int) -> Mistake:
    """No colon stands at `at`, behind the key at `start:end`."""
    change = (at, at + 1, ":") if source.startswith("=", at) else (end, end, ":")
    message = f"no colon stands behind the key {source[start:end]}"
    mend = Mend("add a colon", (change,))
    return Mistake(start, end, message, 'write it as "key": value', mend)


def no_comma(source: str, end: int, at: int, closing: str) -> Mistake:
    """Neither a comma nor `closing` stands at `at`, behind the entry that ends at `end`."""
    if source[at] in "]}":
        expected = closing or ","
        message = f'"{source[at]}" stands where "{expected}" is expected'
        return Mistake(at, at + 1, message, "close the brackets in the order they were opened")
    found = _WORD.match(source, at) or _STRING.match(source, at)
    text = found[0] if found else source[at]
    mend = Mend("add a comma", ((end, end, ","),))
    message = f"a comma is missing before {quote(text)}"
    return Mistake(at, at + len(text), message, "separate the entries by commas", mend)
