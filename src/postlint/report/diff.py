"""What fixes would change, as a unified diff that `git apply` takes."""

import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from typing import Final

from postlint.report.page import Page
from postlint.report.paint import Part, paint_for

_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+\Z")
_COMMAND: Final = re.compile(r"\s*::")
_PARTS: Final[dict[str, Part]] = {"-": "old", "+": "new", "@": "place"}


def diff(path: str, before: str | None, after: str, page: Page) -> str:
    """The unified diff from one text of a file to another; empty where they are the same. Of a file
    that is not there yet, the text before is None.

    Lines end at "\\n" alone, as everywhere in postlint. It is exact but for lines that have what a
    terminal obeys, or that the log of a CI would take for a command: these are escaped.
    """
    old, new = _LINE.findall(before or ""), _LINE.findall(after)
    name = "/dev/null" if before is None else f"a/{path}"
    changes = unified_diff(old, new, name, f"b/{path}", n=2)
    return "".join(_drawn(changes, page))


def _drawn(changes: Iterable[str], page: Page) -> Iterator[str]:
    paint = paint_for(page)
    for number, change in enumerate(changes):
        part: Part = "path" if number < 2 else _PARTS.get(change[0], "context")
        text = change.rstrip("\r\n")
        end = change[len(text) :].replace("\r", "") if page.is_screen else change[len(text) :]
        yield paint(part, _spelled(text, page)) + (end or "\n\\ No newline at end of file\n")


def _spelled(text: str, page: Page) -> str:
    sign, rest = text[:1], text[1:]
    if sign == " " and _COMMAND.match(rest):
        rest = rest.replace("::", "\\x3a:", 1)
    return "\t".join(page.spell(part) for part in f"{sign}{rest}".split("\t"))
