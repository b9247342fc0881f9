"""Words that are no prose become placeholders; the punctuation and the words around them stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.body.masks import BLOT, NOTHING, find_masks, may_have_masks
from postlint.content.segment import PLACEHOLDER
from time_growth import growth

P = PLACEHOLDER
B = BLOT


def masked(text: str) -> str:
    """The text with what `find_masks` finds in it replaced."""
    parts = []
    at = 0
    for start, end, is_visible in find_masks(text):
        parts += [text[at:start], P if is_visible else ""]
        at = end
    return "".join([*parts, text[at:]])


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("see https://x.org/a.", f"see {P}."),
        ("(see http://x.org/a_(b))", f"(see {P})"),
        ("“https://x.org/a?b=c&d”, he", f"“{P}”, he"),
        ("at www.x.org, or", f"at {P}, or"),
        ("link:https://x.org!", f"link:{P}!"),
        ("mail me@x.org.", f"mail {P}."),
        ("mailto:me@x.org", P),
        ("thanks to @john's and @a_b!", f"thanks to {P}'s and {P}!"),
        ("use @scope/package@1.2", f"use {P}"),
        ("tagged #BlackLivesMatter.", f"tagged {P}."),
        ("in rust-lang/rust#123,", f"in {P},"),
        ("in cargo#123,", f"in {P},"),
    ],
)
def test_addresses_handles_and_tags(text: str, prose: str) -> None:
    assert masked(text) == prose


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("in /etc/foo.", f"in {P}."),
        ("in ~/x, ./x and ../x/y", f"in {P}, {P} and {P}"),
        ("in src/foo.py and content/:", f"in {P} and {P}:"),
        (r"in C:\x\y or a\b.txt", f"in {P} or {P}"),
        ("open index.md (or config.toml)", f"open {P} (or {P})"),
        ("the .gitignore, a .md file", f"the {P}, a {P} file"),
        ("on example.com, rust-lang.org.", f"on {P}, {P}."),
        ("Booking.com's shares", f"{P}'s shares"),
        ("at bit.ly/abc or ti.to/a/b", f"at {P} or {P}"),
        ("posts/2020/09/29-a-title", P),
        ("/:year/:title", P),
        ("at /blog/:slug. So", f"at {P}. So"),
        ("(/a-b/:c/d...)", f"({P}...)"),
        ("'content/en'", f"'{P}'"),
    ],
)
def test_paths_files_and_hosts(text: str, prose: str) -> None:
    assert masked(text) == prose


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("call foo_bar or __init__", f"call {P} or {P}"),
        ("call foo(bar()), std::io::Read", f"call foo({P}), {P}"),
        ("set $HOME or ${HOME}", f"set {P} or {P}"),
        ("pass --all-features=x now", f"pass {P}x now"),
        ("page.Site.title and webContents.send", f"page.Site.title and {P}"),
        ("site.data.members", P),
        (r"the \alpha{x} sign", f"the {P} sign"),
        ("done :tada: at", f"done {P} at"),
    ],
)
def test_identifiers(text: str, prose: str) -> None:
    assert masked(text) == prose


@pytest.mark.parametrize(
    "text",
    [
        "in Turkey.The end.It is",
        "we stopped.then and.it",
        "U.S. and U.K.-based, e.g., i.e. Ph.D. p.m.",
        "and/or, he/she/they, 24/7, 1/2, km/h, 2020/09/29",
        "either / or",
        "version 1.2.3, v2.0",
        "$2,000 and US$5m, $1.5million, a $million deal",
        "at 10:30:45, note:this",
        "a -- b, word--word, well-known",
        "the #1 song in C# and F#, No. #2",
        "a @ b, 5 * 3 _ 2 __",
        "wait...what? (s)he",
        "AT&T's R&D",
        "x" * 50,
        "",
    ],
)
def test_prose_stays(text: str) -> None:
    assert find_masks(text) == []


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (f"a {B * 5} b", f"a {P} b"),
        (f"a {B}", f"a {P}"),
        (f"a{B}{NOTHING * 4}, b", "a, b"),
        (f"{B}{B}{NOTHING * 4}.", f"{P}."),
        (f"{B * 9}/a/b.html c", f"{P} c"),
        (f'<img src="{B * 4}" {B * 4}> c', f"{P} c"),
        (f"https://x.org/{B * 4}/a, b", f"{P}, b"),
    ],
)
def test_blotted_templates(text: str, prose: str) -> None:
    assert masked(text) == prose


@given(st.one_of(st.text(), st.text(f"ab./@#_:$\\-()~+' \n{P}{B}{NOTHING}")))
def test_masks_are_in_order_and_inside_the_text(text: str) -> None:
    bounds = [0, *(at for start, end, _ in find_masks(text) for at in (start, end)), len(text)]
    assert bounds == sorted(bounds)
    assert all(start < end for start, end, _ in find_masks(text))


@given(st.lists(st.text(f"ab./@#_:$\\-()1 \n{B}")))
def test_no_text_with_a_mask_is_passed_over(texts: list[str]) -> None:
    masked = {index for index, text in enumerate(texts) if find_masks(text)}
    assert masked <= may_have_masks(texts)


@pytest.mark.parametrize("unit", ["a", "a.", "a/", "_", "a@", "http://", "a::", "\\a", "(", "a-"])
def test_a_megabyte_without_a_blank(unit: str) -> None:
    find_masks(unit * 100_000 + "/")


@pytest.mark.parametrize(
    ("start", "unit"), [("--a", "./"), ("--a", "-/"), ("", "/:"), ("$a", "+/")]
)
def test_slashes_take_a_time_that_grows_with_them(start: str, unit: str) -> None:
    assert growth(lambda size: start + unit * size, find_masks, 5_000) < 10
