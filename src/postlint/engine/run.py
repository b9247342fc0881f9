"""All files of a run, one after the other: read, check, pass on."""

from collections.abc import Callable, Iterator
from pathlib import Path

from postlint.config.resolve import Resolver
from postlint.content.discover import Found
from postlint.content.source import read_bytes
from postlint.engine.check import Checked, check_safely, check_unreadable


def run(found: Found, resolver_for: Callable[[Path], Resolver]) -> Iterator[Checked]:
    """Check what was found, in its order; `resolver_for` answers for the folder of a file.

    The paths are named as they were found, which is as they are shown.

    A file that cannot be read is a finding like any other. Raises ConfigError and SchemaError.
    """
    for missed in found.unreadable:
        resolver = resolver_for(missed.path.parent)
        yield check_unreadable(missed.path.as_posix(), missed.reason, resolver)
    for path in found.files:
        resolver = resolver_for(path.parent)
        try:
            data = read_bytes(path)
        except OSError as error:
            yield check_unreadable(path.as_posix(), error.strerror or str(error), resolver)
        else:
            yield check_safely(path.as_posix(), data, resolver)
