"""What headings are called in addresses, by which generator, and which names lead nowhere."""

import pytest

from postlint.content.anchors import Anchors, plain
from postlint.content.document import parse
from postlint.content.source import decode


def anchors(text: str) -> Anchors:
    return parse("post.md", decode(text.encode())).anchors


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("## Set *up* the `x_y` ##\n", "Set up the x_y"),
        ("Set up\n------\n", "Set up"),
        ("# [The *guide*](a.md) and [that][b] {#own}\n", "The guide and that"),
        ("# A <b>c</b> &amp; \\*d\\* ![e](f.png)snake_case _g_\n", "A c & *d* snake_case g"),
        ("# C#\n", "C#"),
        ("#\n", ""),
    ],
)
def test_the_words_of_a_heading(heading: str, words: str) -> None:
    assert plain(heading) == words


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Set up", ["set-up"]),
        ("C & C++", ["c--c", "c-c"]),
        ("What's new in v1.2?", ["whats-new-in-v12", "what-s-new-in-v1-2"]),
        ("2. Déjà vu", ["2-déjà-vu", "2-deja-vu", "dj-vu"]),
        ("snake_case", ["snake_case", "snake-case"]),
        ("Привет, мир", ["привет-мир", "privet-mir"]),
        ("Tools 🦀 here", ["tools--here", "tools-here", "tools-crab-here"]),
        ("🎉", ["any", "section"]),
    ],
)
def test_each_generator_has_its_name_for_a_heading(heading: str, names: list[str]) -> None:
    found = anchors(f"# {heading}\n")
    assert [name for name in names if not found.has(name)] == []


def test_the_second_of_a_name_has_a_number() -> None:
    found = anchors("# Set up\n\n# Set *up*\n")
    assert all(found.has(f"set-up{end}") for end in ("", "-1", "_1"))
    assert not found.has("set-up-2")


@pytest.mark.parametrize(
    "text",
    [
        "# Else {#own}\n",
        "# Else\n{: #own}\n",
        "# Else\n{: .c #own}\n",
        'Text <a id="own"></a>\n',
        "<a name=own></a>\n",
        '{{< figure src="a.png" id="own" >}}\n',
        "own\n: a term of Hugo's\n",
    ],
)
def test_a_post_names_its_places_itself(text: str) -> None:
    assert anchors(text).has("own")
    assert not anchors(text).has("other")


@pytest.mark.parametrize("name", ["top", "fn:1", "fnref1", ":~:text=x", "/a/route", "%66n-1"])
def test_places_that_every_page_may_have(name: str) -> None:
    assert anchors("# Set up\n").has(name)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("{% include a.md %}\n", True),
        ("{{< part >}}\n", True),
        ("{{ content }}\n", True),
        ("# About {{ site.name }}\n", True),
        ("<%= part %>\n", True),
        ('{{< figure src="a.png" >}}\n', False),
        ("{% highlight ruby %}\nx\n{% endhighlight %}\n", False),
        ("# Own {#own}\n\n{: .note}\nText\n", False),
        ("Text with {{ page.date }} in it.\n", False),
        ("`{% include a.md %}`\n", False),
    ],
)
def test_a_template_may_bring_in_headings(text: str, is_open: bool) -> None:
    assert anchors(text).is_open == is_open


def test_what_is_near_to_a_name_that_leads_nowhere() -> None:
    found = anchors("# Install it\n\n# Use it\n")
    assert found.near("instal-it") == "install-it"
    assert found.near("Install-It") == "install-it"
    assert found.near("remove") is None


@pytest.mark.parametrize("inline", ["[", "![", "`", "<a ", "_", "*", "\\", "](", "[a]", "&"])
def test_a_heading_of_nothing_but_signs(inline: str) -> None:
    found = anchors(f"# {inline * 5_000}\n")
    assert found.has("x") in (True, False)
