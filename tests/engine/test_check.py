"""The whole pipeline on any bytes: no crash, exact places, the same findings in any order."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.content.document import parse
from postlint.content.lines import Lines
from postlint.content.source import decode
from postlint.engine.check import check, check_unreadable
from postlint.engine.checked import Checked
from postlint.language.lexicon import LexiconError
from postlint.language.terms.terms import Terms, rows_of

TERMS = Terms(rows_of({"Karakbakh": "Karabakh", "the the": "the"}))
RESOLVER = Resolver(Config(root=Path("/"), terms=TERMS), select=("all",))
PIECES = st.sampled_from(
    [
        *("---\n", "title: ", "tags: [", "]\n", "+++\n", "{", "}", ":", '"', "'", "“", "‘", "’"),
        *("\n", "\r\n", "\r", "\n\n", " ", "\u00a0", "\u200b", "\t", "> ", "- ", "# ", "*", "**"),
        *("```\n", "`", "<b>", "<!-- ", " -->", "{{ x }}", "{% raw %}", "[a](b)", "![", "&amp;"),
        *("the ", "had ", "Karakbakh", "leaders'", "1.5million", " , ", "?,'", "...", "|", "\0"),
        *(
            "postlint-disable-next-line ",
            "\ud7ff",
            "é",
            "😀",
            "e\u0301",
            "ا",
            "\ufeff",
            "$schema: ",
        ),
    ]
)
POSTS = st.one_of(
    st.lists(PIECES, max_size=60).map(lambda pieces: "".join(pieces).encode()),
    st.text().map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(),
)


@settings(max_examples=400)
@given(POSTS, st.sampled_from(["post.md", "post.mdx", "_posts/2020-01-01-a.md"]))
def test_no_rule_raises_and_every_place_is_in_the_document(data: bytes, path: str) -> None:
    result = check(path, data, RESOLVER)
    assert result.crashes == ()
    text = decode(data).text
    lines = Lines(text)
    for one in result.findings:
        assert 0 <= one.span.start <= one.span.end <= len(text)
        assert (one.start, one.end) == (
            lines.position(one.span.start),
            lines.position(one.span.end),
        )
        assert one.path == path


@settings(max_examples=200)
@given(POSTS)
def test_every_segment_stands_where_it_says(data: bytes) -> None:
    doc = parse("post.md", decode(data))
    for segment in doc.segments:
        whole = segment.source_span(0, len(segment.text))
        assert 0 <= whole.start <= whole.end <= len(doc.text)
        for at, char in enumerate(segment.text):
            span = segment.source_span(at, at + 1)
            if segment.is_verbatim(at, at + 1) and char not in "\ufffc\n\ufffd":
                assert doc.text[span.start : span.end] == char


@settings(max_examples=20)
@given(st.permutations(range(8)), st.lists(POSTS, min_size=8, max_size=8))
def test_findings_do_not_depend_on_the_order_of_files(order: list[int], posts: list[bytes]) -> None:
    def run(indexes: list[int]) -> dict[int, Checked]:
        resolver = Resolver(RESOLVER.config, select=("all",))
        return {index: check(f"{index}.md", posts[index], resolver) for index in indexes}

    assert run(order) == run(list(range(8)))


@settings(max_examples=200)
@given(POSTS)
@example(b"the <b>the ")
def test_a_word_that_a_message_quotes_stands_where_the_finding_is(data: bytes) -> None:
    text = decode(data).text
    quoting = {"house-term", "number-joined-to-word"}
    for one in check("post.md", data, RESOLVER).findings:
        if one.rule in quoting:
            quoted = one.message.split('"')[1]
            there = text[one.span.start : one.span.end]
            plain = re.sub(r"</?\w+>|[\s>*&-]+", "", there)  # markup may stand between two words
            assert re.sub(r"[\s>*&-]+|\ufffc", "", quoted) in plain


def test_a_crashing_rule_is_named_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from postlint.rules.words.repeated_word import RepeatedWord

    def crash(self: RepeatedWord, doc: object) -> object:
        raise ZeroDivisionError("one bad day")

    monkeypatch.setattr(RepeatedWord, "check", crash)
    result = check("a.md", b"The the word , here.\n", Resolver(Config(root=Path("/"))))
    assert [(one.part, one.path) for one in result.crashes] == [("rule repeated-word", "a.md")]
    assert "one bad day" in result.crashes[0].traceback
    assert [one.rule for one in result.findings] == ["space-before-punctuation"]


def test_an_unreadable_file_is_a_finding() -> None:
    result = check_unreadable("a.md", "Permission denied", Resolver(Config(root=Path("/"))))
    assert [(one.rule, one.message) for one in result.findings] == [
        ("unreadable-file", "cannot be read: Permission denied")
    ]


def test_a_fingerprint_survives_edits_elsewhere_and_tells_twins_apart() -> None:
    resolver = Resolver(Config(root=Path("/")), select=("repeated-word",))
    before = check("a.md", b"The the.\n\nThe the.\n", resolver).findings
    after = check("a.md", b"New.\n\nThe the.\n\nThe the.\n", resolver).findings
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]
    assert len({one.fingerprint for one in before}) == 2


def test_a_misspelt_house_term_is_one_finding() -> None:
    text = "Karabakh is near. Karabakh is far. Karabakh is there.\n\nKarakbakh recieved it.\n"
    terms = {"Karakbakh": "Karabakh", "recieved it": "received it"}
    config = Config(root=Path("/"), terms=Terms(rows_of(terms)))
    result = check("a.md", text.encode(), Resolver(config))
    assert [(one.rule, one.start.line) for one in result.findings] == [
        ("house-term", 3),
        ("house-term", 3),
    ]


def test_what_the_user_has_to_mend_is_no_crash_of_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    from postlint.rules.words.near_miss import NearMiss

    def fail(self: NearMiss, doc: object) -> object:
        raise LexiconError("en.lexicon: is damaged; install postlint again")

    monkeypatch.setattr(NearMiss, "check", fail)
    with pytest.raises(LexiconError):
        check("a.md", b"Text.\n", Resolver(Config(root=Path("/"))))


def test_places_and_lines_of_what_is_not_muted() -> None:
    text = "---\nauthor: Aylin\n---\nThe the end.\n"
    result = check("post.md", text.encode(), RESOLVER)
    assert result.lines == ((4, "The the end."),)
    places = [(at, place.line, place.column) for at, place in result.places]
    assert places == [(22, 4, 1), (29, 4, 8)]
    muted = text.replace("\nThe", "\n<!-- postlint-disable-next-line -- his words -->\nThe")
    result = check("post.md", muted.encode(), RESOLVER)
    assert (len(result.findings), result.lines, result.places) == (1, (), ())
