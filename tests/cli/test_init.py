"""`postlint init` where the disk is not as it should be, and at a terminal."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from command_line import postlint


def write_posts(folder: Path, number: int = 6) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        text = f"---\ntitle: Post {index}\ndate: 2024-05-{index + 10}\n---\n\nText.\n"
        (folder / f"p{index}.md").write_text(text, encoding="utf-8")


def init(site: Path, *arguments: str) -> CompletedProcess[str]:
    return postlint(site, "init", *arguments)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("config", "folder", "odd"),
    [
        ("hugo.toml", "content/posts", "title: A\nDate: 2024-05-09\nimages: [/a.jpg]"),
        ("_config.yml", "_posts", "title: A\ndate: 2024-05-09\nauthors: A\nimage: /a.jpg"),
    ],
)
def test_what_the_generator_reads_is_no_exception(
    tmp_path: Path, config: str, folder: str, odd: str
) -> None:
    (tmp_path / config).write_text("", encoding="utf-8")
    posts = tmp_path / folder
    posts.mkdir(parents=True)
    for number in range(10, 70):
        rest = f"date: 2024-05-{1 + number % 28:02}\nauthor: A\nimage: /a.jpg\n"
        text = f"---\ntitle: Post {number}\n{rest if number % 9 else ''}---\n"
        (posts / f"p{number}.md").write_text(text, encoding="utf-8")
    (posts / "p1.md").write_text(f"---\n{odd}\n---\n", encoding="utf-8")
    assert "61 of 61 posts pass" in init(tmp_path).stdout
    infer = postlint(tmp_path, "schema", "infer", folder)
    assert "61 of 61 posts pass" in infer.stderr


def test_a_link_that_leads_out_is_told_and_never_read(tmp_path: Path) -> None:
    write_posts(tmp_path / "site" / "posts")
    (tmp_path / "secret.md").write_text("---\npassword: tulip\n---\n", encoding="utf-8")
    (tmp_path / "site" / "posts" / "link.md").symlink_to("../../secret.md")
    done = init(tmp_path / "site")
    assert "6 of 7 posts pass; this is the exception:" in done.stdout
    assert "link to ../../secret.md, outside of this site" in done.stdout
    schema = tmp_path / "site" / "schemas" / "posts.schema.json"
    assert "password" not in done.stdout + schema.read_text(encoding="utf-8")


def test_posts_behind_a_linked_folder_of_the_site_are_counted_once(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    (tmp_path / "again").symlink_to("posts", target_is_directory=True)
    assert init(tmp_path).stdout.startswith("6 posts;")


def test_a_schema_folder_that_leads_out_is_not_written_to(tmp_path: Path) -> None:
    write_posts(tmp_path / "site" / "posts")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site" / "schemas").symlink_to("../elsewhere", target_is_directory=True)
    done = init(tmp_path / "site")
    assert (done.returncode, names_in(tmp_path / "elsewhere")) == (2, [])
    assert done.stderr == (
        "postlint: schemas/posts.schema.json: is outside of this site, so it is left as it is\n"
    )


def test_the_folder_above_may_be_the_site(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    (tmp_path / "posts" / "postlint.toml").write_text("", encoding="utf-8")
    (tmp_path / "about.md").write_text("---\ntitle: About\n---\n", encoding="utf-8")
    done = init(tmp_path / "posts", "..")
    assert done.stderr == ""
    assert done.stdout.splitlines()[2:] == [
        "  posts/postlint.toml holds for its own folder",
        "../postlint.toml: written",
        "1 of 1 post passes",
    ]


def test_a_folder_that_cannot_be_made_leaves_no_configuration(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    (tmp_path / "schemas").write_text("", encoding="utf-8")
    done = init(tmp_path)
    assert (done.returncode, done.stderr) == (2, "postlint: schemas: is no folder, expected one\n")
    assert names_in(tmp_path) == ["posts", "schemas"]


def test_nothing_is_written_where_one_of_the_files_cannot_be(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    (tmp_path / "postlint.toml").mkdir()
    for options in (["--force"], ["--force", "--dry-run"]):
        done = init(tmp_path, *options)
        assert done.stderr == "postlint: postlint.toml: is a folder, expected a file\n"
        assert (done.returncode, names_in(tmp_path)) == (2, ["postlint.toml", "posts"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    os.mkfifo(tmp_path / "postlint.toml")
    done = init(tmp_path, "--force")
    message = "postlint: postlint.toml: is a pipe or a device, expected a file\n"
    assert (done.returncode, done.stderr) == (2, message)


def test_a_post_that_a_link_leads_to_is_left_alone(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    (tmp_path / "postlint.toml").symlink_to("posts/p1.md")
    before = (tmp_path / "posts" / "p1.md").read_bytes()
    done = init(tmp_path, "--force")
    message = "postlint: postlint.toml: is a link to posts/p1.md, another kind of file\n"
    assert done.returncode == 2
    assert done.stderr.endswith(message)
    assert (tmp_path / "posts" / "p1.md").read_bytes() == before


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    (tmp_path / "postlint.toml").symlink_to("postlint.toml")
    done = init(tmp_path, "--force")
    assert (done.returncode, names_in(tmp_path)) == (2, ["postlint.toml", "posts"])
    assert "is a link that leads back to itself" in done.stderr


@pytest.mark.parametrize("options", [(), ("--from-vale",)])
def test_a_link_that_leads_nowhere_is_something_that_is_there(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    site = tmp_path / "site"
    write_posts(site / "posts")
    (site / ".vale.ini").write_text("MinAlertLevel = warning\n", encoding="utf-8")
    (site / "postlint.toml").symlink_to("../elsewhere.toml")
    done = init(site, *options)
    assert (done.returncode, names_in(tmp_path)) == (2, ["site"])
    assert done.stderr.startswith("postlint: postlint.toml is there already; --force replaces it")
    forced = init(site, *options, "--force")
    assert (forced.returncode, names_in(tmp_path)) == (2, ["site"])
    assert "postlint.toml: is outside of this site, so it is left as it is" in forced.stderr


@pytest.mark.parametrize("option", ["--dry-run", "--diff"])
def test_from_vale_writes_nothing_where_nothing_is_to_be_written(
    tmp_path: Path, option: str
) -> None:
    (tmp_path / ".vale.ini").write_text("MinAlertLevel = warning\n", encoding="utf-8")
    done = init(tmp_path, "--from-vale", option)
    assert (done.returncode, names_in(tmp_path)) == (2, [".vale.ini"])
    assert done.stderr == f"postlint: --from-vale writes at once; it does not know {option}\n"


def test_a_configuration_that_has_all_posts_is_named(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    (tmp_path / "posts" / "postlint.toml").write_text("", encoding="utf-8")
    done = init(tmp_path)
    assert (done.returncode, names_in(tmp_path)) == (2, ["posts"])
    assert done.stderr == (
        "postlint: no post in . that is not checked already: posts/postlint.toml holds for them\n"
    )


def test_what_the_old_configuration_excluded_stays_excluded(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    write_posts(tmp_path / "drafts")
    config = tmp_path / "postlint.toml"
    config.write_text('exclude = ["drafts/"]\n', encoding="utf-8")
    assert init(tmp_path, "--force").stdout.startswith("6 posts;")
    assert 'exclude = ["drafts/"]  # as it was\n' in config.read_text(encoding="utf-8")


def test_of_a_broken_configuration_it_is_said_what_is_lost(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    (tmp_path / "postlint.toml").write_text("exclude = 3\n", encoding="utf-8")
    done = init(tmp_path, "--force")
    assert done.returncode == 0
    assert done.stderr.startswith("postlint: what is excluded so far is not known: postlint.toml:1")


def test_a_dry_run_refuses_what_a_run_would(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    init(tmp_path)
    assert init(tmp_path, "--dry-run").stderr == init(tmp_path).stderr != ""
    assert init(tmp_path, "--dry-run").returncode == 2
    assert init(tmp_path, "--dry-run", "--force").returncode == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_folder_that_is_read_only(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    tmp_path.chmod(0o500)
    done, dry = init(tmp_path), init(tmp_path, "--dry-run")
    tmp_path.chmod(0o700)
    assert (done.returncode, names_in(tmp_path)) == (2, ["posts"])
    assert (dry.returncode, dry.stderr) == (2, done.stderr)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount")
def test_a_disk_that_is_read_only_is_told_by_a_dry_run_too(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    for options in (["--bind"], ["-o", "remount,ro,bind"]):
        mount = ["mount", *options, str(tmp_path), str(tmp_path)]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("nothing can be mounted here")
    try:
        told = "postlint: schemas/posts.schema.json: cannot be written: . is read-only\n"
        for options in ([], ["--dry-run"], ["--force"]):
            done = init(tmp_path, *options)
            assert (done.returncode, done.stderr) == (2, told)
        assert init(tmp_path, "--diff").returncode == 0
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount")
def test_where_the_configuration_cannot_be_replaced_no_schema_is(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    config, schema = tmp_path / "postlint.toml", tmp_path / "schemas" / "posts.schema.json"
    config.write_text("# mine\n", encoding="utf-8")
    mount = ["mount", "--bind", str(config), str(config)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        told = "postlint: postlint.toml: cannot be written: Device or resource busy\n"
        assert init(tmp_path, "--force").stderr == told
        assert names_in(tmp_path) == ["postlint.toml", "posts"]
        schema.parent.mkdir()
        schema.write_text("{}\n", encoding="utf-8")
        assert init(tmp_path, "--force").stderr == told
        assert schema.read_text(encoding="utf-8") == "{}\n"
        assert names_in(schema.parent) == ["posts.schema.json"]
    finally:
        subprocess.run(["umount", str(config)], check=True)


def test_a_diff_shows_nothing_from_outside_of_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_posts(site / "posts")
    (tmp_path / "secret.txt").write_text("SECRET=1\n", encoding="utf-8")
    (site / "schemas").mkdir()
    (site / "schemas" / "posts.schema.json").symlink_to("../../secret.txt")
    done = init(site, "--diff")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "postlint: schemas/posts.schema.json: is outside of this site, so it is left as it is\n"
    )


def test_names_that_differ_by_case_only(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts", 12)
    for index in range(12):
        (tmp_path / "Posts").mkdir(exist_ok=True)
        path = tmp_path / "Posts" / f"q{index}.md"
        path.write_text("---\nname: Anna\nrole: editor\n---\n", encoding="utf-8")
    if len(names_in(tmp_path)) == 1:
        pytest.skip("this disk takes them for the same")
    init(tmp_path)
    assert names_in(tmp_path / "schemas") == ["posts-2.schema.json", "posts.schema.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
@pytest.mark.parametrize(("answer", "is_written"), [("n", False), ("y", True), ("", True)])
def test_at_a_terminal_it_asks_once(tmp_path: Path, answer: str, is_written: bool) -> None:
    import pty

    write_posts(tmp_path / "posts")
    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())
    command = [sys.executable, "-m", "postlint", "init"]
    subprocess.run(command, cwd=tmp_path, stdin=theirs, stdout=theirs, check=True)
    os.close(theirs)
    assert b"write postlint.toml and 1 file in schemas/? [Y/n]" in os.read(ours, 10_000)
    assert (tmp_path / "postlint.toml").exists() == is_written
    os.close(ours)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
@pytest.mark.parametrize("is_ctrl_c", [True, False])
def test_at_a_terminal_ctrl_c_and_ctrl_d_write_nothing(tmp_path: Path, is_ctrl_c: bool) -> None:
    import pty

    write_posts(tmp_path / "posts")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "postlint", "init"],
        cwd=tmp_path,
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
    ) as process:
        shown = b""
        while b"[Y/n]" not in shown:
            shown += os.read(ours, 10_000)
        if is_ctrl_c:
            process.send_signal(signal.SIGINT)
        else:
            os.write(ours, b"\x04")
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said.strip()) == (130, b"")
    assert b"nothing is written" in os.read(ours, 10_000)
    assert names_in(tmp_path) == ["posts"]
    os.close(ours)
    os.close(theirs)
