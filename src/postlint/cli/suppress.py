"""`postlint suppress --rule X PATH...`: writes the comments that mute existing findings."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postlint.cli.options import Preset, names_of
from postlint.cli.output import write
from postlint.model.errors import UsageError

if TYPE_CHECKING:
    from postlint.config.site import Site
    from postlint.engine.add_suppression import Suppressed
    from postlint.engine.checked import Checked
    from postlint.model.finding import Finding


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders or globs.")
    ] = None,
    rule: Annotated[
        list[str] | None, typer.Option(help="The rule to mute (may be repeated).")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why, for who reads the post next.")] = "",
    preset: Annotated[
        list[Preset] | None, typer.Option(help="These rules besides the recommended ones.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration for every file.")
    ] = None,
) -> None:
    """Mute what a rule finds now, finding by finding, with comments in the posts."""
    from postlint.cli.fix import refuse_outside
    from postlint.cli.options import config_file, rules_of, today
    from postlint.cli.posts import read_posts, refuse_urls
    from postlint.cli.save import save
    from postlint.cli.tell import tell
    from postlint.config.site import Site
    from postlint.engine.add_suppression import REASON
    from postlint.engine.run import run

    only = config_file(config, no_config=False)
    rules = frozenset(rules_of("--rule", rule, Site(only=only).styles_here()))
    if not rules:
        raise UsageError("which rule? name it with --rule; postlint rules lists them")
    if not REASON.fullmatch(reason):
        raise UsageError("--reason has to be one line without --> and */")
    site = Site(only=only, presets=names_of(preset), today=today())
    refuse_urls(paths or (), "suppress")
    results = read_posts(paths or (), site, run)
    if code := tell(results):
        raise typer.Exit(code)
    muted = files = 0
    left: list[tuple[str, Finding]] = []
    for result in results:
        done = _suppressed(result, site, rules, reason.strip())
        if done and done.after != done.before:
            refuse_outside(Path(result.path), site)
            save(Path(result.path), done.after, instead_of=done.before)
            muted, files = muted + done.muted, files + 1
        left += [(result.path, one) for one in done.left] if done else []
    for path, one in left:
        place = f"{path}:{one.start.line}:{one.start.column}"
        typer.echo(f"postlint: {place}: no comment can mute {one.rule} here", err=True)
    write(f"{muted} finding{'' if muted == 1 else 's'} muted in {files} of {len(results)} files\n")
    if left:
        raise typer.Exit(1)


def _suppressed(
    result: "Checked", site: "Site", rules: frozenset[str], reason: str
) -> "Suppressed | None":
    from postlint.content.source import decode, read_bytes
    from postlint.engine.add_suppression import suppress
    from postlint.engine.check import check_safely

    def wants(finding: "Finding") -> bool:
        return finding.rule in rules

    if not any(wants(one) for one in result.findings if one.muted_by is None):
        return None
    path = Path(result.path)
    try:
        data = read_bytes(path)
    except OSError:  # gone since it was checked
        return None
    resolver = site.resolver_for(path.parent)
    neighbours = result.neighbours.quoting(decode(data).text)
    check = partial(check_safely, result.path, resolver=resolver, neighbours=neighbours)
    return suppress(data, check, wants, reason)
