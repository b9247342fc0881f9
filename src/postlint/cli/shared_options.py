"""Options that mean the same for every command that checks posts, as typer reads them."""

from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.options import Preset

Select = Annotated[
    list[str] | None,
    typer.Option(help="Only these rules or groups (comma-separated, may be repeated)."),
]
Ignore = Annotated[list[str] | None, typer.Option(help="Not these rules or groups.")]
Presets = Annotated[
    list[Preset] | None,
    typer.Option(help="These rules besides the recommended ones (may be repeated)."),
]
BaselineFile = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Mute what this file knows to be wrong.")
]
ConfigFile = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Use this configuration for every file.")
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Ignore all configuration files.")]
Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", metavar="N", min=0, help="So many processes; 0: one a processor."),
]
NoSite = Annotated[
    bool, typer.Option("--no-site", help="Leave the other posts of the site out of account.")
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Check every post anew and remember nothing.")
]
CacheDir = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", help="Where results are remembered.  \\[default: .postlint_cache]"
    ),
]
