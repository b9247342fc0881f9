"""Make a configuration of ours from a `.vale.ini`: the same packs and rules for the same posts."""

import configparser
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from postlint.config.vale_glob import as_gitignore, expanded_globs

_CORE: Final = "\0core"
_EVERYWHERE: Final = "*"
_LEVELS: Final = {"suggestion": "info", "warning": "warning", "error": "error"}
_ANSWERS: Final = {"YES": "on", "NO": "off", **_LEVELS}
_POSTS: Final = frozenset(("md", "markdown", "mdx"))
_READ: Final = "postlint reads .md, .markdown and .mdx"
_CARRIED_OVER: Final = frozenset(("StylesPath", "MinAlertLevel", "Vocab", "Vocabularies"))
_USUALLY_IGNORED: Final = frozenset(("code", "tt", "kbd"))
_REASONS: Final = {
    "BlockIgnores": "code, templates and HTML are no prose to postlint by themselves",
    "TokenIgnores": "code, addresses and templates are no prose to postlint by themselves",
    "IgnorePatterns": "code, templates and HTML are no prose to postlint by themselves",
    "IgnoredScopes": "postlint leaves out code and no other markup",
    "SkippedScopes": "postlint leaves out blocks of code and HTML and no other",
    "Packages": "postlint downloads nothing; keep the packs that vale sync brings",
    "Lang": "set locale, if the posts are not English",
}
_CONTINUED: Final = re.compile(r"\\[ \t]*\r?\n[ \t]*")

_Section = tuple[list[str], Mapping[str, str]]
"""Patterns of files, and what holds for them."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The text of a `postlint.toml`, and what of the other file is not in it."""

    text: str
    left_out: tuple[str, ...]


def from_vale(text: str, name: str = ".vale.ini") -> Translation:
    """Translate a configuration of Vale. Raises ValueError with the line of a syntax error."""
    sections = _sections(text, name)
    core = sections.pop(_CORE, {})
    return _Translator(core, sections, name).translation()


def _sections(text: str, name: str) -> dict[str, dict[str, str]]:
    """The keys of each section, those before the first one under _CORE."""
    parser = configparser.RawConfigParser(
        strict=False,
        delimiters=("=",),
        comment_prefixes=("#", ";"),
        inline_comment_prefixes=("#", ";"),
        allow_no_value=True,
        default_section="\0",
        empty_lines_in_values=False,
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign] # keys have capitals
    lines = (line.strip() for line in _CONTINUED.sub(" ", text).split("\n"))
    try:
        parser.read_string("\n".join((f"[{_CORE}]", *lines)), source=name)
    except configparser.ParsingError as error:
        line = error.errors[0][0] - 1
        raise ValueError(f"{name}:{line}: is no KEY = VALUE and no [section]; mend it") from None
    except configparser.Error as error:
        raise ValueError(f"{name}: {error.message.splitlines()[0]}; mend it") from None
    return {
        section: {key: (value or "").strip() for key, value in parser.items(section)}
        for section in parser.sections()
    }


