"""The terms that a site writes in several forms: for a person, as JSON, as CSV."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Literal

from postlint.language.term_forms import Term
from postlint.report.json_text import rows, whole
from postlint.report.page import Page

TermsFormat = Literal["text", "json", "csv"]


def render(name: TermsFormat, terms: Sequence[Term], posts: int, page: Page) -> str:
    """The report in one of the formats, on the terms of so many posts."""
    if name == "json":
        return _json(terms, posts)
    return _csv(terms, page) if name == "csv" else _text(terms, posts, page)


def _text(terms: Sequence[Term], posts: int, page: Page) -> str:
    """A table with the forms of each term together, and the lines for a table of terms."""
    read = f"{posts:,} {'post' if posts == 1 else 'posts'} read"
    if not terms:
        return f"{read}: no term in several forms\n"
    width = max(len(form.text) for term in terms for form in term.forms)
    lines = [f"posts  times  {'form':{width}}  first seen"]
    for term in terms:
        lines += [
            f"{form.posts:5}  {form.times:5}  {form.text:{width}}  {page.spell(form.path)}"
            for form in term.forms
        ]
        lines.append("")
    are = "1 term" if len(terms) == 1 else f"{len(terms):,} terms"
    lines += [f"{read}: {are} in several forms", *_to_adopt(terms)]
    return "".join(f"{line}\n" for line in lines)


def _json(terms: Sequence[Term], posts: int) -> str:
    """Version 1: `right` is null where no form stands in far more posts than the others."""
    values = [
        {
            "right": term.right,
            "forms": [
                {
                    "form": form.text,
                    "posts": form.posts,
                    "times": form.times,
                    "path": whole(form.path),
                }
                for form in term.forms
            ],
        }
        for term in terms
    ]
    return f'{{"version": 1,\n "posts": {posts},\n "terms": {rows(values)}}}\n'


def _csv(terms: Sequence[Term], page: Page) -> str:
    """A row for each form; `term` is the main form of its term."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("term", "form", "posts", "times", "path"))
    for term in terms:
        for form in term.forms:
            table.writerow(
                (term.forms[0].text, form.text, form.posts, form.times, page.spell_path(form.path))
            )
    return out.getvalue()


def _to_adopt(terms: Sequence[Term]) -> Iterator[str]:
    """What makes the main forms those of the house; where two are near, only as a comment."""
    if any(term.wrong for term in terms):
        yield from ("", "to adopt, and where a # stands to choose:", "[terms]")
    for term in terms:
        right = json.dumps(term.forms[0].text, ensure_ascii=False)
        for wrong in term.wrong:
            line = f"{json.dumps(wrong, ensure_ascii=False)} = {right}"
            yield line if term.right else f"# {line}"
