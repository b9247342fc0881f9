"""What a writer did where YAML cannot be read: the exact place, plain words, sometimes a fix.

Each function below knows one mistake, and is asked in the order of `_LOOKS`. libyaml and the pure
loader say the same things in slightly different words; only what both say is looked at.
"""

import re
from collections.abc import Callable
from typing import Any, Final

import yaml

from postlint.content.data.common_mistakes import (
    ORDER,
    bad_escape,
    closing_of,
    missing_comma,
    spare_comma,
    unclosed_bracket,
)
from postlint.content.data.mistake import Change, Mend, Mistake
from postlint.content.data.tree_faults import in_quotes, quote
from postlint.content.data.yaml_scene import CLOSING, KEY, Scene, indent_of
from postlint.model.finding import Fault

_QUOTES: Final = "put the value in quotes"
_LONGEST_KEY: Final = 1024  # of YAML itself: a colon farther right does not make a key
_MEANINGS: Final = {"*": "a reference", "&": "an anchor", "!": "a tag"}

_ITEM = re.compile(r"[ \t]*+-(?:[ \t]|\Z)")
_GLUED_KEY = re.compile(r"[ \t]*+(?:-[ \t]++)*+[\w.-]++(:)[^\s:/]")
_GLUED_ITEM = re.compile(r"([ \t]*+-)(?=[^\s-])[^\r\n]*+(?:\r\n?|\n|\Z)")
_WORD = re.compile(r"[\w.-]+")
_NAME = re.compile(r"[^\s,\[\]{}]*")
_TEMPLATE = re.compile(r"[ \t]*(\{[{%])")
_DIRECTIVE = re.compile(r"(?:^|(?<=[\r\n]))%")
_TABS = re.compile(r"(?<![^\r\n]) *+\t[ \t]*+")


def explain(error: yaml.MarkedYAMLError, source: str, base: int, loader: Any) -> Fault:
    """The fault for what made `loader` give up; `source` starts at `base` of the whole text."""
    at = min(error.problem_mark.index, len(source)) if error.problem_mark else 0
    opened = error.context_mark.index if error.context_mark else at
    scene = Scene(source, error.problem or "", at, error.context or "", opened, loader)
    mistake = next((found for look in _LOOKS if (found := look(scene))), None) or Mistake(
        at, at, "this cannot be read as YAML from here on", "look at this line and the one above"
    )
    return mistake.as_fault(base, scene.is_mended_by)


def _second_document(scene: Scene) -> Mistake | None:
    """A line `---` inside."""
    if "another document" not in scene.problem:
        return None
    message = "a second document starts here, but only one can be read"
    return Mistake(scene.at, scene.at + len("---"), message, "remove this line")


def _tab(scene: Scene) -> Mistake | None:
    """A tab where YAML allows only spaces."""
    if scene.char != "\t" or not ("tab" in scene.problem or "start any token" in scene.problem):
        return None
    rest = scene.source[scene.at : scene.line_end]
    end = scene.line_end - len(rest.lstrip("\t"))
    if not scene.is_first_on_line:
        message = "there is a tab where YAML expects a space"
        mend = Mend("replace the tab with a space", ((scene.at, end, " "),))
        return Mistake(scene.at, end, message, "put a space there", mend)
    changes = tuple(
        (tabs.start(), tabs.end(), tabs[0].replace("\t", "  "))
        for tabs in _TABS.finditer(scene.source)
    )
    message = "the line is indented with a tab, which YAML does not allow"
    mend = Mend("indent with spaces", changes)
    return Mistake(scene.at, end, message, "indent it with spaces", mend)


def _template(scene: Scene) -> Mistake | None:
    """A value or a line that starts with a tag of a template language."""
    found = _TEMPLATE.match(scene.source, scene.key.end() if scene.key else scene.line_start)
    if found is None or found.start(1) > scene.at:
        return None
    start = found.start(1)
    end = scene.end_of_value(start)
    tag = quote(scene.source[start:end])
    if scene.key is None:
        help_text = "front matter is read as it is, before any template runs"
        return Mistake(start, end, f"{tag} is a template, where a key is expected", help_text)
    message = f"{tag} is a template, but YAML reads its braces as a mapping"
    mend = Mend("put the value in quotes", ((start, end, in_quotes(scene.source[start:end])),))
    return Mistake(start, end, message, _QUOTES, mend)


