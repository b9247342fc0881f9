"""Fixes that are written, or shown as a diff: the part of `check` that changes files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from postlint.cli.output import complain, write_bytes
from postlint.cli.posts import Stdin
from postlint.cli.rerun import Mended, Rerun
from postlint.cli.save import save
from postlint.config.site import Site
from postlint.content.source import decode, read_bytes
from postlint.engine.check import check_safely
from postlint.engine.checked import Checked
from postlint.engine.fix import MOST_ROUNDS, Fixed, fix
from postlint.model.errors import UsageError
from postlint.model.finding import Finding
from postlint.report.diff import diff
from postlint.report.page import Page


def write_fixes(results: Sequence[Checked], stdin: Stdin | None, rerun: Rerun) -> Mended:
    """Mend the files of a run; a post from standard input goes to standard output.

    A file that cannot be written stays as it is, and stderr says why.
    """
    after: list[Checked] = []
    fixed = failed = 0
    if stdin and not any(_is_stdin(result, stdin) for result in results):
        write_bytes(stdin.data)  # it is excluded, and who pipes it wants it back
    for result in results:
        mended = _fixed(result, stdin, rerun)
        try:
            _write(result, mended, stdin, rerun)
        except UsageError as error:
            failed += 1
            complain(str(error))
            mended = None
        after.append(mended.checked if mended else result)
        fixed += len(mended.applied) if mended else 0
    return Mended(after, fixed, failed)


def diffs(
    results: Sequence[Checked], stdin: Stdin | None, rerun: Rerun, page: Page
) -> Iterator[str]:
    """What fixes would change in each file that they would change."""
    for result in results:
        mended = _fixed(result, stdin, rerun)
        if mended:
            before, after = decode(mended.before).text, decode(mended.after).text
            yield diff(result.path, before, after, page)


def _write(result: Checked, mended: Fixed | None, stdin: Stdin | None, rerun: Rerun) -> None:
    """Put a mended post where it came from. Raises UsageError."""
    if stdin and _is_stdin(result, stdin):
        write_bytes(mended.after if mended else stdin.data)
    elif mended:
        refuse_outside(Path(result.path), rerun.site)
        save(Path(result.path), mended.after, instead_of=mended.before)


def _fixed(result: Checked, stdin: Stdin | None, rerun: Rerun) -> Fixed | None:
    """What fixes make of a post; None where they change nothing."""

    def wants(finding: Finding) -> bool:
        return finding.fix is not None and (rerun.unsafe or finding.fix.safe)

    if not any(wants(finding) for finding in result.findings if finding.muted_by is None):
        return None
    path = Path(result.path)
    try:
        data = stdin.data if stdin and _is_stdin(result, stdin) else read_bytes(path)
    except OSError:  # gone since it was checked: nothing to mend
        return None
    # Which lines were changed is known of the post as it was.
    rounds = MOST_ROUNDS if rerun.changes.lines is None else 1
    known = result._replace(neighbours=result.neighbours.quoting(decode(data).text))
    mended = fix(data, lambda new: _checked_again(known, new, rerun), wants, rounds)
    if mended.restless:
        complain(f"{result.path}: the fixes of {', '.join(mended.restless)} undo each other")
    if mended.spoiling:
        rules = ", ".join(mended.spoiling)
        complain(f"{result.path}: left out the fixes of {rules}: they would spoil the front matter")
    return mended if mended.after != mended.before else None


def _checked_again(result: Checked, data: bytes, rerun: Rerun) -> Checked:
    """What is said of the new bytes of a post, with all that was known when it was read first."""
    resolver = rerun.site.resolver_for(Path(result.path).parent)
    checked = check_safely(result.path, data, resolver, result.neighbours)
    return rerun.mute(checked)


def refuse_outside(path: Path, site: Site) -> None:
    """Raise UsageError for a post in a folder that is a link out of the site: it is not ours."""
    root = site.resolver_for(path.parent).config.root.resolve()
    if not path.resolve().is_relative_to(root):
        raise UsageError(f"{path.as_posix()}: is outside of this site, so it is left as it is")


def _is_stdin(result: Checked, stdin: Stdin) -> bool:
    return result.path == stdin.name.as_posix()