class _Translator:
    """Holds what was read, and collects what is left out."""

    def __init__(
        self, core: Mapping[str, str], sections: Mapping[str, Mapping[str, str]], name: str
    ) -> None:
        self._core = core
        self._name = name
        self._left_out: list[str] = []
        self._everywhere: dict[str, str] = dict(sections.get(_EVERYWHERE, {}))
        self._formats = self._read_formats(sections.get("formats", {}))
        self._tell_keys(_EVERYWHERE, self._everywhere)
        read = (self._section(*one) for one in sections.items() if one[0] != _EVERYWHERE)
        self._sections = [one for one in read if one is not None]
        if not self._everywhere and len(self._sections) == 1 and self._is_all(self._sections[0][0]):
            self._everywhere = dict(self._sections.pop()[1])

    def translation(self) -> Translation:
        tables = "".join(f"{line}\n" for line in self._lines())
        for key, value in self._core.items():
            is_usual = key == "IgnoredScopes" and {*_listed(value)} <= _USUALLY_IGNORED
            if not is_usual and key not in _CARRIED_OVER:
                self._leave_out(key, value)
        return Translation(tables, tuple(self._left_out))

    def _lines(self) -> Iterator[str]:
        yield f"# The packs and rules of {self._name}. The rules of postlint itself run besides."
        yield "[styles]"
        yield f"paths = {_array(self._paths())}"
        yield f"use = {_array(self._use())}"
        vocabularies = _listed(self._core.get("Vocab") or self._core.get("Vocabularies"))
        if vocabularies:
            yield f"vocabularies = {_array(vocabularies)}"
        least = _LEVELS.get(self._core.get("MinAlertLevel", "suggestion"), "info")
        if least != "info":
            yield f'min-level = "{least}"'
        rules = dict(self._of_everywhere())
        if rules:
            yield "\n[rules]"
            yield from (f"{_key(name)} = {json.dumps(level)}" for name, level in rules.items())
        for globs, rows in self._tables():
            inline = ", ".join(f"{_key(name)} = {json.dumps(one)}" for name, one in rows.items())
            yield "\n[[content]]"
            yield f"files = {_array(globs)}"
            yield f"rules = {{ {inline} }}"

    def _tables(self) -> Iterator[_Section]:
        """What some posts are checked with.

        To Vale the last section that matches a post and has BasedOnStyles decides on its packs, and
        what all sections say of single rules adds up. So all packs stand before all rules.
        """
        everywhere = _based_on(self._everywhere)
        decided: set[str] = set()
        for globs, keys in self._sections:
            if "BasedOnStyles" in keys:
                here = _based_on(keys)
                decided |= set(here) ^ set(everywhere)
                rows = {one: _on_or_off(one in here) for one in self._packs() if one in decided}
                if rows:
                    yield globs, rows
        again = dict(self._known(dict(self._rules(self._everywhere))))
        again = {rule: one for rule, one in again.items() if rule.partition(".")[0] in decided}
        if again:
            yield ["**"], again
        for globs, keys in self._sections:
            rows = dict(self._known(dict(self._rules(keys))))
            if rows:
                yield globs, rows

    def _paths(self) -> list[str]:
        path = self._core.get("StylesPath") or "styles"
        normal = os.path.normpath(path).replace(os.sep, "/")
        if PurePath(path).is_absolute() or normal.split("/")[0] == "..":
            self._left_out.append(
                f"StylesPath = {path}: leads out of this folder; copy the packs to styles/"
            )
            return ["styles"]
        return [normal]

    def _packs(self) -> list[str]:
        """All packs that some section is based on."""
        lists = [self._everywhere, *(keys for _, keys in self._sections)]
        return list(dict.fromkeys(one for keys in lists for one in _based_on(keys)))

    def _use(self) -> list[str]:
        """The packs, and the rules that are switched on alone."""
        packs = self._packs()
        lists = [self._everywhere, *(keys for _, keys in self._sections)]
        single = [
            rule
            for keys in lists
            for rule, answer in self._rules(keys)
            if answer != "off" and rule.partition(".")[0] not in packs and "." in rule
        ]
        return [*packs, *dict.fromkeys(single)]

    def _of_everywhere(self) -> Iterator[tuple[str, str]]:
        """What holds for all posts, as far as it is not so by `use` alone."""
        based_on, used = _based_on(self._everywhere), self._use()
        answers = dict(self._rules(self._everywhere))
        yield from ((pack, "off") for pack in self._packs() if pack not in based_on)
        for rule in used:
            if "." in rule and answers.get(rule, "off") in ("on", "off"):
                answers.pop(rule, None)
                if rule not in dict(self._rules(self._everywhere)):
                    yield rule, "off"
        yield from self._known(answers)

    def _known(self, answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Answers about rules of the packs in use; the others are left out."""
        used = self._use()
        for rule, answer in answers.items():
            if rule in used or rule.partition(".")[0] in used:
                yield rule, answer
            elif answer != "off":
                self._left_out.append(f"{rule} = {answer}: is no rule of a pack")

    def _rules(self, keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        return ((key, _ANSWERS.get(value, "off")) for key, value in keys.items() if "." in key)

    def _section(self, section: str, keys: Mapping[str, str]) -> _Section | None:
        """The patterns of a section that posts can match, and its keys; None for no pattern."""
        if section == "formats":
            return None
        globs = list(self._globs(section))
        if not globs:
            return None
        self._tell_keys(section, keys)
        return globs, keys

    def _tell_keys(self, section: str, keys: Mapping[str, str]) -> None:
        for key, value in keys.items():
            if key != "BasedOnStyles" and "." not in key:
                self._leave_out(key, value, section)

    def _globs(self, section: str) -> Iterator[str]:
        """The patterns of a section that posts can match, as .gitignore writes them."""
        unread: list[str] = []
        try:
            expanded = expanded_globs(section)
        except ValueError as error:
            self._left_out.append(f"[{section}]: the whole section: {error}")
            return
        for glob in expanded:
            ending = _ending(glob)
            if ending and ending not in _POSTS:
                unread.append(ending)
            else:
                yield from as_gitignore(glob)
                for other in self._formats.get(ending, ()):
                    yield from as_gitignore(glob.removesuffix(ending) + other)
        if unread:
            only = "" if len(unread) == len(expanded) else f" .{', .'.join(dict.fromkeys(unread))}:"
            self._left_out.append(f"[{section}]:{only} {_READ}")

    def _read_formats(self, formats: Mapping[str, str]) -> dict[str, list[str]]:
        """The endings that are read as another one, by that."""
        endings: dict[str, list[str]] = {}
        for key, value in formats.items():
            if key in _POSTS:
                endings.setdefault(value, []).append(key)
            else:
                self._left_out.append(f"[formats] {key} = {value}: {_READ}")
        return endings

    def _leave_out(self, key: str, value: str, section: str = "") -> None:
        where = f"[{section}] " if section else ""
        short = value if len(value) <= 40 else f"{value[:37]}..."
        reason = _REASONS.get(key, "there is nothing like it")
        told = f"{key} = {short}" if value or key in _REASONS else key
        self._left_out.append(f"{where}{told}: {reason}")

    @staticmethod
    def _is_all(globs: Iterable[str]) -> bool:
        """Whether patterns hold for every post, as far as an author cares."""
        return any(glob in ("*", "**", "*.md", "**/*.md") for glob in globs)


def _based_on(keys: Mapping[str, str]) -> list[str]:
    return _listed(keys.get("BasedOnStyles"))


def _listed(value: str | None) -> list[str]:
    return list(dict.fromkeys(one.strip() for one in (value or "").split(",") if one.strip()))


def _ending(glob: str) -> str:
    name = glob.rpartition("/")[2]
    ending = name.rpartition(".")[2] if "." in name else ""
    return "" if "*" in ending or "?" in ending else ending.lower()


def _on_or_off(is_on: bool) -> str:
    return "on" if is_on else "off"


def _array(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else json.dumps(name, ensure_ascii=False)