def _reference(scene: Scene) -> Mistake | None:
    """Text that starts with `*`, `&` or `!`, such as the emphasis of Markdown."""
    said = f"{scene.context} {scene.problem}"
    if not any(word in said for word in ("alias", "anchor", " tag")):
        return None
    at = scene.at if "undefined" in scene.problem else scene.opened
    sign = scene.source[at : at + 1]
    if sign not in _MEANINGS:
        return None
    if "undefined alias" not in scene.problem:
        message = f'"{sign}" at the start of a value is read as {_MEANINGS[sign]}, not as text'
        return Mistake(at, at + 1, message, _QUOTES, scene.quoting(at))
    name = _NAME.match(scene.source, at + 1)
    end = name.end() if name else at + 1
    anchor = quote("&" + scene.source[at + 1 : end])
    message = (
        f"{quote(scene.source[at:end])} is read as a reference to {anchor}, which does not exist"
    )
    if scene.key and scene.key[2].rstrip() == "<<":
        return Mistake(at, end, message, f"put {anchor} before the value that is meant, further up")
    return Mistake(at, end, message, _QUOTES, scene.quoting(at))


def _block_text(scene: Scene) -> Mistake | None:
    """Text on the line of a `>` or `|` that announces a text on the lines below."""
    if "scanning a block scalar" not in scene.context or scene.opened < scene.line_start:
        return None
    sign = scene.source[scene.opened]
    return Mistake(
        scene.opened,
        scene.opened + 1,
        f'"{sign}" means that the text starts on the next line, but there is text on this line',
        f'put the value in quotes, or start the text on the line below the "{sign}", indented',
        scene.quoting(scene.opened),
    )


def _escape(scene: Scene) -> Mistake | None:
    """A backslash in double quotes that starts no escape of YAML."""
    if "quoted scalar" not in scene.context or not re.search("escape|hex", scene.problem):
        return None
    at = scene.source.rfind("\\", scene.opened, scene.at + 1)
    if at == -1 or at + 1 == len(scene.source):
        return None
    return bad_escape(scene.source, at, scene.opened)


def _unclosed_quote(scene: Scene) -> Mistake | None:
    """A quote that is opened and not closed, or only by a quote on a later line."""
    start = scene.opened
    message = "this quote is never closed"
    if "quoted scalar" in scene.context:
        start = _opening_quote(scene)
    else:
        last = _quoted_before(scene)
        if last is None or last.start_mark.index >= scene.line_start:
            return None
        start = last.start_mark.index
        behind = quote(scene.source[scene.at : scene.line_end])
        message = f"this quote is closed only by the one before {behind}"
    end = scene.end_of_value(start)
    if scene.source[start] == "'":
        help_text = "close it after the text; text with an apostrophe needs double quotes"
        return Mistake(start, start + 1, message, help_text)
    mend = Mend("close the quote", ((end, end, '"'),)) if end > start + 1 else None
    return Mistake(start, start + 1, message, "close it after the text", mend)


def _opening_quote(scene: Scene) -> int:
    """The quote that is not closed; an earlier one, if it swallowed lines and closed with this."""
    last = scene.last_token
    is_joined = isinstance(last, yaml.ScalarToken) and last.end_mark.index == scene.opened
    if last is not None and is_joined and scene.source[last.start_mark.index] in ("'", '"'):
        start: int = last.start_mark.index
        return start if start < scene.start_of_line(scene.opened) else scene.opened
    return scene.opened


def _quoted_before(scene: Scene) -> yaml.Token | None:
    """The text in quotes that ends on the line of the problem, right before it."""
    last = scene.last_token
    if not isinstance(last, yaml.ScalarToken) or last.style not in ("'", '"'):
        return None
    is_same_line = scene.line_start <= last.end_mark.index <= scene.at
    return last if is_same_line and not scene.is_first_on_line and scene.is_unexpected else None


