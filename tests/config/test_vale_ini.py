"""What becomes of a .vale.ini."""

import re
import tomllib
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from postlint.config.load import load_config
from postlint.config.resolve import Resolver
from postlint.config.vale_glob import as_gitignore
from postlint.config.vale_ini import from_vale
from postlint.content.document import parse
from postlint.content.source import decode


def config(text: str) -> dict[str, object]:
    """The configuration that is made of one of Vale's."""
    return tomllib.loads(from_vale(text).text)


def test_the_usual_one() -> None:
    text = """\
StylesPath = .github/styles
MinAlertLevel = warning
Vocab = Base, Product
Packages = Google, write-good

[*.{md,mdx}]
BasedOnStyles = Vale, Google, \\
    write-good
Google.Passive = NO # they like it
Google.Will = suggestion
"""
    made = from_vale(text)
    assert tomllib.loads(made.text) == {
        "styles": {
            "paths": [".github/styles"],
            "use": ["Vale", "Google", "write-good"],
            "vocabularies": ["Base", "Product"],
            "min-level": "warning",
        },
        "rules": {"Google.Passive": "off", "Google.Will": "info"},
    }
    (left_out,) = made.left_out
    assert left_out.startswith("Packages = Google, write-good: postlint downloads nothing")


def test_single_rules_and_no_pack() -> None:
    assert config("StylesPath = s\n[*.md]\nGoogle.We = YES\nGoogle.Will = error\nA.B = NO\n") == {
        "styles": {"paths": ["s"], "use": ["Google.We", "Google.Will"]},
        "rules": {"Google.Will": "error"},
    }


def test_sections_for_some_posts() -> None:
    text = """\
StylesPath = styles
[*]
BasedOnStyles = House
[blog/*.md]
BasedOnStyles = House, Blog
House.Slang = NO
[{docs,api}/**/*.{md,rst}]
BasedOnStyles =
[*.adoc]
BasedOnStyles = House
"""
    made = from_vale(text)
    assert tomllib.loads(made.text) == {
        "styles": {"paths": ["styles"], "use": ["House", "Blog"]},
        "rules": {"Blog": "off"},
        "content": [
            {"files": ["blog/**/*.md"], "rules": {"Blog": "on"}},
            {"files": ["docs/**/*.md", "api/**/*.md"], "rules": {"House": "off", "Blog": "off"}},
            {"files": ["blog/**/*.md"], "rules": {"House.Slang": "off"}},
        ],
    }
    assert made.left_out == (
        "[{docs,api}/**/*.{md,rst}]: .rst: postlint reads .md, .markdown and .mdx",
        "[*.adoc]: postlint reads .md, .markdown and .mdx",
    )


PACKS = """\
[*.{md,txt}]
BasedOnStyles = rules, demo
rules.Odd = NO
[README.md]
BasedOnStyles =
[docs/**.md]
BasedOnStyles = Bugs
demo.One = YES
[docs/end.md]
BasedOnStyles = rules
"""


@pytest.mark.parametrize(
    ("post", "packs"),
    [
        ("x.md", ["rules.Even", "demo.One", "demo.Two"]),
        ("a/README.md", ["rules.Even", "demo.One", "demo.Two"]),
        ("README.md", []),
        ("docs/x.md", ["demo.One", "Bugs.All"]),
        ("docs/a/b.md", ["demo.One", "Bugs.All"]),
        ("docs/end.md", ["rules.Even", "demo.One"]),
    ],
)
def test_the_last_section_decides_on_packs_and_all_on_rules(
    tmp_path: Path, post: str, packs: list[str]
) -> None:
    rules = ("rules/Even", "rules/Odd", "demo/One", "demo/Two", "Bugs/All")
    for rule in rules:
        path = tmp_path / f"styles/{rule}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("extends: existence\nmessage: x\ntokens: [a]\n", encoding="utf-8")
    (tmp_path / "postlint.toml").write_text(from_vale(PACKS).text, encoding="utf-8")
    resolver = Resolver(load_config(tmp_path / "postlint.toml"))
    doc = parse((tmp_path / post).as_posix(), decode(b"Text.\n"))
    running = {one.name for one in resolver.settings(doc).rules if "." in one.name}
    assert running == set(packs)


