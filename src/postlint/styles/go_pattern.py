"""Translate a pattern of Go's regexp2, which is .NET's flavour, to the `regex` package's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_MOST_GROUPS: Final = 100
"""So deep may groups be nested: parsers of patterns recurse."""

_MOST_PARTS: Final = 200_000
"""So many characters and classes may a pattern have, those that `{9}` repeats counted nine times:
the engine writes them all out."""

_QUANTIFIER: Final = re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})[?]?")
_TIMES: Final = re.compile(r"\{0*(\d+)")
_OPTIONAL: Final = re.compile(r"[*?]|\{0+[,}]")
_GROUP: Final = re.compile(
    r"""\((?: (?P<plain>\?:|\?=|\?!|\?<=|\?<!|\?>)
            | \?(?:P?<|')(?P<name>[A-Za-z_]\w*)[>']
            | \?(?P<flags>[imsx]*(?:-[imsx]+)?)(?P<scoped>:|\))
            | (?P<condition>\?\((?:\w+)\))
            | (?P<odd>\?) )?""",
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(
    r"""\\(?: x\{(?P<braced>[0-9A-Fa-f]{1,6})\} | c(?P<control>[A-Za-z@\[\]^_\\])
           | (?P<unicode>x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})
           | (?P<property>[pP](?:\{\^?[\w\s-]+\}|[A-Z]))
           | k(?:<(?P<ref>\w+)>|'(?P<quoted>\w+)')
           | (?P<digits>[0-9]+) | (?P<one>.) )""",
    re.VERBOSE | re.DOTALL,
)
_KNOWN_LETTERS: Final = frozenset("abBAdDefGnrsStvwWzZ")
_LETTERS: Final = {"e": r"\x1b", "z": r"\Z", "Z": r"(?=\n?\Z)"}
_IN_CLASS: Final = {"e": r"\x1b", "b": r"\x08"}
_PLAIN: Final = {"n": "\n", "t": "\t", "r": "\r"}


class PatternError(Exception):
    """A pattern that cannot be translated, and why."""


@dataclass(frozen=True, slots=True)
class Needle:
    """A text that must stand where a pattern finds anything, but for the case of its letters."""

    text: str
    is_whole: bool = False
    """Whether it is all that the pattern finds."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A pattern for the `regex` package; it is to be compiled with MULTILINE."""

    text: str
    needles: tuple[Needle, ...] | None
    """A text in which it finds something holds one of these; None where nothing is known."""
    has_groups: bool
    """Whether it has a group that captures."""


def translate(pattern: str, *, captures: bool = True) -> Translated:
    """The same pattern for the `regex` package. Raises PatternError.

    Without `captures`, groups that have no name do not capture.
    """
    reader = _Translator(pattern, captures)
    text, needles, _ = reader.alternatives(0)
    if reader.at < len(pattern):
        raise PatternError('")" has no "(" before it')
    return Translated(text, _useful(needles), reader.has_groups)


def escape(text: str) -> str:
    """A pattern that finds a text and nothing else."""
    return re.sub(r"([^\w\s])", r"\\\1", text)


_Needles = tuple[Needle, ...] | None


def _useful(needles: _Needles) -> _Needles:
    return needles if needles and all(needle.text for needle in needles) else None


def _better(one: _Needles, other: _Needles) -> _Needles:
    """Of two sets of needles the one that tells more: its shortest is longer."""
    one, other = _useful(one), _useful(other)
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda needles: min(len(needle.text) for needle in needles))


