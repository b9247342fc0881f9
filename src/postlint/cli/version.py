"""`postlint --version`."""

from postlint import __version__
from postlint.cli.output import write


def write_version() -> None:
    """Print the version."""
    write(f"postlint {__version__}\n")
