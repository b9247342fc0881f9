"""The only reader of configuration files: postlint.toml, and `tool.postlint` in pyproject.toml."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NoReturn, get_args, get_origin

from postlint.config.find import passed_over
from postlint.config.schema import LOCALE, config_schema
from postlint.config.settings import Config, ContentEntry, RuleSetting
from postlint.config.source import read_source, refuse_faulty
from postlint.config.term_file import SUFFIXES, rows_of_csv
from postlint.config.term_row import BAN_FIELDS, FIELDS, rows_from
from postlint.config.word_file import Entry, words_of, words_of_file
from postlint.content.data.toml_tree import read_toml
from postlint.content.data.tree import Path as KeyPath
from postlint.content.data.tree import Tree
from postlint.content.ignore import is_pattern
from postlint.content.language import ENGLISH, Language
from postlint.content.lines import Lines
from postlint.content.near import did_you_mean
from postlint.content.source import MAX_BYTES
from postlint.content.vocabulary import HouseWords
from postlint.language.terms.conflicts import contradiction, contradictions
from postlint.language.terms.row import Row
from postlint.language.terms.terms import Terms
from postlint.model.errors import ConfigError
from postlint.model.finding import Severity
from postlint.model.paths import shown
from postlint.rules.base import AnyRule
from postlint.rules.registry import BY_NAME, GROUPS, PRESETS, options_of
from postlint.schema.find import find_schema
from postlint.styles.definition import GROUP, Styles


@dataclass(frozen=True, slots=True)
class WordSources:
    """Where the words of a house stand."""

    accept: tuple[Entry, ...]
    """The list in the configuration itself."""
    files: tuple[Path, ...]
    """The word files it names, whether or not they are there."""


def load_config(path: Path) -> Config:
    """Read a configuration file. Raises ConfigError: one line with file, line and what to do."""
    return _read(path).config(table_of(path))


def word_sources(path: Path) -> WordSources:
    """Where the words that a configuration accepts stand. Raises ConfigError."""
    return _read(path).word_sources((*table_of(path), "words"))


def term_rows(path: Path) -> tuple[Row, ...]:
    """The rows of the terms of a configuration, contradictions among them too.

    Raises ConfigError.
    """
    return tuple(_read(path).term_rows((*table_of(path), "terms")))


def table_of(path: Path) -> tuple[str, ...]:
    """The table of a configuration file that is ours; () where all of it is."""
    return ("tool", "postlint") if path.name == "pyproject.toml" else ()


def _read(path: Path) -> "_Reader":
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises where it may not look
        raise ConfigError(f"{shown(path)}: is no file that can be read; mend or remove it")
    text = read_source(path).text
    tree = read_toml(text)
    refuse_faulty(path, text, tree.faults)
    return _Reader(path, text, tree)


def rule_names(names: Sequence[str], styles: Styles) -> tuple[str, ...]:
    """Check names given to `select` and `ignore`. Raises ValueError with a did-you-mean."""
    known = (*BY_NAME, *GROUPS, GROUP, "all", *styles.packs, *sorted(styles.names))
    for name in names:
        if name not in known:
            raise ValueError(f'unknown rule "{name}"{did_you_mean(name, known)}')
    return tuple(names)


def _without_contradictions(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows. Raises ConfigError where two say different things of the same word."""
    kept = tuple(rows)
    for first, second in contradictions(kept):
        raise ConfigError(f"{second.place}: {contradiction(first, second)}; keep one of them")
    return kept


