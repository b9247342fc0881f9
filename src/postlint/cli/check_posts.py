"""What `postlint check` does: files -> findings -> report -> exit code."""

import io
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from postlint.cli.changes import Changes, read_changes
from postlint.cli.check_options import CheckOptions
from postlint.cli.exit_code import EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE, exit_code
from postlint.cli.known_findings import known_findings, tell_mended
from postlint.cli.options import config_file, processors, rules_of, today
from postlint.cli.output import write
from postlint.cli.outputs import (
    Output,
    choose_outputs,
    emit,
    last_reports,
    refuse_posts,
    report_of,
)
from postlint.cli.posts import Stdin, read_stdin, refuse_urls, results_of
from postlint.cli.remembered import cache_folder, open_remembered, save_remembered
from postlint.cli.rerun import Mended, Rerun
from postlint.cli.tell import tell, tell_missing_lexicons, tell_of_styles, tell_times
from postlint.model.errors import UsageError
from postlint.report.page import page_of

if TYPE_CHECKING:
    from postlint.config.site import Site
    from postlint.engine.cache import Cache
    from postlint.engine.checked import Checked
    from postlint.engine.cluster import Cluster
    from postlint.engine.run import Means
    from postlint.engine.stopwatch import Stopwatch


class Run(NamedTuple):
    """What came out of a run, and what it was done with."""

    results: "list[Checked]"
    """By path; what is known or not asked for is muted."""
    rerun: Rerun
    stdin: Stdin | None
    means: "Means"


def check_posts(options: CheckOptions) -> int:
    """Check posts, print what is wrong or mend it; the exit code. Raises PostlintError."""
    outputs = choose_outputs(
        options.outputs, options.output_format, options.output_file, statistics=options.statistics
    )
    done = run_check(options, last_reports(outputs))
    results, rerun, stdin = done.results, done.rerun, done.stdin
    if options.diff:
        return _show_diffs(results, stdin, rerun, options)
    mended = _mended(results, stdin, rerun) if options.fix else Mended(results)
    if not (options.fix and stdin):  # standard output is the mended post
        done.means.timed("the report", _report)(mended, outputs, options)
    if done.means.watch:
        tell_times(done.means.watch.times(), len(results))
    if code := tell(mended.results):
        return code
    add_notes(mended.results, rerun, options)
    if mended.failed:
        return EXIT_USAGE
    return _exit_code(mended.results, rerun.site, options)


def run_check(options: CheckOptions, reports: frozenset[str] = frozenset()) -> Run:
    """Check the posts that the options name, but for `reports`, files that are no posts; absolute,
    with links resolved. Raises PostlintError."""
    watch = _watch(options)
    cache = _cache(options)
    site = _site(options, cache)
    _refuse_muddled_options(options)
    stdin = read_stdin(options.paths, options.stdin_filename, alone=options.fix)
    if options.staged and stdin:
        raise UsageError("--staged reads what git has; there is nothing to pipe in")
    changes = read_changes(options.since, options.changed_lines, staged=options.staged)
    means = _means(options, site, changes, cache)._replace(watch=watch)
    known = means.timed("reading the configuration", known_findings)(options.baseline, site)
    with _cluster(options.executor) as cluster:
        if cluster:
            means = means._replace(executor=cluster.executor, width=cluster.width)
        found = sorted(
            results_of(options, stdin, site, changes, means, reports),
            key=lambda one: one.path,
        )
    if cache:
        save_remembered(cache)
    rerun = Rerun(site, known, changes, options.unsafe_fixes)
    return Run([rerun.mute(result) for result in found], rerun, stdin, means)


def _cache(options: CheckOptions) -> "Cache | None":
    """What earlier runs with the same options have left. Raises ConfigError."""
    if options.no_cache or options.timing:
        return None
    choice = (options.select, options.ignore, options.presets, options.config, options.no_config)
    return open_remembered(cache_folder(options.cache_dir), choice)


def _means(options: CheckOptions, site: "Site", changes: Changes, cache: "Cache | None") -> "Means":
    from postlint.engine.memory import Memory
    from postlint.engine.run import Means

    on_disk = not changes.is_staged
    memory = Memory(cache, site, changes.read, is_on_disk=on_disk) if cache else None
    processes = 1 if options.timing else options.jobs or processors()
    return Means(read=changes.read, memory=memory, processes=processes)


