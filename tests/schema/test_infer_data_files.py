"""Which values the data files of a site hold."""

from pathlib import Path

import pytest

from postlint.content.data.tree import Json
from postlint.schema.infer.data_files import sets_in, values_in_data


@pytest.mark.parametrize(
    ("data", "sets"),
    [
        (["a", "b"], {"*": ["a", "b"]}),
        ([{"id": "a", "age": 1}, {"id": "b"}], {"*/id": ["a", "b"]}),
        ({"x": {"name": "A"}, "y": {"name": "B"}}, {"*/name": ["A", "B"]}),
        ({"topics": ["a", "b"], "title": "T"}, {"topics/*": ["a", "b"]}),
        ([{"role": "editor"}, {"role": "editor"}], {}),
        (["a"], {}),
        ("a", {}),
        (None, {}),
        ([1, 2], {}),
    ],
)
def test_sets_in(data: Json, sets: dict[str, list[str]]) -> None:
    assert dict(sets_in(data)) == sets


def test_data_files_are_found_and_broken_ones_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "staff.yml").write_text("- id: anna\n- id: ben\n", encoding="utf-8")
    (tmp_path / "data" / "broken.yml").write_text("- [\n", encoding="utf-8")
    (tmp_path / "data" / "link.json").symlink_to("/etc/hostname")
    (tmp_path / "other.yml").write_text("[a, b]\n", encoding="utf-8")
    by_name = "anna: {name: Anna}\nben: {name: Ben}\n"
    (tmp_path / "data" / "people.yml").write_text(by_name, encoding="utf-8")
    (tmp_path / "data" / "options.yml").write_text("a: 1\nb: x\n", encoding="utf-8")
    assert values_in_data(tmp_path) == {
        "data/people.yml": ["anna", "ben"],
        "data/people.yml#/*/name": ["Anna", "Ben"],
        "data/staff.yml#/*/id": ["anna", "ben"],
    }