def _after_quote(scene: Scene) -> Mistake | None:
    """Text after a closing quote: `"Foo" and more`, or `'it's'`."""
    last = _quoted_before(scene)
    if last is None or scene.open_brackets:
        return None
    start, closing = last.start_mark.index, last.end_mark.index - 1
    end = scene.end_of_value(closing + 1)
    value = scene.source[start:end]
    behind = scene.source[closing + 1 : end]
    if not behind[:1].strip() or value[-1] != value[0]:
        message = f"{quote(behind)} stands after the closing quote"
        help_text = "put quotes of the other kind around the whole value"
        mend = Mend("put quotes around the whole value", ((start, end, in_quotes(value)),))
        return Mistake(end - len(behind.lstrip()), end, message, help_text, mend)
    inner = value[1:-1]
    if value[0] == "'":
        quoted = "'" + inner.replace("''", "'").replace("'", "''") + "'"
        help_text = "double each apostrophe inside, or use double quotes around the value"
    else:
        quoted = in_quotes(inner)
        help_text = "use single quotes around the value, or write a backslash before each inside"
    message = f"this quote ends the value, but {quote(behind)} follows"
    mend = Mend("fix the quotes", ((start, end, quoted),))
    return Mistake(closing, closing + 1, message, help_text, mend)


def _after_bracket(scene: Scene) -> Mistake | None:
    """Text after a closing bracket: `[Foo](https://example.com)`, `[Video] Foo`, `[a]]`."""
    last = scene.last_token
    if scene.open_brackets or not isinstance(last, CLOSING) or not scene.is_unexpected:
        return None
    if scene.is_first_on_line or last.end_mark.index < scene.line_start:
        return None
    end = scene.end_of_value(scene.at)
    behind = scene.source[scene.at : end]
    bracket = scene.source[last.start_mark.index]
    message = f'{quote(behind)} stands after the closing "{bracket}"'
    if not behind.strip("]} \t"):
        mend = Mend(f"remove {quote(behind)}", ((scene.at, end, ""),))
        return Mistake(scene.at, end, message, "remove it", mend)
    start = scene.key.end() if scene.key else scene.line_start
    is_text = scene.key and "," not in scene.source[start : last.start_mark.index]
    mend_text = scene.quoting(start) if is_text else None
    return Mistake(scene.at, end, message, "put the whole value in quotes if it is text", mend_text)


def _forbidden_start(scene: Scene) -> Mistake | None:
    """A value, key or line that starts with a character which YAML keeps for itself."""
    at, char = scene.at, scene.char
    if "directive" in scene.context or "document start" in scene.problem:
        line = _DIRECTIVE.search(scene.source, 0, at)
        if line is not None:
            message = 'a line cannot start with "%"'
            return Mistake(line.start(), line.end(), message, "remove it, or put it in quotes")
    is_forbidden = (
        "start any token" in scene.problem
        or "keys are not allowed" in scene.problem
        or ("block node" in scene.context and char in tuple(",]}"))
    )
    if not is_forbidden or not char.strip():
        return None
    if scene.key is not None and scene.key.start(2) == at:
        name = scene.key[2].rstrip()
        mend = Mend("put the key in quotes", ((at, at + len(name), in_quotes(name)),))
        message = f'a key cannot start with "{char}"'
        return Mistake(at, at + 1, message, "put the key in quotes", mend)
    message = f'a value cannot start with "{char}"'
    return Mistake(at, at + 1, message, _QUOTES, scene.quoting(at))


def _brackets(scene: Scene) -> Mistake | None:
    """Brackets that are not closed, and lists in brackets without their commas."""
    if "flow" not in scene.context or not (scene.open_brackets or scene.opened < scene.at):
        return None
    opening = scene.open_brackets[-1] if scene.open_brackets else scene.opened
    closing = closing_of(scene.source[opening])
    if _is_left_open(scene, opening) or not scene.source[scene.at :].strip():
        return _unclosed_bracket(scene, opening, closing)
    at = scene.at
    if scene.char == ",":
        return spare_comma(at, "before")
    if scene.char in ("]", "}"):
        message = f'"{scene.char}" stands where "{closing}" is expected'
        return Mistake(at, at + 1, message, ORDER)
    if scene.char == ":":
        message = "a comma is missing before this key, or quotes around the text with this colon"
        return Mistake(at, at + 1, message, "separate items by commas, quote text with a colon")
    return _missing_comma(scene)


def _is_left_open(scene: Scene, opening: int) -> bool:
    """Whether a key stands below the bracket that cannot be inside of it: it is not indented."""
    limit = indent_of(scene.source[scene.start_of_line(opening) : opening])
    here = (scene.line_start, scene.source[scene.line_start : scene.line_end])
    for start, line in (here, *scene.lines_above(opening)):
        if start > opening and indent_of(line) <= limit and line.strip()[:1] not in tuple("]},"):
            return True
    return False


