"""The commands by name; each is a module with `app` or `command`, imported when it is asked for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "check": "postlint.cli.check",
        "rules": "postlint.cli.rules",
        "report": "postlint.cli.report",
        "explain": "postlint.cli.explain",
        "fix": "postlint.cli.fix_by_hand",
        "config": "postlint.cli.config",
        "suppress": "postlint.cli.suppress",
        "rule": "postlint.cli.rule",
        "terms": "postlint.cli.terms",
        "site": "postlint.cli.site",
        "init": "postlint.cli.init",
        "schema": "postlint.cli.schema",
        "words": "postlint.cli.words",
        "baseline": "postlint.cli.baseline",
        "cache": "postlint.cli.cache",
    }
)

COMPLETION: Final = "_POSTLINT_COMPLETE"
"""The variable through which a shell asks how a command line could go on."""
