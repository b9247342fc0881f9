"""The formats by name; each is a module with `render`, imported when it is asked for."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from postlint.model.report import Report
from postlint.report.page import Page

Reporter = Callable[[Report, Page], str]
"""A pure function from what was found, and what it will be printed on, to the output."""

FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "postlint.report.text",
        "concise": "postlint.report.concise",
        "statistics": "postlint.report.statistics",
        "json": "postlint.report.json_format",
        "jsonl": "postlint.report.jsonl",
        "github": "postlint.report.github",
        "gitlab": "postlint.report.gitlab",
        "sarif": "postlint.report.sarif",
        "junit": "postlint.report.junit",
        "checkstyle": "postlint.report.checkstyle",
        "rdjson": "postlint.report.rdjson",
        "rdjsonl": "postlint.report.rdjsonl",
        "html": "postlint.report.html_page",
        "markdown": "postlint.report.markdown",
    }
)

FROM_ROOT: Final = frozenset({"github", "gitlab", "sarif"})
"""The formats whose readers look for paths from the root of the repository."""


def reporter(name: str) -> Reporter:
    """The reporter of a format in `FORMATS`. Raises KeyError for any other name."""
    render: Reporter = import_module(FORMATS[name]).render
    return render
