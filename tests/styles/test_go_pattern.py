"""Patterns of Go's flavour, as the other flavour writes them."""

from contextlib import suppress

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from postlint.styles.go_pattern import PatternError, escape, translate


@pytest.mark.parametrize(
    ("pattern", "translated"),
    [
        (r"\bfoo\s+bar\b", r"\bfoo\s+bar\b"),
        (r"(?<!:[^ ]+?):\s[A-Z]", r"(?<!:[^ ]+?):\s[A-Z]"),
        ("a(?i)b|c", "a(?i:b)|(?i:c)"),
        ("(?i)a(?-i)B", "(?i:a(?-i:B))"),
        ("(x(?s).)y", "(x(?s:.))y"),
        ("[a-z-[aeiou]]", "(?:(?![aeiou])[a-z])"),
        ("[[]", r"[\[]"),
        ("[]a]", r"[\]a]"),
        ("a{,3}", r"a\{,3\}"),
        ("x{e<=1}", r"x\{e<=1\}"),
        (r"\x{2014}", r"\U00002014"),
        (r"\cA\e", r"\x01\x1b"),
        (r"\Aa\z|b\Z", r"\Aa\Z|b(?=\n?\Z)"),
        (r"(?<q>['`]).*\k<q>", "(?P<q>['`]).*(?P=q)"),
        (r"\Qa.b\E", r"a\.b"),
        ("(?x) a b # c\n d", "abd"),
        ("a(?#no)b", "ab"),
        (r"C#", r"C\#"),
    ],
)
def test_translation(pattern: str, translated: str) -> None:
    assert translate(pattern).text == translated
    regex.compile(translated, regex.VERSION0)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(a", "after it"),
        ("a)", "before it"),
        ("[a", "after it"),
        ("a**", "followed by another"),
        ("*a", "repeats nothing"),
        ("a\\", "single"),
        (r"\m", "means nothing in Go"),
        ("(?<a-b>x)", "cannot be translated"),
        ("(?R)", "cannot be translated"),
        ("(?1)", "cannot be translated"),
        ("(?U)a", "cannot be translated"),
        ("(" * 500, "nested more than"),
        ("a{1000000000}", "more than 200,000 parts"),
        ("((a{1000}){1000}){1000}", "more than 200,000 parts"),
        ("(?:a|b){9}" * 12_000, "more than 200,000 parts"),
        ("[a-[" * 500, "nested more than"),
        (r"\x{ffffffff}", "means nothing|is no character"),
    ],
)
def test_what_cannot_be_translated(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        translate(pattern)


@given(st.text())
def test_an_escaped_text_finds_itself(text: str) -> None:
    translated = translate(escape(text))
    assert regex.fullmatch(translated.text, text, regex.VERSION0)


ATOMS = st.sampled_from(
    [
        *"abcXY09 -.,'",
        *(r"\.", r"\s", r"\w+", r"\d", r"\b", "[a-c]", "[^a]", "(?:ab|c)", "(a|bc)", "x?", "a*"),
        *("b+", "(?:a b)?", "(?=a)", "(?!b)", "c{2}", "(?i)", "^", "$", "|", "(?i:Ab)"),
    ]
)


@given(st.lists(ATOMS, max_size=8).map("".join), st.text(alphabet="abcABXxY09 -.,'\n", max_size=40))
@example("a|b+", "xb")
@example("x?a", "a")
@example("(?:a b)?c", "c")
def test_a_text_with_a_match_holds_one_of_the_needles(pattern: str, text: str) -> None:
    try:
        translated = translate(pattern)
    except PatternError:
        return
    compiled = regex.compile(translated.text, regex.VERSION0 | regex.MULTILINE)
    if compiled.search(text) and translated.needles is not None:
        assert any(one.text.casefold() in text.casefold() for one in translated.needles)


@given(st.text(alphabet="ab()[]{}|*+?\\^$.-:<>!=#&i,1x'"))
def test_any_text_is_translated_or_refused(text: str) -> None:
    try:
        translated = translate(text)
    except PatternError:
        return
    # Such as a group that is referred to and not there: that is told with file and line.
    with suppress(regex.error):
        regex.compile(translated.text, regex.VERSION0, cache_pattern=False)
