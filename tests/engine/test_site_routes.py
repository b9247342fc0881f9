"""Links by address: what a site is told of addresses that nothing is published at."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from postlint.config.site import Site
from postlint.engine.run import run
from time_growth import growth

RULES = ("link-target-missing", "anchor-missing", "image-file-missing")
HUGO: Mapping[str, str] = {
    "hugo.toml": "baseURL = 'https://example.org/'",
    "content/docs/setup.md": "# Install\n",
    "content/docs/usage.md": "---\naliases: [/old/usage/]\n---\n",
    "content/docs/_index.md": "# Docs\n",
    "content/about.md": "",
    "static/files/list.html": "",
    "static/app/index.html": "",
}


def said(root: Path, files: Mapping[str, str], *posts: str) -> list[str]:
    """What is said of some posts, else of all, of a site with these files, without its places."""
    for name, text in {"postlint.toml": "", **files}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    site = Site(only=root / "postlint.toml", select=RULES)
    found = site.find([str(root / post) for post in posts] or [str(root)])
    results = run(site.with_rest(found), site)
    assert [crash for one in results for crash in one.crashes] == []
    return [one.message for result in results for one in result.findings]


def hugo(root: Path, text: str, **more: str) -> list[str]:
    """What is said of a post at /docs/a/ of a Hugo site."""
    return said(root, {**HUGO, **more, "content/docs/a.md": text})


@pytest.mark.parametrize(
    "target",
    [
        *("/docs/setup/", "/docs/setup", "/docs/setup/#install", "../setup/", "setup", "setup/"),
        *("/docs/Setup/index.html", "/docs/", "/", "/about/", "/old/usage/", "/old/", "/docs/a/"),
        *(
            "/files/list.html",
            "/files/list",
            "/app/",
            "/docs/setup/?x=1#install",
            "/docs/setup.html",
        ),
        *("{{< ref x >}}", "/docs/{{ x }}/", "//docs/x/", "/docs/setup/#:~:text=x"),
    ],
)
def test_addresses_that_are_there(tmp_path: Path, target: str) -> None:
    assert hugo(tmp_path, f"[x]({target})\n") == []


@pytest.mark.parametrize(
    "target",
    [
        *("/tags/war/", "/docs/tags/", "/docs/page/2/", "/docs/2/", "/docs/index.xml", "/api/x/"),
        *("/shop/", "/blog/gone/", "/en/docs/gone/", "/docs/feed.xml", "/docs/list.json", "g"),
        *("/docs/below/gone/", "../../LICENCE", "x.php", "/docs/archive/"),
    ],
)
def test_addresses_that_are_not_judged(tmp_path: Path, target: str) -> None:
    assert hugo(tmp_path, f"[x]({target})\n") == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("/docs/setpu/", '"/docs/setpu/" is no page of this site; "/docs/setup/" is'),
        ("/docs/setpu", '"/docs/setpu" is no page of this site; "/docs/setup/" is'),
        ("../setpu/", '"../setpu/" is no page of this site; "../setup/" is'),
        ("/docs/gone/", '"/docs/gone/" is no page of this site'),
        ("/docs/gone.html#x", '"/docs/gone.html" is no page of this site'),
        ("/abuot/", '"/abuot/" is no page of this site; "/about/" is'),
        ("/docs/setup/#instal", '"instal" is no heading of "/docs/setup/"; "install" is'),
    ],
)
def test_addresses_that_lead_nowhere(tmp_path: Path, target: str, message: str) -> None:
    assert hugo(tmp_path, f"[x]({target})\n") == [message]
    # A run over one post knows the others.
    assert said(tmp_path, {}, "content/docs/a.md") == [message]


def test_addresses_in_html_and_covers(tmp_path: Path) -> None:
    text = (
        "---\nimage: /files/map.png\ncover: map.png\n---\n"
        '<a href="/docs/setpu/">x</a> <a href="/docs/setup/#no">y</a> <img src="/files/m.png">\n'
    )
    assert hugo(tmp_path, text, **{"static/files/a.png": ""}) == [
        '"/files/map.png" is no file of this site',
        '"/docs/setpu/" is no page of this site; "/docs/setup/" is',
        '"no" is no heading of "/docs/setup/"',
        '"/files/m.png" is no file of this site',
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"hugo.toml": "permalinks = 3\n[permalinks]"},
        {"hugo.toml": "[permalinks]\ndocs = '/:unheard/'"},
        {"content/docs/b.md": "---\nurl: /:section/x/\n---\n"},
        {"static/_redirects": "/docs/* /new/:splat\n"},
        {"static/_redirects": "/* /index.html 200\n"},
        {"static/_redirects": "/docs/gone/ /docs/\n"},
        {"static/.htaccess": "RewriteEngine on\n"},
        {"netlify.toml": '[[redirects]]\nfrom = "/docs/gone"\nto = "/"\n'},
        {"vercel.json": '{"redirects": [{"source": "/docs/:x", "destination": "/"}]}'},
        {"content/docs/gone.html": "<p>Page</p>"},
        {"static/docs/gone/index.html": ""},
        {"hugo.toml": "baseURL = 'https://example.org/sub/'"},
        {"content/docs/_content.gotmpl": ""},
        {"hugo.toml": "theme = 'gone'"},
        {"hugo.toml": "theme = 't'", "themes/t/content/docs/gone.md": ""},
        {"hugo.toml": "theme = 't'", "themes/t/static/docs/gone/index.html": ""},
        {
            "hugo.toml": "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n"
            "[[module.mounts]]\nsource = 'manual'\ntarget = 'content/docs'",
            "manual/gone.md": "",
        },
        {
            "hugo.toml": "[[module.mounts]]\nsource = 'media'\ntarget = 'static/docs'",
            "media/gone.html": "",
        },
        {"content/docs/_index.md": "---\ncascade:\n- url: /:section/:slug/\n---\n"},
    ],
)
def test_a_site_whose_addresses_may_be_others(tmp_path: Path, more: Mapping[str, str]) -> None:
    assert hugo(tmp_path, "[x](/docs/gone/)\n", **more) == []


def test_redirects_of_what_is_not_found_make_no_page(tmp_path: Path) -> None:
    more = {"static/_redirects": "# all\n/* /404.html 404\n"}
    assert len(hugo(tmp_path, "[x](/docs/gone/)\n", **more)) == 1


def test_a_site_of_which_many_addresses_are_wrong_is_told_nothing(tmp_path: Path) -> None:
    links = "".join(f"[x](/docs/gone-{n}/)\n" for n in range(9))
    right = "".join(f"[x](/docs/setup/?{n})\n" for n in range(40))
    assert hugo(tmp_path, links) == []
    assert len(hugo(tmp_path, links + right)) == 9


def test_what_was_meant_is_told_of_each_of_many_addresses(tmp_path: Path) -> None:
    names = [f"harbour{number}" for number in range(60)]
    right = "".join(f"[x](/docs/{name}/)\n" for name in names)
    files = {f"content/docs/{name}.md": right for name in names}
    for letter in "bcdefghij":
        wrong = (f"[x](/docs/h{letter}{name[1:]}/)\n" for name in names)
        files[f"content/docs/{letter}.md"] = "".join(wrong)
    found = said(tmp_path, {"hugo.toml": "", **files})
    assert len(found) == 540
    assert all('; "/docs/harbour' in message for message in found)


def test_a_folder_without_a_generator_is_told_nothing(tmp_path: Path) -> None:
    files = {"docs/a.md": "[x](/docs/setpu/) [y](setpu/)\n", "docs/setup.md": ""}
    assert said(tmp_path, files) == []


JEKYLL: Mapping[str, str] = {
    "_config.yml": "permalink: /blog/:year/:title/\ncollections: {docs: {output: true}}\n",
    "_posts/2024-03-01-war.md": "---\nredirect_from: /war/\n---\n# North\n",
    "_posts/2024-04-01-peace.md": "---\ntitle: x\n---\n",
    "_docs/begin.md": "---\ntitle: x\n---\n",
    "about.html": "---\npermalink: /blog/2024/us/\n---\n",
    "blog/2024/list.html": "a page of its own",
    "assets/a.css": "---\n---\n",
}


@pytest.mark.parametrize(
    ("target", "is_there"),
    [
        *(("/blog/2024/war/", True), ("/war", True), ("/docs/begin/", True), ("../peace/", True)),
        *(("/blog/2024/us/", True), ("/blog/2024/list.html", True), ("/assets/a.css", True)),
        *(
            ("/blog/2024/gone/", False),
            ("/blog/2023/wars/", True),
            ("/blog/tags/x/", True),
            ("/docs/begn/", False),
        ),
        ("../pece/", False),
    ],
)
def test_jekyll(tmp_path: Path, target: str, is_there: bool) -> None:
    text = f"---\ntitle: x\n---\n[x]({target})\n"
    assert bool(said(tmp_path, {**JEKYLL, "_posts/2024-05-01-a.md": text})) == (not is_there)


def test_jekyll_with_pages_of_plugins(tmp_path: Path) -> None:
    text = "---\ntitle: x\n---\n[x](/blog/2024/gone/) [y](/blog/2024/war/#sout)\n"
    files = {"_plugins/a.rb": "site.pages << Jekyll::PageWithoutAFile.new()"}
    assert said(tmp_path, {**JEKYLL, **files, "_posts/2024-05-01-a.md": text}) == [
        '"sout" is no heading of "/blog/2024/war/"'
    ]


@pytest.mark.parametrize(
    ("more", "is_said"),
    [
        ({}, True),
        ({"src/pages/guide/[slug].astro": ""}, False),
        ({"src/pages/guide/[...rest].md": ""}, False),
        ({"src/pages/[...rest].astro": ""}, False),
        ({"src/pages/api/[slug].ts": ""}, True),
        ({"src/pages/guide/gone.astro": ""}, False),
        ({"astro.config.mjs": "export default {redirects: {'/guide/gone': '/'}}"}, False),
        ({"astro.config.mjs": "export default {redirects: {'/guide/else': '/'}}"}, True),
    ],
)
def test_astro(tmp_path: Path, more: Mapping[str, str], is_said: bool) -> None:
    files = {
        "astro.config.mjs": "export default {}",
        "src/pages/guide/one.md": "[a](/guide/two/) [b](/guide/gone/)\n",
        "src/pages/guide/two.md": "",
    }
    expected = ['"/guide/gone/" is no page of this site'] if is_said else []
    assert said(tmp_path, {**files, **more}) == expected


def test_docusaurus(tmp_path: Path) -> None:
    files = {
        "docusaurus.config.js": "export default { url: 'https://x.org', baseUrl: '/x/',"
        " presets: [['@docusaurus/preset-classic', { docs: {}, blog: false }]] };",
        "docs/01-intro.md": "[a](/x/docs/guide/setup) [b](./guide/setup)\n",
        "docs/guide/02-setup.md": "[d](../intro) [e](/docs/gone) [f](/x/docs/tags) [c](./setpu)\n",
    }
    assert said(tmp_path, files) == ['"./setpu" is no page of this site; "./setup" is']


SIDEBARS = "{docs: [{type: 'category', link: {type: 'generated-index', slug: %s}}]}"
REDIRECTS = "plugins: [['@docusaurus/plugin-client-redirects', {redirects: %s}]]"


@pytest.mark.parametrize(
    ("more", "plugins", "is_said"),
    [
        ({}, "", True),
        ({"docs/g/_category_.json": '{"link": {"slug": "/gone"}}'}, "", False),
        ({"docs/g/_category_.yml": "link: {slug: gone}\n"}, "", False),
        ({"docs/g/_category_.json": '{"link": {"slug": "/else"}}'}, "", True),
        ({"docs/g/_category_.json": '{"link": '}, "", True),
        ({"sidebars.js": SIDEBARS % "'/gone'"}, "", False),
        ({"sidebars.js": SIDEBARS % "'/else'"}, "", True),
        ({"sidebars.js": SIDEBARS % "slug()"}, "", False),
        ({"sidebars.js": "const more = require('./more');"}, "", False),
        ({}, REDIRECTS % "[{from: '/docs/gone', to: '/'}]", False),
        ({}, REDIRECTS % "[{from: '/docs/else', to: '/'}]", True),
        ({}, REDIRECTS % "made()", False),
        ({}, "plugins: ['./my-plugin']", False),
        ({}, "presets: ['./my-preset']", False),
        ({}, "plugins: [['@docusaurus/plugin-content-docs', {path: api}]]", False),
        ({}, "plugins: [function make() { return {}; }]", False),
        ({}, "plugins: ['docusaurus-plugin-typedoc']", False),
        ({}, "plugins: all", False),
        (
            {},
            "plugins: ['docusaurus-plugin-sass', require.resolve('docusaurus-lunr')]",
            True,
        ),
        ({}, "themes: ['@docusaurus/theme-mermaid', ]", True),
    ],
)
def test_docusaurus_with_pages_of_its_own(
    tmp_path: Path, more: Mapping[str, str], plugins: str, is_said: bool
) -> None:
    files = {
        "docusaurus.config.js": "export default { url: 'https://x.org', baseUrl: '/',"
        f" presets: [['@docusaurus/preset-classic', {{docs: {{}}, blog: false}}]], {plugins} }};",
        "docs/intro.md": "[a](/docs/gone)\n",
    }
    expected = ['"/docs/gone" is no page of this site'] if is_said else []
    assert said(tmp_path, {**files, **more}) == expected


def test_posts_that_are_left_out_are_read_for_their_addresses(tmp_path: Path) -> None:
    files = {"postlint.toml": 'exclude = ["left"]\n', "content/docs/left/b.md": ""}
    text = "[x](/docs/left/b/) [y](/docs/left/c/)\n"
    assert hugo(tmp_path, text, **files) == ['"/docs/left/c/" is no page of this site']


def test_nothing_outside_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    scandir = os.scandir

    def ask(path: str) -> object:
        asked.append(str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", ask)
    site = tmp_path / "site"
    (tmp_path / "secret").mkdir()
    site.mkdir()
    (site / "content").mkdir()
    (site / "content" / "out").symlink_to(tmp_path / "secret")
    (site / "hugo.toml").write_text("")
    config = 'contentDir = "../secret"\nstaticDir = ["../secret", "/etc"]\n'
    assert hugo(site, "[x](/docs/gone/)\n", **{"hugo.toml": config}) == []
    text = "[x](../../../secret/) [y](/../secret/) [z](/%2e%2e/secret) [w](/out/x/) [v](/\0/)\n"
    hugo(site, text)
    assert not [path for path in asked if "secret" in path or path == str(tmp_path)]


@pytest.mark.parametrize(
    ("files", "text", "missing"),
    [
        (
            {
                "hugo.toml": "theme = 't'\n[[module.mounts]]\nsource = 'media'\n"
                "target = 'static/img'",
                "media/a.png": "",
                "media/sub/b.png": "",
                "themes/t/static/img/c.png": "",
                "static/img/d.png": "",
                "content/a.md": "",
            },
            "![a](/img/a.png) ![b](/img/sub/b.png) ![c](/img/c.png) ![d](/img/no.png)",
            ["/img/no.png"],
        ),
        ({"hugo.toml": "theme = 'gone'", "static/img/d.png": ""}, "![d](/img/no.png)", []),
        (
            {
                "docusaurus.config.js": "export default {baseUrl: '/', "
                "staticDirectories: ['./media']}",
                "media/img/a.png": "",
                "static/img/d.png": "",
            },
            "![a](/img/a.png) ![d](/img/no.png)",
            ["/img/no.png"],
        ),
        (
            {
                "eleventy.config.js": "c.addPassthroughCopy({'media/pics': 'img', 'x': '/y/'})",
                "media/pics/a.png": "",
                "x/b.png": "",
                "img/d.png": "",
            },
            "![a](/img/a.png) ![b](/y/b.png) ![d](/img/no.png)",
            ["/img/no.png"],
        ),
        (
            {"eleventy.config.js": "c.addPassthroughCopy(all)", "img/d.png": ""},
            "![d](/img/no.png)",
            [],
        ),
    ],
)
def test_images_are_looked_for_where_the_generator_takes_them_from(
    tmp_path: Path, files: Mapping[str, str], text: str, missing: list[str]
) -> None:
    expected = [f'"{path}" is no file of this site' for path in missing]
    assert said(tmp_path, {**files, "content/p.md": text}) == expected


def test_images_that_a_page_names_itself(tmp_path: Path) -> None:
    text = (
        "---\nresources:\n- {src: a, name: Hero.png}\n- {src: b, name: 'p-:counter.jpg'}\n---\n"
        "![a](hero.png) ![b](p-2.jpg) ![c](heroes.png)\n"
    )
    assert hugo(tmp_path, text) == ['"heroes.png" is no file of this site']


@pytest.mark.parametrize(
    ("name", "named", "others"),
    [
        (":counter", ["1", "20"], ["missing.jpg", "1.jpg"]),
        ("g:counter", ["g1"], ["gone.png", "g1.png"]),
        ("g-:counter.jpg", ["g-1.jpg", "G-12.jpg"], ["g-.jpg", "g-1.png", "g-one.jpg"]),
        ("a:counter-:counter.png", ["a7-7.png"], ["a1-2.png"]),
        ("a(:counter)+:counter0.png", ["a(1)+10.png"], ["a1.png"]),
    ],
)
def test_images_with_a_number_in_their_name(
    tmp_path: Path, name: str, named: list[str], others: list[str]
) -> None:
    images = "\n".join(f"![x](<{target}>)" for target in [*named, *others])
    text = f"---\nresources:\n- {{src: '*.jpg', name: '{name}'}}\n---\n{images}\n"
    assert hugo(tmp_path, text) == [f'"{one}" is no file of this site' for one in others]


@pytest.mark.parametrize("name", [":counter", "n:counter", "n:counter.md"])
def test_numbers_are_in_no_names_of_posts(tmp_path: Path, name: str) -> None:
    text = f"---\nresources:\n- {{src: '*.jpg', name: '{name}'}}\n---\n[x](n1.md)\n"
    assert hugo(tmp_path, text) == ['"n1.md" is no file of this site']


def test_many_addresses_take_a_time_that_grows_with_them(tmp_path: Path) -> None:
    def posts(number: int) -> dict[str, str]:
        return {f"content/docs/p{n}.md": f"[x](/docs/p{n + 1}x/)\n" for n in range(number)}

    def check(posts: dict[str, str]) -> None:
        said(tmp_path / str(len(posts)), {**HUGO, **posts})

    assert growth(posts, check, 100) < 10
