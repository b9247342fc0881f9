"""Images and links in HTML: which tags count, their attributes and where these stand."""

import pytest

from postlint.content.body.html_elements import ElementName
from postlint.content.document import parse
from postlint.content.source import decode


def elements(text: str, name: ElementName = "img", path: str = "a.md") -> list[dict[str, str]]:
    doc = parse(path, decode(text.encode()))
    found = list(doc.elements(name))
    for element in found:
        assert doc.text[element.span.start : element.span.end].lower().startswith(f"<{name}")
    return [dict(element.attributes) for element in found]


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("<img src=a.png>", {"src": "a.png"}),
        ("é <IMG alt=\"x>y\" SRC='b.png'/> é", {"alt": "x>y", "src": "b.png"}),
        ('<p>\n  <img src="z&amp;y.png" alt>\n</p>', {"src": "z&y.png", "alt": ""}),
        ("- a\n\n    - b\n\n      <img src=q>\n", {"src": "q"}),
        ("> <img src=q>\n", {"src": "q"}),
        ("<img src=a src=b>", {"src": "a"}),
    ],
)
def test_an_image_has_its_attributes(text: str, attributes: dict[str, str]) -> None:
    assert elements(text) == [attributes]


@pytest.mark.parametrize(
    "text",
    [
        *("`<img src=a>`", "    <img src=a>", "```\n<img src=a>\n```", "<!-- <img src=a> -->"),
        *("<img src=", "<image src=a>", "<img", "\\<img src=a>"),
    ],
)
def test_code_comments_and_halves_are_no_images(text: str) -> None:
    assert elements(text) == []


def test_jsx() -> None:
    assert elements("<Box>\n\n<img src={x} alt={y} />\n\n</Box>\n", path="a.mdx") == [
        {"src": "{x}", "alt": "{y}"}
    ]


def test_a_link_and_the_place_of_its_target() -> None:
    doc = parse("a.md", decode('é <a class="b" href="c&amp;d">e</a> <abbr href="f">\n'.encode()))

    (link,) = doc.elements("a")

    place = link.places["href"]
    assert (link.attributes["href"], doc.text[place.start : place.end]) == ("c&d", "c&amp;d")


@pytest.mark.parametrize(
    "text", ["<img " * 20_000, "<img a='" * 20_000, "<p>" + "<img src=a " * 9_999]
)
def test_many_halves_of_tags_are_soon_passed_over(text: str) -> None:
    assert elements(text) == []
