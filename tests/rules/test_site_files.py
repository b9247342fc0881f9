"""Rules of the site that look at its configuration and at files that are no posts."""

from collections.abc import Mapping
from pathlib import Path
from time import sleep

import pytest

from postlint.config.site import Site
from postlint.content.stamp import read_stamped
from postlint.engine.cache import open_cache
from postlint.engine.memory import Memory
from postlint.engine.run import Means, run
from postlint.rules.site.permalink_clash import PermalinkClash

IMAGE = "\0image"
_TICKS = 0.1
"""Seconds. What was written just now is not remembered, as it may be written again."""


def said(rule: str, root: Path, files: Mapping[str, str | None]) -> list[str]:
    """What a rule says, with what an earlier run remembers; None removes a file."""
    for name, text in {"postlint.toml": f'select = ["{rule}"]\n', **files}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            file.unlink()
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
    cache = open_cache(root / ".cache/it", b"program")
    site = Site(today="2024-06-01", known=lambda key: cache.snapshots.get(str(key)))
    results = run(
        site.with_rest(site.find(["."])), site, Means(memory=Memory(cache, site, read_stamped))
    )
    cache.save()
    assert [crash for one in results for crash in one.crashes] == []
    return [f"{found.path}: {found.message}" for one in results for found in one.findings]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_addresses_change_with_the_configuration(tmp_path: Path) -> None:
    posts = ("_posts/2023-03-01-war.md", "_posts/2024-03-01-war.md")
    files = dict.fromkeys(posts, "---\ntitle: War\n---\n")
    clash = 'address "/war/" is that of _posts/2023-03-01-war.md, too'
    for permalink, expected in [
        ("/:title/", [f"_posts/2024-03-01-war.md: {clash}"]),
        ("/:year/:title/", []),
        ("/:title/", [f"_posts/2024-03-01-war.md: {clash}"]),
    ]:
        files["_config.yml"] = f"permalink: {permalink}\n"
        assert said("permalink-clash", tmp_path, files) == expected
    files[posts[0]] = "---\ntitle: War\nslug: peace\n---\n"
    assert said("permalink-clash", tmp_path, files) == []


HUGO = {
    "hugo.toml": "",
    "content/posts/a.md": "---\ntitle: A\n---\n",
    "content/posts/b.md": "---\nurl: /posts/a/\n---\n",
}
ELEVENTY = {
    "eleventy.config.js": "export default function(c) { return {dir: {input: 'src'}} }",
    "src/posts/2024-01-01-a.md": "---\ntitle: A\n---\n",
    "src/posts/a.md": "---\ntitle: B\n---\n",
}
JEKYLL = {
    "_config.yml": "title: x\n",
    "a.md": "---\npermalink: /a/\n---\n",
    "b.md": "---\npermalink: /a/\n---\n",
}


@pytest.mark.parametrize(
    ("files", "added"),
    [
        (HUGO, {"hugo.toml": "disablePathToLower = ["}),
        (HUGO, {"config/_default/cascade.toml": "[build]\nrender = 'never'"}),
        (HUGO, {"config/production/permalinks.toml": "posts = '/p/:filename/'"}),
        (HUGO, {"content/posts/index.md": "---\ntitle: C\n---\n"}),
        (ELEVENTY, {"src/posts/posts.json": '{"permalink": "/x/{{ title }}/"}'}),
        (ELEVENTY, {"src/_includes/a/post.njk": "---\npermalink: /x/\n---\n"}),
        (ELEVENTY, {"src/_data/eleventyComputed.js": ""}),
        (ELEVENTY, {".eleventyignore": "src/posts/a.md\n"}),
        (JEKYLL, {"_config.yml": "exclude: ['*b.md']\n"}),
    ],
)
def test_addresses_change_with_what_was_looked_for_in_vain(
    tmp_path: Path, files: Mapping[str, str], added: Mapping[str, str]
) -> None:
    said("permalink-clash", tmp_path, files)
    sleep(_TICKS)
    assert len(said("permalink-clash", tmp_path, {})) == 1
    assert said("permalink-clash", tmp_path, added) == []


@pytest.mark.parametrize("way", ["config", "config/_default", "config.yaml"])
def test_addresses_change_with_a_link_wherever_it_leads(tmp_path: Path, way: str) -> None:
    place = tmp_path / way
    expected = said("permalink-clash", tmp_path, {**HUGO, "config/a.txt": "", "away/b.txt": ""})
    sleep(_TICKS)
    assert len(expected) == 1
    if way == "config":
        (tmp_path / "config/a.txt").unlink()
        place.rmdir()
    for target in ("nowhere", "away"):
        place.symlink_to(tmp_path / target)
        sleep(_TICKS)
        said_now = said("permalink-clash", tmp_path, {})
        assert said_now == ([] if way != "config.yaml" else expected)
        place.unlink()
        sleep(_TICKS)
        assert said("permalink-clash", tmp_path, {}) == expected


def test_what_was_said_of_addresses_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = {"content/posts/c/index.md": "---\ntitle: C\n---\n", "content/posts/c/c.png": IMAGE}
    expected = said("permalink-clash", tmp_path, {**HUGO, **bundle})
    sleep(_TICKS)
    assert said("permalink-clash", tmp_path, {}) == expected != []
    monkeypatch.delattr(PermalinkClash, "check")
    assert said("permalink-clash", tmp_path, {}) == expected


