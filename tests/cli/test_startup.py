"""What is imported at start-up: in a pre-commit hook, start-up is the product."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from postlint.cli.app import app_of
from postlint.cli.commands import COMMANDS
from postlint.report.formats import FORMATS

HEAVY = (
    "rich",
    "jsonschema",
    "yaml",
    "multiprocessing",
    "pyromark",
    "rapidfuzz",
    "pathspec",
    "regex",
)


def modules_after(*arguments: str, folder: Path) -> set[str]:
    """What is imported once the command has run in a folder, as a process of its own."""
    script = (
        "import sys\n"
        "from postlint.cli.main import main\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print()\nprint(*sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_version_imports_nothing_heavy(tmp_path: Path) -> None:
    assert modules_after("--version", folder=tmp_path).isdisjoint((*HEAVY, "typer"))


def test_plain_paths_need_no_parser(tmp_path: Path) -> None:
    assert "typer" not in modules_after("check", "-q", folder=tmp_path)


@pytest.mark.parametrize("arguments", [("rules",), ("--no-config",)])
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
    script = (
        "import sys\n"
        "from postlint.cli.main import main\n"
        f"sys.argv[1:] = ['--output={name}:out', 'a.md']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*(name for name in sys.modules if name.startswith('postlint.report.')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    loaded = {module.rpartition(".")[2] for module in done.stdout.split()}
    formats = {module.rpartition(".")[2] for module in FORMATS.values()}
    assert loaded & formats == {name}
    assert "rich" not in done.stdout


def test_a_run_without_style_packs_does_not_import_their_engine(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("Text.\n", encoding="utf-8")
    script = (
        "import sys\n"
        "from postlint.cli.main import main\n"
        "sys.argv[1:] = ['--no-config', 'post.md']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('regex' in sys.modules, 'postlint.styles.style_rule' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.splitlines()[-1] == "False False"
