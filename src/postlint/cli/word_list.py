"""The word list of a house on disk: found, made where there is none, and written to."""

from collections.abc import Iterable
from dataclasses import dataclass
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
    accept: "tuple[Entry, ...]" = ()
    """The list in the configuration itself."""

    @property
    def name(self) -> str:
        """The word file as it is printed."""
        return Page().spell(shown(self.file))


def word_list(config: Path | None) -> WordList:
    """The first word file of a configuration, by default of the one that holds here.

    Raises ConfigError and UsageError.
    """
    from postlint.cli.check import config_file
    from postlint.config.load import find_config, word_sources
    from postlint.config.site import repository_root

    here = Path.cwd()
    path = config_file(config, no_config=False) or find_config(here)
    if path is None:
        root = repository_root(here)
        return WordList(root / _CONFIG, root / _LIST)
    sources = word_sources(path)
    file = sources.files[0] if sources.files else path.parent / _LIST
    return WordList(path, file, sources.accept)


def add_words(words: WordList, entries: Iterable[str]) -> tuple[str, ...]:
    """Write entries into a word list; those that it lacked. Raises ConfigError and UsageError."""
    from postlint.config.load import word_sources
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
    if added:
        save(words.file, source.encode(with_words(source.text, added)))
    if not (words.config.exists() and word_sources(words.config).files):
        _name(words)
    return added


def _name(words: WordList) -> None:
    """Make the configuration name the word file."""
    from postlint.config.edit import with_word_file
    from postlint.config.load import table_of
    from postlint.config.source import read_source
    from postlint.content.source import Source

    source = read_source(words.config) if words.config.exists() else Source("")
    table = table_of(words.config)
    try:
        changed = with_word_file(source.text, table, words.file.name)
    except ValueError:
        header = ".".join((*table, "words"))
        line = f'files = ["{words.file.name}"]'
        raise UsageError(
            f"{shown(words.config)}: cannot be changed safely; put {line} into its table [{header}]"
        ) from None
    save(words.config, source.encode(changed))
