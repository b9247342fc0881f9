"""`postlint words prune PATH...`: which words on the list of the house nothing uses."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.exit_code import EXIT_FINDINGS
from postlint.cli.output import write
from postlint.model.errors import UsageError
from postlint.model.paths import shown
from postlint.report.page import page_of

if TYPE_CHECKING:
    from postlint.config.word_file import Entry
    from postlint.language.lexicon import Lexicon


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="All posts of the site: files, folders or globs."),
    ] = None,
    do_write: Annotated[
        bool, typer.Option("--write", help="Remove them from the word files.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    """List accepted words that no post uses or that the lexicon has; exit with 1 if any remain."""
    from postlint.cli.word_list import word_list
    from postlint.config.load import load_config, word_sources
    from postlint.language.lexicon import lexicon_for

    path = word_list(config).config
    if not path.exists():
        write("no configuration here accepts words\n")
        return
    lexicon = lexicon_for(load_config(path).language)
    sources = word_sources(path)
    lists = [(path, sources.accept), *((file, _entries(file)) for file in sources.files)]
    idle = tuple(_idle(lists, _words_of_posts(paths, config), lexicon))
    page = page_of(sys.stdout or io.StringIO(), "never", os.environ)
    for one in idle:
        place = f"{page.spell_path(shown(one.path))}:{one.entry.line}"
        write(f'{place}: "{page.spell(one.entry.text)}" {one.reason}\n')
    removed = [one for one in idle if do_write and one.path in sources.files]
    for file in dict.fromkeys(one.path for one in removed):
        _remove(file, {one.entry.line for one in removed if one.path == file})
    _sum_up(idle, removed, sum(len(entries) for _, entries in lists))
    if len(removed) < len(idle):
        raise typer.Exit(EXIT_FINDINGS)


@dataclass(frozen=True, slots=True)
class _Idle:
    """An accepted word that nothing uses."""

    path: Path
    entry: "Entry"
    reason: str


def _entries(file: Path) -> "tuple[Entry, ...]":
    from postlint.config.source import read_source
    from postlint.config.word_file import entries

    return tuple(entries(read_source(file).text))


def _words_of_posts(paths: list[str] | None, config: Path | None) -> frozenset[str]:
    """Every word of the posts. Raises UsageError where they cannot all be had."""
    from postlint.config.site import Site
    from postlint.engine.unused_words import words_in

    found = Site(only=config).find(paths or ["."])
    if not found.files:
        raise UsageError("no posts here: nothing tells which words are used")
    for missed in found.unreadable:
        raise UsageError(f"{shown(missed.path)}: cannot be read: {missed.reason}")
    try:
        return words_in(found.files)
    except OSError as error:
        raise UsageError(f"{error.filename}: cannot be read: {error.strerror}") from None


def _idle(
    lists: "Iterable[tuple[Path, tuple[Entry, ...]]]",
    words: frozenset[str],
    lexicon: "Lexicon | None",
) -> Iterator[_Idle]:
    from postlint.engine.unused_words import unused

    for path, entries in lists:
        for entry, reason in unused(entries, words, lexicon):
            yield _Idle(path, entry, reason)


def _remove(file: Path, lines: set[int]) -> None:
    from postlint.cli.save import save
    from postlint.config.source import read_source
    from postlint.config.word_file import without_lines

    source = read_source(file)
    save(file, source.encode(without_lines(source.text, lines)))


def _sum_up(idle: tuple[_Idle, ...], removed: list[_Idle], total: int) -> None:
    counted = f"{len(idle)} of {total} words {'is' if len(idle) == 1 else 'are'} not needed"
    if not idle:
        write(f"every word is needed: {total}\n" if total else "no words are accepted\n")
    elif len(removed) == len(idle):
        write(f"{counted}; removed\n")
    elif removed:
        write(f"{counted}; {len(removed)} removed, the others stand in the configuration\n")
    else:
        write(f"{counted}; --write removes them from the word files\n")