def test_addresses_that_do_not_clash(tmp_path: Path) -> None:
    files = {
        "hugo.toml": "[permalinks]\nblog = '/:day/:filename/'\n",
        "content/a.md": "---\ntitle: x\n---\n",
        "content/b.md": "---\nurl: /a/\ndraft: true\n---\n",
        "content/c.md": "---\nurl: /A/\n---\n",
        "content/blog/x.md": "---\ndate: 2024-03-01T12:00:00Z\n---\n",
        "content/blog/y/x.md": "---\ndate: 2024-03-01T12:00:00Z\n---\n",
    }
    assert said("permalink-clash", tmp_path, files) == []


@pytest.mark.parametrize(
    "files",
    [
        {"hugo.toml": "ignoreFiles = ['old/']", "content/old/x.md": "---\nurl: /a/\n---\n"},
        {"hugo.toml": "", "content/b/index.md": "", "content/b/x.md": "---\nurl: /a/\n---\n"},
        {"hugo.toml": "theme = 't'", "themes/t/content/a.md": "---\ntitle: x\n---\n"},
        {
            "hugo.toml": "[languages.en]\n[languages.de]",
            "content/x.de.md": "---\nurl: /x/\n---\n",
            "content/y.de.md": "---\nurl: x/\n---\n",
        },
        {"zola.toml": "", "content/b.md": "---\npath: a\nrender: false\n---\n"},
    ],
)
def test_posts_that_are_left_out_do_not_clash(tmp_path: Path, files: Mapping[str, str]) -> None:
    files = {**files, "content/a.md": "---\ntitle: A\n---\n"}
    assert said("permalink-clash", tmp_path, files) == []


@pytest.mark.parametrize(
    ("day", "front_matter", "expected"),
    [
        ("2024-02-01", "title: x", 1),
        ("2025-02-01", "title: x", 0),
        ("2025-02-01", "date: 2024-02-01", 1),
        ("2024-02-01", "date: 2025-02-01", 0),
    ],
)
def test_posts_of_the_future_do_not_clash(
    tmp_path: Path, day: str, front_matter: str, expected: int
) -> None:
    files = {
        "_config.yml": "permalink: /:title/\n",
        "_posts/2024-01-01-a.md": "---\ntitle: x\n---\n",
        f"_posts/{day}-a.md": f"---\n{front_matter}\n---\n",
    }
    assert len(said("permalink-clash", tmp_path, files)) == expected


def test_posts_in_one_language_clash(tmp_path: Path) -> None:
    files = {f"{name}.md": "---\nlang: fr\npermalink: /a/\n---\n" for name in ("a", "b")}
    assert len(said("permalink-clash", tmp_path, {**files, "_config.yml": "title: x\n"})) == 1


def test_many_posts_with_one_address_are_one_finding(tmp_path: Path) -> None:
    files = {"hugo.toml": ""} | {f"content/{n}.md": "---\nurl: /a/\n---\n" for n in range(300)}
    (finding,) = said("permalink-clash", tmp_path, files)
    others = "content/97.md, content/98.md and 297 more posts"
    assert finding == f'content/99.md: address "/a/" is that of {others}, too'


def test_an_image_that_nothing_shows(tmp_path: Path) -> None:
    images = ("img/map.png", "img/old.png", "img/of data.jpg", "img/logo-2x.svg", "favicon.ico")
    files: dict[str, str | None] = dict.fromkeys(images, IMAGE)
    files |= {"a.md": "![A map](img/map.png)\n", "data/all.yml": "- img/of%20data.jpg\n"}
    files |= {"css/a.css": "a { background: url(../img/logo.svg) }\n"}
    expected = ['img/old.png: no file of the site mentions "old.png"']
    assert said("orphan-image", tmp_path, files) == expected
    assert said("orphan-image", tmp_path, {"a.md": "![x](img/old.png)\n"}) == [
        'img/map.png: no file of the site mentions "map.png"'
    ]
    assert said("orphan-image", tmp_path, {"layouts/b.html": "<img src=map.png>"}) == []
    assert said("orphan-image", tmp_path, {"img/new.png": IMAGE}) == [
        'img/new.png: no file of the site mentions "new.png"'
    ]


def test_links_on_the_disk_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to("/")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "b.png").symlink_to("/etc/hostname")
    assert said("orphan-image", tmp_path, {"a.md": ""}) == []


@pytest.mark.parametrize(
    "link",
    [
        *("[x](sub/b.md)", "[x](../b/)", '<a href="/docs/b.html">x</a>', "[[b]]"),
        *('{{< relref "b.md" >}}', "[x](https://example.org/docs/b/#y)", "[x](/named/)"),
    ],
)
def test_a_post_that_is_linked_to(tmp_path: Path, link: str) -> None:
    files = {"sub/b.md": "---\ntitle: B\nslug: named\n---\n", "index.md": f"{link}\n"}
    assert said("orphan-post", tmp_path, files) == []
    assert said("orphan-post", tmp_path, {"index.md": "No link.\n"}) == [
        "sub/b.md: no other post links to this one"
    ]


def test_a_chosen_term_is_told_with_the_posts_that_have_it(tmp_path: Path) -> None:
    config = 'select = ["site-term-variant"]\nrules.site-term-variant.chosen = ["website"]\n'
    files = {"postlint.toml": config, "a.md": "The Web site. Web site.\n"}
    assert said("", tmp_path, files) == [
        'a.md: "Web site" here is "website" in house style',
        'a.md: "Web site" here is "Website" in house style',
    ]
    files = {"postlint.toml": config, "b.md": "A website.\n"}
    assert said("", tmp_path, files)[0] == (
        'a.md: "Web site" here is "website" in house style; 1 post has it so'
    )
