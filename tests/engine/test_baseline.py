"""The baseline: what it mutes, what it does not, and what it says when it cannot be read."""

import json
from pathlib import Path

import pytest

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.engine.baseline import Baseline, read_baseline
from postlint.engine.check import check
from postlint.engine.checked import Checked
from postlint.model.errors import ConfigError


def checked(text: str, path: str = "a.md") -> Checked:
    return check(path, text.encode(), Resolver(Config(root=Path("/nowhere"))))


def open_findings(result: Checked) -> list[tuple[str, int]]:
    return [(one.rule, one.start.line) for one in result.findings if one.muted_by is None]


KNOWN = Baseline().updated([checked("It was a apple.\n")])


def test_what_is_known_is_muted_wherever_it_has_moved() -> None:
    result = KNOWN.mute(checked("Above.\n\nOnce it was a apple, they say.\n"))
    assert [one.muted_by for one in result.findings] == ["baseline"]


def test_a_second_copy_of_a_known_mistake_is_reported() -> None:
    assert open_findings(KNOWN.mute(checked("It was a apple.\n\nIt is a apple.\n"))) == [
        ("a-an", 3)
    ]


def test_another_file_knows_nothing() -> None:
    assert open_findings(KNOWN.mute(checked("It was a apple.\n", "b.md"))) == [("a-an", 1)]


def test_what_is_mended_is_counted() -> None:
    assert KNOWN.mended([checked("It was an apple.\n")]) == 1
    assert KNOWN.mended([checked("It was a apple.\n")]) == 0
    assert KNOWN.mended([checked("Other.\n", "b.md")]) == 0


def test_keys_that_are_missing_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"required": ["title", "date"]}')
    post = "---\n$schema: s.json\n%s: 2\n---\n"
    resolver = Resolver(Config(root=tmp_path))
    path = (tmp_path / "a.md").as_posix()
    known = Baseline(tmp_path).updated([check(path, (post % "title").encode(), resolver)])
    now = known.mute(check(path, (post % "date").encode(), resolver))
    assert [one.muted_by for one in now.findings if one.rule == "missing-key"] == [None]


def test_what_a_comment_mutes_is_not_taken_down() -> None:
    post = "<!-- postlint-disable-next-line a-an -->\nIt was a apple.\n"
    assert Baseline().updated([checked(post)]).known == {"a.md": {}}


def test_it_is_written_sorted_an_entry_a_line() -> None:
    posts = [
        checked("It was a apple, a apple ,\n", "b.md"),
        checked("It was a apple.\n"),
    ]
    text = Baseline(Path()).updated(posts).dump()
    assert text == (
        '{\n "version": 1,\n "findings": {\n'
        '  "a.md": [\n   {"rule": "a-an", "text": "a"}\n  ],\n'
        '  "b.md": [\n   {"rule": "a-an", "text": "a", "count": 2},\n'
        '   {"rule": "space-before-punctuation", "text": " "}\n  ]\n }\n}\n'
    )


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    wanted = Baseline(tmp_path).updated([checked("é ,\n", (tmp_path / "a\u2028.md").as_posix())])
    path.write_text(wanted.dump())
    assert read_baseline(path) == wanted


def test_a_file_that_is_gone_is_forgotten_and_one_that_was_not_checked_is_not(
    tmp_path: Path,
) -> None:
    (tmp_path / "there.md").write_text("")
    post = "It was a apple.\n"
    known = Baseline(tmp_path).updated(
        [checked(post, (tmp_path / name).as_posix()) for name in ("there.md", "gone.md")]
    )
    assert list(known.updated([]).known) == ["there.md"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "known.json: is damaged: Expecting property name"),
        ("[" * 100_000, "known.json: is damaged: "),
        ("[]", "known.json: is no baseline; remove it, and postlint baseline write makes"),
        ('{"version": 1, "findings": {"a.md": [{"rule": 1}]}}', "known.json: is no baseline"),
        ('{"version": 1, "findings": []}', "known.json: is no baseline"),
        ('{"version": 2}', "known.json: is of version 2; update postlint to read it"),
    ],
)
def test_a_damaged_baseline_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text)
    with pytest.raises(ConfigError) as error:
        read_baseline(path)
    assert message in str(error.value)


def test_no_text_of_a_post_breaks_the_file(tmp_path: Path) -> None:
    post = 'It was a apple "\x1b]\ud800\n'
    result = check("a.md", post.encode("utf-8", "surrogatepass"), Resolver(Config(root=tmp_path)))
    text = Baseline().updated([result]).dump()
    assert text.isascii()
    assert json.loads(text)["findings"]
