"""What the script of the page does, in a browser; skipped where there is none."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from samples import LINES, REPEATED
from test_site_view import post

from postlint.engine.checked import Checked
from postlint.model.report import Report
from postlint.report import html_page
from postlint.report.page import Page
from postlint.report.site_view import site_view

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
LONG = "Writer " + "of many names " * 20

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium")


def page_of(results: list[Checked], *, of_site: bool) -> str:
    """The page, open for a script of the test."""
    report = Report(
        findings=tuple(finding for one in results for finding in one.findings),
        files=len(results),
        lines=LINES,
        authors={one.path: one.facts.author for one in results},
        site=site_view(results) if of_site else None,
    )
    page = html_page.render(report, Page())
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)


def after_click(folder: Path, page: str, kind: str, start: str) -> str:
    """What the form says once a button is clicked on whose name begins so."""
    button = f"button[data-kind={kind}][data-value^='{start}']"
    script = f'<script>document.querySelector("{button}").click()</script>'
    file = folder / "page.html"
    file.write_text(page.replace("</body>", f"{script}</body>"), encoding="utf-8")
    assert BROWSER
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    done = subprocess.run(
        [*command, f"--user-data-dir={folder / 'profile'}", file.as_uri()],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    (told,) = re.findall(r"<output[^>]*>(.*?)</output>", done.stdout)
    return str(told)


@pytest.mark.parametrize(
    ("of_site", "kind", "name", "told"),
    [
        (True, "author", "Writer 001", "2 shown"),
        (True, "author", "Writer 299", "2 shown"),
        (False, "author", "Writer 299", "2 shown"),
        (False, "section", "part 299", "2 shown"),
        (True, "author", "Writer of many names", "3 shown"),
        (True, "text", "part 300/", "3 shown"),
    ],
)
def test_a_click_on_a_name_shows_its_findings(
    tmp_path: Path, of_site: bool, kind: str, name: str, told: str
) -> None:
    few = [
        post(f"part {n:03}/{n:03}.md", [REPEATED] * 2, author=f"Writer {n:03}") for n in range(300)
    ]
    long = post(f"part 300/{'a' * 300}.md", [REPEATED] * 3, author=LONG)
    # The tables have those with the most first.
    busy = [post("part 299/b.md", author="Writer 299"), post("c.md", author="Writer 001")]
    page = page_of([*few, long, *busy], of_site=of_site)
    assert after_click(tmp_path, page, kind, name) == told
