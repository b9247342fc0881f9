"""Links, images and headings as a post has them, each with its place."""

import pytest

from postlint.content.document import Document, parse
from postlint.content.source import decode


def read(text: str) -> Document:
    return parse("post.md", decode(text.encode()))


@pytest.mark.parametrize(
    ("text", "kind", "target", "words"),
    [
        ('[a *b*](/x.md "Title")', "inline", "/x.md", "a *b*"),
        ("[`a`](<b c.md>)", "inline", "b c.md", "`a`"),
        ("[a](b_(c).md)", "inline", "b_(c).md", "a"),
        ("[é](/é&amp;\\_x)", "inline", "/é&_x", "é"),
        ("[a]()", "inline", "", "a"),
        ("![a](b.png)", "inline", "b.png", "a"),
        ("<https://example.org>", "bare", "https://example.org", ""),
        ("<me@example.org>", "bare", "me@example.org", ""),
        ("[a](/{{ site.url }}/b)", "inline", None, "a"),
        ("[a][b c]", "undefined", None, "a"),
    ],
)
def test_a_link_has_its_target(text: str, kind: str, target: str | None, words: str) -> None:
    doc = read(f"---\ntitle: é\n---\n\né {text} é\n")

    (link,) = doc.links

    assert (link.kind, link.target) == (kind, target)
    assert doc.text[link.span.start : link.span.end] == text
    assert doc.text[link.words.start : link.words.end] == words


def test_the_target_of_a_reference_stands_in_its_definition() -> None:
    doc = read("[a][Pa ge], [page]\n\n[Pa  ge]: /a 'T'\n[page]: </b c>\n")

    targets = [(link.kind, link.label, link.target) for link in doc.links]

    assert targets == [
        ("reference", "Pa ge", None),
        ("reference", "page", None),
        ("definition", "Pa ge", "/a"),
        ("definition", "page", "/b c"),
    ]


def test_an_image_in_a_link_is_a_link_too() -> None:
    doc = read("[![a](b.png)](c.md)\n")

    assert [(link.target, link.is_image) for link in doc.links] == [
        ("c.md", False),
        ("b.png", True),
    ]


def test_what_stands_in_code_is_no_link() -> None:
    assert read("`[a](b)`\n\n    [a](b)\n").links == ()


def test_headings_have_levels() -> None:
    doc = read("---\ntitle: é\n---\n# É\n\n##\n\nUnder\n---\n\n### `a` {#own}\n")

    headings = [(doc.text[one.start : one.end], one.level) for one in doc.headings]

    assert headings == [
        ("# É\n", 1),
        ("##\n", 2),
        ("Under\n---\n", 2),
        ("### `a` {#own}\n", 3),
    ]
