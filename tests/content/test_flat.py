"""What is read without a parser is what a parser reads, to the last place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.data.flat import read_flat
from postlint.content.data.toml_tree import read_toml
from postlint.content.data.yaml_tree import read_yaml
from postlint.model.span import Span

YAML = """\
# of the blog
title: It's a text (1), with a:b and c#d
subtitle: 'Quoted: text'
date: 2024-01-02 10:00:00
weight: 10
draft: false
tags: [one, "two, three", C++, true]

authors:
  - Ann
  - "Bob"
cover:
  image: /a.png
  sizes:
  - large
  more:
    alt: é
"""
TOML = """\
title = "A text: with #, and é"
date = 2024-01-02
weight = 10
aliases = [
  "a",
  'b',
]

[extra]
# a comment
draft = true
"""
_WORDS = """
    a Text two_words true yes No null 1 007 1.10 12:30 2024-01-01 2024-02-30 2024-x a:b a#b #x 'q'
    "q" '' 'it''s' "a\\n" [] [a] [a,b] ['x'] [1] [yes] [a {a:b} *a &b !x | > - /p (p) é ü ? ~ = <<
    a, http://a.b/c y .inf 0x1 1_0 -1 # : \"\"\"
"""
WORDS = st.sampled_from([*_WORDS.split(), "\xa0", "\u2028", "\t"])
KEYS = st.sampled_from(["title", "a", "b", "date", "c-d", "on", "1a", "é", "x y", "'k'", "a.b"])
VALUES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
INDENTS = st.sampled_from(["", "", "", "  ", "  ", "    ", " "])
ENDS = st.sampled_from(["", "", "", " ", " # c"])
YAML_LINES = st.one_of(
    st.tuples(INDENTS, KEYS, st.just(": "), VALUES, ENDS),
    st.tuples(INDENTS, KEYS, st.just(":"), ENDS),
    st.tuples(INDENTS, st.just("- "), VALUES, ENDS),
    st.tuples(st.sampled_from(["", "# c", "...", "[t]"])),
).map("".join)
TOML_LINES = st.one_of(
    st.tuples(KEYS, st.sampled_from([" = ", "="]), VALUES, ENDS),
    st.tuples(st.sampled_from(["", "# c", "[t]", "[u]", "[a.b]", "[[t]]", "[t] # c", "x"])),
).map("".join)
LINE_ENDS = st.sampled_from(["\n", "\n", "\r\n"])


@pytest.mark.parametrize("text", [YAML, YAML.replace("\n", "\r\n"), YAML.rstrip("\n")])
def test_common_yaml_needs_no_parser(text: str) -> None:
    flat = read_flat("---\n" + text, Span(4, 4 + len(text)), "yaml")
    assert flat == read_yaml("---\n" + text, Span(4, 4 + len(text)))


@pytest.mark.parametrize("text", [TOML, TOML.replace("\n", "\r\n")])
def test_common_toml_needs_no_parser(text: str) -> None:
    flat = read_flat("+++\n" + text, Span(4, 4 + len(text)), "toml")
    assert flat == read_toml("+++\n" + text, Span(4, 4 + len(text)))


@pytest.mark.parametrize(
    "text", ["a:\n", "a: no\n", "a: 1.10\n", "a: b: c\n", "a: b\na: c\n", "a: x #1\n", "- a\n", ""]
)
def test_what_may_be_a_mistake_is_left_to_the_parser(text: str) -> None:
    assert read_flat(text, Span(0, len(text)), "yaml") is None


@given(st.lists(YAML_LINES, max_size=6), LINE_ENDS)
def test_yaml_reads_alike(lines: list[str], line_end: str) -> None:
    text = "".join(line + line_end for line in lines)
    flat = read_flat(text, Span(0, len(text)), "yaml")
    if flat is not None:
        parsed = read_yaml(text)
        assert (flat, repr(flat.data)) == (parsed, repr(parsed.data))
        assert list(flat.places) == list(parsed.places)


@given(st.lists(TOML_LINES, max_size=6), LINE_ENDS)
def test_toml_reads_alike(lines: list[str], line_end: str) -> None:
    text = "".join(line + line_end for line in lines)
    flat = read_flat(text, Span(0, len(text)), "toml")
    if flat is not None:
        parsed = read_toml(text)
        assert (flat, repr(flat.data)) == (parsed, repr(parsed.data))
        assert list(flat.places) == list(parsed.places)


@pytest.mark.parametrize(
    "unit", [" ", "[", "a", "a: b\n", "a:\n", "a: [b,", "a: '", "\n - a", "# "]
)
def test_time_is_linear(unit: str) -> None:
    text = unit * 100_000
    assert read_flat(text, Span(0, len(text)), "yaml") is None
    assert read_flat(text, Span(0, len(text)), "toml") is None
