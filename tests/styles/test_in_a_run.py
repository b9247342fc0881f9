"""Rules of packs take part in a run like any other: configured, selected, muted, once each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packs import problems_of, write_pack

from postlint.config.load import load_config
from postlint.config.resolve import Resolver
from postlint.engine.check import check
from postlint.styles.block import View
from postlint.styles.definition import Styles
from postlint.styles.first_look import BLIND
from postlint.styles.hit import Asked
from postlint.styles.pack import read_styles
from postlint.styles.search import Found, Search
from postlint.styles.style_rule import compile_rule

PACK = {
    "Very": "extends: existence\nmessage: '%s'\ntokens: [very]\n",
    "Big": "extends: existence\nmessage: '%s'\nlevel: error\ntokens: [big]\n",
    "Odd": "extends: existence\nmessage: '%s'\nlevel: suggestion\ntokens: [odd]\n",
}
POST = "A very big odd post.\n"


def found(
    folder: Path,
    config: str,
    post: str = POST,
    path: str = "post.md",
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> list[str]:
    """The rules of packs that report something, each with its severity, muted ones in brackets."""
    write_pack(folder / "styles", PACK)
    write_pack(
        folder / "styles", {"Any": "extends: existence\nmessage: '%s'\ntokens: [A]\n"}, "Two"
    )
    text = f'[styles]\npaths = ["styles"]\nuse = ["House", "Two"]\n{config}'
    (folder / "postlint.toml").write_text(text, encoding="utf-8")
    resolver = Resolver(load_config(folder / "postlint.toml"), select, ignore)
    result = check((folder / path).as_posix(), post.encode(), resolver)
    assert result.crashes == ()
    return sorted(
        f"({one.rule})" if one.muted_by else f"{one.rule} {one.severity}" for one in result.findings
    )


ALL = ["House.Big error", "House.Odd info", "House.Very warning", "Two.Any warning"]


@pytest.mark.parametrize(
    ("config", "rules"),
    [
        ("", ALL),
        ('[rules]\n"House.Very" = "off"', [ALL[0], ALL[1], ALL[3]]),
        ('[rules]\nHouse.Very = "error"', [*ALL[:2], "House.Very error", ALL[3]]),
        ('[rules]\nHouse = "off"', [ALL[3]]),
        ('[rules]\nHouse = "off"\n"House.Odd" = "on"', [ALL[1], ALL[3]]),
        ('[rules]\nHouse = "info"', ["House.Big info", ALL[1], "House.Very info", ALL[3]]),
        ('min-level = "warning"', [ALL[0], *ALL[2:]]),
        (
            'min-level = "warning"\n[rules]\n"House.Odd" = "error"',
            [ALL[0], "House.Odd error", *ALL[2:]],
        ),
        ('[[content]]\nfiles = ["*.mdx"]\nrules = { House = "off" }', ALL),
        ('[[content]]\nfiles = ["*.md"]\nrules = { House = "off" }', [ALL[3]]),
    ],
)
def test_the_configuration_decides(tmp_path: Path, config: str, rules: list[str]) -> None:
    assert found(tmp_path, config) == rules


@pytest.mark.parametrize(
    ("select", "ignore", "rules"),
    [
        (("House",), (), ALL[:3]),
        (("House.Big", "Two"), (), [ALL[0], ALL[3]]),
        (("style",), ("House.Big",), ALL[1:]),
        ((), ("House",), [ALL[3]]),
        (("words",), (), []),
    ],
)
def test_the_command_line_decides(
    tmp_path: Path, select: tuple[str, ...], ignore: tuple[str, ...], rules: list[str]
) -> None:
    assert found(tmp_path, "", select=select, ignore=ignore) == rules


def test_a_comment_mutes_a_rule(tmp_path: Path) -> None:
    post = f"<!-- postlint-disable-next-line House.Very, Two.Any -- quoted -->\n{POST}"
    assert found(tmp_path, "", post) == ["(House.Very)", "(Two.Any)", *ALL[:2]]


def test_a_comment_that_names_no_rule_of_a_pack(tmp_path: Path) -> None:
    for name in ("House.Vrey", "House"):
        post = f"<!-- postlint-disable-next-line {name} -->\n{POST}"
        assert found(tmp_path, "", post) == [*ALL, "unused-suppression warning"]


def test_a_pack_of_a_language_without_lexicon_spells_nothing(tmp_path: Path) -> None:
    write_pack(tmp_path / "styles", {"Spell": "extends: spelling\nmessage: '%s'\n"})
    assert "House.Spell warning" in found(tmp_path, "", "Qwxyzzy.\n")
    (tmp_path / "postlint.toml").write_text(
        'locale = "de"\n[styles]\npaths = ["styles"]\nuse = ["House"]\n', encoding="utf-8"
    )
    resolver = Resolver(load_config(tmp_path / "postlint.toml"))
    assert check("post.md", b"Qwxyzzy.\n", resolver).findings == ()


def test_a_single_rule_of_a_pack(tmp_path: Path) -> None:
    write_pack(tmp_path, PACK)
    assert list(read_styles([tmp_path], ["House.Very"]).rules) == ["House.Very"]


def test_rules_in_folders_have_their_names_and_drafts_are_put_aside(tmp_path: Path) -> None:
    rule = PACK["Very"]
    write_pack(tmp_path, {"a/Deep": rule, "_drafts/No": rule, ".git/No": rule, "Very_test": "x"})
    assert list(read_styles([tmp_path], ["House"]).rules) == ["House.a.Deep"]


def test_the_spelling_rule_of_vale_has_the_lists_beside_the_packs(tmp_path: Path) -> None:
    (tmp_path / "config/ignore").mkdir(parents=True)
    (tmp_path / "config/ignore/ours.txt").write_text("Qwertish\n", encoding="utf-8")
    styles = read_styles([tmp_path], ["Vale.Spelling"])
    assert [at for at, _ in problems_of(styles, "A qwertish qwortish.\n")] == ["1:12"]


def test_a_vocabulary_is_an_exception_and_makes_rules(tmp_path: Path) -> None:
    write_pack(tmp_path, {"Caps": "extends: existence\nmessage: '%s'\ntokens: ['[A-Z]{2,}']\n"})
    home = tmp_path / "config/vocabularies/Base"
    home.mkdir(parents=True)
    (home / "accept.txt").write_text("NASA\nGitHub\n", encoding="utf-8")
    (home / "reject.txt").write_text("utilize\n", encoding="utf-8")
    styles = read_styles([tmp_path], ["House", "Vale.Terms", "Vale.Avoid"], ["Base"])
    post = "NASA and ESA utilize Github.\n"
    assert [(at, one.message) for at, one in problems_of(styles, post)] == [
        ("1:10", "ESA"),
        ("1:22", "Use 'GitHub' instead of 'Github'."),
        ("1:14", "Avoid using 'utilize'."),
    ]


WORDS = st.lists(
    st.sampled_from(
        [
            "very",
            "Very",
            "kind of",
            "kind  of",
            "e.g.",
            "it's",
            "It’s",
            "C#",
            "ſo",
            "STRASSE",
            "so",
            "**ve**ry",
            "`very`",
            "<b>so</b>",
            "&amp;",
            "R&amp;D",
            "\n\n",
            "\n",
            "# so",
            "naïve",
            "(s)",
        ]
    ),
    max_size=12,
).map(" ".join)
LOOKING = """\
extends: existence
message: '%s'
ignorecase: true
tokens: [very, kind of, e\\.g\\., it's, 'C#', so, straße, 'R&D', naïve, 'aa +bb', '\\(s\\)']
"""
CROSSING = """\
extends: existence
message: '%s'
nonword: true
tokens: ['very\\s', '\\sso\\b', 'R&D$', '^naïve', '(?:so|kind)\\s+of', 'so\\s*$', '\\n', '']
"""
SWAPPING = """\
extends: substitution
message: '%s'
swap: {(?:v|V)ery: x, 'kind ?of': y, 'so(?:on)?': z}
"""


def styles_of(rule: str, folder: Path) -> Styles:
    write_pack(folder, {"Rule": rule})
    return read_styles([folder], ["House"])


class OneByOne(Search):
    """Searches each block by itself."""

    def all(self, asked: Asked) -> Iterator[Found]:
        for block in asked.blocks:
            yield from self._in_block(block, asked)


@pytest.mark.parametrize("rule", [LOOKING, CROSSING, SWAPPING, f"{LOOKING}nonword: true\n"])
def test_the_first_look_misses_nothing(
    rule: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Threads of other tests in this process take of the time that a rule has.
    monkeypatch.setattr("postlint.styles.slow._TIME", 10.0)
    styles = styles_of(rule, tmp_path_factory.mktemp("pack"))
    (definition,) = styles.rules.values()
    quick = compile_rule(definition, styles)
    slow = compile_rule(definition, styles)
    is_blind = quick.finder.search.look.is_blind  # type: ignore[attr-defined]
    assert is_blind == (rule == CROSSING)
    one_by_one = OneByOne(slow.finder.search.pattern, BLIND)  # type: ignore[attr-defined]
    object.__setattr__(slow.finder, "search", one_by_one)

    @settings(max_examples=150)
    @given(WORDS)
    def compare(post: str) -> None:
        from postlint.content.document import parse
        from postlint.content.source import decode

        doc = parse("post.md", decode(post.encode()))
        assert list(quick.check(doc)) == list(slow.check(doc))
        assert isinstance(doc.derived[View], View)

    compare()
