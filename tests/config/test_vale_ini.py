"""What becomes of a .vale.ini."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.config.vale_ini import from_vale


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
            {"files": ["blog/**/*.md"], "rules": {"Blog": "on", "House.Slang": "off"}},
            {"files": ["docs/**/*.md", "api/**/*.md"], "rules": {"House": "off"}},
        ],
    }
    assert made.left_out == ("[*.adoc]: postlint reads .md, .markdown and .mdx",)


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
        "[formats]",
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
