"""Mends as text edits of the front matter that keep its quotes, comments, order and line ends."""

import json
import re
from typing import Final, Literal

from postlint.content.data.tree import Json, Path, Place
from postlint.content.front_matter.front_matter import FrontMatter
from postlint.model.finding import Edit, Fix
from postlint.model.span import Span
from postlint.schema.keywords import allows
from postlint.schema.mistakes.mistake import Insert, Mistake, Quote, Remove, Rename
from postlint.schema.mistakes.values_in_words import quoted, shorten

Language = Literal["yaml", "toml", "json"]

YAML_TRUTHS: Final = frozenset(("y", "n", "yes", "no", "on", "off"))
"""Words that YAML 1.1 reads as true or false, besides these two, in lower case."""

_YAML_WORDS: Final = frozenset(("true", "false", "null", "~", *YAML_TRUTHS))
_YAML_PLAIN: Final = re.compile(
    r"(?:[^\W\d]|/|\d{4}-\d\d)(?:[^\s,\[\]{}\"'`|>#:]|:(?=[^\s,])| (?=\S))*\Z"
)
_YAML_KEY: Final = re.compile(r"[^\W\d][\w.-]*\Z")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+\Z")
_TOML_DATE: Final = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?\Z"
)
_OPENS_BLOCK: Final = ("|", ">", "&", "*", "!", "-")


def fix_for(mistake: Mistake, text: str, front_matter: FrontMatter) -> Fix | None:
    """The edits that mend a mistake in a post, None where they cannot be made with certainty."""
    mend = mistake.mend
    if mend is None:
        return None
    if isinstance(mend, Insert):
        return _inserted(mend, text, front_matter)
    place = front_matter.tree.places.get(mistake.path)
    if place is None or not mistake.path:
        return None
    if isinstance(mend, Rename):
        return _renamed(mend, text, place, front_matter.language)
    if isinstance(mend, Remove):
        return _removed(mistake, text, front_matter)
    value = _value_at(mistake.path, front_matter.tree.data)
    source = text[place.value.start : place.value.end]
    if isinstance(value, dict | list) or not _is_simple(source, front_matter.language):
        return None
    if isinstance(mend, Quote):
        if not allows(mend.wanted, source):
            return None
        return Fix("put quotes around it", (Edit(place.value, f'"{source}"'),), safe=True)
    if mend.value == [value]:
        item = source if source[0] in "'\"" else written(value, front_matter.language)
        return Fix("make it a list", (Edit(place.value, f"[{item}]"),), safe=mend.is_safe)
    new = written(mend.value, front_matter.language, source)
    return Fix(f"replace with {shorten(new)}", (Edit(place.value, new),), safe=mend.is_safe)


def _value_at(path: Path, data: Json) -> Json:
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data


def written(value: Json, language: Language, like: str = "") -> str:
    """A value as it is written in a language, in the quotes of `like`, on one line."""
    if isinstance(value, list):
        return f"[{', '.join(written(item, language) for item in value)}]"
    if not isinstance(value, str):
        return json.dumps(value)
    if language != "json" and like.startswith("'") and "'" not in value and value.isprintable():
        return f"'{value}'"
    is_bare = not like.startswith('"') and (
        (language == "yaml" and _YAML_PLAIN.match(value) and value.lower() not in _YAML_WORDS)
        or (language == "toml" and like and not like.startswith("'") and _TOML_DATE.match(value))
    )
    return value if is_bare else json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _is_simple(source: str, language: Language) -> bool:
    """Whether a value is written on one line, without the marks that YAML has before values."""
    if not source or "\n" in source:
        return False
    return language != "yaml" or not source.startswith(_OPENS_BLOCK) or source[1:2].isdigit()


def _renamed(mend: Rename, text: str, place: Place, language: Language) -> Fix | None:
    if place.key is None:
        return None
    source = text[place.key.start : place.key.end]
    if source[:1] in ("'", '"'):
        new = f"{source[0]}{mend.key}{source[0]}" if _YAML_KEY.match(mend.key) else None
    else:
        bare = _YAML_KEY if language == "yaml" else _BARE_KEY
        new = mend.key if bare.match(mend.key) else json.dumps(mend.key, ensure_ascii=False)
    if new is None:
        return None
    return Fix(f"rename to {shorten(mend.key)}", (Edit(place.key, new),), safe=mend.is_safe)


def _inserted(mend: Insert, text: str, front_matter: FrontMatter) -> Fix | None:
    """Add a line: the last one in YAML, in TOML the first, where no table has begun yet."""
    content, language = front_matter.content, front_matter.language
    indent = _indent(text, front_matter)
    if language == "json" or front_matter.closing is None or indent is None:
        return None
    end_of_line = "\r\n" if "\r\n" in text[: content.start] else "\n"
    key = mend.key if _BARE_KEY.match(mend.key) else json.dumps(mend.key, ensure_ascii=False)
    value = written(mend.value, language)
    line = f"{key} = {value}" if language == "toml" else f"{indent}{key}: {value}"
    at = content.start if language == "toml" else content.end
    has_line_before = at == content.start or text[at - 1] == "\n"
    new = f"{line}{end_of_line}" if has_line_before else f"{end_of_line}{line}"
    return Fix(f"add {quoted(mend.key)}", (Edit(Span(at, at), new),))


def _indent(text: str, front_matter: FrontMatter) -> str | None:
    """What stands before the keys at the top level, None where that is more than space."""
    places = front_matter.tree.places
    key = next((place.key for path, place in places.items() if len(path) == 1), None)
    start = key.start if key else front_matter.content.start
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return None if before.strip() else before


def _removed(mistake: Mistake, text: str, front_matter: FrontMatter) -> Fix | None:
    """Take an item of a list out: with the comma before it, or with its line."""
    path, places = mistake.path, front_matter.tree.places
    last = path[-1]
    before = places.get((*path[:-1], last - 1)) if isinstance(last, int) else None
    item = places[path].value
    source = text[item.start : item.end]
    if before is None or "\n" in source or source.startswith("&"):
        return None
    between = text[before.value.end : item.start]
    if between.strip() == "," and "#" not in between:
        return Fix("leave it out", (Edit(Span(before.value.end, item.end), ""),), safe=True)
    line_start = text.rfind("\n", 0, item.start) + 1
    line_end = text.find("\n", item.end)
    if line_end == -1 or not re.fullmatch(r"[ \t]*-[ \t]+", text[line_start : item.start]):
        return None
    if text[item.end : line_end].strip():
        return None
    return Fix("leave it out", (Edit(Span(line_start, line_end + 1), ""),), safe=True)
