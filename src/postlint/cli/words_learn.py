"""`postlint words learn PATH...`: which words a site uses that no lexicon has."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.output import write
from postlint.report.page import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postlint.cli.word_list import WordList
    from postlint.engine.checked import Checked
    from postlint.engine.site_words import SiteUse


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders or globs.")
    ] = None,
    posts: Annotated[int, typer.Option(min=1, help="Only words that stand in so many posts.")] = 3,
    do_write: Annotated[
        bool, typer.Option("--write", help="Add them to the list of the house.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    """List the words that no lexicon has, those in most posts first.

    What the rules take for a slip is left out: `postlint words review` asks about it.
    """
    from postlint.cli.options import config_file
    from postlint.cli.posts import read_posts
    from postlint.cli.tell import tell, tell_missing_lexicons
    from postlint.config.site import Site
    from postlint.engine.run import check_each
    from postlint.engine.site_words import words_to_learn
    from postlint.rules.spelling import SPELLING_RULES

    site = Site(only=config_file(config, no_config=False), select=tuple(SPELLING_RULES))
    results = read_posts(paths or (), site, check_each)
    if code := tell(results):
        raise typer.Exit(code)
    is_unread = tell_missing_lexicons(results, site)
    words = words_to_learn(results, posts)
    write("".join(f"{line}\n" for line in _table(words)))
    if words:
        _learn(_by_list(words, results, config), len(words), do_write=do_write)
    elif not is_unread:
        write(f"no unknown word stands in {posts} posts or more\n")


def _by_list(
    words: "Sequence[SiteUse]", results: "Sequence[Checked]", config: Path | None
) -> "dict[WordList, list[str]]":
    """For each word list those of some words, as written, that its own posts use."""
    from postlint.cli.word_list import word_lists

    lists = word_lists([result.path for result in results], config)
    used: dict[WordList, set[str]] = {}
    for result in results:
        used.setdefault(lists[result.path], set()).update(one.word for one in result.facts.words)
    shares = {
        house: [word.written for word in words if word.word in unknown]
        for house, unknown in used.items()
    }
    return {house: share for house, share in shares.items() if share}


def _learn(shares: "dict[WordList, list[str]]", count: int, *, do_write: bool) -> None:
    from postlint.cli.word_list import add_words, refuse_unchangeable

    if not do_write:
        names = ", ".join(house.name for house in shares)
        write(f"{count} {'word' if count == 1 else 'words'}; --write adds them to {names}\n")
        return
    refuse_unchangeable(shares)
    for house, share in shares.items():
        write(f"{house.name}: {len(add_words(house, share))} added\n")


def _table(words: "Sequence[SiteUse]") -> "Iterator[str]":
    if not words:
        return
    page = page_of(sys.stdout or io.StringIO(), "never", os.environ)
    width = max(len(word.written) for word in words)
    yield f"posts  times  {'word':{width}}  first seen"
    for word in words:
        place = f"{page.spell(word.path)}:{word.start.line}:{word.start.column}"
        yield f"{word.posts:5}  {word.times:5}  {word.written:{width}}  {place}"
