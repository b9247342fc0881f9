"""Reading a configuration: what it says, and what a broken one is told."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from postlint.config.find import find_config
from postlint.config.load import load_config
from postlint.config.schema import config_schema
from postlint.config.settings import RuleSetting
from postlint.model.errors import ConfigError
from postlint.model.finding import Severity

FULL = """\
locale = "en-GB"
fail-on = "info"
exclude = ["drafts/"]
presets = ["news"]
ignore = ["typography"]
[[content]]
files = ["posts/**/*.md"]
where = { layout = "post" }
schema = "news-post"
rules = { repeated-word = "off", trailing-space = { severity = "error" } }
[rules]
unclosed-quote = "info"
[terms]
Karakbakh = "Karabakh"
"""

STYLES = """\
select = ["Google", "Google.Passive"]
[styles]
paths = ["styles"]
use = ["Google"]
vocabularies = ["Base"]
min-level = "info"
[rules]
Google.Passive = "off"
"House.Slang" = "error"
write-good = "info"
"""


def write(folder: Path, text: str, name: str = "postlint.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, FULL))
    (entry,) = config.content
    assert config.root == tmp_path
    assert (config.language.locale, config.fail_on, config.exclude) == (
        "en-GB",
        "info",
        ("drafts/",),
    )
    assert config.presets == ("news",)
    assert config.ignore == ("typography",)
    assert (entry.line, entry.files) == (6, ("posts/**/*.md",))
    assert entry.where == {"layout": "post"}
    assert [path.name for path in entry.schemas] == ["news-post.schema.json"]
    assert entry.rules["repeated-word"].enabled is False
    assert entry.rules["trailing-space"].severity is Severity.ERROR
    assert config.rules == {"unclosed-quote": RuleSetting(True, Severity.INFO)}
    assert [(row.wrong, row.right) for row in config.terms.rows] == [("Karakbakh", ("Karabakh",))]


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    write(site, "[project]\nname = 'x'\n", "pyproject.toml")
    above = write(tmp_path, "[tool.postlint]\nlocale = 'de'\n", "pyproject.toml")
    assert find_config(site) == above
    assert load_config(above).language.locale == "de"


def test_the_nearest_config_wins(tmp_path: Path) -> None:
    write(tmp_path, "")
    posts = tmp_path / "posts"
    posts.mkdir()
    nearest = write(posts, "")
    assert find_config(posts) == nearest


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fail_on = 'info'", ':1: unknown key "fail_on"; did you mean "fail-on"?'),
        (
            "[rules]\n\nrepeated-wrod = 'off'",
            ':3: rules: unknown rule "repeated-wrod"; did you mean "repeated-word"?',
        ),
        (
            "[rules]\nrepeated-word = 'eror'",
            ':2: rules.repeated-word: is "eror", expected off, on, info, warning, error; did you',
        ),
        (
            "[rules]\ntrailing-space = { max = 3 }",
            ':2: rules.trailing-space: unknown option "max"',
        ),
        (
            "[rules]\nellipsis = { form = '. . .' }",
            ':2: rules.ellipsis.form: is ". . .", expected …, ...',
        ),
        ("[rules]\nellipsis = { form = 3 }", ":2: rules.ellipsis.form: is 3, expected …, ..."),
        ("select = ['typo']", ':1: select: unknown rule "typo"'),
        (
            "presets = ['newz']",
            ':1: presets: is "newz", expected recommended, news, seo, typography, tidy, all; did',
        ),
        ("max-file-size = 0", ":1: max-file-size: is 0, expected a number of bytes up to 20,000,"),
        ("max-file-size = '1 MB'", ':1: max-file-size: is "1 MB", expected a number of bytes'),
        ("exclude = 'a'", ':1: exclude: is "a", expected a list of texts'),
        ("terms = 3", ":1: terms: is 3, expected a table"),
        ("[terms]\nKiev = 1", ":2: terms.Kiev: is 1, expected text or a table"),
        ("exclude = ['[']", ':1: exclude: "[" is not a pattern in .gitignore notation'),
        ("[rules]\nwords = 'off'", ':2: rules: "words" is a group of rules; list it under'),
        ("[rules]\nrepeated-word = false", ":2: rules.repeated-word: is false, expected off, on"),
        ("[content]\nfiles = []", ":1: content: is one table, expected [[content]]"),
        (
            "[[content]]\nschema = 'nwes-post'",
            ':2: content.schema: no schema named "nwes-post" is shipped; did you mean "news-post"?',
        ),
        ("[[content]]\nschema = './x.json'", ':2: content.schema: no file "./x.json" in '),
        ("[[content]]\nschema = '../../x.json'", ':2: content.schema: "../../x.json" leads out of'),
        ("[[content]]\nschema = 'https://x.org/a'", "is a web address, which is never fetched"),
        ("a = ", ":1: "),
        ("locale = 'a'\nlocale = 'b'", ":2: "),
    ],
)
def test_a_broken_config_is_one_line_that_says_what_where_what_now(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(ConfigError) as error:
        load_config(write(tmp_path, text))
    assert message in str(error.value)
    assert "\n" not in str(error.value)
    assert "postlint.toml:" in str(error.value)


def test_a_config_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "postlint.toml"
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(ConfigError, match=r":1: byte 0xE9"):
        load_config(path)


def test_the_shipped_config_schema_is_the_generated_one() -> None:
    shipped = Path(__file__).parents[2] / "schemas" / "config.schema.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == config_schema()


def test_the_schema_takes_what_the_reader_takes(tmp_path: Path) -> None:
    import tomllib

    validator = Draft202012Validator(config_schema())
    assert list(validator.iter_errors(tomllib.loads(FULL))) == []
    assert list(validator.iter_errors(tomllib.loads(STYLES))) == []
    for wrong in (
        *("fail_on = 'info'", "exclude = 'a'", "[rules]\nrepeated-wrod = 'off'", "terms = 3"),
        *("[rules]\nrepeated-word = 'eror'", "[rules]\ntrailing-space = { max = 3 }"),
        *("[terms]\nKiev = 1", "[content]\nfiles = []", "select = ['typo']", "locale = 1"),
        *("locale = 'deutsch'", "[words]\nlexicon = 1"),
    ):
        with pytest.raises(ConfigError):
            load_config(write(tmp_path, wrong))
        assert list(validator.iter_errors(tomllib.loads(wrong)))


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("tool.postlint.locale = 'de'\n", True),
        ('[tool."postlint"]\n', True),
        ("[ tool.postlint ]\n", True),
        ("[tool]\npostlint = {locale = 'de'}\n", True),
        ("[tool.postlint]\nlocale = \n", True),
        ("[tool.postlint-extra]\n", False),
        ("#[tool.postlint]\nbroken = \n", False),
        ("[project]\ndependencies = ['postlint']\n", False),
    ],
)
def test_a_pyproject_is_ours_by_its_table(tmp_path: Path, text: str, is_ours: bool) -> None:
    write(tmp_path, "", "postlint.toml")
    site = tmp_path / "site"
    site.mkdir()
    path = write(site, text, "pyproject.toml")
    assert find_config(site) == (path if is_ours else tmp_path / "postlint.toml")
