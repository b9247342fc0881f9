"""The files that CIs read are what those CIs take, and the options in them are ours."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from postlint.cli.app import app_of

PROJECT = Path(__file__).parents[1]
FILES = [
    ("vendor.github-workflows", ".github/workflows/ci.yml"),
    ("vendor.github-workflows", "examples/ci/github.yml"),
    ("vendor.github-actions", "action.yml"),
    ("vendor.gitlab-ci", "examples/ci/gitlab-ci.yml"),
]


@pytest.mark.parametrize(("schema", "name"), FILES)
def test_it_is_what_the_ci_takes(schema: str, name: str) -> None:
    transform = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    command = ["check_jsonschema", "--builtin-schema", schema, *transform, str(PROJECT / name)]
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", [*(name for _, name in FILES), ".pre-commit-hooks.yaml"])
def test_the_options_in_it_are_ours(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    options = set()
    for command in re.findall(r"postlint (?:check )?(--.*)", text):
        options |= set(re.findall(r"(?<!\S)--[a-z][\w-]*", command))
    page = CliRunner().invoke(app_of(["check"]), ["check", "--help"], env={"COLUMNS": "200"}).output
    assert options <= set(re.findall(r"--[a-z][\w-]*", page))