def test_rules_of_all_posts_hold_behind_the_packs_of_some() -> None:
    text = "[*]\nBasedOnStyles = A\nA.X = NO\n[b/*]\nBasedOnStyles =\n[b/c/*]\nBasedOnStyles = A\n"
    assert config(text)["content"] == [
        {"files": ["b/**"], "rules": {"A": "off"}},
        {"files": ["b/c/**"], "rules": {"A": "on"}},
        {"files": ["**"], "rules": {"A.X": "off"}},
    ]


@given(
    st.text(alphabet="ab/*.", min_size=1, max_size=8).filter(
        lambda glob: not re.search(r"//|^/|/$|\*\*|^\.|/\.", glob)
    ),
    st.text(alphabet="ab/.", min_size=1, max_size=8).filter(
        lambda path: not re.search(r"//|^/|/$|(?:^|/)\.", path)
    ),
)
def test_a_glob_matches_what_vale_matches(glob: str, path: str) -> None:
    pattern = re.compile(re.escape(glob).replace(r"\*", ".*"))
    ours = GitIgnoreSpec.from_lines(as_gitignore(glob)).match_file(path)
    folders = [part.as_posix() for part in PurePosixPath(path).parents]
    if pattern.fullmatch(path):
        assert ours
    elif ours:  # what .gitignore says of a folder holds for all in it
        assert any(pattern.fullmatch(folder) for folder in folders)


@pytest.mark.parametrize("glob", ["!x.md", "*.{md", "x\\*.md", "{a,b}" * 9, "*a*a*a*a*a*a.md"])
def test_a_section_whose_glob_cannot_be_kept_is_told(glob: str) -> None:
    made = from_vale(f"[*]\nBasedOnStyles = A\n[{glob}]\nBasedOnStyles =\n")
    assert "content" not in tomllib.loads(made.text)
    assert [one.partition(": its")[0] for one in made.left_out] == [f"[{glob}]: the whole section"]


def test_an_ending_that_is_read_as_another_one() -> None:
    text = "[formats]\nmdx = md\n[*]\nBasedOnStyles = A\n[a/*.md]\nBasedOnStyles =\n"
    assert config(text)["content"] == [
        {"files": ["a/**/*.md", "a/**/*.mdx"], "rules": {"A": "off"}}
    ]


def test_stray_lines_and_keys_of_all_posts_are_told() -> None:
    made = from_vale("[*]\nBasedOnStyles = A\nstray\nTokenIgnores = x\nIgnoredScopes = em\n")
    assert [one.split(":")[0] for one in made.left_out] == [
        "[*] stray",
        "[*] TokenIgnores = x",
        "[*] IgnoredScopes = em",
    ]


def test_what_cannot_be_carried_over_is_told() -> None:
    text = """\
StylesPath = ../styles
IgnoredScopes = code, em
SkippedScopes = aside
[formats]
mdx = md
rmd = html
[*.md]
BasedOnStyles = House
TokenIgnores = (\\$+[^\\n$]+\\$+), x
BlockIgnores = y
Lang = de
"""
    assert [one.split(":")[0] for one in from_vale(text).left_out] == [
        "[formats] rmd = html",
        r"[*.md] TokenIgnores = (\$+[^\n$]+\$+), x",
        "[*.md] BlockIgnores = y",
        "[*.md] Lang = de",
        "StylesPath = ../styles",
        "IgnoredScopes = code, em",
        "SkippedScopes = aside",
    ]


def test_what_is_no_ini_file() -> None:
    with pytest.raises(ValueError, match=r"^.vale.ini:2: is no KEY = VALUE and no \[section\]"):
        from_vale("StylesPath = x\n= 1\n")


@given(st.text(alphabet="[]=*.{},#;\\ \nSBab/\"'"))
def test_any_text_becomes_toml_or_is_refused(text: str) -> None:
    try:
        made = from_vale(text)
    except ValueError:
        return
    assert tomllib.loads(made.text)["styles"]
