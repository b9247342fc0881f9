"""A bar chart of totals as inline SVG: a picture that needs no network and prints well."""

from collections.abc import Iterator, Sequence
from typing import Final

from postlint.model.finding import Severity
from postlint.report.markup import mark_up
from postlint.report.totals import Total

_MOST: Final = 12
_WIDTH: Final = 640
_ROW: Final = 24
_LABELS: Final = 210
_NUMBERS: Final = 50
_WORST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def bar_chart(totals: Sequence[Total], title: str) -> str:
    """A bar for each of the first twelve totals, longest first, in the colours of its severities.

    The classes of its parts are `error`, `warning` and `info`. Nothing where there are no totals.
    """
    shown = totals[:_MOST]
    if not shown:
        return ""
    bars = "\n".join(_bar(total, row, shown[0].findings) for row, total in enumerate(shown))
    described = "; ".join(f"{total.name} {total.findings}" for total in shown)
    return (
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {len(shown) * _ROW}" role="img" '
        f'aria-labelledby="chart-title chart-text">\n'
        f'<title id="chart-title">{mark_up(title)}</title>\n'
        f'<desc id="chart-text">{mark_up(described)}</desc>\n{bars}\n</svg>'
    )


def _bar(total: Total, row: int, longest: int) -> str:
    """The label, the parts and the number of one row; `longest` is what fills the width."""
    scale = (_WIDTH - _LABELS - _NUMBERS) / longest
    middle = row * _ROW + _ROW / 2
    parts = "".join(_parts(total, row, scale))
    end = _LABELS + total.findings * scale + 6
    return (
        f'<text x="{_LABELS - 8}" y="{middle}" class="label">{mark_up(_short(total.name))}</text>'
        f'{parts}<text x="{end:.1f}" y="{middle}" class="number">{total.findings}</text>'
    )


def _parts(total: Total, row: int, scale: float) -> Iterator[str]:
    left: float = _LABELS
    for severity in _WORST_FIRST:
        width = total.by_severity[severity] * scale
        if width:
            yield (
                f'<rect x="{left:.1f}" y="{row * _ROW + 4}" width="{width:.1f}" '
                f'height="{_ROW - 8}" class="{severity.value}"/>'
            )
        left += width


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:27]}…"
