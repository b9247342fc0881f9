"""The page of a rule, for the terminal and for docs/rules: made from the rule itself."""

import inspect
import sys
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields
from typing import Any, Final, Literal, cast, get_args, get_origin

from postlint.rules.base import AnyRule, Bad, BadSite, Good, GoodSite
from postlint.rules.registry import options_of

_MOST_POSTS: Final = 12
"""An example of a site with more posts has many that are alike, and shows a few."""
_A_FEW: Final = 3


def rule_page(rule: type[AnyRule]) -> str:
    """The Markdown page of one rule."""
    return "\n".join(_lines(rule)).rstrip() + "\n"


def reason(rule: type[AnyRule]) -> str:
    """Why a rule exists, and what it reports: a paragraph for each."""
    why = inspect.cleandoc(sys.modules[rule.__module__].__doc__ or "")
    return f"{why}\n\n{inspect.cleandoc(rule.__doc__ or '')}"


def _lines(rule: type[AnyRule]) -> Iterator[str]:
    meta = rule.meta
    yield f"# {meta.name}\n"
    yield f"{reason(rule)}\n"
    fix = {"none": "no", "sometimes": "for some findings", "always": "yes"}[meta.fix]
    yield f"- Group: {meta.group}"
    strict = f", {meta.strict} with the preset strict" if meta.strict else ""
    yield f"- Severity: {meta.severity}{strict}"
    yield f"- On by default: {'yes' if meta.is_default else 'no'}"
    if others := [preset for preset in meta.presets if preset != "recommended"]:
        yield f"- Presets: {', '.join(others)}"
    yield f"- Fix: {fix}"
    reads = {"english": "English", "known words": "English, and any that has a lexicon"}
    if meta.reads in reads:
        yield f"- Language: {reads[meta.reads]}"
    yield ""
    yield from _options(rule)
    good = [one for one in meta.examples if isinstance(one, Good | GoodSite)]
    yield from _examples("Not reported", good)
    yield from _examples("Reported", [one for one in meta.examples if one not in good])
    yield from _muting(meta.name)


def _muting(name: str) -> Iterator[str]:
    yield "## Muting it\n"
    yield "In a post, for the next line, and in front matter:\n"
    yield f"    <!-- postlint-disable-next-line {name} -- the reason -->"
    yield f"    # postlint-disable-next-line {name} -- the reason"
    yield "\nEverywhere, in the configuration:\n"
    yield "    [rules]"
    yield f'    {name} = "off"'


def _options(rule: type[AnyRule]) -> Iterator[str]:
    if not options_of(rule):
        return
    yield "## Options\n"
    for option in fields(cast("Any", rule)):
        if option.name not in options_of(rule):
            continue
        default = option.default
        if option.default_factory is not MISSING:
            default = option.default_factory()
        kind = options_of(rule)[option.name]
        choices = " or ".join(f"`{choice!r}`" for choice in get_args(kind))
        allowed = f": {choices}" if get_origin(kind) is Literal else ""
        yield f"- `{option.name.replace('_', '-')}`{allowed}, default `{default!r}`"
    yield ""


def _examples(title: str, examples: Sequence[Good | Bad | GoodSite | BadSite]) -> Iterator[str]:
    if not examples:
        return
    yield f"## {title}\n"
    for example in examples:
        if isinstance(example, Bad | BadSite):
            yield f"At {', '.join(example.at)}:\n"
        if isinstance(example, Good | Bad):
            yield from _indented(example.text)
            continue
        posts = list(example.posts.items())
        shown = posts if len(posts) <= _MOST_POSTS else posts[:_A_FEW]
        for path, text in shown:
            yield f"`{path}`:\n"
            yield from _indented(text)
        if len(posts) > len(shown):
            yield f"and {len(posts) - len(shown)} posts more.\n"


def _indented(text: str | bytes) -> Iterator[str]:
    shown = text if isinstance(text, str) else text.decode("utf-8", "backslashreplace")
    yield from (f"    {line}".rstrip() for line in _visible(shown).split("\n"))
    yield ""


def _visible(text: str) -> str:
    """The text with what cannot be seen written out, so that a page shows what it is about."""
    return "".join(_shown(char) for char in text.rstrip("\n"))


def _shown(char: str) -> str:
    if char == "\n" or char.isprintable():
        return char
    return f"<U+{ord(char):04X}>"
