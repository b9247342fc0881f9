"""Where reports go: files, streams that end, the root of a repository, the summary of a job."""

import json
import os
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from command_line import postlint

POST = "---\ntitle: News\n---\nThe the end.\n"
FINDING = 'a.md:4:1: warning repeated-word: "the" stands twice in a row\n'


def run(folder: Path, *arguments: str, **environ: str) -> CompletedProcess[str]:
    return postlint(folder, *arguments, environ={**os.environ, **environ})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(POST, encoding="utf-8")
    return tmp_path


def uri(report: Path) -> str:
    (result,) = json.loads(report.read_text("utf-8"))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    return str(place["artifactLocation"]["uri"])


def test_every_format_can_be_a_file(site: Path) -> None:
    from postlint.report.formats import FORMATS

    outputs = [f"--output={name}:report.{name}" for name in FORMATS]
    done = run(site, *outputs, "a.md")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert {path.suffix[1:] for path in site.glob("report.*")} == set(FORMATS)
    assert all(path.stat().st_size for path in site.glob("report.*"))


def test_a_report_takes_the_place_of_the_last_one(site: Path) -> None:
    (site / "reports").mkdir()
    old = site / "reports" / "old.txt"
    old.write_text("old", encoding="utf-8")
    old.chmod(0o640)
    (site / "report.txt").symlink_to(old)
    postlint(site, "--output=concise:report.txt", "a.md")
    assert old.read_text("utf-8") == FINDING
    assert old.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in old.parent.iterdir()] == ["old.txt"]


def test_the_last_report_is_no_post_of_the_run(site: Path) -> None:
    texts = []
    for _ in range(3):
        done = run(site, "--output=markdown:r.md", "--output=concise")
        assert (done.returncode, done.stdout) == (1, FINDING)
        texts.append((site / "r.md").read_text("utf-8"))
    assert len({*texts}) == 1


