"""What is imported at start-up: in a pre-commit hook, start-up is the product."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from postlint.cli.app import app_of
from postlint.cli.commands import COMMANDS
from postlint.report.formats import FORMATS
from postlint.rules.registry import RULES

NOT_FOR_A_POST = (
    "typer",
    "rich",
    "jsonschema",
    "referencing",
    "attr",
    "postlint.config.load",
    "postlint.config.schema",
    "multiprocessing",
    "rapidfuzz",
    "pathspec",
    "regex",
    "postlint.engine.stopwatch",
    "fsspec",
    "distributed",
    "postlint.content.remote",
    "postlint.engine.cluster",
)
HEAVY = (*NOT_FOR_A_POST, "yaml", "pyromark", "dataclasses", "postlint.model.finding")


def modules_after(*arguments: str, folder: Path) -> set[str]:
    """What is imported once the command has run in a folder, as a process of its own."""
    script = (
        "import os, sys\n"
        "from postlint.cli.main import main\n"
        "os._exit = sys.exit\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print()\nprint(*sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_version_imports_nothing_heavy(tmp_path: Path) -> None:
    assert modules_after("--version", folder=tmp_path).isdisjoint(HEAVY)


@pytest.mark.parametrize("arguments", [("check", "-q"), ("--fix", "--no-cache", ".")])
def test_paths_and_flags_need_no_parser(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert "typer" not in modules_after(*arguments, folder=tmp_path)


@pytest.mark.parametrize("arguments", [("rules",), ("--color=never",)])
def test_a_run_imports_the_command_that_is_asked_for(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    loaded = modules_after(*arguments, folder=tmp_path) & set(COMMANDS.values())
    assert len(loaded) == 1


def test_help_lists_all_commands() -> None:
    page = CliRunner().invoke(app_of(COMMANDS), ["--help"], env={"COLUMNS": "200"}).output
    assert set(COMMANDS) <= set(page.split())


@pytest.mark.parametrize("name", ["concise", "sarif", "junit"])
def test_a_run_imports_the_format_that_is_asked_for(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The the end.\n", encoding="utf-8")
    modules = modules_after(f"--output={name}:out", "a.md", folder=tmp_path)
    loaded = modules & set(FORMATS.values())
    assert loaded == {FORMATS[name]}
    assert "rich" not in modules


def test_a_run_without_style_packs_does_not_import_their_engine(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("Text.\n", encoding="utf-8")
    modules = modules_after("--no-config", "post.md", folder=tmp_path)
    assert modules.isdisjoint(("regex", "postlint.styles.style_rule", "postlint.styles.pattern"))


YAML = "---\ntitle: The harbour opens\ndate: 2024-05-17\ntags: [harbour]\n---\n\nIt opened.\n"
TOML = '+++\ntitle = "The harbour opens"\n+++\n\nIt opened, said the [mayor](b.md).\n'


@pytest.mark.parametrize("post", [YAML, TOML, "No front matter.\n"])
def test_an_ordinary_post_takes_little(post: str, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(post, encoding="utf-8")
    modules = modules_after("a.md", "b.md", folder=tmp_path)
    assert "postlint.engine.check" in modules
    network = {"http", "http.client", "email", "urllib.request", "ssl", "importlib.metadata"}
    assert modules.isdisjoint((*NOT_FOR_A_POST, *network))
    assert ("yaml" in modules) <= post.startswith(("---", "+++"))
    rules = {name for name in modules if name.startswith("postlint.rules.")}
    others = {
        f"postlint.rules.{one.module}"
        for one in RULES
        if one.meta.group != "engine" and (one.meta.tells_faults or not one.meta.is_default)
    }
    assert rules.isdisjoint(others)


def test_a_mistake_in_front_matter_takes_what_tells_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: [a]\n---\n\nText.\n", encoding="utf-8")
    modules = modules_after("a.md", folder=tmp_path)
    assert "jsonschema" in modules
    assert "postlint.rules.front_matter.wrong_type" in modules
    assert modules.isdisjoint(("typer", "rich", "postlint.config.load"))


@pytest.mark.parametrize("config", ["", 'words.accept = ["Karabakh"]\n'])
def test_posts_that_have_not_changed_take_next_to_nothing(config: str, tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text(config, encoding="utf-8")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(YAML, encoding="utf-8")
    assert "postlint.engine.check" in modules_after("a.md", "b.md", folder=tmp_path)
    modules = modules_after("a.md", "b.md", folder=tmp_path)
    parts = ("engine.check", "engine.job", "engine.workers", "language.one_slip_away")
    assert modules.isdisjoint((*NOT_FOR_A_POST, *(f"postlint.{part}" for part in parts)))
    assert modules.isdisjoint(("yaml", "pyromark", "tomllib", "postlint.config.resolve"))
    assert {name for name in modules if name.startswith("postlint.rules")} == set()
