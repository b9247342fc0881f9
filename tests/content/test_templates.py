"""Templates, attribute lists, math and JSX are no prose; the text between them is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.body.markdown import merged, parse_body
from postlint.content.document import parse
from postlint.content.segment import PLACEHOLDER
from postlint.content.source import Source
from postlint.model.span import Span
from time_growth import growth

P = PLACEHOLDER
PARTS = [
    "\\",
    "`",
    "``",
    "~~~",
    "\n",
    "\n\n",
    " ",
    "a",
    "é",
    "{",
    "}",
    "{{",
    "}}",
    "{%",
    "%}",
    "<",
    ">",
]
PARTS += ["{{< code >}}", "{{< /code >}}", "{% raw %}", "{% endraw %}", "{#", "#}", "<!--", "-->"]
PARTS += [
    "$",
    "$$",
    "\\(",
    "\\)",
    "\\begin{align}",
    "<a ",
    "import ",
    "{: .b}",
    "![",
    "[",
    "](x)",
    "|",
]


def texts(text: str, *, mdx: bool = False) -> list[str]:
    body = parse_body(text, Span(0, len(text)), mdx=mdx)
    return [segment.text for segment in body.segments]


def code(text: str) -> list[str]:
    body = parse_body(text, Span(0, len(text)), mdx=False)
    return [text[span.start : span.end] for span in merged(body.not_prose)]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a {{ page.title }}, b", f"a {P}, b"),
        ("a {{{ raw }}} b", f"a {P} b"),
        ("a {% if x %}b{% endif %} c", f"a {P}b{P} c"),
        ("a {!! $b !!} c", f"a {P} c"),
        ("a {# b #} c {{-- d --}} e", f"a {P} c {P} e"),
        ("a <%= b %> c", f"a {P} c"),
        ('a {{< ref "b" >}} c', f"a {P} c"),
        ("{{% note %}}\na *b*\n{{% /note %}}", f"{P}\na b\n{P}"),
        ("[a]({{ site.url }}/b) c", "a c"),
        ("[a]({% link _posts/b.md %}) c", "a c"),
        ("a _b_{: .c}, d", "a b, d"),
        ("a [b](c){:target='_blank'} d", "a b d"),
        ("a `b`{:.c}.", f"a {P}."),
        ("a b {: .c}", "a b"),
        ("# a {#id .c}", "a"),
        ("a\n{: .b}", f"a\n{P}"),
        ("a{:b}c", f"a{P}c"),
        (":::note Title\na\n:::", f"{P} Title\na\n{P}"),
        ("> [!info] a", f"{P} a"),
        ("<a href='{{ b }}'>c</a> d", "c d"),
        ("a <img {% if b %}> c", f"a {P} c"),
    ],
)
def test_templates_and_attribute_lists(text: str, prose: str) -> None:
    assert texts(text) == [prose]


@pytest.mark.parametrize(
    "text",
    [
        "{% highlight ruby %}\na\n\nb\n{% endhighlight %}",
        "{%- comment -%}\na\n\nb\n{%- endcomment -%}",
        "{% raw %}{{ a }} b{% endraw %}",
        "{{< highlight go >}}\na\n\nb\n{{< /highlight >}}",
        "{{< code-toggle file=hugo >}}\na\n{{</ code-toggle >}}",
        "{::comment}\na\n\nb\n{:/comment}",
        "{{-- a\n\nb --}}",
        "@include('a.b')",
        '{{< figure src="a b" >}}',
        "{% include a.html b='c' %}",
        "{:toc}",
        ":::",
    ],
)
def test_code_between_tags_is_no_prose(text: str) -> None:
    assert texts(text) == []
    assert "".join(code(text)) == text


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a {% raw %} b\n\nc {{ d", [f"a {P} b", "c {{ d"]),
        ("a {{ b\n\nc }} d", ["a {{ b", "c }} d"]),
        ("a {% b\n\nc", ["a {% b", "c"]),
        ("`{% raw %}` a\n\nb `{% endraw %}`", [f"{P} a", f"b {P}"]),
        ("`{{` a `}}` b", [f"{P} a {P} b"]),
        ("a `b\nc {{ d` e }} f", [f"a {P} e }}}} f"]),
        ("```\n{% raw %}\n```\n\na\n\n{% endraw %} b", ["a", f"{P} b"]),
        ("- a\n\n      {% raw %}\n\n  b", ["a", "b"]),
        ("a \\{{ b", ["a {{ b"]),
        ("{sic} and { brace } {", ["{sic} and { brace } {"]),
    ],
)
def test_a_tag_without_an_end_and_a_tag_in_code_hide_nothing(text: str, prose: list[str]) -> None:
    assert texts(text) == prose


def test_an_indented_block_keeps_its_list() -> None:
    text = "1. a\n\n   {% highlight x %}\n   b\n\n   c\n   {% endhighlight %}\n\n   d\n"
    body = parse_body(text, Span(0, len(text)), mdx=False)
    assert [(each.kind, each.text) for each in body.segments] == [
        ("list-item", "a"),
        ("list-item", "d"),
    ]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("so $x^2$ and $n$, $a_1 = b$.", f"so {P} and {P}, {P}."),
        ("so $$E = mc^2$$.", f"so {P}."),
        (r"so \(a_b\), \\(a^2\\).", f"so {P}, {P}."),
        ("a \\begin{align}b\n\nc\\end{align} d", f"a {P}\n\n{P} d"),
        ("from $2,000 to $5,000", "from $2,000 to $5,000"),
        ("A$6, US$7 or $5-$6", "A$6, US$7 or $5-$6"),
        ("$$$ or $$ a meal", "$$$ or $$ a meal"),
        ("$$\nsome words\n$$", "$$\nsome words\n$$"),
        (r"he \[sic\] said \[1\] \(so\)", "he [sic] said [1] (so)"),
        (r"\$5 and \$6$", "$5 and $6$"),
    ],
)
def test_formulas_and_prices(text: str, prose: str) -> None:
    assert "\n\n".join(texts(text)) == prose


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ('import A from "b"\nexport const c = 1\n\na', ["a"]),
        ("export const a = {\n  b: 1,\n\n  c: 2\n}\n\nd", ["d"]),
        ("a\nimport duties b", ["a\nimport duties b"]),
        ("import {a from 'b'\n\nc\n\nd", ["c", "d"]),
        ("a {props.b}, c", [f"a {P}, c"]),
        ("a {`}`} b", [f"a {P} b"]),
        ("a {b {c} d} e", [f"a {P} e"]),
        ("{/* a\n\nb */}\n\nc", ["c"]),
        ("<A b={{c: 1}} d='>'>*e*</A> f", [f"{P}e{P} f"]),
        ("<Tabs>\n<div className='a'>\nb\n</div>\n</Tabs>", [f"{P}\n{P}\nb\n{P}\n{P}"]),
        ("<>a</>", [f"{P}a{P}"]),
        ("a <b>c</b><code>d</code> e < f", [f"a c{P} e < f"]),
        ("`<A>` {b", [f"{P} {{b"]),
        ("```\nimport {\n```\n\na", ["a"]),
    ],
)
def test_mdx(text: str, prose: list[str]) -> None:
    assert texts(text, mdx=True) == prose


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (r"Hi {{ name }}, type \``x`` here.", [f"Hi {P}, type ``x`` here."]),
        ("# The \\`` mark\n\nA {% raw %} b", ["The `` mark", f"A {P} b"]),
        (r"a \``{{ b }}` c {{ d }}", [f"a `{P} c {P}"]),
        (r"a `{{ b }}\` c {{ d }}", [f"a {P} c {P}"]),
        (r"a `b\`` {{ c }}", [rf"a `b`` {P}"]),
        (r"a \\`{{ b }}`", [rf"a \{P}"]),
    ],
)
def test_a_backslash_keeps_a_backtick_from_opening_code_not_from_closing_it(
    text: str, prose: list[str]
) -> None:
    assert texts(text) == prose


def test_a_backslash_keeps_a_backtick_from_opening_code_in_mdx() -> None:
    assert texts(r"a \` {b} ` c \``d` {e}", mdx=True) == [f"a ` {P} {P} {P}"]


@given(st.lists(st.sampled_from(PARTS), max_size=20).map("".join), st.booleans())
def test_any_text_can_be_read(text: str, mdx: bool) -> None:
    parse_body(text, Span(0, len(text)), mdx=mdx)


@pytest.mark.parametrize("folder", ["archetypes", "archetypes/news", "scaffolds", "a/scaffolds"])
def test_a_mould_for_posts_has_no_faults_of_syntax(folder: str) -> None:
    source = Source("---\ntitle: {{ title }}\ndate: {{ date }}\n---\n")
    assert not parse(f"{folder}/post.md", source).faults
    assert parse("templates/post.md", source).faults
    assert parse("scaffolds.md", source).faults


@pytest.mark.parametrize("unit", ["{{< /a", "{{< /" + "a" * 99, "{{<   ", "{% enda", "{{< /a b"])
def test_end_tags_take_a_time_that_grows_with_them(unit: str) -> None:
    def read(text: str) -> None:
        parse_body(text, Span(0, len(text)), mdx=False)

    assert growth(lambda size: "{{< code >}} {% raw %} " + unit * size, read, 1_000) < 10


def test_braces_are_prose_outside_of_mdx() -> None:
    assert texts("a {b} c") == ["a {b} c"]
