"""The text of a file that the configuration is made of."""

from pathlib import Path

from postlint.content.lines import Lines
from postlint.content.source import Source, decode, read_bytes
from postlint.model.errors import ConfigError
from postlint.model.finding import Fault
from postlint.model.paths import shown


def read_source(path: Path) -> Source:
    """Read a file. Raises ConfigError where it cannot be read or is not UTF-8."""
    try:
        source = decode(read_bytes(path))
    except OSError as error:
        raise ConfigError(f"{shown(path)}: cannot be read: {error.strerror or error}") from None
    refuse_faulty(path, source.text, source.faults)
    return source


def refuse_faulty(path: Path, text: str, faults: tuple[Fault, ...]) -> None:
    """Raise ConfigError for the first of some faults, with its line."""
    for fault in faults:
        line = Lines(text).position(fault.problem.span.start).line
        raise ConfigError(f"{shown(path)}:{line}: {fault.problem.message}")
