"""A result that is recalled is the one that would be found out anew, whatever has changed."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from textwrap import dedent
from time import time_ns

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.config.site import Site
from postlint.content.stamp import Stamp, read_stamped
from postlint.engine.cache import Cache, open_cache
from postlint.engine.cache_folder import make_folder
from postlint.engine.checked import Checked
from postlint.engine.memory import Memory
from postlint.engine.program import fingerprint
from postlint.engine.run import Means, run

SITES = Path(__file__).parents[3] / "shared" / "sites"


def build(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(dedent(text), encoding="utf-8")


DAY = partial(Site, today="2024-03-01")


class Runs:
    """Runs over a site, each with what the one before it has left in the cache."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.file = root / "cache" / "test.cache"
        self.read: list[str] = []
        """The posts that had to be read in the last run."""

    def __call__(self, site_of: Callable[..., Site] = DAY) -> list[Checked]:
        cache = open_cache(self.file, fingerprint())
        site = site_of(known=lambda key: cache.snapshots.get(str(key)))
        self.read = []

        def read(path: Path) -> tuple[bytes, Stamp | None]:
            self.read.append(path.name)
            return read_stamped(path)

        memory = Memory(cache, site, read)
        found = site.find([str(self.root / "posts")])
        results = run(found, site, Means(read=read, memory=memory))
        cache.save()
        assert results == run(found, site_of()), "the same as without a cache"
        return results


def said(results: list[Checked]) -> list[str]:
    return [finding.message for one in results for finding in one.findings]


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    build(
        tmp_path, {"posts/a.md": "---\ntitle: One\n---\nThe the.\n", "posts/b.md": "All is well.\n"}
    )
    for post in (tmp_path / "posts").iterdir():
        age(post)
    monkeypatch.chdir(tmp_path)
    return Runs(tmp_path)


def age(path: Path) -> None:
    """Make a file one that was written long ago; when it was changed cannot be put back."""
    os.utime(path, ns=(1, 1))


def test_what_has_not_changed_is_recalled(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    first = runs()
    assert runs.read == ["a.md", "b.md"]
    monkeypatch.setattr("postlint.content.stamp.time_ns", lambda: time_ns() + 10**10)
    assert runs() == first
    assert runs.read == ["a.md", "b.md"], "they were changed a moment ago, so the bytes tell"
    assert runs() == first
    assert runs.read == []


def test_what_was_written_a_moment_ago_is_read_again(runs: Runs) -> None:
    runs()
    build(runs.root, {"posts/b.md": "It is is so.\n"})
    assert '"is" stands twice in a row' in said(runs())
    build(runs.root, {"posts/b.md": "It is as so.\n"})
    assert len(said(runs())) == 1


def test_a_file_that_is_touched_is_read_and_not_checked_again(runs: Runs) -> None:
    first = runs()
    before = open_cache(runs.file, fingerprint()).entries["posts/a.md"].alone
    (runs.root / "posts/a.md").touch()
    assert runs() == first
    assert open_cache(runs.file, fingerprint()).entries["posts/a.md"].alone == before


@pytest.mark.parametrize("at", ["schemas/now.json", "styles/P"])
def test_what_a_link_leads_to_shows(runs: Runs, at: str) -> None:
    rule = "extends: existence\nmessage: no %s\ntokens: [{}]\n"
    build(
        runs.root,
        {
            "postlint.toml": """
                styles = {paths = ["styles"], use = ["P"]}
                [[content]]
                schema = "schemas/now.json"
                """,
            "one/schemas/now.json": "{}",
            "two/schemas/now.json": '{"required": ["date"]}',
            "one/styles/P/A.yml": rule.format("All"),
            "two/styles/P/A.yml": rule.format("well"),
            "schemas/x": "",
            "styles/x": "",
        },
    )
    (runs.root / "schemas/now.json").symlink_to("../one/schemas/now.json")
    (runs.root / "styles/P").symlink_to("../one/styles/P")
    before = said(runs())
    (runs.root / at).unlink()
    (runs.root / at).symlink_to(f"../two/{at}")
    assert said(runs()) != before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"postlint.toml": 'ignore = ["repeated-word"]\n'}),
        ({"postlint.toml": ""}, {"postlint.toml": 'locale = "en-US"\n'}),
        (
            {
                "postlint.toml": 'words.files = ["w.txt"]\n',
                "w.txt": "",
                "posts/c.md": "Karakbakh\n",
            },
            {"w.txt": "Karakbakh\n"},
        ),
        (
            {"postlint.toml": 'terms.files = ["t.csv"]\n', "t.csv": "wrong,right\nwell,good\n"},
            {"t.csv": "wrong,right\nAll,Everything\n"},
        ),
        (
            {
                "postlint.toml": '[[content]]\nfiles = ["posts/"]\nschema = "s.json"\n',
                "s.json": '{"$ref": "t.json"}',
                "t.json": "{}",
            },
            {"t.json": '{"required": ["date"]}'},
        ),
        (
            {
                "postlint.toml": '[[content]]\nschema = "s/s.json"\n',
                "s/s.json": '{"$ref": "post.schema.json"}',
            },
            {"s/post.schema.json": '{"required": ["date"]}'},
        ),
        ({}, {"_config.yml": "", "posts/a.md": "---\ntitle: One\npermalnk: x\n---\n"}),
        (
            {"s.json": "{}", "posts/a.md": "---\n$schema: ../s.json\ntitle: x\n---\n"},
            {"s.json": '{"required": ["date"]}'},
        ),
        (
            {"posts/a.md": "---\n$schema: ../s.json\ntitle: x\n---\n"},
            {"s.json": '{"required": ["date"]}'},
        ),
        (
            {
                "postlint.toml": 'styles = {paths = ["s"], use = ["P"]}\n',
                "s/P/A.yml": "extends: existence\nmessage: no %s\ntokens: [All]\n",
            },
            {"s/P/B.yml": "extends: existence\nmessage: never %s\ntokens: [well]\n"},
        ),
        *(
            (
                {
                    "postlint.toml": '[[content]]\nschema = "s.json"\n',
                    "s.json": f'{{"properties": {{"by": {{"x-postlint-ref": "{reference}"}}}}}}',
                    "d/jane.yml": "jane: 1\n",
                    "posts/c.md": "---\nby: jane\n---\n",
                },
                after,
            )
            for reference, after in (
                ("d/jane.yml", {"d/jane.yml": "omar: 1\n"}),
                ("d/*.yml", {"d/jane.yml": None, "d/omar.yml": ""}),
                ("posts#/id", {"posts/c.md": "---\nby: jane\nid: jade\n---\n"}),
            )
        ),
        ({"posts/c.md": "[x](d.md)\n", "posts/d.md": ""}, {"posts/d.md": None}),
        ({"posts/c.md": "[x](d.md#y)\n", "posts/d.md": "# Y\n"}, {"posts/d.md": "# Z\n"}),
        (
            {f"posts/{n}.md": "The frobnicator.\n" for n in "cd"},
            {f"posts/{n}.md": "The frobnicator and the frobnictaor.\n" for n in "e"},
        ),
    ],
)
def test_a_change_of_anything_shows(
    runs: Runs, before: Mapping[str, str], after: Mapping[str, str | None]
) -> None:
    build(runs.root, before)
    runs()
    runs()
    for name, text in after.items():
        if text is None:
            (runs.root / name).unlink()
        else:
            build(runs.root, {name: text})
    runs()


