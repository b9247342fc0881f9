"""Which parts of a post a rule sees, by its scope."""

import pytest
from packs import said

from postlint.styles.scope import parse_scope

POST = """\
---
title: Title XXX
description: |
  Description XXX
author: Author XXX
tags: [XXX]
---

# One XXX

Paragraph XXX. Sentence *emphasis XXX* and **strong XXX**.

## Two XXX

- item XXX

  - inner XXX

> quote XXX

| head XXX | b |
|---|---|
| cell XXX | `code XXX` |

![alt XXX](a.png) [link XXX](/XXX)

```
block XXX
```

Note[^1].

[^1]: footnote XXX
"""


def lines_seen(scope: str) -> list[str]:
    """The line of each XXX that a rule with this scope finds, in order."""
    rule = (
        f"extends: existence\nmessage: '%s'\nscope: {scope}\nnonword: true\ntokens: ['\\w+ XXX']\n"
    )
    lines = POST.split("\n")
    seen = [(int(at.split(":")[0]), text) for at, text in said(rule, POST)]
    assert all(text in lines[line - 1] for line, text in seen)
    return [text.removesuffix(" XXX") for _, text in sorted(seen)]


BODY = [
    *("One", "Paragraph", "emphasis", "strong", "Two", "item", "inner", "quote", "head", "cell"),
    *("alt", "link", "footnote"),
]


@pytest.mark.parametrize(
    ("scope", "seen"),
    [
        ("text", ["Title", "Description", "Author", *BODY]),
        ("heading", ["One", "Two"]),
        ("heading.h2", ["Two"]),
        ("text.heading.h1", ["One"]),
        ("heading.md", ["One", "Two"]),
        ("heading.rst", []),
        ("paragraph", ["Paragraph", "emphasis", "strong", "link", "footnote"]),
        ("list", ["item", "inner"]),
        ("blockquote", ["quote"]),
        ("table", ["head", "cell"]),
        ("table.header", ["head"]),
        ("table.cell", ["cell"]),
        ("alt", ["alt"]),
        ("text.attr.alt", ["alt"]),
        ("link", ["link"]),
        ("strong", ["strong"]),
        ("emphasis", ["emphasis"]),
        ("code", ["code"]),
        ("text.frontmatter.title", ["Title"]),
        ("frontmatter & ~frontmatter.title", ["Description", "Author"]),
        ("sentence & heading", ["One", "Two"]),
        (
            "paragraph & ~link & ~text.md.heading",
            ["Paragraph", "emphasis", "strong", "link", "footnote"],
        ),
        ("[heading.h1, alt]", ["One", "alt"]),
        ("~heading & ~list & ~table & ~frontmatter & ~paragraph", ["quote", "alt"]),
    ],
)
def test_scope(scope: str, seen: list[str]) -> None:
    assert sorted(lines_seen(scope)) == sorted(seen)


def test_raw_is_the_file_as_it_is() -> None:
    seen = lines_seen("raw")
    assert seen.count("block") == seen.count("code") == seen.count("Author") == 1


def test_summary_is_prose_without_headings_and_tables() -> None:
    assert sorted(lines_seen("summary")) == sorted(
        ["Paragraph", "emphasis", "strong", "item", "inner", "quote", "link", "footnote"]
    )


def test_a_sentence_begins_and_ends_for_anchors() -> None:
    rule = "extends: existence\nmessage: '%s'\nscope: sentence\nnonword: true\ntokens: ['^So\\b']\n"
    assert said(rule, "Yes. So it is. It is so.\n") == [("1:6", "So")]


def test_raw_with_carriage_returns_keeps_its_places() -> None:
    rule = "extends: existence\nmessage: '%s'\nscope: raw\nnonword: true\ntokens: ['^b$']\n"
    assert said(rule, "a\r\nb\r\n") == [("2:1", "b")]


def test_code_and_addresses_are_asterisks_and_names_of_files_are_seen() -> None:
    rule = "extends: existence\nmessage: '%s'\nscope: paragraph\nnonword: true\ntokens: ['See.*']\n"
    post = "See `code` in notes.md at https://x.org/a or ![i](j.png)!\n"
    assert said(rule, post) == [("1:1", f"See **** in notes.md at {'*' * 15} or !")]


def test_markup_within_a_word_does_not_part_it() -> None:
    rule = "extends: existence\nmessage: '%s'\ntokens: [unbelievable]\n"
    assert said(rule, "It is un*believable*.\n") == [("1:7", "unbelievable")]


def test_entities_are_decoded() -> None:
    rule = "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['R&D']\n"
    assert said(rule, "Our R&amp;D.\n") == [("1:5", "R&D")]


@pytest.mark.parametrize("scope", ["head ing", "~", "heading..h1", "", "a & "])
def test_what_is_no_scope(scope: str) -> None:
    with pytest.raises(ValueError, match="is no scope"):
        parse_scope(scope)
