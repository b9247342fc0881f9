"""What the command line says of URLs and clusters."""

import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from command_line import postlint


def run(*arguments: str, folder: Path) -> CompletedProcess[str]:
    return postlint(folder, "--no-cache", *arguments)


@pytest.mark.parametrize("option", ["--fix", "--diff", "--staged", "--since=main"])
def test_what_takes_a_path_refuses_a_url(option: str, tmp_path: Path) -> None:
    done = run(option, "s3://bucket/a.md", folder=tmp_path)
    name = option.partition("=")[0]
    message = f"{name} takes paths, and s3://bucket/a.md is a URL; copy it to this disk first"
    assert (done.returncode, done.stderr) == (2, f"postlint: {message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nfs://host/a.md"], "nfs://host/a.md: nfs:// is not read, only s3, gs, "),
        (["--executor", "ray://host:1"], "--executor ray://host:1: expected dask://host:port"),
        (["--executor=dask://a:1", "-j2"], "--jobs is for this machine, --executor for others"),
    ],
)
def test_what_is_wrong_is_one_line(arguments: list[str], message: str, tmp_path: Path) -> None:
    done = run(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"postlint: {message}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("module", "arguments", "extra"),
    [
        ("distributed", ["--executor", "dask://host:1"], "dask"),
        ("fsspec.core", ["s3://bucket/a.md"], "remote"),
    ],
)
def test_a_missing_extra_is_named(
    module: str, arguments: list[str], extra: str, tmp_path: Path
) -> None:
    script = (
        "import sys\n"
        f"sys.modules[{module!r}] = None\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "from postlint.cli.main import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.endswith(f"pip install postlint[{extra}]\n")
    assert done.stderr.count("\n") == 1


def test_a_file_url_is_checked_as_the_path_it_is(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_text("The the end.\n", encoding="utf-8")
    done = run(post.as_uri(), "--output-format=concise", "-q", folder=tmp_path)
    assert done.stdout.startswith("a.md:1:1: warning repeated-word")
