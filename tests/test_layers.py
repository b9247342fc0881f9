"""Imports only go down the layers, and effects stay at the edge."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "postlint"
LAYERS = (
    "model",
    "content",
    "language",
    "schema",
    "rules",
    "styles",
    "config",
    "engine",
    "report",
    "cli",
    "lsp",
)
MODULES = [path for layer in LAYERS for path in sorted((SOURCE / layer).rglob("*.py"))]
MAY_HAVE_EFFECTS = ("cli/", "content/source.py", "engine/cache.py", "engine/baseline.py")


def layer_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def imported_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def module_id(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_every_package_is_a_layer() -> None:
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert packages <= set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_imports_go_down(path: Path) -> None:
    own = LAYERS.index(layer_of(path))
    ours = [name.split(".")[1] for name in imported_modules(path) if name.startswith("postlint.")]
    assert [name for name in ours if LAYERS.index(name) > own] == []


@pytest.mark.parametrize("path", sorted((SOURCE / "model").glob("*.py")), ids=module_id)
def test_the_model_needs_only_the_standard_library(path: Path) -> None:
    import sys

    outside = {name.split(".")[0] for name in imported_modules(path)} - {"postlint"}
    assert outside <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_effects_stay_at_the_edge(path: Path) -> None:
    if module_id(path).startswith(MAY_HAVE_EFFECTS):
        return
    names = {
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name | ast.Attribute)
    }
    assert names & {"print", "sys.exit", "os.environ", "os.getenv", "sys.stdout.write"} == set()
