"""The configuration as it is shown: TOML that says the same, with the place of each value."""

import tomllib
from pathlib import Path

from postlint.config.effective import effective

TEXT = """\
# ours
locale = "en-GB"
[[content]]
files = ["a/**"]
where = { layout = "post", "odd key" = true }
rules = { repeated-word = "off", trailing-space = { severity = "warning" } }
[[content]]
schema = "post"
[words]
accept = ["Karabakh",
  "Fizuli"]
[terms]
"Nagorny \\"K\\"" = "é"
"""


def test_it_says_the_same_as_the_file(tmp_path: Path) -> None:
    path = tmp_path / "postlint.toml"
    path.write_text(TEXT, encoding="utf-8")
    shown = tomllib.loads(effective(path))
    assert {key: shown[key] for key in tomllib.loads(TEXT)} == tomllib.loads(TEXT)


def test_each_value_has_its_place(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.postlint]\nlocale = "de"\n\n[tool.postlint.terms]\na = "b"\n')
    lines = effective(path).split("\n")
    assert lines[0].endswith("pyproject.toml:2")
    assert lines[1] == 'fail-on = "warning"  # default'
    assert lines[-2].endswith("pyproject.toml:5")


def test_without_a_configuration_all_is_default() -> None:
    assert all(line.endswith("# default") for line in effective(None).split("\n")[:-1])