class _Reader:
    """Reads typed values out of one parsed file; every complaint names file and line."""

    def __init__(self, path: Path, text: str, tree: Tree) -> None:
        self._path = path
        self._files = [path, *passed_over(path)]
        self._name = shown(path)
        self._tree = tree
        self._lines = Lines(text)
        vocabulary = config_schema()
        self._keys = tuple(vocabulary["properties"])
        self._content_keys = tuple(vocabulary["properties"]["content"]["items"]["properties"])
        self._styles_keys = tuple(vocabulary["properties"]["styles"]["properties"])
        self._styles = Styles()
        self._words_keys = tuple(vocabulary["properties"]["words"]["properties"])
        self._levels = tuple(vocabulary["$defs"]["level"]["enum"])

    def config(self, base: KeyPath) -> Config:
        table = self._table(base, self._keys)
        self._styles = self._read_styles((*base, "styles"))
        defaults = Config(root=self._path.parent)
        return Config(
            root=self._path.parent,
            path=self._path,
            language=self._language(base),
            fail_on=Severity(self._choice((*base, "fail-on"), tuple(Severity)))
            if "fail-on" in table
            else defaults.fail_on,
            exclude=self._globs((*base, "exclude")),
            max_file_size=self._size((*base, "max-file-size")),
            baseline=self._file_inside((*base, "baseline"), self._text((*base, "baseline")))
            if "baseline" in table
            else None,
            presets=self._presets((*base, "presets")),
            select=self._rule_names((*base, "select")),
            ignore=self._rule_names((*base, "ignore")),
            content=self._entries((*base, "content")),
            rules=self._rules((*base, "rules")),
            words=HouseWords(frozenset(self._words((*base, "words")))),
            terms=Terms(_without_contradictions(self.term_rows((*base, "terms")))),
            ban=Terms(tuple(self._ban_rows((*base, "ban")))),
            styles=self._styles,
            files=tuple(self._files),  # the last, when all has been read
        )

    def _read_styles(self, at: KeyPath) -> Styles:
        """The packs that are in use; to read them is to import a reader of YAML."""
        if not self._table(at, self._styles_keys):
            return Styles()
        from postlint.styles.pack import MissingError, read_styles

        least = Severity.INFO
        if self._get((*at, "min-level")) is not None:
            least = Severity(self._choice((*at, "min-level"), tuple(Severity)))
        folders = [
            self._folder_inside((*at, "paths", index), name)
            for index, name in enumerate(self._texts((*at, "paths")))
        ]
        use, words = self._texts((*at, "use")), self._texts((*at, "vocabularies"))
        try:
            return read_styles(folders, use, words, least, self._path.parent)
        except MissingError as error:
            key, names = ("use", use) if error.name in use else ("vocabularies", words)
            self._fail((*at, key, names.index(error.name)), str(error))

    def _folder_inside(self, at: KeyPath, name: str) -> Path:
        path = self._file_inside(at, name)
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where it may not look
            self._fail(at, f"no folder {shown(path)}")
        return path

    def _language(self, base: KeyPath) -> Language:
        at = (*base, "locale")
        locale = ENGLISH.locale if self._get(at) is None else self._text(at)
        if not LOCALE.fullmatch(locale):
            self._fail(at, f"is {_shown(locale)}, expected a language such as en-GB or de")
        return Language(locale, self._lexicon((*base, "words", "lexicon")))

    def _lexicon(self, at: KeyPath) -> Path | None:
        name = self._get(at)
        if name is None:
            return None
        path = self._file_inside(at, self._text(at))
        if not os.path.isfile(path):  # noqa: PTH113
            self._fail(at, f"no file {shown(path)}; postlint words build makes one")
        return path

    def word_sources(self, at: KeyPath) -> WordSources:
        """What the table `at` says."""
        self._table(at, self._words_keys)
        names, accept = (*at, "files"), (*at, "accept")
        return WordSources(
            accept=tuple(
                self._word((*accept, index), text) for index, text in enumerate(self._texts(accept))
            ),
            files=tuple(
                self._file_inside((*names, index), name)
                for index, name in enumerate(self._texts(names))
            ),
        )

    def _word(self, at: KeyPath, text: str) -> Entry:
        try:
            words_of(text)
        except ValueError as error:
            self._fail(at, str(error))
        return Entry(text, self._line(at))

    def _file_inside(self, at: KeyPath, name: str) -> Path:
        path = self._path.parent / name
        try:
            is_inside = path.resolve().is_relative_to(self._path.parent.resolve())
        except (OSError, RuntimeError, ValueError):  # a link to itself, a NUL
            self._fail(at, f"{_shown(name)} is no path")
        if not is_inside:
            self._fail(at, f'"{name}" leads out of the folder of the configuration')
        return path

    def _words(self, at: KeyPath) -> Iterator[str]:
        sources = self.word_sources(at)
        for entry in sources.accept:
            yield from words_of(entry.text)
        for index, path in enumerate(sources.files):
            if not os.path.isfile(path):  # noqa: PTH113
                self._fail((*at, "files", index), f"no file {shown(path)}")
            self._files.append(path)
            yield from words_of_file(path)

    def term_rows(self, at: KeyPath) -> Iterator[Row]:
        """The rows of the table `at` and of the files that it names."""
        files = (*at, "files")
        has_files = isinstance(self._any_table(at).get("files"), list)  # else it is a term
        yield from self._rows_in(at, FIELDS, "right", but="files" if has_files else None)
        for index, name in enumerate(self._texts(files) if has_files else ()):
            yield from self._rows_of_file((*files, index), name)

    def _rows_of_file(self, at: KeyPath, name: str) -> Iterator[Row]:
        path = self._file_inside(at, name)
        if not os.path.isfile(path):  # noqa: PTH113
            self._fail(at, f"no file {shown(path)}")
        self._files.append(path)
        if path.suffix == ".toml":
            yield from _read(path)._rows_in((), FIELDS, "right")
        elif path.suffix in SUFFIXES:
            yield from rows_of_csv(path)
        else:
            self._fail(at, f"is {_shown(name)}, expected a {', '.join(SUFFIXES)} or .toml file")

    def _ban_rows(self, at: KeyPath) -> Iterator[Row]:
        if isinstance(self._get(at), list):
            for index, wrong in enumerate(self._texts(at)):
                yield from self._row((*at, index), wrong, {})
            return
        yield from self._rows_in(at, BAN_FIELDS, "note")

    def _rows_in(
        self, at: KeyPath, fields: Sequence[str], short: str, but: str | None = None
    ) -> Iterator[Row]:
        """The rows of a table; a text in it is short for a table with the field `short`."""
        for wrong, said in self._any_table(at).items():
            place = (*at, wrong)
            if wrong == but:
                continue
            if isinstance(said, dict):
                yield from self._row(place, wrong, self._table(place, fields))
            elif isinstance(said, str):
                yield from self._row(place, wrong, {short: said})
            else:
                self._fail(place, f"is {_shown(said)}, expected text or a table")

    def _row(self, at: KeyPath, wrong: str, said: Mapping[str, object]) -> Iterator[Row]:
        def fail(field: str | None, message: str) -> NoReturn:
            self._fail((*at, field) if field else at, message)

        return rows_from(wrong, said, f"{self._name}:{self._line(at)}", fail)

    def _entries(self, at: KeyPath) -> tuple[ContentEntry, ...]:
        value = self._get(at)
        if value is None:
            return ()
        if not isinstance(value, list):
            self._fail(at, "is one table, expected [[content]] with two brackets")
        return tuple(self._entry((*at, index)) for index in range(len(value)))

    def _entry(self, at: KeyPath) -> ContentEntry:
        self._table(at, self._content_keys)
        return ContentEntry(
            line=self._line(at),
            files=self._globs((*at, "files")) or ContentEntry(0).files,
            where=self._scalar_table((*at, "where")),
            schemas=tuple(self._schema((*at, "schema"), name) for name in self._schemas(at)),
            rules=self._rules_for_some((*at, "rules")),
        )

    def _rules_for_some(self, at: KeyPath) -> Mapping[str, RuleSetting]:
        """What holds for some posts: no options of a rule that looks at all of them at once."""
        rules = self._rules(at)
        for name, setting in rules.items():
            if name in BY_NAME and BY_NAME[name].meta.of_site and setting.options:
                message = f"{name} compares the posts of the site; its options belong in [rules]"
                self._fail((*at, name), message, at)
        return rules

    def _schemas(self, at: KeyPath) -> tuple[str, ...]:
        value = self._get((*at, "schema"))
        return (value,) if isinstance(value, str) else self._texts((*at, "schema"))

    def _schema(self, at: KeyPath, name: str) -> Path:
        try:
            self._files.append(self._path.parent / name)  # which may be a link to the schema
            return find_schema(name, folder=self._path.parent, root=self._path.parent)
        except ValueError as error:
            self._fail(at, str(error))

    def _rules(self, at: KeyPath) -> Mapping[str, RuleSetting]:
        styles = self._styles
        known = (*BY_NAME, *styles.packs, *sorted(styles.names))
        table = self._table(at, known, what="rule")
        rules: dict[str, RuleSetting] = {}
        for name, value in table.items():
            if name in BY_NAME:
                rules[name] = self._rule((*at, name), BY_NAME[name].load())
            elif name in styles.packs and isinstance(value, dict):  # Google.Passive without quotes
                inner = [one.removeprefix(f"{name}.") for one in styles.names]
                for rule in self._table((*at, name), inner, what="rule"):
                    rules[f"{name}.{rule}"] = self._level((*at, name, rule))
            else:
                rules[name] = self._level((*at, name))
        return rules

    def _rule(self, at: KeyPath, rule: type[AnyRule]) -> RuleSetting:
        value = self._get(at)
        if not isinstance(value, dict):
            return self._level(at)
        types = {name.replace("_", "-"): kind for name, kind in options_of(rule).items()}
        self._table(at, ("severity", *types), what="option")
        level = self._level((*at, "severity")) if "severity" in value else RuleSetting()
        options = {
            name.replace("-", "_"): self._option((*at, name), types[name])
            for name in value
            if name != "severity"
        }
        return RuleSetting(level.enabled is not False, level.severity, options)

    def _level(self, at: KeyPath) -> RuleSetting:
        level = self._choice(at, self._levels)
        if level in ("off", "on"):
            return RuleSetting(enabled=level == "on")
        return RuleSetting(enabled=True, severity=Severity(level))

    def _option(self, at: KeyPath, kind: Any) -> object:
        value = self._get(at)
        if get_origin(kind) is tuple and get_args(kind)[0] is str:
            return self._texts(at)
        if get_origin(kind) is Mapping:
            return self._text_table(at)
        if get_origin(kind) is Literal:
            return self._choice(at, get_args(kind))
        if type(value) is not kind:
            words = {bool: "true or false", int: "a whole number", str: "text", float: "a number"}
            self._fail(at, f"is {_shown(value)}, expected {words[kind]}")
        return value

    def _presets(self, at: KeyPath) -> tuple[str, ...]:
        return tuple(self._choice((*at, index), PRESETS) for index, _ in enumerate(self._texts(at)))

    def _rule_names(self, at: KeyPath) -> tuple[str, ...]:
        try:
            return rule_names(self._texts(at), self._styles)
        except ValueError as error:
            self._fail(at, str(error))

    def _table(self, at: KeyPath, known: Iterable[str], what: str = "key") -> dict[str, Any]:
        value = self._get(at)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self._fail(at, f"is {_shown(value)}, expected a table")
        known = tuple(known)
        for key in value:
            if what == "rule" and key in GROUPS:
                message = f'"{key}" is a group of rules; list it under ignore or select'
                self._fail((*at, key), message, at)
            if key not in known:
                self._fail((*at, key), f'unknown {what} "{key}"{did_you_mean(key, known)}', at)
        return value

    def _text_table(self, at: KeyPath) -> dict[str, str]:
        return {key: self._text((*at, key)) for key in self._any_table(at)}

    def _any_table(self, at: KeyPath) -> dict[str, Any]:
        table = self._get(at)
        if table is None:
            return {}
        if not isinstance(table, dict):
            self._fail(at, f"is {_shown(table)}, expected a table")
        return table

    def _scalar_table(self, at: KeyPath) -> dict[str, str | int | float | bool]:
        table = self._any_table(at)
        for key, value in table.items():
            if not isinstance(value, str | int | float):
                self._fail((*at, key), f"is {_shown(value)}, expected text, number or true/false")
        return table

    def _globs(self, at: KeyPath) -> tuple[str, ...]:
        globs = self._texts(at)
        for index, glob in enumerate(globs):
            if not is_pattern(glob):
                self._fail((*at, index), f'"{glob}" is not a pattern in .gitignore notation')
        return globs

    def _texts(self, at: KeyPath) -> tuple[str, ...]:
        value = self._get(at)
        if value is None:
            return ()
        if not isinstance(value, list):
            self._fail(at, f"is {_shown(value)}, expected a list of texts")
        return tuple(self._text((*at, index)) for index in range(len(value)))

    def _size(self, at: KeyPath) -> int:
        value = self._get(at)
        if value is None:
            return MAX_BYTES
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= MAX_BYTES:
            self._fail(at, f"is {_shown(value)}, expected a number of bytes up to {MAX_BYTES:,}")
        return value

    def _text(self, at: KeyPath) -> str:
        value = self._get(at)
        if not isinstance(value, str):
            self._fail(at, f"is {_shown(value)}, expected text")
        return value

    def _choice(self, at: KeyPath, choices: Sequence[str]) -> str:
        value = self._get(at)
        if value not in choices:
            guess = did_you_mean(str(value), choices)
            self._fail(at, f"is {_shown(value)}, expected {', '.join(choices)}{guess}")
        return str(value)

    def _get(self, at: KeyPath) -> Any:
        value: Any = self._tree.data
        for key in at:
            value = value.get(str(key)) if isinstance(value, dict) else value[key]
            if value is None:
                return None
        return value

    def _line(self, at: KeyPath) -> int:
        place = self._tree.place(at)
        return self._lines.position((place.key or place.value).start).line

    def _fail(self, at: KeyPath, message: str, about: KeyPath | None = None) -> NoReturn:
        """Stop with a message about a value, at its line; `about` is the table to name instead."""
        keys = at if about is None else about
        name = ".".join(str(key) for key in keys if isinstance(key, str))
        prefix = f"{name}: " if name else ""
        raise ConfigError(f"{self._name}:{self._line(at)}: {prefix}{message}")


def _shown(value: object) -> str:
    """A value as it stands in TOML: text in double quotes, true, [1, 2]; a table as "a table"."""
    return "a table" if isinstance(value, dict) else json.dumps(value, ensure_ascii=False)
