"""The view of a site on the page and in Markdown: what it says, and what no text can do to it."""

import re
import unicodedata
from dataclasses import replace

import pytest
from any_report import any_text
from hypothesis import given
from hypothesis import strategies as st
from samples import LINES, MISSPELT, NOTE, REPEATED
from test_site_view import author, dated, post

from postlint.engine.checked import Checked
from postlint.model.report import Report
from postlint.model.site_view import Group, WordUse
from postlint.report import html_page, markdown
from postlint.report.glance import glance, share
from postlint.report.page import Page
from postlint.report.site_view import site_view
from postlint.report.time_chart import time_chart

PAGE = Page()
SITE = [
    *(
        post(
            f"news/{n}.md", [REPEATED] * (n % 4 == 0), author="Aylin", date=f"2024-0{n % 9 + 1}-02"
        )
        for n in range(40)
    ),
    post("sport/a.md", [MISSPELT, NOTE], author="Jon", date="2024-03-01"),
]
HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202e\x1b[31m"


def report(results: list[Checked]) -> Report:
    return Report(
        findings=tuple(finding for one in results for finding in one.findings),
        files=len(results),
        lines=LINES,
        authors={one.path: one.facts.author for one in results if one.facts.author},
        site=site_view(results),
    )


def said(results: list[Checked]) -> list[str]:
    made = report(results)
    assert made.site
    return [*glance(made, made.site)]


def test_the_page_of_a_site() -> None:
    page = html_page.render(report(SITE), PAGE)
    headings = re.findall("<h2[^>]*>(.*?)</h2>", page)
    assert headings == ["At a glance", "Over time", "Totals", "Findings"]
    assert "<li>30 of 41 posts (73 %) have no error and no warning;" in page
    assert '<button type="button" data-kind="author" data-value="Aylin">Aylin</button>' in page
    assert "<td>2024-03-01</td><td>sport</td><td>Jon</td></tr>" in page
    assert '<label>From <input type="date" name="since"></label>' in page


def test_terms_in_several_forms() -> None:
    email = WordUse("e-mail", 12, 30, "news/a.md:3:1", is_slip=False)
    made = report(SITE)
    assert made.site
    forms = (email, replace(email, written="email", posts=1), replace(email, written="E-mail"))
    page = html_page.render(replace(made, site=replace(made.site, terms=(forms,))), PAGE)
    assert '<a href="#words">Vocabulary</a>' in page
    assert (
        '<th scope="row">e-mail</th><td>12</td><td>30</td>'
        "<td>email (1 post), E-mail (12 posts)</td><td>news/a.md:3:1</td>"
    ) in page


def test_links_of_the_page_lead_to_its_parts() -> None:
    page = html_page.render(report(SITE), PAGE)
    targets = set(re.findall('href="(.*?)"', page))
    assert targets == {"#time", "#totals", "#findings"}
    assert all(f' id="{target[1:]}"' in page for target in targets)


@pytest.mark.parametrize(
    ("results", "headings"),
    [
        ([], ["At a glance", "Over time"]),
        ([post("a.md")], ["At a glance", "Over time"]),
        ([post("a.md", [NOTE])], ["At a glance", "Over time", "Totals", "Findings"]),
    ],
)
def test_a_site_of_next_to_nothing(results: list[Checked], headings: list[str]) -> None:
    page = html_page.render(report(results), PAGE)
    assert re.findall("<h2[^>]*>(.*?)</h2>", page) == headings
    assert "No post has a date." in page
    assert markdown.render(report(results), PAGE).startswith(
        "<!-- made by postlint report -->\n# postlint report\n\n"
    )


@pytest.mark.parametrize("length", [1, 100_000])
def test_nothing_that_a_site_says_becomes_markup(length: int) -> None:
    name = HOSTILE * length if length == 1 else HOSTILE + "x" * length
    results = [
        post(f"{name}/{n}.md", [REPEATED], author=name, section=name, date="2024-01-01")
        for n in range(2)
    ]
    results.append(post("b/c.md", [NOTE], author="Jon", section="World", date=name))
    page = html_page.render(report(results), PAGE)
    assert "<img" not in page
    assert page.count("<script>") == 2
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert len(page) < 1_000_000
    text = markdown.render(report(results), PAGE)
    assert "<script" not in text
    assert "\u202e" not in text


@given(any_text, any_text, any_text, st.dates().map(str) | any_text)
def test_whatever_a_site_says_nothing_raises(path: str, name: str, section: str, day: str) -> None:
    results = [post(path, [REPEATED], author=name, section=section, date=day), post("b.md")]
    for render in (html_page.render, markdown.render):
        printed = render(report(results), Page(encoding="ascii"))
        assert printed.encode("ascii")
        steering = {char for char in printed if unicodedata.category(char) in ("Cc", "Cs")}
        assert steering <= {"\n"}


def test_sentences_leave_out_what_cannot_be_said() -> None:
    assert said([]) == []
    assert said([post("a.md", [MISSPELT])]) == ["0 of 1 posts have no error and no warning."]


def test_sentences_name_what_stands_out() -> None:
    sentences = said([*author("others", 200, 40), *author("Jon", 20, 14)])
    assert "Authors with clearly more such posts than others as long: Jon (14 of 20)." in sentences
    old, new = dated(*["2023-01-01"] * 60), dated(*["2024-01-01"] * 20)
    bad = [one._replace(path=f"new/{one.path}", findings=(REPEATED,)) for one in new]
    assert said([*old, *bad])[1] == (
        "100 % of the posts since 2024-01-01 have one, 0 % of those before (10.0 and 0.0 in 10,000 "
        "words): clearly more, even for their length."
    )


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        *((0, 0, "0 %"), (0, 9, "0 %"), (1, 1_000, "<1 %"), (1, 3, "33 %")),
        *((999, 1_000, ">99 %"), (9, 9, "100 %")),
    ],
)
def test_shares_are_never_rounded_to_nothing_or_all(part: int, whole: int, text: str) -> None:
    assert share(part, whole) == text


def test_a_chart_over_time_is_in_proportion() -> None:
    periods = [
        Group("2023", posts=10, flawed=4, words=10_000, error=1, warning=3, info=9),
        Group("2024", posts=2, flawed=2, words=900, error=9, warning=9, info=0),
        Group("2025", posts=5, flawed=0, words=5_000, error=0, warning=0, info=0),
    ]
    chart = time_chart(periods, "By <year>")
    columns = re.findall(r'height="([\d.]+)" class="(\w+)"', chart)
    assert columns == [
        *(("112.5", "warning"), ("37.5", "error"), ("44.0", "posts")),
        *(("8.8", "posts"), ("22.0", "posts")),
    ]
    assert '<title id="time-title">By &lt;year&gt;</title>' in chart
    assert "2023 4.0; 2025 0.0</desc>" in chart
    assert time_chart([periods[1]], "x") == ""


def test_markdown_of_a_site() -> None:
    lines = markdown.render(report(SITE), PAGE).splitlines()
    assert lines[:2] == ["<!-- made by postlint report -->", "# postlint report"]
    assert "| news | 40 | 10 \\(25 %\\) |  | 2.5 |" in lines
    assert "| sport | 1 | 1 |  | – |" in lines
    assert "| misspelt-key | 1 | 0 | 0 | 1 |" in lines
