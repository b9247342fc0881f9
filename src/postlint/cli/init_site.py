"""`postlint init [PATH]`: look at a site, propose, try, and write what was proposed."""

import io
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import typer

from postlint.cli.exit_code import EXIT_INTERRUPTED
from postlint.cli.new_files import (
    absolute,
    refuse_configured,
    refuse_taken,
    refuse_unfit,
    refuse_unwritable,
    write_files,
)
from postlint.cli.output import complain, write
from postlint.cli.tell import tell
from postlint.model.errors import UsageError
from postlint.model.paths import shown
from postlint.report.page import Page, page_of
from postlint.report.progress import progress
from postlint.schema.mistakes.values_in_words import count, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from postlint.config.proposal import Proposal
    from postlint.config.survey import Survey
    from postlint.content.document import Document
    from postlint.engine.checked import Checked
    from postlint.language.house_locale import HouseLocale

_SAMPLE: Final = 200
"""Posts of which the text is read, to tell the language."""
_HINT: Final = ", --diff shows what would change"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done with a proposal."""

    force: bool = False
    asks: bool = True
    """Whether somebody at a terminal is asked."""
    writes: bool = True
    diff: bool = False
    """Whether the text is shown, in place of a summary."""


def init_site(folder: Path, wish: Wish) -> None:
    """Write a configuration for the site in a folder. Raises PostlintError."""
    from postlint.config.proposal import propose
    from postlint.report.proposal import found_in, result_of

    _refuse_no_folder(folder)
    is_new = not wish.force and not wish.diff
    if is_new:
        refuse_configured(folder, _HINT)
    seen = _survey(folder)
    proposal = propose(seen, _language(seen))
    files = {folder / name: text for name, text in proposal.files.items()}
    if is_new:
        refuse_taken(files, _HINT)
    refuse_unfit(files, folder)
    if not wish.diff:
        refuse_unwritable(files)
    page = page_of(sys.stdout or io.StringIO(), "auto", os.environ)
    if wish.diff:
        write("".join(_diffs(files, page)))
        return
    _say(found_in(seen, proposal, page))
    checked = _try(seen, proposal)
    if code := tell(checked):
        raise typer.Exit(code)
    result = list(result_of(checked, page))
    if wish.writes and wish.asks and _is_terminal():
        _say(result)
        if not _confirmed(f"write {_names(files)}?"):
            write("nothing is written\n")
            return
        result = []
    if wish.writes:
        write_files(files, folder)
        _tell_around(folder)
    _say([f"{_names(files)}: {'written' if wish.writes else 'would be written'}", *result])


def _is_terminal() -> bool:
    """Whether somebody can be asked."""
    return bool(sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty())


def _confirmed(question: str) -> bool:
    """The answer of the person at the terminal. Raises Exit where there is none: Ctrl-C, Ctrl-D."""
    try:
        return typer.confirm(question, default=True)
    except typer.Abort:
        write("\nnothing is written\n")
        raise typer.Exit(EXIT_INTERRUPTED) from None


def _names(files: "Mapping[Path, str]") -> str:
    *others, config = map(shown, files)
    folder = Path(others[0]).parent.as_posix() if others else ""
    return f"{config} and {count(len(others), 'file')} in {folder}/" if others else config


def _refuse_no_folder(folder: Path) -> None:
    if not folder.is_dir():
        what = "is a file; name the folder of the site" if folder.exists() else "no such folder"
        raise UsageError(f"{folder}: {what}")


def _survey(folder: Path) -> "Survey":
    from postlint.config.survey import survey
    from postlint.content.discover import find_files

    excluded = _excluded(folder)
    found = find_files([folder], root=folder, exclude=excluded)
    with progress(len(found.files), sys.stderr) as advance:
        seen = survey(found, folder, advance)
    if not any(post.page.is_post for post in seen.posts):
        raise UsageError(_why_none(folder, seen))
    return replace(seen, excluded=excluded)


def _excluded(folder: Path) -> tuple[str, ...]:
    """What the configuration excludes that is to be replaced, if there is one."""
    from postlint.config.find import find_config
    from postlint.config.load import load_config
    from postlint.model.errors import ConfigError

    top = absolute(folder)
    found = find_config(top)
    if found is None or found.parent != top or not found.is_file():
        return ()
    try:
        return load_config(found).exclude
    except ConfigError as error:
        complain(f"what is excluded so far is not known: {error}")
        return ()


def _why_none(folder: Path, seen: "Survey") -> str:
    """Why there is nothing to learn from."""
    none = f"no post in {shown(folder)}"
    if not seen.nested:
        return f"{none}: there is nothing to learn from"
    names = [shown(path) for path in seen.nested]
    holds = "hold" if len(names) > 1 else "holds"
    return f"{none} that is not checked already: {listed(names)} {holds} for them"


def _language(seen: "Survey") -> "HouseLocale":
    from postlint.language.house_locale import house_locale

    return house_locale(_some_posts(seen))


def _some_posts(seen: "Survey") -> "Iterator[Document]":
    """Posts from all over the site, with their bodies."""
    from postlint.content.document import parse
    from postlint.content.source import decode, read_bytes

    paths = [post.shown for post in seen.posts if post.page.is_post]
    for path in paths[:: max(1, len(paths) // _SAMPLE)]:
        try:
            data = read_bytes(Path(path))
        except OSError:  # gone since it was found, which is told when it is checked
            continue
        yield parse(path, decode(data))


def _try(seen: "Survey", proposal: "Proposal") -> "Sequence[Checked]":
    """Check the posts with a proposal before any of it is written."""
    from postlint.cli.options import processors, today
    from postlint.config.proposal import NAME
    from postlint.engine.run import Means
    from postlint.engine.try_config import try_config

    with (
        TemporaryDirectory(prefix="postlint-") as draft,
        progress(len(seen.posts), sys.stderr) as advance,
    ):
        for name, text in proposal.files.items():
            path = Path(draft, name)
            try:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(text.encode())
            except OSError as error:
                raise UsageError(f"{name}: cannot be tried: {error.strerror}") from None
        means = Means(advance, processes=processors())
        checked = try_config(Path(draft, NAME), seen, today(), means)
        return sorted(checked, key=lambda one: one.path)


def _diffs(files: "Mapping[Path, str]", page: Page) -> "Iterator[str]":
    from postlint.content.source import decode, read_bytes
    from postlint.report.diff import diff

    for path, text in files.items():
        before = None
        if path.is_file():
            try:
                before = decode(read_bytes(path)).text
            except OSError as error:
                raise UsageError(f"{shown(path)}: cannot be read: {error.strerror}") from None
        yield diff(shown(path), before, text, page)


def _tell_around(folder: Path) -> None:
    """Say what is to be known of the folders above: the site may begin there, and a configuration
    there does not hold here any more."""
    from postlint.config.find import find_config, repository_root
    from postlint.generators.recognise import site_folder

    above = absolute(folder).parent
    config = find_config(above)
    if config is not None:
        complain(f"{shown(config)} does not hold for {shown(folder)} any more: the nearest does")
    site = site_folder(above, repository_root(above))
    if site is not None and site_folder(folder, folder) is None:
        top = shown(Path(site))
        complain(f"{shown(folder)} is part of a site: postlint init {top} looks at all of it")


def _say(lines: "Iterable[str]") -> None:
    write("".join(f"{line}\n" for line in lines))
