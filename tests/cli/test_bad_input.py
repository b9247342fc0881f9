"""Whatever lies in a folder: a finding with a place, the other files checked, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from command_line import postlint
from postlint.content.source import MAX_BYTES

ANCHOR_BOMB = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def check(folder: Path, *arguments: str) -> CompletedProcess[str]:
    """Run the command in a folder; it must end by itself, without a traceback."""
    done = postlint(folder, "--output-format=concise", *arguments)
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("---\ntitle: café\n---\n".encode("latin-1"), "bad.md:2:11: error not-utf-8"),
        (b"---\ntitle: a\0b\n---\n", "bad.md:2:9: warning invisible-character"),
        (b"\xef\xbb\xbf---\ntitle: x\n---\nThe the.\n", "bad.md:4:1: warning repeated-word"),
        (b"---\r\ntitle: x\r\n---\r\nThe the.\r\n", "bad.md:4:1: warning repeated-word"),
        (b"", ""),
        (b"---\ntitle: x\n---", ""),
        (b"---\ntitle: x\ndate: 2020\n\nBody.\n", "bad.md:1:1: error unclosed-front-matter"),
        (b"---\n- a\n---\n", "bad.md:2:1: error front-matter-not-a-mapping"),
        (b"The cat sat, " * 800_000 + b"the the\n", "bad.md:1:10400001: warning repeated-word"),
        (b"---\n" + b"".join(b"k%d: v\n" % n for n in range(100_000)) + b"---\n", ""),
        (ANCHOR_BOMB.encode() + b"---\n", "error front-matter-syntax: anchors expand to more than"),
        (b"---\na: &a [*a]\n---\n", "bad.md:2:4: error front-matter-syntax"),
        (b"[" * 10_000 + b"\n\n" + b"> " * 10_000 + b"x\n", ""),
        (b"---\na: " + b"[" * 10_000 + b"]" * 10_000 + b"\n---\n", "nested deeper than 100 levels"),
        (b"---\na: " + b"{" * 100_000 + b"\n---\n", "nested deeper than 100 levels"),
        (b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", "nested deeper than 100 levels"),
        (b"+++\na = " + b"[" * 100_000 + b"]" * 100_000 + b"\n+++\n", "nested deeper than"),
        (
            b"`" * 50_000 + b" {{ " * 20_000 + b"{% " * 20_000 + b"<!-- " * 20_000 + b"$" * 20_000,
            'bad.md:1:1: warning unclosed-markup: code that "``````````…" opens is never closed',
        ),
        (
            bytes(MAX_BYTES + 1),
            "bad.md:1:1: error file-too-large: file is larger than 20 MB, not read",
        ),
    ],
    ids=lambda value: repr(value[:30]) if isinstance(value, bytes) else "",
)
def test_bad_file(data: bytes, expected: str, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(data)
    (tmp_path / "other.md").write_text("The the.\n", encoding="utf-8")
    done = check(tmp_path, ".")
    assert done.returncode == 1
    assert expected in done.stdout
    assert "other.md:1:1: warning repeated-word" in done.stdout
    assert expected or "bad.md" not in done.stdout.replace(": info trailing-space", "")


def test_a_limit_of_the_house(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text("max-file-size = 2_500\n", encoding="utf-8")
    (tmp_path / "long.md").write_bytes(b"The the.\n" * 300)
    (tmp_path / "short.md").write_bytes(b"The the.\n")
    done = check(tmp_path, ".")
    assert done.stdout.splitlines()[:2] == [
        "long.md:1:1: error file-too-large: file is larger than 2,500 bytes, not read",
        'short.md:1:1: warning repeated-word: "the" stands twice in a row',
    ]


def test_odd_things_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.md").mkdir()
    (tmp_path / "x.md" / "in.md").write_text("The the.\n", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.md").symlink_to("nowhere")
    done = check(tmp_path, ".")
    reason = "a link to nowhere, which does not exist"
    assert done.stdout.splitlines() == [
        f"broken.md:1:1: error unreadable-file: cannot be read: {reason}",
        'x.md/in.md:1:1: warning repeated-word: "the" stands twice in a row',
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("The the.\n", encoding="utf-8")
    secret.chmod(0)
    assert "secret.md:1:1: error unreadable-file" in check(tmp_path, ".").stdout


def test_what_is_printed_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.md").write_text("The the \x1b]0;x\x07 word , x\n", encoding="utf-8")
    for format_name in ("text", "concise", "json"):
        done = check(tmp_path, "--output-format", format_name, ".")
        assert "\x1b" not in done.stdout
        assert "\x07" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "postlint: nowhere: no such file or folder"),
        (["*.txt"], "postlint: *.txt: "),
        (["--config", "no.toml"], "postlint: --config no.toml: no such file"),
        (["--select", "nonsense"], 'postlint: --select: unknown rule "nonsense"'),
        (["--config", "a.toml", "--no-config"], "exclude each other"),
        (["--output-format", "xml"], "xml"),
    ],
)
def test_wrong_usage_is_exit_2_and_says_what_now(
    arguments: list[str], message: str, tmp_path: Path
) -> None:
    done = check(tmp_path, *arguments)
    assert done.returncode == 2
    assert message in done.stderr


def test_a_file_that_vanishes_is_a_finding(tmp_path: Path) -> None:
    from postlint.config.site import Site
    from postlint.content.discover import Found
    from postlint.engine.run import run

    site = Site(isolated=True)
    found = Found((tmp_path / "gone.md", tmp_path / "there.md"))
    (tmp_path / "there.md").write_text("The the.\n", encoding="utf-8")
    rules = [one.rule for result in run(found, site) for one in result.findings]
    assert rules == ["unreadable-file", "repeated-word"]


def test_a_path_is_no_workflow_command(tmp_path: Path) -> None:
    (tmp_path / "::warning::x.md").write_text("The the.\n", encoding="utf-8")
    for format_name in ("text", "concise"):
        lines = check(tmp_path, "--output-format", format_name, ".").stdout.splitlines()
        assert [line for line in lines if line.lstrip().startswith("::")] == []


@pytest.mark.parametrize("name", ["postlint.toml", "pyproject.toml"])
def test_a_folder_in_place_of_a_configuration(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / "a.md").write_text("The the.\n", encoding="utf-8")
    done = check(tmp_path, ".")
    wanted = 2 if name == "postlint.toml" else 1
    assert done.returncode == wanted
    assert ("is no file that can be read" in done.stderr) == (wanted == 2)


def test_nothing_found_is_said(tmp_path: Path) -> None:
    done = check(tmp_path, ".")
    assert (done.returncode, done.stderr) == (
        0,
        "postlint: no posts here: nothing was checked\n",
    )


@pytest.mark.skipif(os.name == "nt", reason="a shell's redirections")
@pytest.mark.parametrize(
    ("redirection", "code", "message"),
    [
        ("a.md > /dev/full", 2, "postlint: the output cannot be written: No space left on device"),
        ("rules > /dev/full", 2, "postlint: the output cannot be written"),
        ("rules | head -1 > /dev/null", 0, ""),
        ("- <&-", 2, "postlint: - reads standard input, which is closed"),
        ("a.md >&-", 1, ""),
        ("nowhere 2>/dev/full", 2, ""),
        ("nowhere 2>&-", 2, ""),
    ],
)
def test_streams_that_are_closed_or_full(
    redirection: str, code: int, message: str, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("The the.\n", encoding="utf-8")
    command = f"set -o pipefail; {sys.executable} -m postlint {redirection}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert message in done.stderr


def test_no_code_of_the_linted_folder_is_run(tmp_path: Path) -> None:
    for name in ("html", "json", "pathlib", "typer", "yaml", "jsonschema"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('code was run')", encoding="utf-8")
    (tmp_path / "a.md").write_text(
        "---\ntitle: [a]\n---\n\nThe the end &amp; so.\n", encoding="utf-8"
    )
    for arguments in (["a.md", "--color=never"], ["check", "a.md", "--output-format=html"]):
        done = subprocess.run(
            [sys.executable, "-m", "postlint", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr
