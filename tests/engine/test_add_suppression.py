"""Comments that mute a finding and leave the post, as its readers see it, as it was."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.engine.add_suppression import Suppressed, suppress
from postlint.engine.check import check
from postlint.engine.checked import Checked

RESOLVER = Resolver(Config(root=Path("/nowhere")))


def muted(text: str, rule: str = "repeated-word", path: str = "post.md") -> Suppressed:
    return suppress(
        text.encode(),
        lambda data: check(path, data, RESOLVER),
        lambda one: one.rule == rule,
        "his words",
    )


NEXT = "<!-- postlint-disable-next-line repeated-word -- his words -->\n"
LINE = " <!-- postlint-disable-line repeated-word -- his words -->"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("He said the the.\n", f"{NEXT}He said the the.\n"),
        ("He said that\nin the the.\n", f"He said that\nin the the.{LINE}\n"),
        ("He said the the.  \nSo he did.\n", f"{NEXT}He said the the.  \nSo he did.\n"),
        ("- One the the.\n- Two.\n", f"- One the the.{LINE}\n- Two.\n"),
        ("> He said the the.", f"> He said the the.{LINE}"),
        ("## On the the\n", f"{NEXT}## On the the\n"),
        ("So\r\nin the the.\r\n", f"So\r\nin the the.{LINE}\r\n"),
        ("| a | b |\n|-|-|\n| the the | x |\n", f"| a | b |\n|-|-|\n| the the | x |{LINE}\n"),
        ("```\nx\n```\nSaid the the ``.\n", f"```\nx\n```\n{NEXT}Said the the ``.\n"),
        (
            "---\ntitle: On the the\n---\n",
            (
                "---\n# postlint-disable-next-line repeated-word -- his words\n"
                "title: On the the\n---\n"
            ),
        ),
        ('{\n"title": "On the the"\n}\n', None),
        ("---\ntitle: |\n  On that\n  On the the\n---\n", None),
    ],
)
def test_a_comment_is_put_where_it_changes_nothing(text: str, after: str | None) -> None:
    done = muted(text)
    assert done.after.decode() == (text if after is None else after)
    assert (done.muted, len(done.left)) == ((0, 1) if after is None else (1, 0))


def test_findings_of_a_line_share_a_comment() -> None:
    done = muted("He said the the, and a a.\n\nThen the the.\n")
    assert done.after.decode() == f"{NEXT}He said the the, and a a.\n\n{NEXT}Then the the.\n"


def test_in_mdx_the_comment_is_one_of_mdx() -> None:
    done = muted("He said the the.\n", path="post.mdx")
    assert done.after.decode() == (
        "He said the the. {/* postlint-disable-line repeated-word -- his words */}\n"
    )


def test_what_is_said_of_all_front_matter_is_muted_for_the_file(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"required": ["title"]}')
    path = (tmp_path / "a.md").as_posix()
    resolver = Resolver(Config(root=tmp_path))
    done = suppress(
        b"---\n$schema: s.json\n---\n", lambda new: check(path, new, resolver), lambda _: True, ""
    )
    assert done.after == b"---\n# postlint-disable-file missing-key\n$schema: s.json\n---\n"


def test_many_findings_take_few_checks() -> None:
    checks = 0

    def count(data: bytes) -> Checked:
        nonlocal checks
        checks += 1
        return check("post.md", data, RESOLVER)

    text = "".join(f"He said the the {number}.\n\n" for number in range(100))
    done = suppress(text.encode(), count, lambda _: True, "")
    assert done.muted == 100
    assert checks < 10


PARTS = st.sampled_from(
    [
        "The the ",
        "and ",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "# ",
        "| ",
        "```\n",
        "    ",
        "**",
        "[x](y)",
        "---\n",
    ]
)


@given(st.lists(PARTS, max_size=20).map("".join))
@settings(max_examples=150)
def test_what_is_muted_stays_muted_and_nothing_else_does(text: str) -> None:
    done = muted(text)
    again = muted(done.after.decode())
    assert again.muted == 0
    assert len(again.left) == len(done.left)
