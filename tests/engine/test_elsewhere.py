"""Posts checked where the site is not: a job brings all it takes, and what it cannot is told."""

import os
import pickle
import shutil
import subprocess
import sys
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from postlint.config.site import Site
from postlint.engine import spread
from postlint.engine.checked import Checked
from postlint.engine.job import Job, Post, jobs_of, setup_for_elsewhere, with_places, work
from postlint.engine.program import difference, versions
from postlint.engine.record import unpack
from postlint.engine.run import Means, run
from postlint.engine.spread import run_jobs
from postlint.model.errors import UsageError

POST = "---\ntitel: The harbour\ndate: tomorrow\n---\n\nIt opened opened. See [there](gone.md).\n"
SCHEMA = '{"type": "object", "properties": {"title": {"$ref": "part.json"}}, "required": ["title"]}'
CONFIG = """
[[content]]
files = ["content/posts/**"]
schema = "schemas/own.json"
rules = { repeated-word = "error" }
[terms]
harbour = "port"
"""
ELSEWHERE = """
import pickle, sys
from postlint.engine.job import work
with open(sys.argv[1], "rb") as file:
    jobs = pickle.load(file)
with open(sys.argv[1], "wb") as file:
    pickle.dump([work(job) for job in jobs], file)
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a configuration, and one inside of it that Jekyll makes."""
    site = tmp_path / "site"
    files = {
        "postlint.toml": CONFIG,
        "schemas/own.json": SCHEMA,
        "schemas/part.json": '{"type": "string"}',
        "content/posts/a.md": POST,
        "content/b.md": POST,
        "blog/postlint.toml": "",
        "blog/_config.yml": "",
        "blog/_posts/2024-01-02-c.md": POST,
        "blog/_includes/d.md": POST,
    }
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (site / ".git").mkdir()
    monkeypatch.chdir(site)
    return site


def results_of(paths: list[str], executor: Executor | None = None) -> list[Checked]:
    site = Site(today="2024-05-17")
    return run(site.find(paths), site, Means(executor=executor, width=2))


def test_the_site_may_be_gone(site: Path, tmp_path: Path) -> None:
    here = Site(today="2024-05-17")
    jobs, expected = [], []
    for file in here.find(["."]).files:
        resolver = here.resolver_for(file.parent)
        post = Post(0, file.as_posix(), file.read_bytes())
        jobs += [
            with_places(job, resolver) for job in jobs_of(setup_for_elsewhere(resolver), [post])
        ]
        (packed,) = work(Job(setup_for_elsewhere(resolver), (post,), jobs[-1].places))
        assert isinstance(packed, bytes)
        expected.append(packed)
    assert len(jobs) == 4
    serial = {one.path: one for one in results_of(["."])}
    parcel = tmp_path / "parcel"
    parcel.write_bytes(pickle.dumps(jobs))
    os.chdir(tmp_path)
    shutil.rmtree(site)
    subprocess.run([sys.executable, "-c", ELSEWHERE, str(parcel)], check=True)
    answers = pickle.loads(parcel.read_bytes())  # noqa: S301
    assert [one for (one,) in answers] == expected
    for job, (answer,) in zip(jobs, answers, strict=True):
        path = job.posts[0].path
        found = unpack(answer).checked(path).findings
        links = {"link-target-missing"}  # for which the disk is asked once more, by who has it
        assert found == tuple(one for one in serial[path].findings if one.rule not in links)


def test_an_executor_says_what_this_process_says(site: Path) -> None:
    with ThreadPoolExecutor(2) as executor:
        assert results_of(["."], executor) == results_of(["."])


@pytest.mark.parametrize("line", ["$schema: ../schemas/own.json", "$schema: post"])
def test_a_schema_that_a_post_names_is_looked_for_here(site: Path, line: str) -> None:
    (site / "content/b.md").write_text(f"---\n{line}\n---\n\nText.\n", encoding="utf-8")
    with ThreadPoolExecutor(2) as executor:
        results = results_of(["content/b.md"], executor)
    assert results == results_of(["content/b.md"])
    assert results[0].schema_files


def test_a_lexicon_of_the_site_stays_here(site: Path) -> None:
    shipped = Path(spread.__file__).parents[1] / "language" / "en.lexicon"
    config = 'locale = "en-GB"\n[words]\nlexicon = "own.lexicon"\n'
    shutil.copyfile(shipped, site / "own.lexicon")
    (site / "postlint.toml").write_text(config, encoding="utf-8")
    with Refusing() as executor:
        assert results_of(["content"], executor) == results_of(["content"])


class Refusing(Executor):
    """Must not be asked."""

    def submit(self, *_: object, **__: object) -> "Future[object]":  # type: ignore[override]
        raise AssertionError


class Silent(Executor):
    """Takes jobs and never does one."""

    def submit(self, *_: object, **__: object) -> "Future[object]":  # type: ignore[override]
        return Future()


class Losing(Executor):
    """Says of each job that it is lost."""

    def submit(self, *_: object, **__: object) -> "Future[object]":  # type: ignore[override]
        future: Future[object] = Future()
        future.set_exception(ConnectionError("the worker is gone"))
        return future


@pytest.mark.parametrize("executor", [Silent(), Losing()])
def test_what_a_cluster_loses_is_done_here(
    site: Path, executor: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spread, "SILENCE", 0.01)
    assert results_of(["."], executor) == results_of(["."])


def test_another_version_is_refused(site: Path) -> None:
    here = Site()
    _, packed = pickle.loads(setup_for_elsewhere(here.resolver_for(Path())))  # noqa: S301
    setup = pickle.dumps(({**versions(), "postlint": "9.9"}, packed))
    message = "postlint is .* there and 9.9 here$"
    with pytest.raises(UsageError, match=message), ThreadPoolExecutor(1) as executor:
        list(run_jobs([Job(setup, ())], executor, 1))


def test_versions_differ_in_words() -> None:
    ours = {"postlint": "1.0", "regex": "2"}
    assert difference(ours, dict(ours)) == ""
    assert difference(ours, {"postlint": "1.1"}) == (
        "postlint is 1.1 there and 1.0 here, regex is missing there and 2 here"
    )
    assert {"postlint", "Unicode", "pyromark", "pyyaml"} <= versions().keys()
