"""What is read without a parser is what the parser would make of it."""

import pytest

from postlint.cli import app, check
from postlint.cli.check_options import CheckOptions
from postlint.cli.plain_arguments import read_plain

PLAIN: tuple[list[str], ...] = (
    [],
    ["check"],
    ["a.md"],
    ["check", "a.md", "b.md"],
    ["check", "--output-format=text", "a.md"],
    ["-q", "a.md"],
    ["a.md", "--quiet", "b.md", "-q"],
    ["-"],
    ["a.md", "-", "-"],
    [""],
    ["", "a.md", ""],
    ["check", "check", "rules"],
    ["a.md", "rules"],
    ["check", "--output-format=text", "--output-format=text"],
    ["check", "--fix", "--output-format=text", "a.md"],
    ["--fix", "--unsafe-fixes", "--diff", "--exit-zero", "--staged", "--statistics", "a.md"],
    ["--no-config", "--no-site", "--no-cache", "--timing", "--timing", "a.md"],
    ["a b.md", "*.md", "ä=b.md", "+x", "/y", "\udce4.md"],
)
FOR_THE_PARSER = (
    ["--", "a.md"],
    ["a.md", "--", "-a.md"],
    ["-a.md"],
    ["--output-format=json", "a.md"],
    ["--output-format", "text", "a.md"],
    ["--output-format=text", "--jobs=2"],
    ["--fix=true", "a.md"],
    ["--no-fix", "a.md"],
    ["-qq"],
    ["--quie", "a.md"],
    ["--changed-lines"],
    ["--config=a.toml", "a.md"],
    ["--help"],
    ["-h"],
    ["check", "--help"],
    ["--version"],
    ["rules"],
    ["words", "-q"],
    ["--unknown"],
)


@pytest.mark.parametrize("args", PLAIN, ids=repr)
def test_plain_arguments_are_read_as_the_parser_reads_them(
    args: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[CheckOptions] = []

    def remember(options: CheckOptions) -> int:
        parsed.append(options)
        return 0

    monkeypatch.setattr(check, "check_posts", remember)
    with pytest.raises(SystemExit) as exited:
        app.run(args)
    assert exited.value.code == 0
    assert [read_plain(args, {})] == parsed


@pytest.mark.parametrize("args", FOR_THE_PARSER, ids=repr)
def test_other_arguments_are_left_to_the_parser(args: list[str]) -> None:
    assert read_plain(args, {}) is None


def test_a_shell_that_asks_for_completions_is_left_to_the_parser() -> None:
    assert read_plain(["a.md"], {"_POSTLINT_COMPLETE": "complete_bash"}) is None
