"""What is proposed for a site: it can be read, it says what was seen, and posts pass it."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from postlint.config.load import load_config
from postlint.config.proposal import NAME, Proposal, propose
from postlint.config.schema import config_schema
from postlint.config.site import Site
from postlint.config.survey import SeenPost, Survey, survey
from postlint.content.discover import find_files
from postlint.content.document import parse
from postlint.content.source import decode
from postlint.engine.run import run
from postlint.engine.try_config import try_config
from postlint.generators.folder_groups import Page
from postlint.generators.recognise import Generator
from postlint.language.house_locale import HouseLocale
from postlint.model.errors import SchemaError
from postlint.schema.infer.sample import Sample

SITES = Path(__file__).parents[3] / "shared" / "sites"
SHIPPED = {f"{name}.schema.json" for name in ("post", "jekyll-post", "hugo-page")}
UNSURE = HouseLocale("", 0, 0, is_other=False)
HUGO = Generator("hugo", "hugo-page", "hugo.toml in site/")


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def posts(folder: str, front_matter: str, number: int = 12) -> dict[str, str]:
    return {
        f"{folder}/p{index}.md": f"---\n{front_matter.format(index)}\n---\nText\n"
        for index in range(number)
    }


def proposed(root: Path, language: HouseLocale = UNSURE) -> tuple[Survey, Proposal]:
    seen = survey(find_files([root], root=root), root)
    return seen, propose(seen, language)


def content_of(proposal: Proposal) -> Sequence[Mapping[str, object]]:
    tables: Sequence[Mapping[str, object]] = tomllib.loads(proposal.files[NAME])["content"]
    return tables


def test_a_schema_for_each_type_and_one_for_the_generator(tmp_path: Path) -> None:
    write(tmp_path, {"hugo.toml": "", "archetypes/a.md": "---\ntitle: x\n---\n"})
    write(tmp_path, posts("content/blog", "title: Post {}\ndate: 2024-05-17\ntags: [a]"))
    write(tmp_path, posts("content/team", "name: Anna {}\nrole: editor"))
    assert content_of(proposed(tmp_path)[1]) == [
        {"files": ["content/**"], "schema": "hugo-page"},
        {"files": ["content/blog/**"], "schema": "schemas/blog.schema.json"},
        {"files": ["content/team/**"], "schema": "schemas/team.schema.json"},
    ]


def test_a_table_for_each_layout(tmp_path: Path) -> None:
    fields = {
        "post": "title: Post {}\ndate: 2024-05-17\ntags: [a]",
        "photo": "title: Photo {}\ndate: 2024-05-17\ntags: [a]",
        "recipe": "name: Soup {}\ntime: 3\nserves: 4",
    }
    for layout, front_matter in fields.items():
        texts = posts("a", f"layout: {layout}\n{front_matter}").items()
        write(tmp_path, {path.replace("/p", f"/{layout}"): text for path, text in texts})
    plain, layouts, *tables = content_of(proposed(tmp_path)[1])
    assert plain == {"files": ["**"], "schema": "post"}
    assert layouts == {"files": ["a/**"], "schema": "schemas/a-layout.schema.json"}
    assert [(one["where"], one["schema"]) for one in tables] == [
        ({"layout": "photo"}, "schemas/photo.schema.json"),
        ({"layout": "post"}, "schemas/photo.schema.json"),
        ({"layout": "recipe"}, "schemas/recipe.schema.json"),
    ]


def test_a_layout_that_nobody_has_is_told(tmp_path: Path) -> None:
    root = tmp_path / "site"
    fields = {"photo": "title: Photo {}\ntags: [a]", "video": "name: Video {}\nlength: 3"}
    for layout, number in (("photo", 40), ("video", 20), ("vidoe", 1)):
        front_matter = fields.get(layout, fields["video"])
        texts = posts("a", f"layout: {layout}\n{front_matter}", number).items()
        write(root, {path.replace("/p", f"/{layout}"): text for path, text in texts})
    seen, proposal = proposed(root)
    write(tmp_path / "draft", proposal.files)
    (slip,) = (one for one in try_config(tmp_path / "draft" / NAME, seen) if one.findings)
    assert slip.findings[0].message == '"layout" is "vidoe", did you mean "video"?'
    write(root, proposal.files)
    write(root, {"a/new.md": "---\nlayout: galery\n---\n"})
    site = Site(only=root / NAME)
    told = run(site.find([str(root / "a" / "new.md")]), site)
    assert [one.rule for each in told for one in each.findings] == ["value-not-allowed"]


@pytest.mark.parametrize("marker", ["", "zola.toml", "mkdocs.yml", "eleventy.config.js"])
def test_what_holds_without_a_configuration_is_still_told(tmp_path: Path, marker: str) -> None:
    root = tmp_path / "site"
    write(root, posts("content/blog", "title: Post {}\ndate: 2024-05-17", 60))
    for folder in ("blog", "few"):
        bad = f"---\ntitle: {folder}\ndate: 2024-05-17\ndraft: 'no'\n---\nText\n"
        write(root, {f"content/{folder}/bad.md": bad})
    write(root, {marker: ""} if marker else {})
    seen, proposal = proposed(root)
    write(tmp_path / "draft", proposal.files)
    told = [one.findings for one in try_config(tmp_path / "draft" / NAME, seen) if one.findings]
    said = '"draft" is "no": a word in quotes counts as true'
    assert [[one.message[: len(said)] for one in findings] for findings in told] == [[said], [said]]


def test_each_post_keeps_the_shipped_schema_that_it_had(tmp_path: Path) -> None:
    write(tmp_path, posts("a/_posts", "title: Post {}\ndate: 2024-05-17"))
    write(tmp_path, posts("notes", "title: Post {}\nplace: here"))
    write(tmp_path, posts("hugo/content/blog", "title: Post {}\nweight: 3"))
    write(tmp_path, {"hugo/hugo.toml": "", "about.md": "---\ntitle: A\n---\n"})
    for day in range(10, 20):
        text = "---\ntitle: A\nlayout: post\n---\n"
        write(tmp_path, {f"{folder}/_posts/2024-05-{day}-a.md": text for folder in ("b", "c")})
    seen, proposal = proposed(tmp_path)
    write(tmp_path, proposal.files)
    resolver = Site(only=tmp_path / NAME).resolver_for(tmp_path)
    for post in seen.posts:
        path = Path(post.shown)
        bound = resolver.settings(parse(post.shown, decode(path.read_bytes()))).schemas
        shipped = [name for one in bound if (name := one.schema.path.name) in SHIPPED]
        assert post.generator
        assert shipped == [f"{post.generator.schema}.schema.json"]


def test_what_the_generator_has_built_is_excluded(tmp_path: Path) -> None:
    write(tmp_path, {"_config.yml": ""} | posts("_posts", "title: Post {}"))
    write(tmp_path, posts("_site", "title: Post {}"))
    seen, proposal = proposed(tmp_path)
    assert tomllib.loads(proposal.files[NAME])["exclude"] == ["/_site/"]
    assert len(seen.posts) == 12


def test_what_is_no_page_of_its_own_is_of_no_kind(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, {"hugo.toml": ""} | posts("content/blog", "title: Post {}\ndate: 2024-05-17", 60))
    write(root, {"content/blog/images/index.md": "---\nheadless: true\n---\n"})
    write(root, {"content/parts/index.md": "---\nheadless: true\ndraft: 'no'\n---\n"})
    assert passing(root, tmp_path / "draft") == (60, 60)
    shipped, blog = content_of(proposed(root)[1])
    assert shipped == {"files": ["content/**"], "schema": "hugo-page"}
    assert blog["files"] == ["content/blog/**", "!content/blog/images/**"]


def test_posts_of_a_configuration_further_down_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, posts("a", "title: Post {}") | posts("b", "title: Post {}"))
    write(tmp_path, {"b/postlint.toml": ""})
    seen, proposal = proposed(tmp_path)
    assert [one.type.files for one in proposal.types] == [("a/**",)]
    assert seen.nested == (tmp_path / "b" / "postlint.toml",)


def test_the_locale_is_written_where_it_is_sure(tmp_path: Path) -> None:
    write(tmp_path, posts("a", "title: Post {}"))
    british = HouseLocale("en-GB", 40, 39, is_other=False)
    assert tomllib.loads(proposed(tmp_path, british)[1].files[NAME])["locale"] == "en-GB"
    text = proposed(tmp_path, HouseLocale("", 0, 0, is_other=True))[1].files[NAME]
    assert '#locale = "de"  # the posts do not read as English: name their language\n' in text


def test_front_matter_that_a_generator_needs_not_may_be_missing(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": ""} | posts("docs", "title: Post {}"))
    write(tmp_path, {f"docs/bare{index}.md": "# Title\n" for index in range(12)})
    (only,) = proposed(tmp_path)[1].types
    assert "required" not in only.inferred.schema


def test_values_of_a_data_file_are_referred_to(tmp_path: Path) -> None:
    write(tmp_path, {"_data/staff.yml": "- id: anna\n- id: ben\n- id: cem\n"})
    write(tmp_path, posts("a", "title: Post {}\nauthor: anna"))
    write(tmp_path, posts("a", "title: Post {}\nauthor: ben", 9))
    schema = proposed(tmp_path)[1].files["schemas/a.schema.json"]
    assert '"x-postlint-ref": "_data/staff.yml#/*/id"' in schema


def test_schemas_come_before_the_configuration_that_names_them(tmp_path: Path) -> None:
    write(tmp_path, posts("a", "title: Post {}"))
    *schemas, last = proposed(tmp_path)[1].files
    assert (schemas, last) == (["schemas/a.schema.json"], NAME)


FOLDER = st.lists(
    st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=4).filter(
        lambda part: part not in (".", "..")
    ),
    max_size=2,
).map("/".join)
VALUE = st.text(max_size=5)


@given(
    st.dictionaries(FOLDER, st.tuples(VALUE, st.sampled_from(["a", "b"])), max_size=4),
    st.sampled_from([None, "", "site"]),
)
def test_whatever_the_names_it_is_a_configuration(
    folders: Mapping[str, tuple[str, str]], site: str | None
) -> None:
    seen = []
    for folder, (layout, key) in folders.items():
        data = {"layout": layout, key: "x", f"{key}2": "y"}
        for number in range(10):
            page = Page(f"{folder}/{number}.md".lstrip("/"), data)
            sample = Sample(page.path, data, "")
            seen.append(SeenPost(page.path, page, sample, HUGO if site is not None else None, site))
    proposal = propose(Survey("/x", tuple(seen), (), (), (), {}), UNSURE)
    Draft202012Validator(config_schema()).validate(tomllib.loads(proposal.files[NAME]))
    assert all(text.encode() for text in proposal.files.values())


def passing(root: Path, draft: Path) -> tuple[int, int]:
    """How many posts of a site pass what is proposed for it, and how many there are."""
    seen, proposal = proposed(root)
    write(draft, proposal.files)
    load_config(draft / NAME)
    checked = list(try_config(draft / NAME, seen))
    bad = (one for one in checked if any(each.severity.rank for each in one.findings))
    return len(checked) - len(list(bad)), len(checked)


def test_posts_are_tried_before_anything_is_written(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, posts("blog", "title: Post {}\ndate: 2024-05-17\ntags: [a]", 60))
    write(root, {"blog/odd.md": "---\ntitle: Odd\n---\n", "blog/bare.md": "Text\n"})
    assert passing(root, tmp_path / "draft") == (60, 62)
    assert not (root / NAME).exists()


@pytest.mark.skipif(not SITES.is_dir(), reason="the sites are not here")
@pytest.mark.parametrize("name", sorted(p.name for p in SITES.iterdir()) if SITES.is_dir() else [])
def test_almost_all_posts_of_a_real_site_pass(name: str, tmp_path: Path) -> None:
    # Beside Jekyll's site lie the posts of its tests, many of them broken with intent.
    passed, number = passing(SITES / name / ("docs" if name == "jekyll-docs" else ""), tmp_path)
    assert passed >= 0.97 * number


def test_a_value_that_a_data_file_has_not_is_told_as_a_run_tells_it(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, {"_data/staff.yml": "- id: anna\n- id: ben\n- id: cem\n"})
    write(root, posts("blog", "title: Post {}\nauthor: anna", 60))
    write(root, posts("news", "title: Post {}\nauthor: ben", 60))
    write(root, {"blog/odd.md": "---\ntitle: Odd\nauthor: bne\n---\n"})
    assert passing(root, tmp_path / "draft") == (120, 121)
    seen, proposal = proposed(root)
    (odd,) = (one for one in try_config(tmp_path / "draft" / NAME, seen) if one.findings)
    write(root, proposal.files)
    site = Site(only=root / NAME)
    run_of_all = {
        one.path: one.findings for one in run(site.with_rest(site.find([str(root)])), site)
    }
    assert run_of_all[odd.path] == odd.findings
    assert [one.rule for one in odd.findings] == ["unknown-reference"]


def test_a_data_file_that_is_gone_is_told_without_the_folder_of_the_trial(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, {"_data/staff.yml": "- id: anna\n- id: ben\n"})
    write(root, posts("a", "title: Post {}\nauthor: anna") | posts("b", "author: ben\ntitle: B{}"))
    seen, proposal = proposed(root)
    write(tmp_path / "draft", proposal.files)
    (root / "_data" / "staff.yml").unlink()
    with pytest.raises(SchemaError) as caught:
        try_config(tmp_path / "draft" / NAME, seen)
    assert "draft" not in str(caught.value)
    assert "site/schemas/" in str(caught.value)


def test_a_run_says_of_the_front_matter_what_the_trial_has_said(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, posts("blog", "title: Post {}\ndate: 2024-05-17\ntags: [Art, new]", 60))
    odd = {
        "bare": "Text with teh slip.\n",
        "broken": "---\ntitle: [\n---\n",
        "order": "---\ntitle: Order\ndate: 2024-05-17\nupdated: 2024-05-01\ntags: [art]\n---\n",
        "slug": "---\ntitle: Slug\ndate: 2024-05-18\nslug: a-slug\ntags: [new]\n---\n",
        "slug-too": "---\ntitle: Another\ndate: 2024-05-19\nslug: a-slug\ntags: [new]\n---\n",
        "words": "---\ntitle: Teh end\ndate: 2024-05-18\ntags: [new]\n---\nIt was a apple.\n",
    }
    write(root, {f"blog/{name}.md": text for name, text in odd.items()})
    seen, proposal = proposed(root)
    write(tmp_path / "draft", proposal.files)
    trial = try_config(tmp_path / "draft" / NAME, seen, today="2026-01-31")
    write(root, proposal.files)
    site = Site(only=root / NAME, today="2026-01-31")
    run_of_all = run(site.with_rest(site.find([str(root)])), site)
    tried = [finding for one in trial for finding in one.findings]
    assert {(Path(one.path).stem, one.rule) for one in tried} == {
        ("bare", "missing-front-matter"),
        ("broken", "front-matter-syntax"),
        ("order", "date-order"),
        ("order", "value-not-allowed"),
        ("slug-too", "duplicate-slug"),
        ("words", "known-misspelling"),
    }
    told = [finding for one in run_of_all for finding in one.findings]
    assert [one.rule for one in told if one not in tried] == ["known-misspelling", "a-an"]
    assert all(one in told for one in tried)
