"""Imports only go down the layers, and effects stay at the edge."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "postlint"
LAYERS = (
    "model",
    "content",
    "generators",
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
MAY_HAVE_EFFECTS = (
    *("cli/", "content/source.py", "engine/cache.py", "engine/cache_folder.py"),
    "engine/baseline.py",
)


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


EFFECTS = {
    *("print", "exit", "quit", "input", "sys.exit", "sys.stdin", "sys.stdout", "sys.stderr"),
    *("os.environ", "os.getenv", "os.remove", "os.replace", "os.unlink", "typer.echo"),
}
WRITING_METHODS = {"write_text", "write_bytes", "unlink", "touch", "rename", "symlink_to"}


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_effects_stay_at_the_edge(path: Path) -> None:
    if module_id(path).startswith(MAY_HAVE_EFFECTS):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)]
    assert {ast.unparse(node) for node in nodes} & EFFECTS == set()
    methods = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    assert methods & WRITING_METHODS == set()
    opened = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    modes = [
        argument.value
        for call in opened
        if ast.unparse(call.func).endswith("open")
        for argument in (*call.args, *(keyword.value for keyword in call.keywords))
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    assert [mode for mode in modes if set(mode) & set("wax+") and len(mode) < 4] == []
