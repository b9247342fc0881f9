"""Find and read the style packs that a configuration uses: folders of rules, and vocabularies."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import Final

from postlint.content.near import did_you_mean
from postlint.model.errors import ConfigError
from postlint.model.finding import Severity
from postlint.model.paths import shown
from postlint.styles.built_in import VALE, built_in_rules
from postlint.styles.definition import Definition, Skipped, Styles, Vocabulary
from postlint.styles.keys import TITLE_STYLES
from postlint.styles.rule_file import read_rule, read_text
from postlint.styles.scope import NAMES, parse_scope
from postlint.styles.written import Written

_ENDINGS: Final = (".yml", ".yaml")
_DICTIONARIES: Final = ("dictionaries", "dicpath", "aff", "dic")
_IGNORED: Final = "config/ignore"
"""Where lists of right words lie below a folder of packs."""
_MOST_FILES: Final = 10_000
_VOCABULARIES: Final = ("config/vocabularies", "Vocab", "vocab")
"""Where vocabularies lie below a folder of packs: as in Vale 3, as in Vale 2."""


class MissingError(Exception):
    """A pack, a rule or a vocabulary that is not there."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name: Final = name
        """As it was asked for."""


def read_styles(
    folders: Sequence[Path],
    use: Sequence[str],
    vocabularies: Sequence[str] = (),
    least: Severity = Severity.INFO,
    root: Path | None = None,
) -> Styles:
    """Read packs, `Google`, or single rules of them, `Google.Passive`.

    Nothing outside of `root` is read. Raises ConfigError, and MissingError for a pack or vocabulary
    that is not there.
    """
    vocabulary = _read_vocabularies(folders, vocabularies, root)
    rules: dict[str, Definition] = {}
    skipped: list[Skipped] = []
    notes: list[str] = []
    for wanted in use:
        files = list(_files(folders, wanted, root))
        if not files and wanted.partition(".")[0] != VALE:
            notes.append(f'the pack "{wanted}" in {_shown(folders)} has no rules: no .yml files')
        for name, path in files:
            if name in rules or any(name == one.name for one in skipped):
                continue
            found = read_rule(name, path)
            notes += found.notes
            if isinstance(found.rule, Skipped):
                skipped.append(found.rule)
            else:
                rules[name] = found.rule
                notes += _notes(found.rule, folders)
        if wanted.partition(".")[0] == VALE:
            lists = (file.name for folder in folders for file in _files_of(folder / _IGNORED))
            rules |= _built_in(wanted, vocabulary, sorted(lists))
    return Styles(rules, tuple(skipped), vocabulary, least, tuple(folders), tuple(notes))


def _built_in(wanted: str, vocabulary: Vocabulary, ignored: Sequence[str]) -> dict[str, Definition]:
    """Vale's own rules, of the pack that has no files; `ignored` are lists of right words."""
    made = built_in_rules(vocabulary.accept, vocabulary.reject, ignored)
    if wanted == VALE:
        return made
    return {wanted: made[wanted]} if wanted in made else {}


def _files(folders: Sequence[Path], wanted: str, root: Path | None) -> Iterator[tuple[str, Path]]:
    """The names and files of the rules that are wanted, sorted. Raises MissingError."""
    pack, _, rule = wanted.partition(".")
    found = False
    rules: set[str] = set()
    for folder in folders:
        base = folder / pack
        if not base.is_dir():
            continue
        found = True
        for path in _rule_files(base):
            relative = path.relative_to(base).with_suffix("")
            name = ".".join((pack, *relative.parts))
            rules.add(name)
            if not rule or name == wanted:
                _refuse_outside(path, root)
                yield name, path
    if rule and found and wanted not in rules and pack != VALE:
        raise MissingError(wanted, f'no rule "{wanted}"{did_you_mean(wanted, rules)}')
    if not found and pack != VALE:
        known = {path.name for folder in folders for path in _folders_of(folder)}
        places = ", ".join(shown(folder) for folder in folders) or "styles.paths, which is empty"
        raise MissingError(wanted, f'no pack "{pack}" in {places}{did_you_mean(pack, known)}')


