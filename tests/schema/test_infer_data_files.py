"""Which values the data files of a site hold."""

import os
import sys
from pathlib import Path

import pytest

from postlint.content.data.tree import Json
from postlint.schema.infer.data_files import sets_in, values_in_data
from postlint.schema.reading.target import target_of, values_at


@pytest.mark.parametrize(
    ("data", "sets"),
    [
        (["a", "b"], {"*": ["a", "b"]}),
        ([{"id": "a", "age": 1}, {"id": "b"}], {"*/id": ["a", "b"]}),
        ({"x": {"name": "A"}, "y": {"name": "B"}}, {"*/name": ["A", "B"]}),
        ({"topics": ["a", "b"], "title": "T"}, {"topics/*": ["a", "b"]}),
        ({"a/b": ["a", "~"], "*": ["x", "y"]}, {"a~1b/*": ["a", "~"]}),
        ([{"~x": "a", "*": "c"}, {"~x": "b", "*": "d"}], {"*/~0x": ["a", "b"]}),
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


def write(path: Path, text: str = "[anna, ben]\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_folder_that_leads_out_of_the_site_is_not_read(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    write(site / "data" / "staff.yml")
    write(outside / "data" / "staff.yml")
    (site / "src").symlink_to(outside)
    (site / "source").symlink_to("source")
    (site / "data" / "more").symlink_to(outside)
    assert list(values_in_data(site)) == ["data/staff.yml#/*"]
    (tmp_path / "link").symlink_to(site)
    assert list(values_in_data(tmp_path / "link")) == ["data/staff.yml#/*"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are no UTF-8 on Linux alone")
def test_a_name_that_no_schema_can_hold_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "data" / "caf\udce9.yml")
    assert values_in_data(tmp_path) == {}


def test_all_references_that_are_told_can_be_used(tmp_path: Path) -> None:
    for name in ("c#1", "c*", "c?", "c[1]", "c~1", "a b", "ü"):
        write(tmp_path / "data" / f"{name}.yml")
        write(tmp_path / "data" / name / "x.yml")
        write(tmp_path / "data" / f"{name}2.yml", "a~/b: [anna, ben]\n'*': [x, y]\n")
    told = values_in_data(tmp_path)
    assert [name for name in told if "c#" in name or "c*" in name] == []
    assert len(told) == 3 * 5
    for name, values in told.items():
        assert values_at(target_of(name), tmp_path)[1] == tuple(values)


@pytest.mark.skipif(not hasattr(os, "pathconf"), reason="nobody says how long a path may be")
def test_a_file_that_cannot_be_reached_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "data" / "staff.yml")
    longest = os.pathconf(tmp_path, "PC_PATH_MAX")
    folder = tmp_path / "data"
    while len(str(folder)) < longest - 250:
        folder /= "a" * 100
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    Path("b" * 200 + ".yml").write_text("[x, y]\n", encoding="utf-8")
    Path("c" * 200).mkdir()
    assert list(values_in_data(tmp_path)) == ["data/staff.yml#/*"]