class _Sequence:
    """What one alternative is made of: its translation, and the literals that it must hold."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.best: _Needles = None
        self.size = 0
        self._last_size = 0
        self._run = ""
        self._is_whole = True

    def literal(self, char: str, written: str) -> None:
        self.parts.append(written)
        self._run += char
        self._grow(1)

    def other(self, written: str, needles: _Needles = None, size: int = 1) -> None:
        """Add what is no single character that must stand there."""
        self._grow(size)
        self.end_run()
        self._is_whole = False
        self.parts.append(written)
        self.best = _better(self.best, needles)

    def quantified(self, quantifier: str) -> None:
        """The last part may stand there more often, or not at all."""
        if self._run:
            last = self._run[-1]
            self._run = self._run[:-1]
            self.end_run()
            if not _OPTIONAL.match(quantifier):
                self.best = _better(self.best, (Needle(last),))
        self._is_whole = False
        self.parts.append(quantifier)
        times = _TIMES.match(quantifier)
        if times:
            digits = times[1][: len(str(_MOST_PARTS)) + 1]
            self._grow(self._last_size * max(0, int(digits) - 1))

    def _grow(self, size: int) -> None:
        self._last_size = size
        self.size += size
        _refuse_large(self.size)

    def end_run(self) -> None:
        if self._run:
            self.best = _better(self.best, (Needle(self._run),))
            self._run = ""

    def needles(self) -> _Needles:
        if self._is_whole and self._run:
            return (Needle(self._run, is_whole=True),)
        self.end_run()
        return self.best


class _Translator:
    """Goes through a pattern once, from left to right."""

    def __init__(self, pattern: str, captures: bool) -> None:
        self.at = 0
        self.has_groups = False
        self._pattern = pattern
        self._captures = captures
        self._extended = False

    def alternatives(self, depth: int) -> tuple[str, _Needles, int]:
        """What stands between here and the next closing parenthesis, or the end.

        Flags such as `(?i)` hold up to there; the other flavour wants a group for them, in each
        alternative anew.
        """
        if depth > _MOST_GROUPS:
            raise PatternError(f"groups are nested more than {_MOST_GROUPS} deep")
        branches: list[str] = []
        needles: list[Needle] | None = []
        flags: list[str] = []
        size = 0
        while True:
            opened = list(flags)
            sequence = _Sequence()
            for _ in self._items(sequence, flags, depth):
                pass
            inner = "".join(sequence.parts) + ")" * (len(flags) - len(opened))
            branches.append("".join(opened) + inner + ")" * len(opened))
            size += sequence.size
            _refuse_large(size)
            found = _useful(sequence.needles())
            needles = None if needles is None or found is None else [*needles, *found]
            if self._pattern[self.at : self.at + 1] != "|":
                return "|".join(branches), None if needles is None else tuple(needles), size
            self.at += 1

    def _items(self, sequence: _Sequence, flags: list[str], depth: int) -> Iterator[None]:
        """Translate one item after the other up to the end of an alternative."""
        pattern = self._pattern
        while self.at < len(pattern) and pattern[self.at] not in "|)":
            char = pattern[self.at]
            quantifier = _QUANTIFIER.match(pattern, self.at)
            if quantifier:
                self._quantifier(sequence, quantifier)
            elif char == "(":
                self._group(sequence, flags, depth)
            elif char == "[":
                sequence.other(self._class(0))
            elif char == "\\":
                self._escape(sequence)
            elif char in "^$.":
                self.at += 1
                sequence.other(char)
            elif self._extended and char in " \t\n\r#":
                self._skip_comment()
            else:
                self.at += 1
                sequence.literal(char, f"\\{char}" if char in "{}]#&~-" else char)
            yield

    def _skip_comment(self) -> None:
        """White space and comments mean nothing after `(?x)`; they are left out."""
        end = self._pattern.find("\n", self.at) if self._pattern[self.at] == "#" else self.at
        self.at = len(self._pattern) if end == -1 else end + 1

    def _quantifier(self, sequence: _Sequence, found: re.Match[str]) -> None:
        if not sequence.parts or (
            sequence.parts[-1].startswith("(?") and (sequence.parts[-1][-1] == ":")
        ):
            raise PatternError(f'"{found[0]}" repeats nothing')
        self.at = found.end()
        sequence.quantified(found[0])
        if _QUANTIFIER.match(self._pattern, self.at):
            raise PatternError(f'"{found[0]}" is followed by another such sign')

    def _group(self, sequence: _Sequence, flags: list[str], depth: int) -> None:
        pattern = self._pattern
        if pattern.startswith("(?#", self.at):
            end = pattern.find(")", self.at)
            if end == -1:
                raise PatternError('"(?#" has no ")" after it')
            self.at = end + 1
            return
        opening = _GROUP.match(pattern, self.at)
        if opening is None or opening["odd"]:
            sign = pattern[self.at : self.at + 4]
            raise PatternError(f'"{sign}" begins a kind of group that cannot be translated')
        self.at = opening.end()
        if opening["scoped"] == ")":
            self._flag(sequence, opening["flags"], flags)
            return
        written = self._opening(opening)
        was_extended = self._extended
        if opening["scoped"]:
            self._extended = _is_extended(opening["flags"], self._extended)
        inner, needles, size = self.alternatives(depth + 1)
        self._extended = was_extended
        if pattern[self.at : self.at + 1] != ")":
            raise PatternError('"(" has no ")" after it')
        self.at += 1
        is_negative = opening["plain"] in ("?!", "?<!") or opening["condition"]
        quantifier = _QUANTIFIER.match(pattern, self.at)
        if is_negative or (quantifier and _OPTIONAL.match(quantifier[0])):
            needles = None
        elif needles:
            needles = tuple(Needle(needle.text) for needle in needles)
        sequence.other(f"{written}{inner})", needles, size + 1)

    def _opening(self, opening: re.Match[str]) -> str:
        if opening["name"]:
            self.has_groups = True
            return f"(?P<{opening['name']}>"
        if opening[0] == "(":
            self.has_groups = self.has_groups or self._captures
            return "(" if self._captures else "(?:"
        return opening[0]

    def _flag(self, sequence: _Sequence, wanted: str, flags: list[str]) -> None:
        self._extended = _is_extended(wanted, self._extended)
        kept = wanted.replace("x", "").rstrip("-")
        if kept:
            flags.append(f"(?{kept}:")
            sequence.other(f"(?{kept}:")

    def _class(self, depth: int) -> str:
        """A class of characters, `[...]`; .NET's `[a-z-[aeiou]]` takes some away from others."""
        pattern, start = self._pattern, self.at
        self.at += 1
        parts = ["["]
        if pattern.startswith("^", self.at):
            self.at += 1
            parts.append("^")
        first = self.at
        while self.at < len(pattern):
            char = pattern[self.at]
            if char == "]" and self.at > first:
                self.at += 1
                return "".join((*parts, "]"))
            if pattern.startswith("-[", self.at) and self.at > first:
                return self._difference("".join(parts), depth)
            if char == "\\":
                parts.append(self._escaped_in_class())
            elif char == "[" and (posix := re.compile(r"\[:\^?[a-z]+:\]").match(pattern, self.at)):
                self.at = posix.end()
                parts.append(posix[0])
            else:
                self.at += 1
                parts.append(f"\\{char}" if char in "[]&~|" else char)
        raise PatternError(f'"{pattern[start : start + 10]}" has no "]" after it')

    def _difference(self, kept: str, depth: int) -> str:
        self.at += 1
        if depth > _MOST_GROUPS:
            raise PatternError(f"classes are nested more than {_MOST_GROUPS} deep")
        removed = self._class(depth + 1)
        if not self._pattern.startswith("]", self.at):
            raise PatternError('"-[...]" is not the last part of its "[...]"')
        self.at += 1
        return f"(?:(?!{removed}){kept}])"

    def _escaped_in_class(self) -> str:
        found = self._next_escape()
        self.at = found.end()
        one = found["one"]
        if one is None:
            return _numbered(found) or self._octal(found)
        if one in _IN_CLASS:
            return _IN_CLASS[one]
        if one.isalpha() and one not in _KNOWN_LETTERS:
            raise PatternError(f'"\\{one}" means nothing in Go')
        return f"\\{one}"

    def _octal(self, found: re.Match[str]) -> str:
        if found["digits"] is None:
            raise PatternError(f'"{found[0]}" cannot stand in "[...]"')
        return f"\\x{int(found['digits'][:3], 8) & 0xFF:02x}"

    def _next_escape(self) -> re.Match[str]:
        found = _ESCAPE.match(self._pattern, self.at)
        if found is None:
            raise PatternError('it ends with a single "\\"')
        return found

    def _escape(self, sequence: _Sequence) -> None:
        if self._pattern.startswith("\\Q", self.at):
            self._quoted(sequence)
            return
        found = self._next_escape()
        self.at = found.end()
        one = found["one"]
        reference = found["ref"] or found["quoted"]
        if reference:
            sequence.other(f"(?P={reference})" if not reference.isdigit() else f"\\{reference}")
        elif one is None:
            sequence.other(_numbered(found) or found[0])
        elif one in _PLAIN:
            sequence.literal(_PLAIN[one], f"\\{one}")
        elif not one.isalpha():
            sequence.literal(one, f"\\{one}" if not one.isalnum() and one != "_" else one)
        elif one in _KNOWN_LETTERS:
            sequence.other(_LETTERS.get(one, f"\\{one}"))
        else:
            raise PatternError(f'"\\{one}" means nothing in Go')

    def _quoted(self, sequence: _Sequence) -> None:
        """`\\Q...\\E`, all of which stands for itself."""
        end = self._pattern.find("\\E", self.at)
        end = len(self._pattern) if end == -1 else end
        for char in self._pattern[self.at + 2 : end]:
            sequence.literal(char, escape(char))
        self.at = min(end + 2, len(self._pattern))


def _refuse_large(size: int) -> None:
    if size > _MOST_PARTS:
        raise PatternError(f"it has more than {_MOST_PARTS:,} parts, repeated ones counted")


def _numbered(found: re.Match[str]) -> str | None:
    """A character given by its number, or a property, as the other flavour writes it."""
    if found["braced"]:
        code = int(found["braced"], 16)
        if code > 0x10FFFF:
            raise PatternError(f'"{found[0]}" is no character')
        return f"\\U{code:08x}"
    if found["control"]:
        return f"\\x{ord(found['control'].upper()) ^ 64:02x}"
    if found["unicode"]:
        return f"\\{found['unicode']}"
    if found["property"]:
        return f"\\{found['property']}"
    return None


def _is_extended(flags: str, now: bool) -> bool:
    added, _, removed = flags.partition("-")
    return ("x" in added or now) and "x" not in removed
