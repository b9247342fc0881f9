"""All files of a run: each checked, and a few once more with what the others say of them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from postlint.config.resolve import Resolver
from postlint.content.discover import Found
from postlint.content.neighbours import ALONE, Neighbours
from postlint.content.site_links import NO_SITE_LINKS, SiteLinks
from postlint.content.source import read_bytes
from postlint.content.vocabulary import NO_SITE
from postlint.engine.check import check_safely, check_unreadable
from postlint.engine.checked import Checked
from postlint.engine.site_links import missing_links
from postlint.engine.site_words import second_looks

ResolverFor = Callable[[Path], Resolver]
"""Answers for the folder of a file."""
Advance = Callable[[int], object]
"""Called with the number of files just done."""
Read = Callable[[Path], bytes]
"""Gives the bytes of a post. Raises OSError."""
Reader = Callable[[Found, ResolverFor, Advance], list[Checked]]


def run(
    found: Found,
    resolver_for: ResolverFor,
    advance: Advance = lambda _: None,
    read: Read = read_bytes,
) -> list[Checked]:
    """Check what was found; the results are in its order.

    Each file is checked by itself. What all of them say of their words, and the disk of their
    links, makes a difference for a few, which are checked once more: so the results depend neither
    on the order of the files nor on who checks them.

    The paths are named as they were found, which is as they are shown. A file that cannot be read
    is a finding like any other. Raises ConfigError, SchemaError and LexiconError.
    """
    results = check_each(found, resolver_for, advance, read)
    words, links = second_looks(results), _missing_links(results, resolver_for)
    for index in sorted({*words, *links}):
        path = found.files[index - len(found.unreadable)]
        neighbours = Neighbours(words.get(index, NO_SITE), links.get(index, NO_SITE_LINKS))
        results[index] = _check_file(path, resolver_for, read, neighbours)
    return results


def run_alone(path: Path, data: bytes, resolver_for: ResolverFor) -> Checked:
    """Check one post that is given as its bytes, with what the disk says of its links.

    Raises ConfigError, SchemaError and LexiconError.
    """
    resolver = resolver_for(path.parent)
    result = check_safely(path.as_posix(), data, resolver)
    links = _missing_links([result], resolver_for).get(0)
    return check_safely(result.path, data, resolver, Neighbours(links=links)) if links else result


def check_each(
    found: Found,
    resolver_for: ResolverFor,
    advance: Advance = lambda _: None,
    read: Read = read_bytes,
) -> list[Checked]:
    """Check each file by itself; first come those that could not be had."""
    results: list[Checked] = []
    for missed in found.unreadable:
        resolver = resolver_for(missed.path.parent)
        results.append(check_unreadable(missed.path.as_posix(), missed.reason, resolver))
        advance(1)
    for path in found.files:
        results.append(_check_file(path, resolver_for, read))
        advance(1)
    return results


def _missing_links(
    results: Sequence[Checked], resolver_for: ResolverFor
) -> Mapping[int, SiteLinks]:
    def root_of(folder: Path) -> tuple[Path, bool]:
        config = resolver_for(folder).config
        return config.root, config.path is not None

    return missing_links(results, root_of)


def _check_file(
    path: Path, resolver_for: ResolverFor, read: Read, neighbours: Neighbours = ALONE
) -> Checked:
    resolver = resolver_for(path.parent)
    try:
        data = read(path)
    except OSError as error:
        return check_unreadable(path.as_posix(), error.strerror or str(error), resolver)
    return check_safely(path.as_posix(), data, resolver, neighbours)
