"""Columns over time as inline SVG: how often something is wrong, and below it how many posts."""

from collections.abc import Iterator, Sequence
from math import floor, log10
from typing import Final

from postlint.model.finding import Severity
from postlint.model.site_view import Group
from postlint.report.markup import mark_up

_WIDTH: Final = 640
_LEFT: Final = 46
_TOP: Final = 14
_RATES: Final = 150
_POSTS_TOP: Final = _TOP + _RATES + 12
_POSTS: Final = 44
_HEIGHT: Final = _POSTS_TOP + _POSTS + 22
_WIDEST: Final = 48
_MOST_LABELS: Final = 11


def time_chart(periods: Sequence[Group], title: str) -> str:
    """A column for each period, as high as its rate, in the colours of errors and warnings.

    A period with too little text to have a rate has none. The classes of its parts are `error`,
    `warning`, `posts` and `axis`. Nothing where no period has a rate.
    """
    rates = [one.rate for one in periods if one.rate is not None]
    if not rates:
        return ""
    most = _round_up(max(rates))
    step = (_WIDTH - _LEFT) / len(periods)
    busiest = max(one.posts for one in periods)
    every = -(-len(periods) // _MOST_LABELS)
    columns = "\n".join(
        "".join(_column(one, _LEFT + number * step, step, most, busiest))
        + (_label(one, _LEFT + (number + 0.5) * step) if number % every == 0 else "")
        for number, one in enumerate(periods)
    )
    described = "; ".join(f"{one.name} {one.rate:.1f}" for one in periods if one.rate is not None)
    return (
        f'<svg class="chart time" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-labelledby="time-title time-text">\n'
        f'<title id="time-title">{mark_up(title)}</title>\n'
        f'<desc id="time-text">{mark_up(described)}</desc>\n'
        f"{''.join(_axes(most, busiest))}\n{columns}\n</svg>\n"
    )


def _axes(most: float, busiest: int) -> Iterator[str]:
    for part in (0.0, 0.5, 1.0):
        yield _line(_TOP + _RATES * (1 - part), f"{most * part:g}")
    yield _line(_POSTS_TOP + _POSTS, "")
    yield f'<text x="{_LEFT - 6}" y="{_POSTS_TOP + 6}" class="label">{busiest}</text>'
    yield f'<text x="{_LEFT - 6}" y="{_POSTS_TOP + _POSTS - 8}" class="label">posts</text>'


def _line(y: float, label: str) -> str:
    text = f'<text x="{_LEFT - 6}" y="{y:.1f}" class="label">{label}</text>' if label else ""
    return f'<path d="M{_LEFT} {y:.1f}H{_WIDTH}" class="axis"/>{text}'


def _column(group: Group, left: float, step: float, most: float, busiest: int) -> Iterator[str]:
    width = min(step * 0.8, _WIDEST)
    left += (step - width) / 2
    foot = float(_TOP + _RATES)
    if group.rate:
        for severity, count in ((Severity.WARNING, group.warning), (Severity.ERROR, group.error)):
            height = _RATES * group.rate * count / group.flaws / most
            foot -= height
            if height:
                yield _rect(left, foot, width, height, severity.value)
    height = _POSTS * group.posts / busiest
    if height:
        yield _rect(left, _POSTS_TOP + _POSTS - height, width, height, "posts")


def _rect(x: float, y: float, width: float, height: float, kind: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" class="{kind}"/>'
    )


def _label(group: Group, middle: float) -> str:
    return f'<text x="{middle:.1f}" y="{_HEIGHT - 9}" class="date">{mark_up(group.name)}</text>'


def _round_up(rate: float) -> float:
    """The next number that is read easily: one digit and zeros; 1 for 0."""
    if rate <= 0:
        return 1.0
    power = 10.0 ** floor(log10(rate))
    return next(power * step for step in (1, 2, 3, 4, 6, 8, 10) if power * step >= rate)
