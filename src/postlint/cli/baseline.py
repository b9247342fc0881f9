"""`postlint baseline write PATH...`: takes down what is wrong now, to be muted until mended."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from postlint.cli.options import Preset, names_of
from postlint.cli.output import write
from postlint.model.paths import shown

if TYPE_CHECKING:
    from postlint.config.site import Site

FILE: Final = "postlint-baseline.json"

app = typer.Typer(
    name="baseline",
    help="Mute what was wrong before postlint came, until it is mended.",
    no_args_is_help=True,
)


@app.callback()
def _baseline() -> None:
    """Mute what was wrong before postlint came, until it is mended."""


@app.command("write")
def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders or globs.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help=f"The file to write.  \\[default: {FILE}]")
    ] = None,
    preset: Annotated[
        list[Preset] | None, typer.Option(help="These rules besides the recommended ones.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration for every file.")
    ] = None,
) -> None:
    """Take down every finding in the posts; what is known of other posts stays."""
    from postlint.cli.options import config_file, today
    from postlint.cli.posts import read_posts
    from postlint.cli.save import save
    from postlint.cli.tell import tell
    from postlint.config.site import Site
    from postlint.engine.baseline import Baseline, read_baseline
    from postlint.engine.run import run

    site = Site(only=config_file(config, no_config=False), presets=names_of(preset), today=today())
    path = baseline or _configured(site)
    old = read_baseline(path) if path.exists() else Baseline(path.resolve().parent)
    results = read_posts(paths or (), site, run)
    if code := tell(results):
        raise typer.Exit(code)
    new = old.updated(results)
    save(path, new.dump().encode())
    count = sum(sum(counts.values()) for counts in new.known.values())
    write(f"{shown(path)}: {count} known finding{'' if count == 1 else 's'}\n")
    if baseline is None and site.resolver_for(Path()).config.baseline is None:
        write(f'to use it, put baseline = "{FILE}" into the configuration, or say --baseline\n')


def _configured(site: "Site") -> Path:
    config = site.resolver_for(Path()).config
    return config.baseline or (config.path.parent if config.path else Path()) / FILE
