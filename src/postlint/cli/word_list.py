"""The word list of a house on disk: found, made where there is none, and written to."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postlint.cli.save import save
from postlint.model.errors import UsageError
from postlint.model.paths import shown
from postlint.report.page import Page

if TYPE_CHECKING:
    from postlint.config.word_file import Entry

_CONFIG: Final = "postlint.toml"
_LIST: Final = "words.txt"


@dataclass(frozen=True, slots=True)
class WordList:
    """Where the words that are accepted from now on go."""

    config: Path
    """The configuration; it may not be there yet."""
    file: Path
    """The word file; it may not be there yet."""
    accept: "tuple[Entry, ...]" = field(default=(), compare=False)
    """The list in the configuration itself."""

    @property
    def name(self) -> str:
        """The word file as it is printed."""
        return Page().spell(shown(self.file))


def word_list(config: Path | None) -> WordList:
    """The first word file of a configuration, by default of the one that holds here.

    Raises ConfigError and UsageError.
    """
    return _list_of(_config_for(Path(), config))


def word_lists(posts: Iterable[str], config: Path | None) -> dict[str, WordList]:
    """For each of some posts the word list of its configuration, as `word_list` finds it."""
    folders = {post: Path(post).parent for post in posts}
    configs = {folder: _config_for(folder, config) for folder in dict.fromkeys(folders.values())}
    lists = {path: _list_of(path) for path in dict.fromkeys(configs.values())}
    return {post: lists[configs[folder]] for post, folder in folders.items()}


def _config_for(folder: Path, config: Path | None) -> Path:
    """The configuration that holds for a folder; it may not be there yet."""
    from postlint.cli.options import config_file
    from postlint.config.find import find_config
    from postlint.config.site import repository_root

    folder = folder.absolute()
    found = config_file(config, no_config=False) or find_config(folder)
    return found or repository_root(folder) / _CONFIG


def _list_of(config: Path) -> WordList:
    from postlint.config.load import word_sources

    if not os.path.lexists(config):
        return WordList(config, config.parent / _LIST)
    sources = word_sources(config)
    file = sources.files[0] if sources.files else config.parent / _LIST
    return WordList(config, file, sources.accept)


def refuse_unchangeable(lists: Iterable[WordList]) -> None:
    """Raise UsageError where a configuration cannot be made to name its word file."""
    for words in dict.fromkeys(lists):
        _naming(words)


def add_words(words: WordList, entries: Iterable[str]) -> tuple[str, ...]:
    """Write entries into a word list; those that it lacked. Raises ConfigError and UsageError."""
    from postlint.config.source import read_source
    from postlint.config.word_file import with_words, words_of, words_of_file
    from postlint.content.source import Source
    from postlint.content.vocabulary import HouseWords

    source = Source("")
    known = {word for entry in words.accept for word in words_of(entry.text)}
    if words.file.exists():
        source = read_source(words.file)
        known.update(words_of_file(words.file))
    accepts = HouseWords(frozenset(known)).accepts
    added = tuple(
        entry for entry in dict.fromkeys(entries) if not all(map(accepts, words_of(entry)))
    )
    if not (added or words.file.exists()):
        return ()
    naming = _naming(words)  # before anything is written, for it may be refused
    if added:
        save(words.file, source.encode(with_words(source.text, added)))
    if naming is not None:
        save(words.config, naming)
    return added


def _naming(words: WordList) -> bytes | None:
    """The configuration that names the word file, where it does not yet. Raises UsageError."""
    from postlint.config.edit import with_word_file
    from postlint.config.load import table_of, word_sources
    from postlint.config.source import read_source
    from postlint.content.source import Source

    is_there = words.config.exists()
    if is_there and word_sources(words.config).files:
        return None
    source = read_source(words.config) if is_there else Source("")
    table = table_of(words.config)
    try:
        return source.encode(with_word_file(source.text, table, words.file.name))
    except ValueError as error:
        raise UsageError(f"{shown(words.config)}: cannot be changed safely; {error}") from None
