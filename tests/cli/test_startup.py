"""What is imported at start-up: in a pre-commit hook, start-up is the product."""

import subprocess
import sys

import pytest

HEAVY = ("rich", "jsonschema", "yaml", "multiprocessing", "pyromark", "rapidfuzz", "pathspec")


@pytest.mark.parametrize("arguments", [["--version"]])
def test_version_imports_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys\n"
        "from postlint.cli.main import main\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    version, heavy = done.stdout.splitlines()
    assert version.startswith("postlint ")
    assert heavy == "[]"
