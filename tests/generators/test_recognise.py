"""Which site generator a file is taken to be written for, and which files are no pages at all."""

from pathlib import Path

import pytest

from postlint.content.data.tree import Json
from postlint.generators.recognise import is_unpublished, recognise, why_no_schema

FRONT_MATTER: Json = {"title": "Ferry loses its evening crossing"}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(root: Path, *names: str) -> None:
    """Empty files; a name that ends in "/" is a folder, `name=text` has a content."""
    for name in names:
        path, _, text = name.partition("=")
        if path.endswith("/"):
            (root / path).mkdir(parents=True, exist_ok=True)
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)


@pytest.mark.parametrize(
    ("files", "post", "schema", "reason"),
    [
        (["_config.yml"], "_posts/2024-05-17-a.md", "jekyll-post", "jekyll: _config.yml in ./"),
        (["docs/_config.yml"], "docs/a.md", "jekyll-post", "jekyll: _config.yml in docs/"),
        (["docs/_config.yml"], "other/a.md", "post", "plain: no site generator was recognised"),
        (["_config.toml"], "a/b/c.md", "jekyll-post", "jekyll: _config.toml in ./"),
        (["hugo.toml"], "content/a.md", "hugo-page", "hugo: hugo.toml in ./"),
        (["hugo.yaml"], "content/a.md", "hugo-page", "hugo: hugo.yaml in ./"),
        (
            ["config.toml=baseURL = 'https://example.org/'", "content/"],
            "content/a.md",
            "hugo-page",
            "hugo: config.toml beside content/ in ./",
        ),
        (
            ["config/_default/hugo.toml"],
            "content/en/a.md",
            "hugo-page",
            "hugo: config/_default/ in ./",
        ),
        (
            ["content/", "archetypes/"],
            "content/a.md",
            "hugo-page",
            "hugo: archetypes/ beside content/ in ./",
        ),
        (["config.toml"], "a.md", "post", "plain: no site generator was recognised"),
        (
            ["astro.config.mjs"],
            "src/content/blog/a.mdx",
            "astro-post",
            "astro: astro.config.mjs in ./",
        ),
        (
            ["website/docusaurus.config.ts"],
            "website/docs/a.mdx",
            "docusaurus-post",
            "docusaurus: docusaurus.config.ts in website/",
        ),
        (
            ["config.php", "source/"],
            "source/_posts/a.md",
            "jigsaw-post",
            "jigsaw: config.php beside source/ in ./",
        ),
    ],
)
def test_marker_file_names_the_generator(
    site: Path, files: list[str], post: str, schema: str, reason: str
) -> None:
    make(site, *files)
    found = recognise(Path(post), site, FRONT_MATTER)
    assert found is not None
    assert (found.schema, found.reason) == (schema, reason)


@pytest.mark.parametrize(
    ("files", "name"),
    [
        (["config.toml=base_url = 'https://example.org'", "content/", "templates/"], "zola"),
        (["_config.yml", "scaffolds/"], "hexo"),
        (["_config.yml", "package.json", "source/_posts/"], "hexo"),
        (["_config.yml", "_toc.yml"], "jupyter book"),
        (["eleventy.config.js"], "eleventy"),
        (["mkdocs.yml"], "mkdocs"),
        ([".vitepress/config.ts"], "vitepress"),
    ],
)
def test_generator_without_a_schema_of_its_own_gets_the_plain_one(
    site: Path, files: list[str], name: str
) -> None:
    make(site, *files)
    found = recognise(Path("content/a.md"), site, FRONT_MATTER)
    assert found is not None
    assert (found.name, found.schema) == (name, "post")


@pytest.mark.parametrize(
    ("config", "name"),
    [
        ("title = 'A'\nmenu = [\n  ['a', 'b'],\n]\nbase_url = 'https://a.org'\n[extra]\n", "zola"),
        ("title = 'A'\r\n[extra]  # ours\r\nbase_url = 'https://a.org'\r\n", "hugo"),
        ("baseURL = 'https://a.org'\n[params]\n  base_url = 'x'\n", "hugo"),
        ("[[menu.main]]\nbase_url = 'x'\n", "hugo"),
    ],
)
def test_the_key_that_tells_zola_stands_in_no_table(site: Path, config: str, name: str) -> None:
    make(site, "content/")
    (site / "config.toml").write_bytes(config.encode())
    found = recognise(Path("content/a.md"), site, FRONT_MATTER)
    assert (found and found.name) == name


def test_octopress_is_jekyll(site: Path) -> None:
    make(site, "_config.yml", "Rakefile", "package.json", "source/_posts/")
    found = recognise(Path("source/_posts/2012-01-02-a.md"), site, FRONT_MATTER)
    assert found is not None
    assert found.schema == "jekyll-post"


def test_nearest_marker_wins(site: Path) -> None:
    make(site, "_config.yml", "website/docusaurus.config.js", "manual/mkdocs.yml")
    paths = ("a.md", "website/docs/a.md", "manual/docs/a.md")
    found = [recognise(Path(path), site, FRONT_MATTER) for path in paths]
    assert [generator and generator.name for generator in found] == [
        "jekyll",
        "docusaurus",
        "mkdocs",
    ]