def _rule_files(base: Path) -> list[Path]:
    """The rules below a folder; what begins with a dot or an underscore is put aside."""
    found: list[Path] = []
    for folder, names, files in os.walk(base):
        names[:] = sorted(name for name in names if name[0] not in "._")
        found += (
            Path(folder, name)
            for name in sorted(files)
            if name.endswith(_ENDINGS)
            and not name.rpartition(".")[0].endswith((".test", "_test"))
            and Path(folder, name).is_file()  # a pipe would be waited for
        )
        if len(found) > _MOST_FILES:
            raise ConfigError(f"{shown(base)}: has more than {_MOST_FILES:,} rules; name a pack")
    return found


def _folders_of(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []


def _files_of(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []


def _refuse_outside(path: Path, root: Path | None) -> None:
    if root is not None and not path.resolve().is_relative_to(root.resolve()):
        raise ConfigError(f"{shown(path)}: leads out of {shown(root)}; copy the pack into it")


def _notes(rule: Definition, folders: Sequence[Path]) -> Iterator[str]:
    """What of a rule has no effect here."""
    yield from _scope_notes(rule)
    style = rule.text("style")
    if rule.text("match").text == "$title" and style.text not in ("", *TITLE_STYLES):
        expected = " or ".join(TITLE_STYLES)
        yield f'{style.place}: style "{style.text}" has no effect, expected {expected}; it is AP'
    params = rule.action.params
    if rule.action.name == "suggest" and params[:1] != ("spellings",):
        yield f"{rule.place}: action suggest has no effect: {', '.join(params)} is a program"
    if rule.extends != "spelling":
        return
    if any(key in rule.values for key in _DICTIONARIES):
        yield f"{rule.place}: its dictionaries have no effect: words are looked up in the lexicon"
    for one in rule.texts("ignore"):
        if not lists_of_words(one.text, folders):
            yield f'{one.place}: no list of words "{one.text}" below {_shown(folders)}'


def _shown(folders: Sequence[Path]) -> str:
    return ", ".join(shown(folder) for folder in folders)


def lists_of_words(name: str, folders: Sequence[Path]) -> list[Path]:
    """The files of a list that a spelling rule leaves alone, beside the packs or where Vale has
    such lists."""
    if PurePath(name).is_absolute() or ".." in PurePath(name).parts:
        return []
    places = (folder / home / name for folder in folders for home in ("", _IGNORED))
    return [path for path in places if path.is_file()]


def _scope_notes(rule: Definition) -> Iterator[str]:
    for text in rule.scope:
        try:
            terms = parse_scope(text).terms
        except ValueError as error:
            raise ConfigError(f"{rule.place}: scope: {error}") from None
        for section in {min(term.sections & set(NAMES), default="") for term in terms}:
            if not section:
                guess = did_you_mean(text, NAMES)
                yield f'{rule.place}: the rule is idle: no post has the scope "{text}"{guess}'


def _read_vocabularies(
    folders: Sequence[Path], names: Sequence[str], root: Path | None
) -> Vocabulary:
    accept: list[Written] = []
    reject: list[Written] = []
    for name in names:
        place = _vocabulary(folders, name)
        for file, words in (("accept.txt", accept), ("reject.txt", reject)):
            path = place / file
            if path.is_file():
                _refuse_outside(path, root)
                words.extend(words_of_list(path))
    return Vocabulary(tuple(accept), tuple(reject))


def _vocabulary(folders: Sequence[Path], name: str) -> Path:
    """The folder of a vocabulary. Raises MissingError."""
    homes = [folder / home for folder in folders for home in _VOCABULARIES]
    for home in homes:
        if (home / name).is_dir():
            return home / name
    known = {path.name for home in homes for path in _folders_of(home)}
    places = ", ".join(shown(folder / _VOCABULARIES[0]) for folder in folders)
    raise MissingError(name, f'no vocabulary "{name}" in {places}{did_you_mean(name, known)}')


def words_of_list(path: Path) -> list[Written]:
    """The lines of a list that are no comments. Raises ConfigError."""
    place = shown(path)
    lines = enumerate(read_text(path).split("\n"), 1)
    return [
        Written(line.strip(), f"{place}:{number}")
        for number, line in lines
        if line.strip() and not line.startswith("# ")
    ]
