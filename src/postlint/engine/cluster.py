"""The workers of a Dask cluster, as an executor that checks posts."""

import warnings
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from postlint.content.near import did_you_mean
from postlint.engine.program import difference, versions
from postlint.model.errors import UsageError

if TYPE_CHECKING:
    from distributed import Client

_SCHEMES: Final = {"dask": "tcp", "dask+tls": "tls"}
"""What Dask calls them; it takes the certificates for TLS from its own configuration."""
_PORT: Final = 8786
"""Where a scheduler listens that was told nothing else."""
_PATIENCE: Final = 10
"""Seconds in which a scheduler has to answer, and to have a worker."""


class Cluster(NamedTuple):
    """What checks posts, and how many jobs it does at a time."""

    executor: Executor
    width: int


@contextmanager
def cluster_at(address: str) -> Iterator[Cluster]:
    """The cluster at an address like dask://host:8786, for as long as the context lasts.

    Raises UsageError where there is none that would say the same as this machine.
    """
    scheduler = _scheduler_at(address)
    try:
        from distributed import Client
    except ImportError:
        raise UsageError(f"{address}: takes Dask; pip install postlint[dask]") from None
    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:  # the last two speak of certificates
        why = str(error).partition("\n")[0]
        raise UsageError(f"{address}: no Dask scheduler answers there: {why}") from error
    try:
        _refuse_unlike(client, address)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Sending large graph")  # a post is what it is
            yield Cluster(client.get_executor(pure=False), sum(client.nthreads().values()))
    finally:
        client.close(timeout=1)


def _scheduler_at(address: str) -> str:
    """The address as Dask has it. Raises UsageError."""
    scheme, has_scheme, _ = address.partition("://")
    if not has_scheme or scheme not in _SCHEMES:
        guess = did_you_mean(scheme, _SCHEMES) if has_scheme else ""
        raise UsageError(f"--executor {address}: expected dask://host:port{guess}")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"--executor {address}: {error}") from None
    if not host or parts.path.strip("/"):
        raise UsageError(f"--executor {address}: expected dask://host:port")
    name = f"[{host}]" if ":" in host else host
    return f"{_SCHEMES[scheme]}://{name}:{port or _PORT}"


def _refuse_unlike(client: "Client", address: str) -> None:
    """Raise UsageError where there are no workers, or any that would not say the same as we do."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        raise UsageError(f"{address}: the cluster has no workers; start some first") from None
    for worker, theirs in client.run(versions, on_error="return").items():
        if isinstance(theirs, BaseException):
            what = f"cannot import postlint: {theirs}"
        elif how := difference(versions(), theirs):
            what = f"would not say the same as this machine: {how}"
        else:
            continue
        raise UsageError(f"{address}: the worker {worker} {what}; install there what is here")
