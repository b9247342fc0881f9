"""The wheel: what it holds, and that it runs from it with no source tree around."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from postlint.schema.shipped import shipped_schemas

PROJECT = Path(__file__).parents[1]
SCHEMAS = sorted(path.name for path in (PROJECT / "schemas").glob("*.json"))


def test_schemas_are_found_in_an_editable_install() -> None:
    assert sorted(path.name for path in shipped_schemas().glob("*.json")) == SCHEMAS


@pytest.mark.slow
def test_schemas_are_found_in_the_wheel(tmp_path: Path) -> None:
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "-w",
        str(tmp_path),
        str(PROJECT),
    ]
    subprocess.run(build, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    assert (unpacked / "postlint" / "py.typed").is_file()
    assert {path.name for path in (unpacked / "postlint" / "report").glob("html_page.*")} == {
        *("html_page.py", "html_page.css", "html_page.js")
    }
    (tmp_path / "post.md").write_text("---\n$schema: news-post\n---\n", encoding="utf-8")
    script = (
        f"import sys; sys.path.insert(0, {str(unpacked)!r})\n"
        "from postlint.schema.shipped import shipped_schemas\n"
        f"assert str(shipped_schemas()).startswith({str(unpacked)!r}), shipped_schemas()\n"
        "print(*sorted(path.name for path in shipped_schemas().glob('*.json')))\n"
        "from postlint.cli.main import main\n"
        "sys.argv[1:] = ['--output-format=concise', 'post.md']\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    first, *findings = done.stdout.splitlines()
    assert first.split() == SCHEMAS, done.stderr
    assert any("missing-key" in line for line in findings)