def _unclosed_bracket(scene: Scene, opening: int, closing: str) -> Mistake:
    help_text = f'write "{closing}" after the last item, or quotes around the value if it is text'
    end = scene.end_of_value(opening) if closing == "]" else None
    return unclosed_bracket(scene.source, opening, help_text, end)


def _missing_comma(scene: Scene) -> Mistake:
    text = _NAME.match(scene.source, scene.at)
    end = max(text.end() if text else 0, scene.at + 1)
    last = scene.last_token
    return missing_comma(scene.source, scene.at, end, last.end_mark.index if last else None)


def _colon_in_value(scene: Scene) -> Mistake | None:
    """A colon and a space in a value without quotes: `title: Breaking: the news`."""
    if "mapping values" not in scene.problem:
        return None
    at = scene.at
    help_text = f"{_QUOTES}, otherwise the colon ends a key"
    if scene.key is not None and scene.key.end() <= at:
        start = scene.key.end()
        value = quote(scene.source[start : scene.end_of_value(start)])
        message = f"{value} has a colon followed by a space, so it needs quotes"
        return Mistake(at, at + 1, message, help_text, scene.quoting(start))
    return _colon_below(scene)


def _colon_below(scene: Scene) -> Mistake | None:
    """A key on a line that YAML takes for the continuation of the value above."""
    at = scene.at
    start, line = next(scene.lines_above(), (0, ""))
    above = KEY.match(line)
    sign = line.lstrip()[:1]
    if scene.indent <= indent_of(line):
        if sign in _MEANINGS and above is not None:
            column = start + indent_of(line)
            message = f'"{sign}" at the start of a key is read as {_MEANINGS[sign]}, not as text'
            return Mistake(column, column + 1, message, "remove it, or put the key in quotes")
        if not scene.indent or above is not None:
            return None
    if above is None:
        return _colon_in_continued(scene)
    name = scene.source[scene.line_start : at].strip()
    if not _WORD.fullmatch(name):
        return _colon_in_lines(scene)
    column = scene.line_start + scene.indent
    change = (scene.line_start, column, above[1].replace("-", " "))
    return Mistake(
        column,
        at,
        f"{quote(name)} is indented deeper than {quote(above[2])} above it, which has a value",
        "give both the same indentation",
        Mend("indent it like the line above", (change,)),
    )


def _colon_in_continued(scene: Scene) -> Mistake | None:
    """A key below lines without one: they are its value, or one of them lacks its colon."""
    first = scene.line_start
    for start, line in scene.lines_above():
        owner = KEY.match(line)
        if owner is not None and owner.end() < len(line):
            return _colon_in_lines(scene)
        if owner is not None:
            break
        first = start
        if _ITEM.match(line):
            break
    return _missing_colon(scene, first)


def _colon_in_lines(scene: Scene) -> Mistake:
    message = "this value has a colon followed by a space, so it needs quotes"
    return Mistake(scene.at, scene.at + 1, message, "put quotes around all its lines")


def _no_colon(scene: Scene) -> Mistake | None:
    """A line that is neither a key nor part of a value: without a colon, or a space after it."""
    if "expected ':'" in scene.problem:
        start = scene.start_of_line(scene.opened)
    elif "mapping values" in scene.problem:
        start = scene.line_start
        for above, line in scene.lines_above():
            if KEY.match(line):
                break
            start = above
    else:
        return None
    return _missing_colon(scene, start)


def _missing_colon(scene: Scene, start: int) -> Mistake | None:
    """The line at `start` has no colon that ends a key."""
    if _GLUED_ITEM.match(scene.source, start):
        return _glued_item(scene, start)
    glued = _GLUED_KEY.match(scene.source, start)
    if glued is not None:
        colon = glued.start(1)
        mend = Mend("add a space", ((colon + 1, colon + 1, " "),))
        message = "this colon has no space after it, so it does not end a key"
        return Mistake(colon, colon + 1, message, "put a space after it", mend)
    line = scene.source[start : scene.end_of_line(start)]
    if len(line) > _LONGEST_KEY:
        message = f"more than {_LONGEST_KEY:,} characters stand before this colon"
        return Mistake(scene.at, scene.at + 1, message, "a key has to be shorter than that")
    if start == scene.line_start and KEY.match(line):
        return None
    column = start + indent_of(line)
    message = f"{quote(line)} is neither a key nor part of a value"
    help_text = 'write it as "key: value", or indent it if it continues the value above'
    return Mistake(column, start + len(line.rstrip(" \t")), message, help_text)


