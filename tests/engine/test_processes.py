"""Posts are checked in several processes, and whatever becomes of those, no post is lost."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from postlint.config.resolve import Resolver
from postlint.config.site import Site
from postlint.content.discover import Found
from postlint.content.neighbours import Neighbours
from postlint.engine import job as jobs
from postlint.engine import run as runs
from postlint.engine.check import check_safely
from postlint.engine.checked import Checked
from postlint.engine.run import Means, run

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Found:
    """Ninety posts with a mistake each, which are so many jobs."""
    monkeypatch.setattr(runs, "WORTH_PROCESSES", 1)
    monkeypatch.setattr(jobs, "MOST_BYTES", 1)
    monkeypatch.chdir(tmp_path)
    for number in range(90):
        Path(f"{number:02}.md").write_text("He said the the word.\n", encoding="utf-8")
    return Site().find(["."])


def test_the_order_of_the_results_is_that_of_the_files(found: Found) -> None:
    alone = run(found, Site())
    assert run(found, Site(), Means(processes=3)) == alone
    assert [one.path for one in alone] == [str(path) for path in found.files]


def test_each_configuration_holds_in_every_process(found: Found) -> None:
    Path("other").mkdir()
    Path("other/postlint.toml").write_text('ignore = ["repeated-word"]\n', encoding="utf-8")
    Path("other/x.md").write_text("He said the the word.\n", encoding="utf-8")
    found = Site().find(["."])
    results = run(found, Site(), Means(processes=2))
    assert [one.path for one in results if not one.findings] == ["other/x.md"]
    assert results == run(found, Site())


def test_progress_counts_each_post_once(found: Found) -> None:
    done: list[int] = []
    run(found, Site(), Means(processes=2, advance=done.append))
    assert sum(done) == 90


def test_a_post_that_is_gone_is_a_finding(found: Found) -> None:
    Path("13.md").unlink()
    (gone,) = (one for one in run(found, Site(), Means(processes=2)) if one.path == "13.md")
    assert [finding.rule for finding in gone.findings] == ["unreadable-file"]


def test_an_error_in_a_process_is_that_of_the_run(found: Found) -> None:
    Path("other").mkdir()
    text = "[rules]\ntitle-length = { max = -1 }\n"
    Path("other/postlint.toml").write_text(text, encoding="utf-8")
    Path("other/x.md").write_text("", encoding="utf-8")
    found = Site(presets=("all",)).find(["."])
    with pytest.raises(Exception, match="title-length"):
        run(found, Site(presets=("all",)), Means(processes=2))


def test_any_executor_will_do(found: Found) -> None:
    with ThreadPoolExecutor(2) as executor:
        assert run(found, Site(), Means(executor=executor)) == run(found, Site())


@LINUX
def test_a_post_that_ends_its_process_is_named(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deadly(path: str, data: bytes, resolver: Resolver, neighbours: Neighbours) -> Checked:
        if path in ("31.md", "57.md"):
            os.kill(os.getpid(), signal.SIGKILL)
        return check_safely(path, data, resolver, neighbours)

    monkeypatch.setattr(jobs, "check_safely", deadly)
    monkeypatch.setattr(jobs, "MOST_BYTES", 100)
    results = run(found, Site(), Means(processes=2))

    assert [one.path for one in results if one.crashes] == ["31.md", "57.md"]
    assert sum(len(one.findings) for one in results) == 88


def test_where_no_process_can_be_had_this_one_does_it_all(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("postlint.engine.workers.ProcessPoolExecutor", refuse)
    assert run(found, Site(), Means(processes=2)) == run(found, Site())


@LINUX
def test_an_executor_that_is_broken_from_the_start_loses_nothing(found: Found) -> None:
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    assert run(found, Site(), Means(executor=executor)) == run(found, Site())


@pytest.fixture
def long_run(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """postlint at work in two processes for some seconds, in a process group of its own."""
    text = "The lng storry of the frobnicater, an unicorn, was told agian. " * 200
    for number in range(300):
        (tmp_path / f"{number}.md").write_text(f"# {number}\n\n{text}\n", encoding="utf-8")
    command = [sys.executable, "-m", "postlint", "check", "--jobs", "2", "-q", "."]
    running = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    yield running
    running.kill()
    running.wait()


def workers_of(parent: int) -> list[int]:
    path = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(child) for child in path.read_text(encoding="utf-8").split()]


def wait_for_workers(parent: int) -> list[int]:
    until = time.monotonic() + 60
    while len(workers := workers_of(parent)) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    return workers


def are_gone(processes: list[int]) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if not any(Path(f"/proc/{process}").exists() for process in processes):
            return True
        time.sleep(0.01)
    return False


@LINUX
@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, -15), (signal.SIGKILL, -9)],
)
def test_a_run_that_is_ended_leaves_no_process(
    long_run: "subprocess.Popen[bytes]", number: signal.Signals, code: int
) -> None:
    workers = wait_for_workers(long_run.pid)
    assert len(workers) == 2
    os.kill(long_run.pid, number)
    assert long_run.wait(10) == code
    assert are_gone(workers)


@LINUX
@pytest.mark.slow
def test_ctrl_c_reaches_all_processes_and_nothing_is_printed(
    long_run: "subprocess.Popen[bytes]",
) -> None:
    workers = wait_for_workers(long_run.pid)
    os.killpg(long_run.pid, signal.SIGINT)
    assert long_run.wait(10) == 130
    assert are_gone(workers)
    assert long_run.stderr is not None
    assert long_run.stderr.read() == b""


@LINUX
@pytest.mark.slow
def test_a_worker_that_is_killed_costs_no_post(long_run: "subprocess.Popen[bytes]") -> None:
    workers = wait_for_workers(long_run.pid)
    os.kill(workers[0], signal.SIGKILL)
    assert long_run.wait(60) == 1
    assert long_run.stderr is not None
    assert long_run.stderr.read() == b""
