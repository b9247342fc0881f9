"""The rules about links: what their examples do not show, and hostile posts."""

from typing import cast

import pytest

from postlint.content.document import Document, parse
from postlint.content.source import decode
from postlint.rules.base import Rule
from postlint.rules.front_matter.image_hotlinked import ImageHotlinked
from postlint.rules.links.alt_is_file_name import AltIsFileName
from postlint.rules.links.image_without_alt import ImageWithoutAlt
from postlint.rules.links.insecure_link import InsecureLink
from postlint.rules.links.link_syntax import LinkSyntax
from postlint.rules.links.staging_link import StagingLink
from postlint.rules.registry import RULES
from time_growth import growth

LINK_RULES = [
    cast("Rule", one.load()())
    for one in RULES
    if (one.meta.group == "links" or "image" in one.meta.name) and not one.meta.of_site
]


def read(text: str) -> Document:
    return parse("post.md", decode(text.encode()))


def messages(rule: Rule, text: str) -> list[str]:
    return [one.message for one in rule.check(read(text))]


def check(doc: Document) -> None:
    for rule in LINK_RULES:
        list(rule.check(doc))


@pytest.mark.parametrize(
    ("target", "right"),
    [
        *(("http:x.org", "http://"), ("https//x.org", "https://"), ("https;//x.org", "https://")),
        *(("hhttps://x.org", "https://"), ("htts://x.org", "https://"), ("HTTP:/x.org", "http://")),
        *(("https://http//x.org", "http://"), ("http:///x.org", "http://")),
    ],
)
def test_slips_in_how_an_address_begins(target: str, right: str) -> None:
    (message,) = messages(LinkSyntax(), f"[a]({target})\n")
    assert message.endswith(f'expected "{right}"')


@pytest.mark.parametrize(
    "target",
    [
        *("https://x.org", "HTTP://x.org", "ftp://x.org", "http", "https.md", "tps/a.md", "ht/p"),
        *("sftp://x.org", "x.org", "a@b", "spotify:track:1", "http://a.org/?u=https://b.org"),
    ],
)
def test_addresses_that_begin_as_they_should(target: str) -> None:
    assert messages(LinkSyntax(), f"[a]({target})\n") == []


@pytest.mark.parametrize(
    "text",
    [
        *("a[i](j)[k.md]", "[a](b)[c.md]", "[a][b] (https://x.org)\n\n[b]: c", "- [ ] (./a)"),
        *("`[a] (https://x.org)`", "[12] (https://x.org)", "[a] (see https://x.org)"),
        *("[a](b 'c d')", "[a](<b c>)", "[a](b c)", "x[a](see that)", "[a](#)", "[](b.md)"),
    ],
)
def test_brackets_that_are_right_or_no_link(text: str) -> None:
    assert messages(LinkSyntax(), text) == []


def test_a_label_of_a_post_that_defines_none() -> None:
    assert messages(LinkSyntax(), "[a][b c] and [d][]\n") == [
        'no link is defined as "[b c]"',
        'no link is defined as "[d]"',
    ]


@pytest.mark.parametrize(
    ("host", "is_reported"),
    [
        *(("localhost", True), ("127.0.0.1", True), ("[::1]", True), ("mac.local", True)),
        *(("10.0.0.8", True), ("172.20.1.1", True), ("172.40.1.1", False), ("8.8.8.8", False)),
        *(("deploy-preview-3--x.netlify.app", True), ("x.netlify.app", False)),
        *(("x-git-main-team.vercel.app", True), ("x-abc123def-team.vercel.app", True)),
        *(("my-app.vercel.app", False), ("1a2b3c4d.x.pages.dev", True), ("x.pages.dev", False)),
        *(("ab12.ngrok-free.app", True), ("ngrok.com", False), ("staging.x.org", True)),
        *(("www-staging.x.org", True), ("backstage.x.org", False), ("stage.com", False)),
    ],
)
def test_hosts_that_no_reader_should_be_sent_to(host: str, is_reported: bool) -> None:
    assert bool(messages(StagingLink(), f"[a](http://{host}:80/b)\n")) == is_reported


def test_many_of_a_kind_are_one_finding() -> None:
    assert (
        messages(ImageWithoutAlt(), "![](a.png)\n" * 5)
        == ['image "a.png" has no alternative text'] * 5
    )
    assert messages(ImageWithoutAlt(), "![](a.png)\n" * 6) == [
        'image "a.png" has no alternative text, and 5 more'
    ]
    (problem,) = AltIsFileName().check(parse("a.md", decode(b"![IMG_1234](a)\n" * 9)))
    assert len(problem.others) == 8


def test_hosts_of_the_house_hold_for_all_below_them() -> None:
    text = "![a](http://cdn.x.org/a.png) ![b](http://x.org.evil.org/b.png)\n"
    assert messages(ImageHotlinked(("www.x.org",)), text) == [
        'image lies on "x.org.evil.org", expected one of this site'
    ]
    assert len(messages(InsecureLink(("x.org",)), text)) == 1


UNITS = [
    *("![", "] (", "[a] (./", "(a)[./", "](a b", "[a](b.md#c) ", "[a][b]\n", "<img src=a "),
    *('<img src="x">\n', "<a href='http://localhost/x'>b", "http://", "[a](a.a.", "{{ a }}\n"),
    *("![IMG_1](a_1.jpg)\n", "[a](http://x?utm_id=b&utm_id=c)", "# H\n[a](#b)\n", "a\n: b\n"),
]


@pytest.mark.parametrize("unit", UNITS)
def test_a_hostile_post_takes_a_time_that_grows_with_it(unit: str) -> None:
    assert growth(lambda size: read(unit * size), check, 500) < 10


def test_images_in_each_other_take_a_time_that_grows_with_them() -> None:
    assert growth(lambda size: read("![" * size + "]()" * size), check, 3_000) < 10