def test_a_post_is_no_place_for_a_report(site: Path) -> None:
    done = run(site, "--output=markdown:a.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "postlint: --output: a.md is a post of this run; name another file\n"
    assert (site / "a.md").read_text("utf-8") == POST


def test_a_minus_is_standard_output(site: Path) -> None:
    assert postlint(site, "--output=concise:-", "a.md").stdout == FINDING
    done = run(site, "--output-format=concise", "--output-file=-", "a.md")
    assert done.stdout == FINDING


def test_statistics_are_a_format(site: Path) -> None:
    table = "1  warning  repeated-word  1 with a fix\n"
    assert postlint(site, "--statistics", "a.md").stdout == table
    assert postlint(site, "--output=statistics", "a.md").stdout == table
    assert "exclude each other" in run(site, "--statistics", "--output=json", "a.md").stderr


def test_a_folder_is_no_place_for_a_report(site: Path) -> None:
    (site / "reports").mkdir()
    done = run(site, "--output=sarif:reports", "a.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "postlint: reports: cannot be written: Is a directory\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_a_full_disk_is_told(site: Path) -> None:
    done = run(site, "--output=sarif:/dev/full", "a.md")
    assert done.returncode == 2
    assert done.stderr == "postlint: /dev/full: cannot be written: No space left on device\n"
    assert Path("/dev/full").is_char_device()


@pytest.mark.skipif(os.name == "nt", reason="a shell's limit")
def test_a_report_that_has_no_room_leaves_the_last_one(site: Path) -> None:
    (site / "report.html").write_text("the last one", encoding="utf-8")
    command = f"ulimit -f 1; {sys.executable} -m postlint --output=html:report.html a.md"
    done = subprocess.run(
        ["bash", "-c", command], cwd=site, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "postlint: report.html: cannot be written: File too large\n"
    assert (site / "report.html").read_text("utf-8") == "the last one"
    assert {path.name for path in site.iterdir()} == {"a.md", "report.html"}


@pytest.mark.skipif(os.name == "nt", reason="devices are files")
def test_a_device_stays_a_device(site: Path) -> None:
    done = run(site, "--output=concise:/dev/stdout", "--output=json:/dev/null", "a.md")
    assert (done.returncode, done.stdout) == (1, FINDING)
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(os.name == "nt", reason="a shell's pipe")
def test_a_reader_that_goes_away_is_no_error(site: Path) -> None:
    command = f"{sys.executable} -m postlint --output=html --output=json:report.json a.md | head -1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=site, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("<!DOCTYPE html>\n", "")
    assert json.loads((site / "report.json").read_text("utf-8"))["summary"]["findings"] == 1


def test_paths_for_a_host_begin_at_the_root_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    content = tmp_path / "site" / "content"
    content.mkdir(parents=True)
    (content / "a.md").write_text(POST, encoding="utf-8")
    outputs = [f"--output={name}:{name}" for name in ("sarif", "gitlab", "github", "concise")]
    done = run(tmp_path / "site", *outputs, "content")
    assert done.returncode == 1, done.stderr
    written = {path.name: path for path in (tmp_path / "site").iterdir()}
    assert uri(written["sarif"]) == "site/content/a.md"
    (issue,) = json.loads(written["gitlab"].read_text("utf-8"))
    assert issue["location"]["path"] == "site/content/a.md"
    assert ",file=site/content/a.md," in written["github"].read_text("utf-8")
    assert written["concise"].read_text("utf-8").startswith("content/a.md:4:1: ")


def test_a_summary_of_the_job_that_cannot_be_written_is_told(site: Path) -> None:
    environ = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "gone/summary"}
    done = run(site, "a.md", **environ)
    assert (done.returncode, done.stdout.split(" ")[0]) == (1, "::warning")
    assert done.stderr.startswith("postlint: the summary of the job cannot be written: ")


def test_a_summary_of_the_job_keeps_within_what_github_takes(site: Path) -> None:
    (site / "a.md").write_text("the the cat\n\n" * 12_000, encoding="utf-8")
    summary = site / "summary"
    summary.write_text("x" * 900_000, encoding="utf-8")
    environ = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary"}
    assert run(site, "a.md", **environ).returncode == 1
    assert 990_000 < summary.stat().st_size <= 1_000_001
    assert " more findings\n" in summary.read_text("utf-8")[-40:]


@pytest.mark.parametrize(
    ("arguments", "environ", "begins", "files"),
    [
        ([], {"GITHUB_ACTIONS": "true"}, "::warning ", set()),
        ([], {"GITHUB_ACTIONS": "false"}, "a.md\n", set()),
        (["--statistics"], {"GITHUB_ACTIONS": "true"}, "1  warning", set()),
        (["--output-file=r"], {"GITHUB_ACTIONS": "true"}, "", {"r"}),
        (["--output=json"], {"GITLAB_CI": "true"}, '{"version"', set()),
        ([], {"GITLAB_CI": "true"}, "a.md\n", {"postlint-code-quality.json"}),
        ([], {"GITLAB_CI": "true", "PRE_COMMIT": "1"}, "a.md\n", set()),
    ],
)
def test_what_suits_a_ci_unless_told_otherwise(
    arguments: list[str], environ: dict[str, str], begins: str, files: set[str], site: Path
) -> None:
    done = run(site, *arguments, "a.md", **environ)
    assert done.stdout.startswith(begins)
    assert {path.name for path in site.iterdir()} == {"a.md"} | files


def test_what_a_post_says_is_no_command_in_a_log(site: Path) -> None:
    (site / "a.md").write_text("Say ##[add-mask]the the x , y\n::error::the the\n", "utf-8")
    for name in ("text", "concise", "json", "markdown", "github"):
        out = run(site, f"--output={name}", "a.md").stdout
        commands = [line for line in out.splitlines() if line.lstrip().startswith("::")]
        assert bool(commands) == (name == "github")
        assert all(line.startswith("::warning title=") for line in commands)
        assert not [line for line in out.splitlines() if "##[" in line and line not in commands]


def test_the_options_name_every_format() -> None:
    from postlint.cli.check import OutputFormat
    from postlint.report.formats import FORMATS

    assert [one.value for one in OutputFormat] == list(FORMATS)
