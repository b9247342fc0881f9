"""The formats that people read in a browser: GitHub's annotations, Markdown, the page."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from samples import LINES, MISSPELT, MUTED, NOTE, NOTHING, REPEATED, REPORT, finding

from postlint.model.finding import Severity
from postlint.model.report import Report
from postlint.model.span import Position
from postlint.report import github, html_page, markdown
from postlint.report.chart import bar_chart
from postlint.report.page import Page
from postlint.report.totals import sections, totals

PAGE = Page()


def test_github_to_the_letter() -> None:
    assert github.render(REPORT, PAGE) == (
        "::error title=misspelt-key,file=a.md,line=2,endLine=2,col=1,endColumn=7::"
        'a.md:2:1: "tittle" is no key of a post%0Afix: rename to "title"\n'
        "::warning title=repeated-word,file=a.md,line=12,endLine=12,col=9,endColumn=16::"
        'a.md:12:9: "the the" has a word twice%0Ahelp: keep one of them\n'
        "::notice title=trailing-space,file=b.md,line=1,endLine=1,col=4,endColumn=5::"
        "b.md:1:4: trailing space\n"
        "1 error, 1 warning, 1 info in 2 of 12 files; --fix mends 1; 1 muted\n"
    )
    assert github.render(NOTHING, PAGE) == "nothing to report in 3 files\n"
    assert github.render(NOTHING, Page(has_summary=False)) == ""


def test_github_names_no_columns_of_a_place_on_several_lines() -> None:
    long = replace(REPEATED, end=Position(14, 3), help=None)
    (line, _) = github.render(Report((long,), 1), PAGE).splitlines()
    assert line.startswith("::warning title=repeated-word,file=a.md,line=12,endLine=14::")


def test_github_escapes_what_ends_a_value() -> None:
    odd = replace(REPEATED, path="50%,a:b.md", message="100%0A\n::error::x", help=None)
    (line, _) = github.render(Report((odd,), 1), PAGE).splitlines()
    assert line == (
        "::warning title=repeated-word,file=50%25%2Ca%3Ab.md,line=12,endLine=12,col=9,endColumn=16"
        "::50%25,a:b.md:12:9: 100%250A\\n::error::x"
    )


@pytest.mark.parametrize(
    ("errors", "warnings", "notes", "told", "rest"),
    [
        (10, 10, 10, [10, 10, 10], None),
        (0, 3, 11, [0, 3, 10], "2 more findings (2 info)"),
        (25, 11, 9, [10, 10, 10], "16 more findings (15 errors, 1 warning)"),
        (11, 0, 10, [10, 0, 10], "2 more findings (1 error, 1 info)"),
    ],
)
def test_github_annotates_no_more_than_is_shown(
    errors: int, warnings: int, notes: int, told: list[int], rest: str | None
) -> None:
    found = [*[NOTE] * notes, *[REPEATED] * warnings, *[MISSPELT] * errors]
    each = tuple(replace(one, fingerprint=str(number)) for number, one in enumerate(found))
    lines = github.render(Report(each, 1), PAGE).splitlines()
    kinds = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)
    assert [kinds.count(kind) for kind in ("::error", "::warning", "::notice")] == told
    notice = [line for line in lines if "title=postlint::" in line]
    wanted = f"::notice title=postlint::{rest}, in the log of this step"
    assert notice == ([wanted] if rest else [])
    more = re.findall(r"^[ab]\.md:\d+:\d+: ", "\n".join(lines), re.MULTILINE)
    assert len(more) == len(each) - sum(told) + len(notice)


def test_markdown_to_the_letter() -> None:
    assert markdown.render(REPORT, PAGE) == (
        "<!-- made by postlint report -->\n"
        "## postlint\n"
        "\n"
        "1 error, 1 warning, 1 info in 2 of 12 files; --fix mends 1; 1 muted\n"
        "\n"
        "| severity | place | finding | rule |\n"
        "| --- | --- | --- | --- |\n"
        '| error | a.md\\:2\\:1 | "tittle" is no key of a post; rename to "title" |'
        " misspelt-key |\n"
        '| warning | a.md\\:12\\:9 | "the the" has a word twice; keep one of them |'
        " repeated-word |\n"
        "| info | b.md\\:1\\:4 | trailing space | trailing-space |\n"
    )
    assert markdown.render(NOTHING, PAGE) == (
        "<!-- made by postlint report -->\n## postlint\n\nnothing to report in 3 files\n"
    )


def test_markdown_shows_what_is_written() -> None:
    odd = replace(REPEATED, message="*a* | <b> [c](d) `e` &amp; \n $f$ @g", help=None)
    row = markdown.render(Report((odd,), 1), PAGE).splitlines()[-1].split(" | ")[2:]
    assert " | ".join(row[:-1]) == (
        "\\*a\\* \\| &lt;b&gt; \\[c\\]\\(d\\) \\`e\\` &amp;amp; \\\\n \\$f\\$ \\@g"
    )


@pytest.mark.parametrize("room", [500, 5_000, 50_000])
def test_a_summary_fits_its_room_and_says_what_is_left_out(room: int) -> None:
    many = (*[replace(REPEATED, message="Баку")] * 1_000, MISSPELT)
    text = markdown.table(Report(many, 1), PAGE, room)
    assert room - 200 < len(text.encode()) <= room
    rows = text.count("| repeated-word |")
    assert "| error |" in text
    assert text.endswith(f"\n{1_000 - rows} more findings\n")


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a.md", "b/c.md"], [".", "b"]),
        (["content/news/a.md", "content/sport/b.md"], ["content/news", "content/sport"]),
        (["posts/ferry/index.md", "posts/tower/_index.md"], ["posts", "posts"]),
        (["news/2024/a.md", *(f"news/{n}/x/b.md" for n in range(30))], ["news"] * 31),
        ([], []),
    ],
)
def test_sections(paths: list[str], found: list[str]) -> None:
    assert [*sections(paths).values()] == found


def test_totals_count_by_severity_and_post() -> None:
    found = totals([MISSPELT, REPEATED, NOTE], lambda one: one.path if one is not NOTE else None)
    assert [(one.name, one.findings, one.posts) for one in found] == [("a.md", 2, 1)]
    assert found[0].by_severity == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.INFO: 0}


def test_a_chart_is_in_proportion_and_says_its_numbers() -> None:
    found = [*[REPEATED] * 4, replace(REPEATED, severity=Severity.ERROR), *[NOTE] * 2]
    chart = bar_chart(totals(found, lambda one: one.rule), "Findings <by> rule")
    bars = re.findall(r'width="([\d.]+)" height="\d+" class="(\w+)"', chart)
    assert bars == [("76.0", "error"), ("304.0", "warning"), ("152.0", "info")]
    assert '<title id="chart-title">Findings &lt;by&gt; rule</title>' in chart
    assert "repeated-word 5; trailing-space 2" in chart
    assert bar_chart([], "x") == ""


def test_the_page_shows_each_finding_in_its_line() -> None:
    page = html_page.render(REPORT, PAGE)
    assert "<code>Turn to <mark>the the</mark> north</code>" in page
    assert "<code><mark>tittle</mark>: Fighting resumes</code>" in page
    assert '<tr data-muted hidden><td class="severity warning">warning</td>' in page
    assert "</th><td>.</td><td>Aylin</td></tr>" in page
    assert "1 error, 1 warning, 1 info in 2 of 12 files; --fix mends 1; 1 muted" in page


def test_the_page_cuts_a_line_that_is_a_book() -> None:
    line = "before " * 100 + "the the" + " after" * 100
    long = finding("a.md", (1, 701), 7, "repeated-word", "twice")
    page = html_page.render(Report((long,), 1, {("a.md", 1): line}), PAGE)
    (shown,) = re.findall("<code>(.*?)</code>", page)
    before, after = shown.split("<mark>the the</mark>")
    assert (before[0], len(before), after[-1], len(after)) == ("…", 101, "…", 101)


def test_the_page_marks_an_empty_place_and_the_first_line_of_a_long_one() -> None:
    empty = finding("a.md", (2, 1), 0, "missing-key", "title is missing")
    long = replace(REPEATED, end=Position(14, 3))
    page = html_page.render(Report((empty, long), 1, LINES), PAGE)
    assert "<code><mark></mark>tittle: Fighting resumes</code>" in page
    assert "<code>Turn to <mark>the the north</mark></code>" in page


def test_the_page_runs_no_script_but_its_own_and_asks_no_network() -> None:
    baited = replace(REPEATED, message="</script><script>alert(1)</script>", path="<img src=x>")
    page = html_page.render(Report((baited,), 1), PAGE)
    scripts = re.findall("<script>(.*?)</script>", page, re.DOTALL)
    own = [b64encode(sha256(one.encode()).digest()).decode() for one in scripts]
    assert "default-src 'none'; style-src 'sha256-" in page
    assert f"script-src 'sha256-{own[0]}' 'sha256-{own[1]}'\"" in page
    assert "<img" not in page
    assert not re.search(r"<[^>]*(?:src|href)=|url\(|@import|https?:", page)


def test_the_page_has_the_worst_of_very_many_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postlint.report.html_findings.MOST_ROWS", 2)
    page = html_page.render(Report((NOTE, MUTED, REPEATED, MISSPELT), 1), PAGE)
    assert "The 2 worst of 4; postlint --output-format json has all." in page
    assert re.findall(r'<tr[^>]*><td class="severity (\w+)', page) == ["warning", "error"]


def test_the_page_of_a_clean_run() -> None:
    page = html_page.render(NOTHING, PAGE)
    assert "nothing to report in 3 files" in page
    assert "<table" not in page
    assert "<form" not in page


def test_the_page_shows_a_post_with_muted_findings_only_on_demand() -> None:
    page = html_page.render(Report((MUTED,), 1), PAGE)
    assert "<tr data-muted hidden>" in page
    assert "muted by a comment" in page
    assert '<input type="checkbox" name="muted"> muted (1)' in page
