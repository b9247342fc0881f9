"""Rules of the site that look at its configuration and at files that are no posts."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from postlint.config.site import Site
from postlint.content.stamp import read_stamped
from postlint.engine.cache import open_cache
from postlint.engine.memory import Memory
from postlint.engine.run import Means, run

IMAGE = "\0image"


def said(rule: str, root: Path, files: Mapping[str, str | None]) -> list[str]:
    """What a rule says, with what an earlier run remembers; None removes a file."""
    for name, text in {"postlint.toml": f'select = ["{rule}"]\n', **files}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")
    cache = open_cache(root / ".cache/it", b"program")
    site = Site(known=lambda key: cache.snapshots.get(str(key)))
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