def test_other_options_are_other_results(runs: Runs) -> None:
    assert said(runs())
    assert not said(runs(partial(DAY, ignore=("repeated-word",))))
    assert said(runs(partial(DAY, presets=("all",))))


def test_a_post_of_tomorrow_is_looked_at_anew_each_day(runs: Runs) -> None:
    build(runs.root, {"posts/a.md": "---\ntitle: x\ndate: 2024-06-01\n---\n"})
    site = partial(DAY, select=("date-in-future",))
    assert len(said(runs(site))) == 1
    assert said(runs(partial(site, today="2024-06-02"))) == []
    assert len(said(runs(site))) == 1, "a clock that is put back"


def test_another_program_forgets_all(runs: Runs) -> None:
    runs()
    assert open_cache(runs.file, fingerprint()).entries
    assert not open_cache(runs.file, b"another").entries


def test_it_grows_no_larger_than_what_it_holds(runs: Runs) -> None:
    for number in range(150):
        build(runs.root, {"posts/b.md": f"All is well, {number}.\n"})
        runs()
    assert runs.file.stat().st_size < 50_000


def test_posts_that_are_gone_are_forgotten(runs: Runs) -> None:
    runs()
    cache = open_cache(runs.file, b"a newer version")
    cache.entries = open_cache(runs.file, fingerprint()).entries
    (runs.root / "posts/a.md").unlink()
    cache.put("posts/b.md", cache.entries["posts/b.md"])
    cache.save()
    assert list(open_cache(runs.file, b"a newer version").entries) == ["posts/b.md"]


def test_a_post_that_is_not_utf_8_is_found_again(runs: Runs) -> None:
    (runs.root / "posts/b.md").write_bytes(b"Caf\xe9 caf\xe9 the the\n")
    assert said(runs()) == said(runs())


