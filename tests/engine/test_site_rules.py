"""Rules that compare the posts of a site: whatever part of it a run is given, it says the same."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from postlint.config.site import Site
from postlint.content.discover import Found
from postlint.content.facts import NO_FACTS, Neighbour
from postlint.content.neighbours import ALONE
from postlint.content.site_facts import SiteFacts
from postlint.content.stamp import read_stamped
from postlint.engine.cache import open_cache
from postlint.engine.checked import Checked
from postlint.engine.memory import Memory
from postlint.engine.run import Means, run, run_alone
from postlint.engine.site_rules import Placed, sites_of
from postlint.model.finding import Problem
from postlint.model.span import Span
from postlint.rules.site.duplicate_title import DuplicateTitle
from postlint.rules.site.same import Own

NORTH = "---\ntitle: War in the north\ndate: 2024-03-0{}\n---\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "postlint.toml").write_text('select = ["duplicate-title"]\n', encoding="utf-8")
    for name, day in (("a.md", 1), ("b.md", 2), ("c.md", 3)):
        (tmp_path / name).write_text(NORTH.format(day), encoding="utf-8")
    return tmp_path


def said(*paths: str, memory: bool = False) -> Mapping[str, list[str]]:
    """What a run that is given some paths says, by post."""
    return {one.path: [found.message for found in one.findings] for one in checked(paths, memory)}


def checked(paths: tuple[str, ...], memory: bool = False) -> list[Checked]:
    cache = open_cache(Path("cache/it"), b"program") if memory else None
    site = Site(known=lambda key: cache.snapshots.get(str(key)) if cache else None)
    means = Means(memory=Memory(cache, site, read_stamped) if cache else None)
    results = run(site.with_rest(site.find(paths)), site, means)
    if cache:
        cache.save()
    return results


def test_a_group_of_posts_is_one_finding_on_the_latest() -> None:
    message = "title is that of a.md and b.md, too"
    assert said(".") == {"a.md": [], "b.md": [], "c.md": [message]}


@pytest.mark.parametrize("memory", [False, True])
def test_a_run_that_is_given_one_post_says_the_same_of_it(memory: bool) -> None:
    for name, found in said(".").items():
        assert said(name, memory=memory) == {name: found}
        assert said(name, memory=memory) == {name: found}


def test_another_post_that_changes_makes_a_difference_to_one_that_does_not(folder: Path) -> None:
    assert said("c.md", memory=True) == {"c.md": ["title is that of a.md and b.md, too"]}
    (folder / "a.md").write_text("---\ntitle: Peace\n---\n", encoding="utf-8")
    assert said("c.md", memory=True) == {"c.md": ["title is that of b.md, too"]}
    (folder / "b.md").unlink()
    assert said("c.md", memory=True) == {"c.md": []}


def test_a_comment_mutes_what_is_said_of_the_site(folder: Path) -> None:
    text = NORTH.format(3).replace(
        "\ntitle", "\n# postlint-disable-next-line duplicate-title\ntitle"
    )
    (folder / "c.md").write_text(text, encoding="utf-8")
    assert [one.muted_by for result in checked((".",)) for one in result.findings] == ["comment"]


def test_a_content_table_may_leave_posts_out(folder: Path) -> None:
    table = '\n[[content]]\nfiles = ["c.md"]\nrules.duplicate-title = "off"\n'
    (folder / "postlint.toml").write_text(table, encoding="utf-8")
    assert said(".") == {"a.md": [], "b.md": ["title is that of a.md, too"], "c.md": []}


def test_a_post_that_is_left_out_tells_the_others_what_it_says(folder: Path) -> None:
    text = """
    select = ["duplicate-title", "orphan-post", "category-used-once", "unknown-reference"]
    [[content]]
    files = ["old/**"]
    rules = {duplicate-title="off", orphan-post="off", category-used-once="off"}
    [[content]]
    files = ["old/**"]
    rules.unknown-reference = "off"
    [[content]]
    files = ["*.md"]
    schema = "s.json"
    """
    (folder / "postlint.toml").write_text(text, encoding="utf-8")
    schema = '{"properties": {"related": {"x-postlint-ref": "posts"}}}'
    (folder / "s.json").write_text(schema, encoding="utf-8")
    for name in ("b.md", "c.md"):
        (folder / name).write_text("---\ntags: [war, sea]\n---\n", encoding="utf-8")
    post = "---\ntitle: A\ntags: [war, peace]\nrelated: old\n---\n"
    (folder / "a.md").write_text(post, encoding="utf-8")
    (folder / "old").mkdir()
    links = "".join(f"[it](../{name}.md)\n" for name in "abc")
    old = f"---\ntitle: A\ndate: 2024-03-01\ntags: [peace, once]\n---\n{links}"
    (folder / "old" / "old.md").write_text(old, encoding="utf-8")
    assert not any(said(".").values())


@pytest.mark.parametrize("paths", [(".",), ("a.md",)])
@pytest.mark.parametrize("memory", [False, True])
def test_excluded_posts_count_where_it_is_said_that_no_post_has_something(
    folder: Path, paths: tuple[str, ...], memory: bool
) -> None:
    text = """
    exclude = ["old/"]
    [rules]
    orphan-post = "warning"
    category-used-once = "warning"
    [[content]]
    schema = "s.json"
    """
    (folder / "postlint.toml").write_text(text, encoding="utf-8")
    schema = '{"properties": {"related": {"x-postlint-ref": "posts"}}}'
    (folder / "s.json").write_text(schema, encoding="utf-8")
    for name in ("b.md", "c.md"):
        (folder / name).unlink()
    post = "---\ntitle: A\ntags: [war, peace]\nrelated: old\n---\n"
    (folder / "a.md").write_text(post, encoding="utf-8")
    (folder / "old").mkdir()
    old = "---\ntitle: A\ntags: [war, peace, once]\nrelated: gone\n---\n[it](../a.md)\n"
    (folder / "old" / "old.md").write_text(old, encoding="utf-8")
    assert said(*paths, memory=memory) == said(*paths, memory=memory) == {"a.md": []}
    (folder / "old" / "old.md").write_text("---\ntags: [war]\n---\n", encoding="utf-8")
    assert said(*paths, memory=memory) == {
        "a.md": ["no other post links to this one", 'tag is "peace", which no other post has']
    }
    shutil.rmtree(folder / "old")
    assert 'related is "old", which no post is called' in said(*paths, memory=memory)["a.md"]


def test_excluded_posts_are_compared_with_no_others(folder: Path) -> None:
    (folder / "postlint.toml").write_text(
        'select = ["duplicate-title", "orphan-post"]\nexclude = ["b.md"]\n', encoding="utf-8"
    )
    (folder / "a.md").write_text("[b](b.md) [c](c.md)\n", encoding="utf-8")
    assert not any(said(".").values())


def test_a_content_table_may_switch_a_rule_on_for_some_posts(folder: Path) -> None:
    table = '[[content]]\nfiles = ["b.md", "c.md"]\nrules.orphan-post = "error"\n'
    (folder / "postlint.toml").write_text(table, encoding="utf-8")
    (folder / "c.md").write_text("---\ntitle: C\n---\n[b](b.md)\n", encoding="utf-8")
    found = [one for result in checked((".",)) for one in result.findings]
    assert [(one.path, one.rule, str(one.severity)) for one in found] == [
        ("b.md", "duplicate-title", "warning"),
        ("c.md", "orphan-post", "error"),
    ]


def test_a_nested_configuration_is_a_site_of_its_own(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "postlint.toml").write_text("", encoding="utf-8")
    (folder / "other" / "d.md").write_text(NORTH.format(4), encoding="utf-8")
    assert said("other/d.md")["other/d.md"] == []


@pytest.mark.parametrize("paths", [("link/",), ("link/b.md",), ("link/b.md", "real/b.md")])
def test_a_post_is_in_its_own_folder_whichever_link_leads_to_it(
    folder: Path, paths: tuple[str, ...]
) -> None:
    (folder / "real").mkdir()
    for name in ("a.md", "b.md"):
        (folder / name).rename(folder / "real" / name)
    (folder / "link").symlink_to("real", target_is_directory=True)
    assert [len(found) for path, found in said(*paths).items() if path.endswith("b.md")] == [1]


def test_names_that_differ_by_case_are_two_posts(folder: Path) -> None:
    (folder / "A.md").write_text(NORTH.format(4), encoding="utf-8")
    if (folder / "a.md").read_text(encoding="utf-8") == NORTH.format(4):
        pytest.skip("this disk takes them for one")
    assert said(".")["A.md"] == ["title is that of a.md, b.md and c.md, too"]


def test_posts_by_the_thousand_with_one_title_are_one_finding(folder: Path) -> None:
    for number in range(500):
        (folder / f"{number}.md").write_text(NORTH.format(1), encoding="utf-8")
    found = [message for messages in said(".").values() for message in messages]
    assert found == ["title is that of a.md, b.md and 500 more posts, too"]


def test_a_run_in_a_folder_of_the_site_says_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "news" / "old").mkdir(parents=True)
    (folder / "news" / "d.md").write_text(NORTH.format(4), encoding="utf-8")
    (folder / "news" / "old" / "e.md").write_text(NORTH.format(5), encoding="utf-8")
    (folder / "news" / "old" / "f.md").write_text(NORTH.format(6), encoding="utf-8")
    here = said("news/old/f.md")["news/old/f.md"]
    monkeypatch.chdir(folder / "news" / "old")
    assert here == ["title is that of news/old/e.md, too"]
    assert said("f.md") == {"f.md": ["title is that of e.md, too"]}
    assert said("../d.md") == {"../d.md": []}
    monkeypatch.chdir(folder / "news")
    assert said("../c.md") == {"../c.md": ["title is that of ../a.md and ../b.md, too"]}


def test_a_configuration_from_elsewhere_does_not_move_the_site(folder: Path) -> None:
    (folder / "other").mkdir()
    other = folder / "other" / "postlint.toml"
    other.write_text('select = ["duplicate-title"]\n', encoding="utf-8")
    (folder / "other" / "z.md").write_text(NORTH.format(9), encoding="utf-8")
    site = Site(only=other)
    (result,) = run(site.with_rest(site.find(["c.md"])), site)
    assert [one.message for one in result.findings] == ["title is that of a.md and b.md, too"]


def test_a_post_that_is_piped_in_is_part_of_its_site() -> None:
    site = Site()
    text = NORTH.format(5).encode()
    found = site.with_rest(Found((Path("c.md"),)))
    result = run_alone(Path("c.md"), text, site, found=found)
    assert [one.message for one in result.findings] == ["title is that of a.md and b.md, too"]


def test_what_needs_all_posts_is_not_said_of_some(folder: Path) -> None:
    schema = {"properties": {"related": {"x-postlint-ref": "posts"}}}
    (folder / "post.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    config = 'select = ["unknown-reference"]\n[[content]]\nschema = "post.schema.json"\n'
    (folder / "postlint.toml").write_text(config, encoding="utf-8")
    (folder / "a.md").write_text("---\nrelated: b\n---\n", encoding="utf-8")
    (folder / "b.md").write_text("---\nrelated: x\n---\n", encoding="utf-8")
    site = Site()
    assert [one.findings for one in run(site.find(["b.md"]), site)] == [()]
    assert said("a.md") == {"a.md": []}
    assert len(said("b.md")["b.md"]) == 1


def test_a_post_alone_has_a_site_of_one(folder: Path) -> None:
    for name in ("b.md", "c.md"):
        (folder / name).unlink()
    assert said(".") == {"a.md": []}


def test_a_rule_that_crashes_is_told_and_the_run_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(rule: DuplicateTitle, site: SiteFacts[Own]) -> Iterator[tuple[str, Problem]]:
        raise RuntimeError("broken")

    monkeypatch.setattr(DuplicateTitle, "check", crash)
    results = checked((".",))
    assert [crash.part for one in results for crash in one.crashes] == ["rule duplicate-title"]
    assert len(results) == 3


def test_a_rule_that_reports_a_place_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def beyond(rule: DuplicateTitle, site: SiteFacts[Own]) -> Iterator[tuple[str, Problem]]:
        yield "a.md", Problem(Span(5, 99_999), "beyond")

    monkeypatch.setattr(DuplicateTitle, "check", beyond)
    results = checked((".",))
    assert [crash.part for one in results for crash in one.crashes] == ["rule duplicate-title"]


def test_a_post_without_front_matter_tells_nothing(folder: Path) -> None:
    (folder / "c.md").write_text("War in the north\n", encoding="utf-8")
    assert said(".") == {"a.md": [], "b.md": ["title is that of a.md, too"], "c.md": []}


SITES = Path(__file__).parents[3] / "shared" / "sites"


@pytest.mark.skipif(not SITES.is_dir(), reason="there are no shared sites")
def test_one_post_of_a_real_site_is_judged_as_in_a_run_of_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "jekyll-docs"
    shutil.copytree(SITES / name, folder / name)
    (folder / name / "postlint.toml").write_text('presets = ["all"]\n', encoding="utf-8")
    monkeypatch.chdir(folder / name)
    whole = {one.path: one for one in checked((".",), memory=True)}
    told = [path for path, one in whole.items() if one.neighbours != ALONE]
    assert told
    for path in (*told[:: len(told) // 4 + 1], *list(whole)[:: len(whole) // 2 + 1]):
        if Path(path).is_file():
            (alone,) = checked((path,), memory=True)
            assert alone.findings == whole[path].findings


def test_posts_without_a_site_are_placed_from_where_the_run_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "loose" / "news").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "loose")
    site = Site(isolated=True)
    assert list(sites_of([Neighbour("news/a.md", NO_FACTS)], site).values()) == [
        [Placed("news/a.md", 0)]
    ]


def test_a_value_that_a_data_file_lacks_takes_no_other_post(folder: Path) -> None:
    schema = {"properties": {"author": {"x-postlint-ref": "authors.yml"}}}
    (folder / "post.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    (folder / "authors.yml").write_text("anna: {name: Anna}\nben: {name: Ben}\n", encoding="utf-8")
    config = 'select = ["unknown-reference"]\n[[content]]\nschema = "post.schema.json"\n'
    (folder / "postlint.toml").write_text(config, encoding="utf-8")
    (folder / "a.md").write_text("---\nauthor: annna\n---\n", encoding="utf-8")
    site = Site()
    (result,) = run(site.find(["a.md"]), site)
    assert [one.suggestions for one in result.findings] == [("anna",)]
