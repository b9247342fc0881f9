"""Where the posts of a site are published, by generator and configuration."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postlint.content.data.tree import Json
from postlint.content.route_facts import route_facts
from postlint.generators.address import days_of, joined, key_of, origin_and_base
from postlint.generators.addresses import KnownSites
from postlint.generators.hugo import sanitized
from postlint.generators.site_files import SiteFiles
from time_growth import growth

CONFIGS: Mapping[str, str] = {
    "hugo": "hugo.toml",
    "jekyll": "_config.yml",
    "docusaurus": "docusaurus.config.js",
    "eleventy": "eleventy.config.js",
    "jigsaw": "config.php",
    "astro": "astro.config.mjs",
    "zola": "zola.toml",
}


def published(
    root: Path, generator: str, config: str, path: str, front_matter: Json
) -> tuple[str, ...] | None:
    """All addresses of one post, its own first, then aliases; None where no page is made."""
    (root / CONFIGS[generator]).write_text(config, encoding="utf-8")
    (root / "source").mkdir(exist_ok=True)
    site = KnownSites(str(root)).of(str(root))
    assert site is not None
    one = site.addresses.published(path, route_facts(front_matter))
    return None if one is None else (*one.addresses, *one.aliases)


@pytest.mark.parametrize(
    ("config", "path", "front_matter", "expected"),
    [
        ("", "content/posts/post-1.md", {}, ["/posts/post-1/"]),
        ("", "content/posts/My Post.md", {}, ["/posts/my-post/"]),
        ("", "content/posts/post-1/index.md", {}, ["/posts/post-1/"]),
        ("", "content/posts/post-1/index.md", {"slug": "first"}, ["/posts/first/"]),
        ("", "content/posts/a.md", {"slug": "first"}, ["/posts/first/"]),
        ("", "content/posts/a.md", {"url": "/articles/first"}, ["/articles/first/"]),
        ("", "content/posts/a.md", {"url": "articles/first.html"}, ["/articles/first.html"]),
        ("", "content/posts/a.md", {"url": "/:section/x"}, []),
        ("", "content/posts/_index.md", {}, ["/posts/"]),
        ("", "content/_index.md", {}, ["/"]),
        ("", "content/about.md", {}, ["/about/"]),
        ("", "content/a.md", {"build": {"render": "never"}}, None),
        ("", "content/a.md", {"_build": {"render": False}}, None),
        ("", "content/a.md", {"build": {"list": "never"}}, ["/a/"]),
        ("", "content/a/index.md", {"headless": True}, None),
        ("", "layouts/about.md", {}, None),
        ("disablePathToLower = true", "content/posts/My-Post.md", {}, ["/posts/My-Post/"]),
        ("uglyURLs = true", "content/posts/a.md", {}, ["/posts/a.html"]),
        ("[uglyURLs]\nposts = true", "content/posts/a.md", {}, ["/posts/a.html"]),
        ("[uglyURLs]\nposts = true", "content/docs/a.md", {}, ["/docs/a/"]),
        ("[uglyURLs]\nPosts = true", "content/posts/a.md", {}, ["/posts/a.html"]),
        ("baseURL = 'https://x.org/blog/'", "content/a.md", {}, ["/blog/a/"]),
        ("", "content/a.md", {"aliases": ["/old", "older"]}, ["/a/", "/old", "/older"]),
        ("", "content/b/a.md", {"aliases": ["old", "../older/"]}, ["/b/a/", "/b/old", "/older/"]),
        (
            "[permalinks]\nposts = '/:year/:month/:slug/'",
            "content/posts/a.md",
            {"date": "2024-03-01", "title": "What's new?"},
            ["/2024/03/whats-new/"],
        ),
        (
            "[permalinks.page]\nposts = '/:year/:contentbasename'",
            "content/posts/A.md",
            {"date": "2024-03-01T00:00:00"},
            ["/2024/a/"],
        ),
        ("[permalinks]\nposts = '/:year/:slug/'", "content/posts/a.md", {"slug": "x"}, []),
        ("[permalinks]\nposts = '/:unheard/'", "content/posts/a.md", {}, []),
        ("[permalinks]\nposts = '/:sections[1:]/'", "content/posts/a.md", {}, []),
        ("[[permalinks]]\npattern = '/:slug/'", "content/posts/a.md", {}, []),
        ("[permalinks]\n'/posts/' = '/b/:filename/'", "content/posts/a.md", {}, ["/b/a/"]),
        ("[permalinks]\nPosts = '/b/:filename/'", "content/posts/a.md", {}, ["/b/a/"]),
        ("[permalinks]\nposts = '/b/:filename/'", "content/Posts/a.md", {}, ["/b/a/"]),
        ("[permalinks.Page]\nPosts = '/b/:filename/'", "content/posts/a.md", {}, ["/b/a/"]),
        ("[permalinks]\n'/' = '/b/:filename/'", "content/a.md", {}, ["/b/a/"]),
        ("[permalinks]\n'/' = '/b/:filename/'", "content/posts/a.md", {}, ["/posts/a/"]),
        ("[permalinks]\n'/' = '/b/:filename/'", "content/a/index.md", {}, []),
        ("[permalinks]\n'/' = '/b/'", "content/_index.md", {}, ["/"]),
        ("[permalinks]\nposts = '/b/'\nPosts = '/c/'", "content/posts/a.md", {}, []),
        ("[permalinks]\nmy-posts = '/b/:filename/'", "content/my posts/a.md", {}, []),
        ("[permalinks.section]\n'/Posts/' = '/b/'", "content/posts/_index.md", {}, []),
        ("[permalinks.section]\nposts = '/b/'", "content/posts/c/_index.md", {}, []),
        (
            "[permalinks]\nposts = '/:day/:filename/'",
            "content/posts/a.md",
            {"date": "2024-03-01T23:30:00Z"},
            ["/01/a/", "/29/a/", "/02/a/"],
        ),
        (
            "[languages.en]\nweight = 1\n[languages.de]\nweight = 2",
            "content/posts/a.de.md",
            {},
            ["/de/posts/a/"],
        ),
        ("[languages.en]\n[languages.de]", "content/posts/a.md", {}, ["/posts/a/"]),
        ("[languages.en]\n[languages.pt-BR]", "content/a.pt-BR.md", {}, ["/pt-BR/a/"]),
        ("[languages.en]\n[languages.pt-br]", "content/a.pt-BR.md", {}, ["/pt-br/a/"]),
        (
            "defaultContentLanguage = 'pt-br'\n[languages.en]\n[languages.pt-BR]",
            "content/a.pt-BR.md",
            {},
            ["/a/"],
        ),
        (
            "[languages.en]\ncontentDir = 'content/en'\n[languages.de]\ncontentDir = 'content/de'",
            "content/de/a.md",
            {},
            ["/de/a/"],
        ),
        (
            "[[module.mounts]]\nsource = 'content/en'\ntarget = 'content'",
            "content/en/a.md",
            {},
            ["/a/"],
        ),
        (
            "[[module.mounts]]\nsource = 'manual'\ntarget = 'content/docs'",
            "manual/x/a.md",
            {},
            ["/docs/x/a/"],
        ),
        ("theme = 'dark'", "themes/dark/content/a.md", {}, None),
        ("[languages.en]\n[languages.de]", "content/a.de.md", {"url": "/x/"}, ["/x/"]),
        ("[languages.en]\n[languages.de]", "content/a.de.md", {"url": "x/"}, ["/de/x/"]),
        ("removePathAccents = true", "content/Été-chaud.md", {}, ["/ete-chaud/"]),
        ("ignoreFiles = ['\\.draft\\.md$', 'old/']", "content/a.draft.md", {}, None),
        ("ignoreFiles = ['\\.draft\\.md$', 'old/']", "content/old/a.md", {}, None),
        ("ignoreFiles = ['\\.draft\\.md$', 'old/']", "content/a.md", {}, ["/a/"]),
    ],
)
def test_hugo(
    tmp_path: Path, config: str, path: str, front_matter: Json, expected: list[str] | None
) -> None:
    said = published(tmp_path, "hugo", config, path, front_matter)
    assert said == (None if expected is None else tuple(expected))


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


DEFAULT = {
    "config/_default/hugo.yaml": "baseURL: https://x.org/blog\n",
    "config/_default/permalinks.toml": "posts = '/:filename/'\n",
}


@pytest.mark.parametrize(
    ("more", "address"),
    [
        ({}, "/blog/a/"),
        ({"hugo.toml": "baseURL = 'https://x.org/'\n[permalinks]\nnews = '/n/'"}, "/blog/a/"),
        ({"config/production/hugo.toml": "baseURL = 'https://x.org/'"}, "/a/"),
        ({"config/production/permalinks.json": '{"posts": "/p/:filename/"}'}, "/blog/p/a/"),
        ({"config/_default/more/permalinks.toml": "[permalinks]\nposts = '/q/'"}, "/blog/q/"),
        ({"config/staging/hugo.toml": "baseURL = 'https://x.org/'"}, "/blog/a/"),
    ],
)
def test_hugo_with_folders_of_configurations(
    tmp_path: Path, more: Mapping[str, str], address: str
) -> None:
    write(tmp_path, {**DEFAULT, **more})
    site = KnownSites(str(tmp_path)).of(str(tmp_path))
    assert site is not None
    one = site.addresses.published("content/posts/a.md", route_facts({}))
    assert one is not None
    assert (one.address, site.addresses.origin) == (address, "https://x.org")


@pytest.mark.parametrize(
    "more",
    [
        {"config/_default/permalinks.de.toml": "posts = '/x/'"},
        {"config/_default/cascade.toml": "[build]\nrender = 'never'"},
        {"config/_default/cascade.toml": "[[cascade]]\n[cascade.build]\nrender = 'never'"},
        {"config/_default/hugo.toml": "[broken"},
        {"hugo.toml": "ignoreFiles = ['a.*b']"},
        {"hugo.toml": "[languages.de]\nbaseURL = 'https://x.de/'"},
        {
            "hugo.toml": "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n"
            "files = ['! docs/*']"
        },
    ],
)
def test_hugo_with_a_configuration_that_is_not_understood(
    tmp_path: Path, more: Mapping[str, str]
) -> None:
    write(tmp_path, {**DEFAULT, **more})
    assert KnownSites(str(tmp_path)).of(str(tmp_path)) is None


@pytest.mark.parametrize(
    ("path", "is_page"),
    [
        ("content/posts/a/index.md", True),
        ("content/posts/a/notes.md", False),
        ("content/posts/a/sub/notes.md", False),
        ("content/posts/a/sub/index.md", False),
        ("content/posts/b/notes.md", True),
        ("content/posts/c/notes.md", True),
        ("content/notes.md", True),
    ],
)
def test_hugo_makes_no_page_of_what_belongs_to_one(
    tmp_path: Path, path: str, is_page: bool
) -> None:
    write(tmp_path, {"content/posts/a/index.md": "", "content/posts/b/_index.md": ""})
    write(tmp_path, {"content/posts/c/index.txt": "", "content/index.md": ""})
    assert (published(tmp_path, "hugo", "", path, {}) is not None) == is_page


def test_hugo_with_a_theme(tmp_path: Path) -> None:
    write(tmp_path, {"themes/dark/content/t.md": "", "themes/dark/hugo.toml": "[module]"})
    assert published(tmp_path, "hugo", "theme = 'dark'", "themes/dark/content/t.md", {}) == ("/t/",)
    site = KnownSites(str(tmp_path)).of(str(tmp_path))
    assert site is not None
    one = site.addresses.published("themes/dark/content/t.md", route_facts({}))
    # A page of the site itself may stand for it.
    assert one is not None
    assert one.address is None
    assert site.addresses.made().beginnings == ()
    assert "themes/dark/static" in {mount.folder for mount in site.addresses.static}


@pytest.mark.parametrize(
    "config",
    [
        "theme = 'gone'",
        "theme = ['dark', 'gone']",
        "[[module.imports]]\npath = 'example.org/x'",
        "theme = 'moving'",
    ],
)
def test_hugo_with_a_theme_of_which_little_is_known(tmp_path: Path, config: str) -> None:
    write(tmp_path, {"themes/dark/theme.toml": "", "hugo.toml": config})
    mounts = "[[module.mounts]]\nsource = 'x'\ntarget = 'content'"
    write(tmp_path, {"themes/moving/hugo.toml": mounts})
    site = KnownSites(str(tmp_path)).of(str(tmp_path))
    assert site is not None
    assert site.addresses.made().beginnings == ("/",)


@pytest.mark.parametrize(
    ("config", "path", "front_matter", "expected"),
    [
        ("", "_posts/2024-03-01-a-post.md", {}, ["/2024/03/01/a-post.html"]),
        ("", "_posts/2024-3-1-A.post.md", {}, ["/2024/03/01/A.post.html"]),
        ("", "_posts/2024-03-01-a.md", {"slug": "B c"}, ["/2024/03/01/B-c.html"]),
        ("", "_posts/2024-03-01-a.md", {"date": "2024-04-02"}, ["/2024/04/02/a.html"]),
        ("", "_posts/2024-03-01-a.md", {"categories": "B c"}, ["/b/c/2024/03/01/a.html"]),
        ("", "_posts/2024-03-01-a.md", {"category": "B c"}, ["/b c/2024/03/01/a.html"]),
        ("", "x/_posts/2024-03-01-a.md", {"category": "b"}, ["/x/b/2024/03/01/a.html"]),
        ("", "_posts/2024-03-01-a.md", {"permalink": "/b/:title/"}, ["/b/a/"]),
        ("", "_posts/2024-03-01-a.md", {"permalink": "/b/{{ page.x }}/"}, []),
        ("", "_posts/2024-03-01-a.md", {"published": False}, None),
        ("", "_posts/no-date.md", {}, []),
        ("permalink: pretty", "_posts/2024-03-01-a.md", {}, ["/2024/03/01/a/"]),
        ("permalink: ordinal", "_posts/2024-03-01-a.md", {}, ["/2024/061/a.html"]),
        ("permalink: none", "_posts/2024-03-01-a.md", {}, ["/a.html"]),
        ("permalink: /:slug", "_posts/2024-03-01-A.b.md", {}, ["/a-b"]),
        ("permalink: /:unheard", "_posts/2024-03-01-a.md", {}, []),
        ("baseurl: /blog", "_posts/2024-03-01-a.md", {}, ["/blog/2024/03/01/a.html"]),
        (
            "",
            "_posts/2024-03-01-a.md",
            {"date": "2024-03-01 20:00:00 -0700"},
            ["/2024/03/01/a.html", "/2024/02/29/a.html", "/2024/03/02/a.html"],
        ),
        ("", "about.md", {}, ["/about.html"]),
        ("permalink: pretty", "x/about.md", {}, ["/x/about/"]),
        ("permalink: /:title", "about.md", {}, ["/about"]),
        ("", "x/index.md", {}, ["/x/"]),
        ("", "about.md", {"permalink": "/me/"}, ["/me/"]),
        ("", "about.md", None, ["/about.md", "/about.html"]),
        ("", "about.md", {"redirect_from": "/old/"}, ["/about.html", "/old/"]),
        ("", "_includes/a.md", {}, None),
        ("exclude: [drafts]", "drafts/a.md", {}, None),
        ("exclude: [./drafts/]", "drafts/a.md", {}, None),
        ("exclude: ['.docs', '../docs']", "docs/a.md", {}, ["/docs/a.html"]),
        ("exclude: [docs]\ninclude: [docs]", "docs/a.md", {}, ["/docs/a.html"]),
        ("include: [_pages]", "_pages/a.md", {"permalink": "/b/"}, ["/b/"]),
        ("include: [_pages]", "x/_pages/a.md", {"permalink": "/b/"}, ["/b/"]),
        ("include: ['_p*']", "_pages/a.md", {"permalink": "/b/"}, ["/b/"]),
        ("include: [_other]", "_pages/a.md", {"permalink": "/b/"}, None),
        ("", "vendor/gems/a.md", {}, None),
        ("collections: {docs: {output: true}}", "_docs/b/a.md", {}, ["/docs/b/a.html"]),
        ("collections: {docs: {output: false}}", "_docs/a.md", {}, None),
        (
            'collections: {docs: {output: true, permalink: "/:collection/:path/"}}',
            "_docs/b/a.md",
            {},
            ["/docs/b/a/"],
        ),
        (
            "defaults: [{scope: {path: '', type: posts}, values: {permalink: '/b/:title'}}]",
            "_posts/2024-03-01-a.md",
            {},
            ["/b/a"],
        ),
        (
            "defaults: [{scope: {path: ''}, values: {category: b}}]",
            "_posts/2024-03-01-a.md",
            {},
            [],
        ),
    ],
)
def test_jekyll(
    tmp_path: Path, config: str, path: str, front_matter: Json, expected: list[str] | None
) -> None:
    said = published(tmp_path, "jekyll", f"title: a\n{config}", path, front_matter)
    assert said == (None if expected is None else tuple(expected))


@pytest.mark.parametrize(
    ("defaults", "front_matter", "expected"),
    [
        ([("", "categories: b"), ("_posts/x", "permalink: '/:categories/x/:title'")], {}, []),
        ([("", "categories: b"), ("_posts/x", "permalink: '/x/:title'")], {}, ["/x/a"]),
        ([("", "category: b"), ("_posts/x", "permalink: '/:categories/:title'")], {}, []),
        ([("_posts/x", "permalink: /a/"), ("", "permalink: /b/")], {}, ["/a/"]),
        ([("_posts/x/", "permalink: /a/"), ("_posts/y", "permalink: /b/")], {}, ["/a/"]),
        ([("_posts/x", "permalink: /b/"), ("_posts/x", "permalink: /a/")], {}, ["/a/"]),
        ([("", "permalink: /a/"), ("_pos", "permalink: /b/")], {}, []),
        ([("_posts/*/", "permalink: /a/"), ("", "permalink: /b/")], {}, []),
        ([("*/x", "permalink: /b/"), ("_posts/x", "permalink: /a/")], {}, ["/a/"]),
        ([("*/z", "permalink: /b/"), ("", "permalink: /a/")], {}, ["/a/"]),
        ([("", "permalink: [a]")], {}, []),
        ([("", "permalink: [a]")], {"permalink": "/a/"}, ["/a/"]),
        ([("", "slug: b")], {"permalink": "/:title/"}, []),
        ([("", "slug: b")], {"permalink": "/:title/", "slug": "a"}, ["/a/"]),
        ([("", "date: 2023-01-01")], {"permalink": "/:year/"}, []),
        ([("", "date: 2023-01-01")], {"permalink": "/:year/", "date": "2022-01-01"}, ["/2022/"]),
        ([("", "published: false")], {"permalink": "/a/"}, []),
        ([("", "layout: post")], {"permalink": "/a/"}, ["/a/"]),
    ],
)
def test_jekyll_with_several_defaults(
    tmp_path: Path, defaults: list[tuple[str, str]], front_matter: Json, expected: list[str]
) -> None:
    items = (f"{{scope: {{path: '{path}'}}, values: {{{said}}}}}" for path, said in defaults)
    config = f"defaults: [{', '.join(items)}]"
    said = published(tmp_path, "jekyll", config, "_posts/x/2024-01-01-a.md", front_matter)
    assert said == tuple(expected)


def test_jekyll_with_a_default_for_posts_is_stronger_than_one_for_all(tmp_path: Path) -> None:
    posts = "{scope: {path: '', type: posts}, values: {permalink: /a/}}"
    every = "{scope: {path: ''}, values: {permalink: /b/}}"
    pages = "{scope: {path: '', type: pages}, values: {permalink: /c/}}"
    config = f"defaults: [{posts}, {every}, {pages}]"
    assert published(tmp_path, "jekyll", config, "_posts/2024-01-01-a.md", {}) == ("/a/",)


def test_very_many_defaults_are_not_read(tmp_path: Path) -> None:
    def said(number: int) -> tuple[str, ...] | None:
        config = "defaults:\n" + "- {scope: {}, values: {permalink: /a/}}\n" * number
        return published(tmp_path, "jekyll", config, "_posts/2024-01-01-a.md", {})

    assert (said(200), said(201)) == (("/a/",), ())


PRESET = """
// docs: { routeBasePath: 'wrong' }
export default {
  url: 'https://x.org', baseUrl: '/',
  presets: [['@docusaurus/preset-classic', { docs: {%s}, blog: {%s} }]],
};
"""


@pytest.mark.parametrize(
    ("docs", "path", "front_matter", "expected"),
    [
        ("", "docs/intro.md", {}, ["/docs/intro"]),
        ("", "docs/01-guides/02-intro.md", {}, ["/docs/guides/intro"]),
        ("", "docs/2024-01-02-intro.md", {}, ["/docs/2024-01-02-intro"]),
        ("", "docs/guides/1.0-intro.md", {}, ["/docs/guides/1.0-intro"]),
        ("", "docs/01-a.md", {"parse_number_prefixes": False}, ["/docs/01-a"]),
        ("", "docs/guides/index.md", {}, ["/docs/guides/"]),
        ("", "docs/guides/README.mdx", {}, ["/docs/guides/"]),
        ("", "docs/guides/Guides.md", {}, ["/docs/guides/"]),
        ("", "docs/intro.md", {"id": "begin"}, ["/docs/begin"]),
        ("", "docs/a/intro.md", {"slug": "begin"}, ["/docs/a/begin"]),
        ("", "docs/a/intro.md", {"slug": "/"}, ["/docs/"]),
        ("", "docs/_part.md", {}, None),
        ("routeBasePath: '/'", "docs/intro.md", {}, ["/intro"]),
        ("routeBasePath: base", "docs/intro.md", {}, []),
        ("path: '../docs'", "docs/intro.md", {}, None),
        ("numberPrefixParser: false", "docs/01-intro.md", {}, []),
        ("numberPrefixParser: false", "docs/intro.md", {}, ["/docs/intro"]),
        ("", "blog/2024-03-01-a.md", {}, ["/blog/2024/03/01/a"]),
        ("", "blog/2024-03-01-a/index.md", {}, ["/blog/2024/03/01/a"]),
        ("", "blog/2024/03/01/a.md", {}, ["/blog/2024/03/01/a"]),
        ("", "blog/a.md", {"slug": "b"}, ["/blog/b"]),
        ("", "blog/b/2024-03-01-a.md", {}, ["/blog/2024/03/01/b/a", "/blog/b/2024-03-01-a"]),
        ("", "blog/b/2024-03-01-a/index.md", {}, ["/blog/2024/03/01/b/a", "/blog/b/2024-03-01-a"]),
        ("", "src/pages/about.md", {}, ["/about"]),
        ("", "src/pages/a/index.mdx", {}, ["/a/"]),
    ],
)
def test_docusaurus(
    tmp_path: Path, docs: str, path: str, front_matter: Json, expected: list[str] | None
) -> None:
    said = published(tmp_path, "docusaurus", PRESET % (docs, ""), path, front_matter)
    assert said == (None if expected is None else tuple(expected))


@pytest.mark.parametrize(
    ("config", "docs", "blog"),
    [
        ("presets: [['classic', {docs: {path: 'docs', routeBasePath: '/'}}]]", "/a", "/blog/a"),
        ("presets: ['classic']", "/docs/a", "/blog/a"),
        ("presets: [['@docusaurus/preset-classic', ({blog: false}) as Options]]", "/docs/a", None),
        ("presets: [[require.resolve('@docusaurus/preset-classic'), {}]]", "/docs/a", "/blog/a"),
        (
            "themeConfig: {docs: {}}, presets: [['classic', {docs: {routeBasePath: '/'}}]]",
            "/a",
            "/blog/a",
        ),
        (
            "plugins: [['x', {docs: {path: 'no'}}]], presets: [['y', {}], ['classic', {}]]",
            "/docs/a",
            "/blog/a",
        ),
        (
            "presets: [['classic', {docs: {a: {path: 'no'}, async made({path, ...x}) {}}}]]",
            "/docs/a",
            "/blog/a",
        ),
        ("presets: [['classic', {docs: {...usual}, blog: {...usual, path: 'blog'}}]]", "", ""),
        ("presets: [['classic', {docs: {routeBasePath}, blog: isOn ? {} : false}]]", "", ""),
        ("presets: [['classic', {docs: {path: top + 'docs'}, ...usual, blog: {}}]]", "", "/blog/a"),
        ("presets: [['classic', {docs, ['blog']: {}}]]", "", ""),
        ("presets: [['classic', options]]", "", ""),
        ("presets: [isOn ? ['classic', {}] : 'mine']", "", ""),
        ("presets: [['classic', {docs: {}}], ['classic', {}]]", "", ""),
        ("presets: [['classic', {docs: {", "", ""),
        ("presets", "", ""),
        ("themeConfig: {docs: {}}", "", ""),
        ("plugins: [['@docusaurus/plugin-content-docs', {routeBasePath: '/'}]]", "/a", ""),
        ("plugins: [['@docusaurus/plugin-content-blog', {path: 'blog'}]]", "", "/blog/a"),
        ("plugins: [['@docusaurus/plugin-content-blog', options]]", "", ""),
    ],
)
def test_docusaurus_reads_the_options_of_its_preset(
    tmp_path: Path, config: str, docs: str, blog: str | None
) -> None:
    """ "" is an address that is not known, None no page."""
    config = f"import type {{Options}} from '@docusaurus/preset-classic'; baseUrl: '/', {config}"
    for path, address in [("docs/a.md", docs), ("blog/a.md", blog)]:
        expected = None if address is None else (address,) if address else ()
        assert published(tmp_path, "docusaurus", config, path, {}) == expected


def test_docusaurus_with_a_second_plugin(tmp_path: Path) -> None:
    plugin = "['@docusaurus/plugin-content-docs', { path: 'api', routeBasePath: 'reference' }]"
    config = f"{PRESET % ('', '')}// more\nexport const more = {{ plugins: [{plugin}] }};"
    assert published(tmp_path, "docusaurus", config, "api/a.md", {}) == ("/reference/a",)


def test_docusaurus_with_versions(tmp_path: Path) -> None:
    (tmp_path / "versions.json").write_text('["2.0", "1.0"]')
    config = PRESET % ("", "")
    for path, address in [
        ("docs/a.md", "/docs/next/a"),
        ("versioned_docs/version-2.0/a.md", "/docs/a"),
        ("versioned_docs/version-1.0/a.md", "/docs/1.0/a"),
    ]:
        assert published(tmp_path, "docusaurus", config, path, {}) == (address,)


@pytest.mark.parametrize(
    ("config", "path", "front_matter", "expected"),
    [
        ("", "posts/a.md", {}, ["/posts/a/"]),
        ("", "posts/2024-03-01-a.md", {}, ["/posts/a/"]),
        ("", "posts/index.md", {}, ["/posts/"]),
        ("", "posts/posts.md", {}, ["/posts/"]),
        ("", "index.md", {}, ["/"]),
        ("", "posts/a.md", {"permalink": "/b/index.html"}, ["/b/index.html"]),
        ("", "posts/a.md", {"permalink": "/{{ slug }}/"}, []),
        ("", "posts/a.md", {"permalink": False}, None),
        ("", "posts/a.md", {"pagination": {"size": 1}}, []),
        ("", "_includes/a.md", {}, None),
        ("return { dir: { input: 'src' } }", "src/a.md", {}, ["/a/"]),
        ("return { dir: { input: 'src' } }", "a.md", {}, None),
        ("c.addPlugin(b, { input: 'x.js' });", "a.md", {}, ["/a/"]),
        (
            "c.add({ dir: { input: 'b' }, pathPrefix: b }); return { dir: { input: 'src' } }",
            "src/a.md",
            {},
            ["/a/"],
        ),
        ("const x = { dir: 'rtl' }; return { dir: { input: 'src' } }", "src/a.md", {}, ["/a/"]),
        ("return { dir: { ...usual, input: 'src' } }", "src/a.md", {}, []),
        ("return { dir: { input: 'src', data } }", "src/a.md", {}, []),
        ("addGlobalData('permalink', f)", "a.md", {}, []),
    ],
)
def test_eleventy(
    tmp_path: Path, config: str, path: str, front_matter: Json, expected: list[str] | None
) -> None:
    said = published(tmp_path, "eleventy", config, path, front_matter)
    assert said == (None if expected is None else tuple(expected))


def test_eleventy_with_a_data_file(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "posts.json").write_text('{"permalink": "/{{ title }}/"}')
    assert published(tmp_path, "eleventy", "", "posts/a.md", {}) == ()
    assert published(tmp_path, "eleventy", "", "a.md", {}) == ("/a/",)


@pytest.mark.parametrize(
    "config",
    [
        "return { dir: { input } }",
        "return { dir: { input: 'src', ...more } }",
        "return { dir: { input: top + 'src' } }",
        "return { dir }",
        "return { dir: folders }",
        "const a = { dir: { input: 'a' } }; return x ? a : { dir: { input: 'b' } }",
    ],
)
def test_eleventy_with_a_folder_that_a_program_says(tmp_path: Path, config: str) -> None:
    write(tmp_path, {CONFIGS["eleventy"]: config})
    assert KnownSites(str(tmp_path)).of(str(tmp_path)) is None


@pytest.mark.parametrize(
    ("config", "files", "expected"),
    [
        ("c.addDataExtension('yml', f)", {"en/en.yml": "permalink: /x/"}, ()),
        ("c.addDataExtension('toml, yaml', f)", {"en/en.11tydata.yaml": "permalink: /x/"}, ()),
        ("c.addDataExtension('yml', f)", {"en/a.yml": "permalink: /x/"}, ()),
        ("c.addDataExtension('yml', f)", {"en/en.yml": "tags: x"}, ("/en/a/",)),
        ("c.addDataExtension('yml', f)", {"de/de.yml": "permalink: /x/"}, ("/en/a/",)),
        ("", {"en/en.yml": "permalink: /x/"}, ("/en/a/",)),
        ("c.addDataExtension(ending, f)", {}, ()),
        ("c.setDataFileSuffixes(['.data'])", {}, ()),
        ("c.setDataFileBaseName('index')", {}, ()),
    ],
)
def test_eleventy_with_data_files_of_other_kinds(
    tmp_path: Path, config: str, files: Mapping[str, str], expected: tuple[str, ...]
) -> None:
    write(tmp_path, files)
    assert published(tmp_path, "eleventy", config, "en/a.md", {}) == expected


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("---\npermalink: /b/\n---\n", ()),
        ("---\ntitle: x\n---\n{{ permalink }}", ("/a/",)),
        ("exports.data = {permalink: 1}", ()),
    ],
)
def test_eleventy_with_a_layout(tmp_path: Path, layout: str, expected: tuple[str, ...]) -> None:
    write(tmp_path, {"_includes/layouts/post.njk": layout, "_includes/a.css": "permalink"})
    assert published(tmp_path, "eleventy", "", "a.md", {}) == expected


@pytest.mark.parametrize(
    ("generator", "config", "path", "is_certain"),
    [
        ("jekyll", "exclude: ['*.draft.md']", "a.draft.md", False),
        ("jekyll", "exclude: ['*.draft.md']", "a.md", True),
        ("eleventy", "c.ignores.add('drafts')", "drafts/a.md", False),
        ("eleventy", "c.ignores.add('drafts')", "a.md", True),
        ("eleventy", "c.ignores.add(drafts)", "a.md", False),
        ("eleventy", "", "old/a.md", False),
        ("docusaurus", "exclude: ['**/drafts/**']", "docs/x/drafts/a.md", False),
        ("docusaurus", "exclude: ['**/*.{no,not}.md']", "docs/a.not.md", False),
        ("docusaurus", "exclude: ['**/drafts/**']", "docs/x/a.md", True),
        ("docusaurus", "exclude: [...usual]", "docs/x/a.md", False),
        ("docusaurus", "include: ['a/**']", "docs/x/a.md", False),
        ("zola", "ignored_content = ['*.no.md']", "content/a.no.md", False),
    ],
)
def test_what_patterns_leave_out_may_be_no_page(
    tmp_path: Path, generator: str, config: str, path: str, is_certain: bool
) -> None:
    config = PRESET % (config, "") if generator == "docusaurus" else config
    write(tmp_path, {".eleventyignore": "# all of it\nold/\n", CONFIGS[generator]: config})
    site = KnownSites(str(tmp_path)).of(str(tmp_path))
    assert site is not None
    one = site.addresses.published(path, route_facts({}))
    assert one is not None
    assert len(one.addresses) == 1  # a link to it is right
    assert (one.address is not None) == is_certain


@pytest.mark.parametrize(
    ("config", "plugin", "is_open"),
    [
        ("plugins: [jekyll-feed, jekyll-sitemap]", "", False),
        ("plugins: [jekyll-unheard-of]", "", True),
        ("", "class A < Liquid::Tag; end", False),
        ("", "class A < Jekyll::Generator; end", True),
        ("plugins_dir: other", "class A < Jekyll::Generator; end", False),
    ],
)
def test_plugins_of_jekyll_may_make_pages(
    tmp_path: Path, config: str, plugin: str, is_open: bool
) -> None:
    write(tmp_path, {"_plugins/own/a.rb": plugin, "_config.yml": f"title: a\n{config}"})
    site = KnownSites(str(tmp_path)).of(str(tmp_path))
    assert site is not None
    assert bool(site.addresses.made().beginnings) == is_open


JIGSAW = """<?php
return [
    'baseUrl' => 'https://x.org/', # 'pretty' => false
    'collections' => [
        'posts' => ['path' => 'blog/{filename}', 'author' => ['path' => 'no']],
        'news' => ['path' => 'news/{date|Y/m}/{-title}'],
        'people' => ['sort' => 'name', 'isIt' => function ($page) { return ['path' => 'x']; }],
        'made' => ['path' => function ($page) { return $page->slug; }],
        'docs' => ['path' => 'manual'],
    ],
];
"""


@pytest.mark.parametrize(
    ("path", "front_matter", "expected"),
    [
        ("source/_posts/My_post.md", {}, ["/blog/My_post/"]),
        ("source/_posts/a.blade.md", {}, ["/blog/a/"]),
        ("source/_news/a.md", {"date": "2024-03-01", "title": "A b: c"}, ["/news/2024/03/a-b-c/"]),
        ("source/_news/a.md", {"title": "A b"}, []),
        ("source/_people/A_b.md", {}, ["/people/a-b/"]),
        ("source/_made/a.md", {"slug": "a"}, []),
        ("source/_docs/a.md", {}, ["/manual/a/"]),
        ("source/_layouts/a.md", {}, None),
        ("source/about.md", {}, ["/about/"]),
        ("source/index.md", {}, ["/"]),
        ("readme.md", {}, None),
    ],
)
def test_jigsaw(tmp_path: Path, path: str, front_matter: Json, expected: list[str] | None) -> None:
    said = published(tmp_path, "jigsaw", JIGSAW, path, front_matter)
    assert said == (None if expected is None else tuple(expected))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("src/pages/a/b.md", ["/docs/a/b/"]),
        ("src/pages/index.md", ["/docs/"]),
        ("src/pages/[slug].md", []),
        ("src/pages/_part.md", None),
        ("src/content/blog/a.md", []),
        ("README.md", None),
    ],
)
def test_astro(tmp_path: Path, path: str, expected: list[str] | None) -> None:
    said = published(tmp_path, "astro", "export default { base: '/docs' }", path, {})
    assert said == (None if expected is None else tuple(expected))


@pytest.mark.parametrize(
    ("config", "addresses", "beginnings"),
    [
        ("", [], []),
        ("redirects: {'/old': '/new', \"/older\": {status: 302}}", ["/old", "/older"], []),
        ("redirects: {'/old/[...x]': '/new'}", [], ["/old/"]),
        ("redirects: {...old}", [], ["/"]),
        ("redirects", [], ["/"]),
        ("redirects: old()", [], ["/"]),
        ("integrations: [mdx(), sitemap({x: 1})]", [], []),
        ("integrations: [starlight()]", [], ["/"]),
        ("integrations: all", [], ["/"]),
    ],
)
def test_what_astro_makes(
    tmp_path: Path, config: str, addresses: list[str], beginnings: list[str]
) -> None:
    write(tmp_path, {"astro.config.mjs": f"export default defineConfig({{{config}}})"})
    site = KnownSites(str(tmp_path)).of(str(tmp_path))
    assert site is not None
    made = site.addresses.made()
    assert (list(made.addresses), list(made.beginnings)) == (addresses, beginnings)


@pytest.mark.parametrize(
    ("path", "front_matter", "expected"),
    [
        ("content/a.md", {"path": "2025/06/26/a", "aliases": ["old"]}, ["/2025/06/26/a/", "/old/"]),
        ("content/blog/2024-03-01-A_post.md", {}, ["/blog/a-post/"]),
        ("content/blog/a/index.md", {}, ["/blog/a/"]),
        ("content/blog/_index.md", {}, ["/blog/"]),
        ("content/blog/a.md", {"slug": "b"}, ["/blog/b/"]),
        ("content/blog/ä.md", {}, []),
        ("content/blog/a.md", {"render": False}, None),
    ],
)
def test_zola(tmp_path: Path, path: str, front_matter: Json, expected: list[str] | None) -> None:
    said = published(tmp_path, "zola", "base_url = 'https://x.org'", path, front_matter)
    assert said == (None if expected is None else tuple(expected))


@pytest.mark.parametrize(
    ("path", "front_matter", "address"),
    [
        ("content/blog/2024-03-01-A_post.md", {}, "/blog/2024-03-01-a-post/"),
        ("content/blog/2024-03-01_a/index.md", {}, "/blog/2024-03-01-a/"),
        ("content/blog/2024-03-01-a.md", {"slug": "b"}, "/blog/b/"),
    ],
)
def test_zola_with_days_in_addresses(
    tmp_path: Path, path: str, front_matter: Json, address: str
) -> None:
    config = "[slugify]\npaths_keep_dates = true"
    assert published(tmp_path, "zola", config, path, front_matter) == (address,)


@pytest.mark.parametrize("generator", sorted(CONFIGS))
@pytest.mark.parametrize("config", ["", "\0\xff", "[" * 5_000, "{" * 5_000, "a: &a [*a, *a]"])
def test_configurations_that_cannot_be_read(tmp_path: Path, generator: str, config: str) -> None:
    (tmp_path / CONFIGS[generator]).write_bytes(config.encode("latin-1"))
    (tmp_path / "source").mkdir(exist_ok=True)
    site = KnownSites(str(tmp_path)).of(str(tmp_path))
    if site is not None:
        site.addresses.made()


@pytest.mark.parametrize("link", ["hugo.toml", "config", "config/_default"])
def test_a_configuration_outside_of_the_site_is_not_read(tmp_path: Path, link: str) -> None:
    write(tmp_path, {f"secret/{name}": text for name, text in DEFAULT.items()})
    site = tmp_path / "site"
    write(site, {"content/a.md": "", "archetypes/a.md": ""})
    (site / link).parent.mkdir(exist_ok=True)
    name = "config/_default/hugo.yaml" if link == "hugo.toml" else link
    (site / link).symlink_to(tmp_path / "secret" / name)
    sites = KnownSites(str(site))
    assert sites.of(str(site)) is None
    read = [Path(file) for file in sites.asked if not Path(file).is_symlink()]
    assert not [file for file in read if "secret" in str(file.resolve())]


def test_all_files_that_are_looked_for_are_noted(tmp_path: Path) -> None:
    files = SiteFiles(str(tmp_path))
    write(tmp_path, {"a/b.toml": "c = 1"})
    assert files.data("a/b.toml") == {"c": 1}
    assert (files.text("gone.txt"), files.text("../out.txt")) == (None, None)
    assert (files.names("a"), files.names("gone")) == ({"b.toml"}, set())
    assert list(files.below("")) == ["a/b.toml"]
    asked = {Path(file).relative_to(tmp_path).as_posix() for file in files.asked}
    assert asked == {"a/b.toml", "gone.txt", "a", "gone", "."}


@pytest.mark.parametrize("generator", sorted(CONFIGS))
@pytest.mark.parametrize(
    "part",
    [
        "/*",
        "'",
        "'a",
        "/* * ",
        "plugin-content-docs {",
        "'a' => [",
        "docs: {",
        "\\",
        "# ",
        "plugins: [",
    ],
)
def test_a_configuration_may_be_a_trap(tmp_path: Path, generator: str, part: str) -> None:
    def configuration(size: int) -> str:
        return "baseUrl: '/', 'collections' => [" + part * (size // len(part))

    def read(text: str) -> None:
        test_configurations_that_cannot_be_read(tmp_path, generator, text)

    assert growth(configuration, read, 10_000, most=190_000) < 10


@pytest.mark.parametrize(
    ("generator", "part"),
    [
        ("docusaurus", "plugins:['@docusaurus/plugin-content-docs',"),
        ("docusaurus", "presets:[['classic',{"),
        ("docusaurus", "presets:['classic'], presets:[" + " " * 400),
        ("eleventy", "c.addPlugin("),
        ("eleventy", "dir: {"),
        ("jigsaw", "'a' => ["),
        ("eleventy", "c.addPassthroughCopy({"),
        ("eleventy", "c.ignores.add('"),
    ],
)
def test_many_parts_of_a_configuration_that_do_not_end(
    tmp_path: Path, generator: str, part: str
) -> None:
    def configuration(size: int) -> str:
        return "baseUrl: '/', 'collections' => [" + part * 50 + "(" * size

    def read(text: str) -> None:
        test_configurations_that_cannot_be_read(tmp_path, generator, text)

    assert growth(configuration, read, 10_000, most=190_000) < 10


@pytest.mark.parametrize(
    ("generator", "config", "path"),
    [
        ("jekyll", "permalink: {}", "_posts/2024-03-01-a.md"),
        ("jekyll", "collections: {{docs: {{output: true, permalink: {}}}}}", "_docs/a.md"),
        ("hugo", "[permalinks]\nposts = '{}'", "content/posts/a.md"),
        ("jigsaw", "'collections' => ['posts' => ['path' => '{}']]", "source/_posts/a.md"),
    ],
)
def test_a_pattern_of_very_many_parts_is_not_read(
    tmp_path: Path, generator: str, config: str, path: str
) -> None:
    def said(number: int) -> tuple[str, ...] | None:
        part = "/{title}" if generator == "jigsaw" else "/:title"
        pattern = config.format(part * number)
        return published(tmp_path, generator, pattern, path, {"title": "a", "date": "2024-03-01"})

    assert said(2) == ("/a/a" if generator == "jekyll" else "/a/a/",)
    assert said(50) == ()


def test_values_that_look_like_a_part_of_the_pattern(tmp_path: Path) -> None:
    config = "permalink: /:categories/:title"
    post: Json = {"categories": [":title"]}
    said = published(tmp_path, "jekyll", config, "_posts/2024-03-01-a.md", post)
    assert said == ("/:title/a",)


def test_an_address_that_is_far_too_long_is_not_known(tmp_path: Path) -> None:
    post: Json = {"categories": [f"{n:0200}" for n in range(100)]}
    assert published(tmp_path, "jekyll", "title: x", "_posts/2024-03-01-a.md", post) == ()


@pytest.mark.parametrize(
    ("address", "key"),
    [
        *(("/Docs/a%20b/", "/docs/a b"), ("/a.html", "/a"), ("/a/index.html", "/a"), ("/", "/")),
        *(("/index.html", "/"), ("/a.xml", "/a.xml"), ("", "/")),
    ],
)
def test_what_addresses_have_in_common(address: str, key: str) -> None:
    assert key_of(address) == key


def test_small_parts() -> None:
    assert joined("/", "a/../b", "/c") == "/b/c"
    assert origin_and_base("https://X.org/blog") == ("https://x.org", "/blog/")
    assert origin_and_base("/") == ("", "/")
    assert [str(day) for day in days_of("2024-03-01")] == ["2024-03-01"]
    assert days_of("2024-13-01") == days_of("soon") == ()
    assert sanitized("A  & B #1") == "A-B-#1"


@pytest.mark.parametrize("generator", sorted(CONFIGS))
@given(path=st.text(), front_matter=st.dictionaries(st.sampled_from(["slug", "url"]), st.text()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_any_post_does_no_harm(
    tmp_path: Path, generator: str, path: str, front_matter: dict[str, Json]
) -> None:
    for folder in ("content", "docs", "src/pages", "source"):
        config = "" if generator in ("hugo", "zola") else "baseUrl: '/'"
        published(tmp_path, generator, config, f"{folder}/{path}", front_matter)
