"""Links of posts to each other, to headings and to images: what a site with these files is told."""

import os
import pickle
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.config.site import Site
from postlint.content.discover import Found
from postlint.content.facts import Places
from postlint.engine.check import check
from postlint.engine.run import run, run_alone
from postlint.model.finding import Finding
from time_growth import growth

RULES = ("link-target-missing", "anchor-missing", "image-file-missing")


def build(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def findings(root: Path, files: Mapping[str, str], *posts: str) -> list[Finding]:
    """All findings of a run over some posts, else over all, of a site with these files."""
    build(root, files)
    build(root, {"postlint.toml": ""})
    names = posts or tuple(sorted(name for name in files if name.endswith(".md")))
    results = run(
        Found(tuple(root / name for name in names)), Site(only=root / "postlint.toml", select=RULES)
    )
    assert [crash for one in results for crash in one.crashes] == []
    return [finding for one in results for finding in one.findings]


def said(root: Path, files: Mapping[str, str], *posts: str) -> list[str]:
    return [
        f"{Path(one.path).stem}:{one.start.line}:{one.start.column}: {one.message}"
        for one in findings(root, files, *posts)
    ]


def test_a_link_to_no_file_and_what_was_meant(tmp_path: Path) -> None:
    files = {"docs/a.md": "A [b](setpu.md) and [c](gone.md#x).\n", "docs/setup.md": "# Setup\n"}

    assert said(tmp_path, files) == [
        'a:1:7: "setpu.md" is no file of this site; "setup.md" is',
        'a:1:25: "gone.md" is no file of this site',
    ]


def test_a_fix_replaces_the_path_and_leaves_the_rest(tmp_path: Path) -> None:
    files = {"a.md": "A [b](Docs/setup.md#own) x\n", "docs/setup.md": "# Setup {#own}\n"}

    (finding,) = findings(tmp_path, files)

    assert finding.suggestions == ("docs/setup.md",)
    assert finding.fix is not None
    assert finding.fix.title == 'replace with "docs/setup.md"'
    (edit,) = finding.fix.edits
    text = files["a.md"]
    assert text[: edit.span.start] + edit.replacement + text[edit.span.end :] == (
        "A [b](docs/setup.md#own) x\n"
    )


@pytest.mark.parametrize(
    "target",
    [
        *("b.md", "./b.md", "../docs/b.md", "b.md#one", "b.md?x=1#two-1", "b%2Emd", "sub/c.md"),
        *("/docs/b.md", "docs/b.md", "@site/docs/b.md", "@/docs/b.md", "a%20b.md", "<a b.md>"),
        *("/docs/b/", "b", "b.html", "../../b/", "https://x.org/y.md", "//x.org/y.md", "b.php"),
        *("mailto:x@y.org", "{{ page }}.md", "$URL/b.md", "../../blob/main/x.md", "notes.org"),
        *("www.x.org/y.md", "x.org/y.md", "http//x.org/y.md"),
    ],
)
def test_links_that_are_right_or_cannot_be_judged(tmp_path: Path, target: str) -> None:
    files = {
        "docs/a.md": f"[x]({target})\n",
        "docs/b.md": "# One\n## Two\n## Two\n",
        "docs/a b.md": "",
        "docs/sub/c.md": "",
    }
    assert said(tmp_path, files) == []


def test_upper_and_lower_case_count_on_every_disk(tmp_path: Path) -> None:
    files = {"a.md": "[x](setup.md)\n", "Setup.md": ""}
    assert said(tmp_path, files) == ['a:1:5: "setup.md" is no file of this site; "Setup.md" is']


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("../guides/b.md", "guides/b.md"),
        ("./guidse/b.md", "./guides/b.md"),
        ("c.md", "c/index.md"),
        ("moved.md", "far/off/moved.md"),
    ],
)
def test_a_file_that_stands_elsewhere(tmp_path: Path, target: str, meant: str) -> None:
    places = ("docs/guides/b.md", "docs/c/index.md", "docs/far/off/moved.md")
    files = {"docs/a.md": f"[x]({target})\n", **dict.fromkeys(places, "")}

    (finding,) = findings(tmp_path, files)

    assert finding.suggestions == (meant,)


WHOLE = {f"docs/latest/api/{n}.md": f"[x]({(n + 1) % 9}.md)\n" for n in range(9)}


