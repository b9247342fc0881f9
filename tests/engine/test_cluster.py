"""A Dask cluster that checks posts: a local one of two workers, each a process of its own."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("distributed")

from distributed import LocalCluster

from postlint.config.site import Site
from postlint.engine import cluster as clusters
from postlint.engine.checked import Checked
from postlint.engine.cluster import Cluster, cluster_at
from postlint.engine.run import Means, run
from postlint.model.errors import UsageError

if TYPE_CHECKING:
    from concurrent.futures import Future

POST = "---\ntitel: Harbour {0}\n---\n\nIt opened opened. See [there](gone.md), Zzyzx{0}.\n"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, scheduler_port=0
    ) as cluster:
        yield cluster.scheduler_address.replace("tcp://", "dask://")


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Thirty posts, far too many for one job."""
    monkeypatch.setattr("postlint.engine.job.MOST_BYTES", 500)
    monkeypatch.chdir(tmp_path)
    for number in range(30):
        (tmp_path / f"{number}.md").write_text(POST.format(number), encoding="utf-8")
    return tmp_path


def results_of(cluster: Cluster | None) -> list[Checked]:
    means = Means()
    if cluster:
        means = Means(executor=cluster.executor, width=cluster.width)
    site = Site(today="2024-05-17")
    return run(site.find(["."]), site, means)


def test_a_cluster_says_what_this_process_says(address: str, posts: Path) -> None:
    with cluster_at(address) as cluster:
        assert cluster.width == 2
        found = results_of(cluster)
    assert found == results_of(None)
    assert all(one.findings for one in found)


class KillsOnce:
    """Passes jobs on, and ends the first worker that gets one."""

    def __init__(self, cluster: Cluster) -> None:
        self._submit: Callable[..., Future[Any]] = cluster.executor.submit
        self._is_done = False

    def submit(self, *arguments: Any) -> "Future[Any]":
        if not self._is_done:
            self._is_done = True
            self._submit(_end_worker)
        return self._submit(*arguments)


def _end_worker() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
def test_a_worker_may_die(address: str, posts: Path) -> None:
    with cluster_at(address) as cluster:
        found = results_of(replace_executor(cluster))
    assert found == results_of(None)


def replace_executor(cluster: Cluster) -> Cluster:
    return cluster._replace(executor=KillsOnce(cluster))  # type: ignore[arg-type]


def test_workers_have_to_say_the_same(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "difference", lambda ours, theirs: "postlint is 9.9 there")
    with pytest.raises(UsageError, match=r"the worker tcp://.* postlint is 9.9 there"):
        cluster_at(address).__enter__()


def test_no_cluster_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_PATIENCE", 0.2)
    with pytest.raises(UsageError, match="no Dask scheduler answers there"):
        cluster_at("dask://127.0.0.1:9").__enter__()


def test_a_cluster_needs_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_PATIENCE", 0.5)
    with LocalCluster(n_workers=0, dashboard_address=None, scheduler_port=0) as empty:
        address = empty.scheduler_address.replace("tcp://", "dask://")
        with pytest.raises(UsageError, match="the cluster has no workers; start some first"):
            cluster_at(address).__enter__()


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("dsak://host:1", 'expected dask://host:port; did you mean "dask"\\?'),
        ("host:8786", "expected dask://host:port"),
        ("dask://", "expected dask://host:port"),
        ("dask://host:many", "[Pp]ort"),
        ("dask://host:1/path", "expected dask://host:port"),
    ],
)
def test_addresses_that_are_none(address: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        cluster_at(address).__enter__()
