"""Which of a house's words nothing uses any more."""

from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from postlint.config.word_file import Entry, words_of
from postlint.content.document import parse
from postlint.content.source import decode, read_bytes
from postlint.language.lexicon import Knows, Lexicon
from postlint.language.tokens import all_words, bare


def words_in(paths: Iterable[Path]) -> frozenset[str]:
    """Every word of some files, as written: of their prose, code, links, front matter.

    A word of the prose counts as readers see it, too: markup inside it does not split it. Raises
    OSError with the file that cannot be read.
    """
    words: set[str] = set()
    for path in paths:
        source = decode(read_bytes(path))
        words.update(all_words(source.text))
        words.update(parse(path.as_posix(), source).prose.words)
    return frozenset(map(bare, words))


def unused(
    entries: Iterable[Entry], words: Set[str], lexicon: Lexicon | None
) -> Iterator[tuple[Entry, str]]:
    """The entries that change nothing for posts with these words, and why. Raises ValueError.

    A name that is in the lexicon is kept while a post uses it: that the house accepts it tells
    the spelling rules what is meant by others that are near.
    """
    small = {word.lower() for word in words}
    for entry in entries:
        parts = words_of(entry.text)
        if not any(part in words or part.upper() in words or part in small for part in parts):
            yield entry, "stands in no post"
        elif lexicon and all(_is_in_dictionaries(part, lexicon) for part in parts):
            yield entry, "is in the lexicon anyway"


def _is_in_dictionaries(word: str, lexicon: Lexicon) -> bool:
    found = lexicon.entry(word)
    if found is None or found.knows & Knows.MISSPELLING:
        return False
    return bool(found.knows & (Knows.DICTIONARY | Knows.JARGON))
