"""What the page says of a site as a whole: in a few sentences, over time, by group, its words."""

from collections.abc import Iterator
from typing import Final

from postlint.model.report import Report
from postlint.model.site_view import Group, SiteView, WordUse
from postlint.report.glance import glance, share
from postlint.report.html_table import name_button, row, scrolling, short, table
from postlint.report.markup import mark_up
from postlint.report.summary import number_of
from postlint.report.time_chart import time_chart

_MOST_GROUPS: Final = 100
_HEADS: Final = (
    "posts",
    "with errors or warnings",
    "than posts as long",
    "error",
    "warning",
    "info",
    "in 10,000 words",
)
_TITLE: Final = "Errors and warnings in 10,000 words, by {}"


def overview(report: Report, site: SiteView) -> Iterator[str]:
    """The sentences, and the posts by date."""
    said = "".join(f"<li>{mark_up(one)}</li>\n" for one in glance(report, site))
    yield '<section aria-labelledby="glance">\n<h2 id="glance">At a glance</h2>\n'
    yield f'<ul class="glance">\n{said}</ul>\n</section>\n'
    yield '<section aria-labelledby="time">\n<h2 id="time">Over time</h2>\n'
    yield from _over_time(site)
    yield "</section>\n"


def groups(site: SiteView) -> Iterator[str]:
    """The sections and the authors."""
    for kind, title, some in (
        ("section", "Section", site.sections),
        ("author", "Author", site.authors),
    ):
        if len(some) > 1:
            rows = (_group(kind, one) for one in some[:_MOST_GROUPS])
            yield f'<div class="group">\n{table(f"Posts by {kind}", (title, *_HEADS), rows)}'
            rest = len(some) - _MOST_GROUPS
            if rest > 0:
                yield f'<p class="note">{number_of(rest, f"more {kind}")} with fewer.</p>\n'
            yield "</div>\n"


def vocabulary(site: SiteView) -> Iterator[str]:
    """The words of the site that no lexicon has, and its terms in several forms."""
    if not (site.words or site.terms):
        return
    yield '<section aria-labelledby="words">\n<h2 id="words">Vocabulary</h2>\n'
    yield from _unknown_words(site) if site.words else ()
    yield from _terms(site) if site.terms else ()
    yield "</section>\n"


def _unknown_words(site: SiteView) -> Iterator[str]:
    first = f"the first {len(site.words)} of " if len(site.words) < site.all_words else ""
    yield (
        f'<p class="note">Words that no lexicon has, those in most posts first: {first}'
        f"{site.all_words:,}. A word in three posts is taken for right; postlint words review "
        "asks about the others.</p>\n"
    )
    rows = (
        row(
            name_button("text", one.written) if one.is_slip else short(one.written),
            (one.posts, one.times, "as a slip" if one.is_slip else "", one.place),
        )
        for one in site.words
    )
    yield table("Words that no lexicon has", ("Word", "posts", "times", "reported", "first"), rows)


def _terms(site: SiteView) -> Iterator[str]:
    yield '<p class="note">Terms in several forms; postlint site terms helps to settle them.</p>\n'
    rows = (
        row(
            short(main.written), (main.posts, main.times, ", ".join(map(_form, others)), main.place)
        )
        for main, *others in site.terms[:_MOST_GROUPS]
    )
    yield table("Terms in several forms", ("Term", "posts", "times", "also as", "first"), rows)


def _form(use: WordUse) -> str:
    return f"{use.written} ({number_of(use.posts, 'post')})"


def _over_time(site: SiteView) -> Iterator[str]:
    if not site.periods:
        yield '<p class="note">No post has a date.</p>\n'
        return
    chart = time_chart(site.periods, _TITLE.format(site.unit))
    yield scrolling("Chart over time", chart)
    yield f'<p class="note">{"; ".join(_notes(site))}.</p>\n'
    rows = (_group("", one) for one in reversed(site.periods) if one.posts)
    yield table(f"Posts by {site.unit}", (site.unit.capitalize(), *_HEADS), rows)


def _notes(site: SiteView) -> Iterator[str]:
    yield "Errors and warnings in 10,000 words, by the date of the post"
    yield "none is shown where there are fewer than five posts or 5,000 words"
    if site.undated:
        yield f"{number_of(site.undated, 'post')} without a date"
    if site.far_dated:
        yield f"{number_of(site.far_dated, 'post')} with a date far from the others"


def _group(kind: str, group: Group) -> str:
    name = name_button(kind, group.name) if kind and group.name else short(group.name or "(none)")
    flawed = str(group.flawed)
    if group.has_share:
        flawed += f" ({share(group.flawed, group.posts)})"
    rate = "–" if group.rate is None else f"{group.rate:.1f}"
    return row(
        name,
        (
            group.posts,
            flawed,
            group.standing,
            group.error or "",
            group.warning or "",
            group.info or "",
            rate,
        ),
    )