def _glued_item(scene: Scene, start: int) -> Mistake:
    """A list item without a space after its dash: `-a`; those right below it are mended with it."""
    changes: list[Change] = []
    at = start
    while item := _GLUED_ITEM.match(scene.source, at):
        changes.append((item.end(1), item.end(1), " "))
        at = item.end()
    dash = changes[0][0] - 1
    mend = Mend("add a space" if len(changes) == 1 else "add spaces", tuple(changes))
    message = "this dash has no space after it, so it does not start a list item"
    return Mistake(dash, dash + 1, message, 'write "- " before each item', mend)


def _item(scene: Scene) -> Mistake | None:
    """A list item where none can stand."""
    at = scene.at
    if not scene.is_unexpected or not _ITEM.match(scene.source[at : scene.line_end]):
        return None
    if not scene.is_first_on_line:
        message = "a list cannot start on the line of its key"
        help_text = "start each item on a line of its own; put the value in quotes if it is text"
        return Mistake(at, at + 1, message, help_text)
    _, line = next(scene.lines_above(), (0, ""))
    if _ITEM.match(line) and indent_of(line) != scene.indent:
        above = f"but the item above is {_indented(indent_of(line))}"
        message = f"this list item is {_indented(scene.indent)}, {above}"
        change = (scene.line_start, at, " " * indent_of(line))
        mend = Mend("indent it like the item above", (change,))
        return Mistake(at, at + 1, message, "give both the same indentation", mend)
    message = "a list item stands where a key is expected"
    return Mistake(at, at + 1, message, "indent it like the items above, or give the list a key")


def _first_indented(scene: Scene) -> Mistake | None:
    """A first line that is indented while a later one is not."""
    above = list(scene.lines_above()) if "document start" in scene.problem else []
    if not above or scene.indent >= indent_of(above[-1][1]):
        return None
    start, line = above[-1]
    indent = indent_of(line)
    changes = tuple((at, at + indent, "") for at, text in above if indent_of(text) >= indent)
    message = f"{quote(line)} is {_indented(indent)}, but a line below it is not"
    help_text = "start all keys in the same column"
    mend = Mend("remove the indentation", changes)
    return Mistake(start + indent, start + len(line.rstrip(" \t")), message, help_text, mend)


def _indented(spaces: int) -> str:
    return "indented by 1 space" if spaces == 1 else f"indented by {spaces} spaces"


def _indentation(scene: Scene) -> Mistake | None:
    """A line in a column where nothing above it started, or where it cannot belong."""
    if not scene.is_first_on_line or not scene.is_unexpected or not scene.char.strip():
        return None
    at = scene.at
    if scene.char == ":":
        return Mistake(at, at + 1, "there is no key before this colon", 'write "key: value"')
    name = (scene.key[2] if scene.key else scene.source[at : scene.line_end]).rstrip()
    end = at + len(name)
    if "document start" in scene.problem:
        message = f"{quote(name)} does not belong to anything above it"
        return Mistake(at, end, message, 'every line that is not indented has to be "key: value"')
    in_list = "'-'" in scene.problem or "block collection" in scene.context
    if in_list and scene.indent == scene.opened - scene.start_of_line(scene.opened):
        message = f"{quote(name)} stands where a list item is expected"
        return Mistake(at, end, message, 'start the line with "- ", or indent it')
    message = f"{quote(name)} is {_indented(scene.indent)}, which fits no line above it"
    _, line = next(scene.lines_above(), (0, ""))
    help_text = "indent it like the lines it belongs to"
    if line:
        help_text += f"; the one above is {_indented(indent_of(line))}"
    return Mistake(at, end, message, help_text)


_LOOKS: Final[tuple[Callable[[Scene], Mistake | None], ...]] = (
    _second_document,
    _tab,
    _template,
    _reference,
    _block_text,
    _escape,
    _unclosed_quote,
    _after_quote,
    _after_bracket,
    _forbidden_start,
    _brackets,
    _colon_in_value,
    _no_colon,
    _item,
    _first_indented,
    _indentation,
)