@pytest.mark.parametrize(
    ("target", "is_said"),
    [
        *(("../../SECURITY.md", False), ("../../src/README.md", False), ("../gone.md", False)),
        *(("./../../../.github/x.md", False), ("gone.md", True), ("./gone.md", True)),
        ("../../latset/api/1.md", True),
    ],
)
def test_a_folder_that_was_made_elsewhere(tmp_path: Path, target: str, is_said: bool) -> None:
    files = {**WHOLE, "docs/latest/api/a.md": f"[x]({target})\n", "README.md": "", "docs/b.md": ""}
    assert bool(said(tmp_path, files)) == is_said
    assert bool(said(tmp_path, {**files, "docs/latest/api/b.md": "[x](../../b.md) [y](/)\n"})) == (
        is_said or target.count("../") < 3
    )


def test_no_other_file_of_a_common_name_is_meant(tmp_path: Path) -> None:
    files = {"docs/a/b.md": "[x](../LICENSE.md) [y](gone/README.md)\n", "LICENSE.md": ""}
    assert said(tmp_path, {**files, "README.md": ""}) == [
        'b:1:5: "../LICENSE.md" is no file of this site',
        'b:1:24: "gone/README.md" is no file of this site',
    ]


def test_what_lies_outside_is_not_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    scandir = os.scandir

    def ask(path: str) -> object:
        asked.append(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", ask)
    (tmp_path / "secret.md").write_text("# Secret\n")
    site = tmp_path / "site"
    text = "[x](../secret.md#a) ![y](../../b.png) [z](../../../etc/passwd) [w](../../up/)\n"

    assert said(site, {"a.md": text}) == [
        'a:1:5: "../secret.md" leads out of the site',
        'a:1:26: "../../b.png" leads out of the site',
        'a:1:43: "../../../etc/passwd" leads out of the site',
    ]
    # In the folders above it, only the names that tell a project.
    assert all(Path(path).is_relative_to(site) or site.is_relative_to(path) for path in asked)


def test_another_configuration_further_in_is_no_end_of_the_site(tmp_path: Path) -> None:
    build(tmp_path, {"docs/x.md": "# One\n", "blog/postlint.toml": "", "postlint.toml": ""})
    text = "[x](../docs/x.md#one) [y](../docs/y.md) [z](../../z.md)\n"
    build(tmp_path, {"blog/a.md": text})

    (result,) = run(Found((tmp_path / "blog/a.md",)), Site(select=RULES))

    assert [one.message for one in result.findings] == [
        '"../docs/y.md" is no file of this site',
        '"../../z.md" leads out of the site',
    ]


def test_a_configuration_inside_of_what_the_generator_has_is_no_end_of_the_site(
    tmp_path: Path,
) -> None:
    build(tmp_path, {"hugo.toml": "", "static/img/x.png": "", "content/postlint.toml": ""})
    build(tmp_path, {"content/img/y.png": "", "content/a.md": "![x](/img/x.png) ![z](/img/z.png)"})

    (result,) = run(Found((tmp_path / "content/a.md",)), Site(select=RULES))

    assert [one.message for one in result.findings] == ['"/img/z.png" is no file of this site']


def test_a_folder_that_nobody_calls_a_site_has_no_outside(tmp_path: Path) -> None:
    build(tmp_path, {"site/a.md": "[x](../b.md)\n"})
    (result,) = run(Found((tmp_path / "site/a.md",)), Site(isolated=True, select=RULES))
    assert result.findings == ()


def test_anchors_of_other_posts(tmp_path: Path) -> None:
    files = {
        "a.md": "[x](b.md#instal) [y](b.md#install) [z](c.md#any) [w](b.md#Install)\n",
        "b.md": "# Install\n",
        "c.md": "{% include part.md %}\n",
    }
    expected = [
        'a:1:10: "instal" is no heading of "b.md"; "install" is',
        'a:1:59: "Install" is no heading of "b.md"; "install" is',
    ]
    assert said(tmp_path, files) == expected
    assert said(tmp_path, files, "a.md") == expected, "what is not in the run is read"


def test_a_post_from_standard_input(tmp_path: Path) -> None:
    build(tmp_path, {"b.md": "# Install\n", "install.md": ""})
    data = b"[x](b.md#instal) [y](isntall.md)\n"

    result = run_alone(tmp_path / "a.md", data, Site(isolated=True, select=RULES))

    assert [one.suggestions for one in result.findings] == [("install",), ("install.md",)]


@pytest.mark.parametrize("name", ["new.md", "é/new.md"])
def test_a_post_that_is_not_on_the_disk_can_be_linked_to(tmp_path: Path, name: str) -> None:
    build(tmp_path, {"b.md": ""})
    data = b"# One\n\n[x](new.md#one) [y](new.md#two) [z](nwe.md)\n"

    result = run_alone(tmp_path / name, data, Site(isolated=True, select=RULES))

    assert [one.message for one in result.findings] == [
        '"two" is no heading of "new.md"',
        '"nwe.md" is no file of this site; "new.md" is',
    ]


@pytest.mark.parametrize(
    ("target", "is_there"),
    [
        *(("img/map.png", True), ("img/mpa.png", False), ("/img/map.png", True)),
        *(("/pics/a.svg", True), ("pics/a.svg", True), ("/pics/b.svg", False)),
        *(("/elsewhere/a.png", True), ("elsewhere/a.png", True), ("img/map.PNG", False)),
        *(("logo.png", False), ("img/map.png?v=2", True), ("https://x.org/a.png", True)),
    ],
)
def test_images(tmp_path: Path, target: str, is_there: bool) -> None:
    files = {
        "content/a.md": f"![A map]({target})\n",
        "content/img/map.png": "",
        "static/pics/a.svg": "",
    }
    assert bool(said(tmp_path, files)) == (not is_there)


def test_a_site_whose_images_lie_elsewhere_is_told_nothing(tmp_path: Path) -> None:
    files = {f"{n}.md": f"![A map](map-{n}.png) [x](doc-{n}.md)\n" for n in range(9)}
    assert said(tmp_path, files) == []
    assert len(said(tmp_path, files, "1.md", "2.md")) == 4


def test_images_of_a_site_that_has_most_of_them(tmp_path: Path) -> None:
    files = {f"{n}.md": f"![A map](map-{n}.png) ![B](b-{n}.png)\n" for n in range(9)}
    files |= {f"map-{n}.png": "" for n in range(9)}
    assert len(said(tmp_path, files)) == 9


def test_links_on_the_disk_are_not_followed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, {"a.md": "[x](loop/b.md) [y](out/secret.md) [z](pipe.md#x)\n"})
    (site / "loop").symlink_to(site / "loop")
    (site / "out").symlink_to(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(site / "pipe.md")
    assert said(site, {}, "a.md") == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read(tmp_path: Path) -> None:
    build(tmp_path, {"a.md": "[x](shut/b.md)\n", "shut/c.md": ""})
    (tmp_path / "shut").chmod(0)
    try:
        assert said(tmp_path, {}, "a.md") == []
    finally:
        (tmp_path / "shut").chmod(0o700)


@pytest.mark.parametrize(
    "target",
    [
        *("a\0b.md", "%00.md", "%zz.md", "%ff.md", "x" * 5_000 + ".md", "../" * 300 + "x.md", "/"),
        *(".", "..", "//", "///a.md", "\\\\host\\a.md", "C:\\a.md", "a.md/b.md", "#%", "?.md"),
    ],
)
def test_odd_targets_do_no_harm(tmp_path: Path, target: str) -> None:
    findings(tmp_path, {"a.md": f"[x]({target}) ![y](<{target}>)\n\n[z]: {target}\n"})


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_any_target_does_no_harm(tmp_path_factory: pytest.TempPathFactory, target: str) -> None:
    text = f"[x]({target}) [y](<./{target}.md#{target}>) [z](#{target})\n".encode(
        "utf-8", "replace"
    )
    site = Site(isolated=True, select=RULES)
    result = run_alone(tmp_path_factory.getbasetemp() / "a.md", text, site)
    assert result.crashes == ()


def test_many_links_take_a_time_that_grows_with_them(tmp_path: Path) -> None:
    def post(number: int) -> str:
        return "".join(f"# H{n}\n[x](gone-{n}/b.md#y) [z](#a{n})\n" for n in range(number))

    assert growth(post, lambda text: findings(tmp_path, {"a.md": text}, "a.md"), 1_000) < 10


def test_what_was_meant_is_told_whatever_other_posts_have(tmp_path: Path) -> None:
    targets = [f"harbour{number}" for number in range(60)]
    files = {f"{target}.md": "" for target in targets}
    for letter in "bcdefghijkl":
        links = (f"[a]({one}.md) [b](h{letter}{one[1:]}.md)\n" for one in targets)
        files[f"z{letter}.md"] = "".join(links)

    whole = [one for one in said(tmp_path, files) if one.startswith("zl:")]

    assert len(whole) == 60
    assert all('; "harbour' in one for one in whole)


def test_facts_are_plain_data(tmp_path: Path) -> None:
    resolver = Resolver(Config(root=tmp_path), RULES)
    result = check("a.md", b"# One\n\n[x](b.md#two) [y](c/)\n", resolver)
    assert result.facts.targets == ("b.md#two", "c/")
    assert result.facts.places == Places(("# One\n",))
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301
    assert (
        check("a.md", b"[x](b.md)", Resolver(Config(root=tmp_path), ("a-an",))).facts.places is None
    )