def test_markers_above_the_root_do_not_count(site: Path) -> None:
    make(site, "_config.yml", "inner/posts/")
    found = recognise(Path("inner/posts/a.md"), site / "inner", FRONT_MATTER)
    assert found is not None
    assert found.name == "plain"


def test_outside_of_the_root_the_search_ends_at_the_repository(site: Path) -> None:
    make(site, "_config.yml", "other/.git/", "other/posts/", "project/", "bare/posts/")
    inside = recognise(site / "other/posts/a.md", site / "project", FRONT_MATTER)
    above = recognise(site / "bare/posts/a.md", site / "project", FRONT_MATTER)
    assert (inside and inside.name, above and above.name) == ("plain", "jekyll")


@pytest.mark.parametrize(
    ("path", "front_matter", "reason"),
    [
        ("a.md", {"extends": "_layouts.post"}, "jigsaw: extends is _layouts.post"),
        (
            "a.md",
            {"extends": {"web": "_layouts.person", "api": "_layouts.api"}},
            "jigsaw: extends is _layouts.person",
        ),
        ("a.md", {"extends": "base"}, "plain: no site generator was recognised"),
        ("a.md", {"extends": 5}, "plain: no site generator was recognised"),
        ("a.md", ["extends"], "plain: no site generator was recognised"),
        ("_posts/2020-01-02-x.md", FRONT_MATTER, "jekyll: 2020-01-02-x.md in _posts/"),
        ("_posts/es/2020-01-02-x.md", None, "jekyll: 2020-01-02-x.md in _posts/"),
        ("_posts/x.md", FRONT_MATTER, "plain: no site generator was recognised"),
        ("posts/2020-01-02-x.md", FRONT_MATTER, "plain: no site generator was recognised"),
    ],
)
def test_without_a_marker_the_post_speaks_for_itself(
    site: Path, path: str, front_matter: Json, reason: str
) -> None:
    found = recognise(Path(path), site, front_matter)
    assert found is not None
    assert found.reason == reason


@pytest.mark.parametrize(
    ("files", "path", "front_matter", "reason"),
    [
        ([], "README.md", FRONT_MATTER, "README.md is about the project, not a page of the site"),
        (["_config.yml"], "docs/readme.md", None, "readme.md is about the project, not a page"),
        ([], "CONTRIBUTING.md", None, "CONTRIBUTING.md is about the project, not a page"),
        ([], "LICENSE.md", None, "LICENSE.md is about the project, not a page"),
        ([], ".github/ISSUE_TEMPLATE/bug.md", FRONT_MATTER, ".github/ is not part of the site"),
        ([], "node_modules/x/a.md", FRONT_MATTER, "node_modules/ is not part of the site"),
        ([], "notes/a.md", None, "it has no front matter"),
        (["hugo.toml"], "archetypes/news.md", {"title": ""}, "archetypes/ holds templates of hugo"),
        (["_config.yml"], "_includes/a.md", {}, "_includes/ holds templates of jekyll"),
        (
            ["docusaurus.config.js"],
            "docs/_partial.mdx",
            {},
            "_partial.mdx starts with _, so docusaurus makes no page of it",
        ),
        (["docusaurus.config.js"], "docs/_parts/a.mdx", {}, "_parts/ starts with _, so docusaurus"),
    ],
)
def test_file_that_is_no_page_has_no_schema(
    site: Path, files: list[str], path: str, front_matter: Json, reason: str
) -> None:
    make(site, *files)
    assert recognise(Path(path), site, front_matter) is None
    assert (why_no_schema(Path(path), site, front_matter) or "").startswith(reason)


def test_page_about_security_is_a_page(site: Path) -> None:
    make(site, "docusaurus.config.js")
    assert why_no_schema(Path("docs/security.md"), site, FRONT_MATTER) is None


def test_hidden_folder_above_the_site_does_not_matter(site: Path) -> None:
    make(site, ".sites/blog/hugo.toml", ".sites/blog/content/")
    post = site / ".sites/blog/content/a.md"
    for root in (site / ".sites/blog", site / "elsewhere"):
        found = recognise(post, root, FRONT_MATTER)
        assert found is not None
        assert found.name == "hugo"


def test_each_folder_is_listed_once(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(site, "_config.yml", "posts/2024/")
    first = recognise(Path("posts/2024/a.md"), site, FRONT_MATTER)
    (site / "_config.yml").unlink()
    assert recognise(Path("posts/2024/b.md"), site, FRONT_MATTER) == first


def test_folder_that_is_not_there_is_no_error(site: Path) -> None:
    found = recognise(Path("gone/a.md"), site, FRONT_MATTER)
    assert found is not None
    assert found.name == "plain"


@pytest.mark.parametrize(
    ("front_matter", "is_so"),
    [
        ({"headless": True}, True),
        ({"build": {"render": "never"}}, True),
        ({"_build": {"render": False}}, True),
        ({"cascade": {"build": {"render": "never"}}}, True),
        ({"cascade": {"build": {"render": "never"}}, "build": {"render": "always"}}, False),
        ({"headless": False, "build": {"list": "never"}, "cascade": [1]}, False),
        ({"build": "never", "cascade": None}, False),
    ],
)
def test_what_hugo_makes_no_page_of_by_its_own_word(
    front_matter: dict[str, Json], is_so: bool
) -> None:
    assert is_unpublished("hugo", front_matter) == is_so
    assert not is_unpublished("jekyll", front_matter)