@settings(max_examples=200)
@given(at=st.integers(0, 10_000), change=st.sampled_from(["cut", "flip", "insert", "zeros"]))
def test_a_damaged_cache_is_as_good_as_none(
    tmp_path_factory: pytest.TempPathFactory, at: int, change: str
) -> None:
    file = tmp_path_factory.mktemp("damaged") / "x.cache"
    data = _some_cache(tmp_path_factory)
    at %= len(data)
    changed = {
        "cut": data[:at],
        "flip": data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :],
        "insert": data[:at] + b"\0" + data[at:],
        "zeros": data[:at] + bytes(50) + data[at:],
    }[change]
    make_folder(file.parent)
    file.write_bytes(changed)
    cache = open_cache(file, b"program")
    right = open_cache(_write(file.parent / "right.cache", data), b"program")
    assert cache.entries.items() <= right.entries.items()
    cache.put("new.md", right.entries["a0.md"])
    cache.save()
    assert "new.md" in open_cache(file, b"program").entries


def _write(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


def _some_cache(factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a cache of three runs."""
    from postlint.config.resolve import Resolver
    from postlint.config.settings import Config
    from postlint.engine.cache import Entry
    from postlint.engine.check import check
    from postlint.engine.record import record_of

    file = factory.mktemp("some") / "x.cache"
    checked = check("a.md", b"The the is is.\n", Resolver(Config(root=Path("/"))))
    record = record_of(checked)
    assert record is not None
    for number in range(3):
        cache = open_cache(file, b"program")
        cache.put(f"a{number}.md", Entry(None, b"d", b"s", "2024-03-01", (), record))
        cache.save()
    return file.read_bytes()


def test_a_configuration_that_is_changed_while_it_holds_is_not_remembered(runs: Runs) -> None:
    build(runs.root, {"postlint.toml": ""})
    cache = open_cache(runs.file, fingerprint())
    site = DAY()
    site.outline_for(Path())  # now it is read
    build(runs.root, {"postlint.toml": 'ignore = ["repeated-word"]'})
    memory = Memory(cache, site, read_stamped)
    assert said(run(site.find(["posts"]), site, Means(memory=memory)))
    cache.save()
    assert not said(runs())


def test_a_pipe_in_the_place_of_the_cache_is_not_waited_for(runs: Runs) -> None:
    make_folder(runs.file.parent)
    os.mkfifo(runs.file)
    assert open_cache(runs.file, fingerprint()).entries == {}


@pytest.mark.parametrize("packed", ["said", "words", "places"])
def test_what_cannot_be_unpacked_is_checked_anew(runs: Runs, packed: str) -> None:
    first = runs()
    cache = open_cache(runs.file, fingerprint())
    entry = cache.entries["posts/a.md"]
    facts = entry.alone.facts
    alone = {
        "said": entry.alone._replace(said=b"\xc1"),
        "words": entry.alone._replace(facts=facts._replace(packed_words=b"\xc1")),
        "places": entry.alone._replace(facts=facts._replace(packed_places=b"\xc1")),
    }[packed]
    cache.put("posts/a.md", entry._replace(alone=alone))
    cache.save()
    if packed == "said":
        assert runs() == first
    says = {"said": (), "words": alone.facts.words, "places": alone.facts.places or ()}
    assert says[packed] == ()


def test_runs_at_the_same_time_do_not_disturb_each_other(tmp_path: Path) -> None:
    """As pre-commit runs a hook: several at once, each with some of the files."""
    names = [f"{number}.md" for number in range(40)]
    build(tmp_path, dict.fromkeys(names, "The the.\n"))
    command = [sys.executable, "-m", "postlint", "--cache-dir", "c", "-q", "--exit-zero"]
    build(tmp_path, {"first.md": ""})
    subprocess.run([*command, "first.md"], cwd=tmp_path, check=True)
    some = [names[start::4] for start in range(4)]
    running = [
        subprocess.Popen([*command, *each], cwd=tmp_path, stdout=subprocess.PIPE) for each in some
    ]
    assert [each.wait() for each in running if each.communicate()] == [0] * 4
    (file,) = (tmp_path / "c").glob("*.cache")
    assert set(open_cache(file, fingerprint()).entries) == {"first.md", *names}


@pytest.mark.skipif(not SITES.is_dir(), reason="there are no shared sites")
@pytest.mark.slow
def test_no_cache_and_no_number_of_processes_makes_a_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SITES)
    plain = Site(today="2024-03-01")
    found = plain.find(["."])
    expected = run(found, plain)
    for processes in (1, 2, 3):
        file = tmp_path / f"{processes}.cache"
        for _ in range(2):
            cache = open_cache(file, fingerprint())
            site = _with(cache)
            memory = Memory(cache, site, read_stamped)
            assert run(found, site, Means(memory=memory, processes=processes)) == expected
            cache.save()
        assert len(cache.entries) > 0.9 * len(found.files)


def _with(cache: Cache) -> Site:
    return Site(today="2024-03-01", known=lambda key: cache.snapshots.get(str(key)))