def _watch(options: CheckOptions) -> "Stopwatch | None":
    """What takes the time, if that is asked for. Raises UsageError."""
    if not options.timing:
        return None
    if options.fix or options.diff or options.executor:
        what = "--timing says where the time of a check goes, in this process"
        raise UsageError(f"{what}; leave out --fix, --diff and --executor")
    from postlint.engine.stopwatch import Stopwatch

    return Stopwatch()


def _cluster(address: str | None) -> "AbstractContextManager[Cluster | None]":
    """What checks the posts in place of this machine. Raises UsageError when it is entered."""
    if address is None:
        return nullcontext()
    from postlint.engine.cluster import cluster_at

    return cluster_at(address)


def _site(options: CheckOptions, cache: "Cache | None") -> "Site":
    """The configurations, with what the options say of rules. Raises UsageError, ConfigError."""
    from postlint.config.site import Site

    only, isolated = config_file(options.config, options.no_config), options.no_config
    is_choice = options.select or options.ignore
    styles = Site(only=only, isolated=isolated).styles_here() if is_choice else None
    return Site(
        only=only,
        isolated=isolated,
        select=rules_of("--select", options.select, styles),
        ignore=rules_of("--ignore", options.ignore, styles),
        presets=options.presets,
        today=today(),
        known=lambda key: cache.snapshots.get(str(key)) if cache else None,
    )


def _refuse_muddled_options(options: CheckOptions) -> None:
    if options.fix and options.diff:
        raise UsageError("--fix writes what --diff only shows; give one of them")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes goes with --fix, or with --diff to see them first")
    of_report = (options.outputs, options.output_format, options.output_file, options.statistics)
    if options.diff and any(of_report):
        raise UsageError("--diff prints a patch and no report; leave out the format of a report")
    if options.staged and (options.fix or options.diff):
        raise UsageError("--staged reads what git has; there is nothing to mend")
    if options.executor and options.jobs:
        raise UsageError("--jobs is for this machine, --executor for others; give one of them")
    for name, value in (
        *(("--fix", options.fix), ("--diff", options.diff), ("--staged", options.staged)),
        *(("--since", options.since), ("--changed-lines", options.changed_lines)),
    ):
        if value:
            refuse_urls(options.paths, name)


def _show_diffs(
    results: "list[Checked]", stdin: Stdin | None, rerun: Rerun, options: CheckOptions
) -> int:
    """Print what fixes would change; the exit code."""
    from postlint.cli.fix import diffs

    page = page_of(sys.stdout or io.StringIO(), options.color, os.environ)
    changes = "".join(diffs(results, stdin, rerun, page))
    write(changes)
    if code := tell(results):
        return code
    return EXIT_FINDINGS if changes and not options.exit_zero else EXIT_CLEAN


def _mended(results: "list[Checked]", stdin: Stdin | None, rerun: Rerun) -> Mended:
    from postlint.cli.fix import write_fixes

    return write_fixes(results, stdin, rerun)


def _report(mended: Mended, outputs: tuple[Output, ...], options: CheckOptions) -> None:
    refuse_posts(outputs, mended.results)
    report = replace(report_of(mended.results), fixed=mended.fixed)
    emit(report, outputs, options.color, has_summary=not options.quiet)


def add_notes(results: "list[Checked]", rerun: Rerun, options: CheckOptions) -> None:
    """Say on stderr what is worth knowing beside the findings."""
    if options.quiet:
        return
    if rerun.known and not (options.select or options.ignore):
        tell_mended(rerun.known, results)
    tell_missing_lexicons(results, rerun.site)
    tell_of_styles(results, rerun.site)


def _exit_code(results: "list[Checked]", site: "Site", options: CheckOptions) -> int:
    """The worst of the files, each by the severity that its own configuration fails on."""
    if options.exit_zero:
        return EXIT_CLEAN

    def code(result: "Checked") -> int:
        wanted = options.fail_on or site.outline_for(Path(result.path).parent).fail_on
        return exit_code(result.findings, wanted)

    return max((code(result) for result in results if result.findings), default=EXIT_CLEAN)
