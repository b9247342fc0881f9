"""Dates as posts write them: patterns such as YYYY-MM-DD-HH-MM-SS, and dates written otherwise."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from postlint.model.late_pattern import late_pattern

_FIELDS: Final = ("year", "month", "day", "hour", "minute", "second")
_TOKENS: Final = {
    "year": "YYYY",
    "month": "MM",
    "day": "DD",
    "hour": "HH",
    "minute": "MM",
    "second": "SS",
}
_TOKEN: Final = late_pattern(r"YYYY|MM|DD|HH|hh|mm|SS|ss")
_NAMED: Final = late_pattern(r"(?:YYYY|MM|DD|HH|hh|mm|SS|ss|[-/._: ,T])+\Z")
_DIGITS: Final = late_pattern(r"#+")

_ZONE: Final = r"(?:\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}))?"
_CLOCK: Final = (
    r"(?P<hour>\d{1,2})(?P<c>[:.-]|(?=\d{2}))(?P<minute>\d{2})"
    r"(?:(?P=c)(?P<second>\d{2})(?:\.\d{1,9})?)?"
)
_MONTHS: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
_MONTH: Final = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WRITTEN: Final = tuple(
    late_pattern(
        rf"\s*{date}(?:\s*(?:T|_|-|,|at)?\s*{_CLOCK}{_ZONE})?\s*\Z", re.IGNORECASE | re.ASCII
    )
    for date in (
        r"(?P<year>\d{4})(?P<s>[-/._ ])(?P<month>\d{1,2})(?P=s)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<first>\d{1,2})(?P<s>[-/.])(?P<then>\d{1,2})(?P=s)(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    )
)


class Moment(NamedTuple):
    """A date that was understood; midnight and no zone where none was written."""

    time: datetime
    zone: str = ""
    """As in RFC 3339: `Z` or `+04:00`."""


@dataclass(frozen=True)
class DatePattern:
    """A way to write a date with digits, e.g. YYYY-MM-DD-HH-MM-SS."""

    name: str
    """As it is called in messages."""
    parts: tuple[str, ...]
    """Field names and, between them, what stands between the digits."""

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        wide = {"year": r"(\d{4})"}
        return re.compile(
            "".join(
                wide.get(part, r"(\d{2})") if part in _FIELDS else re.escape(part)
                for part in self.parts
            )
            + r"\Z",
            re.ASCII,
        )

    def has_shape(self, text: str) -> bool:
        """Whether a text has the digits and separators of this pattern, whatever their value."""
        return self._regex.match(text) is not None

    def accepts(self, text: str) -> bool:
        """Whether a text has this pattern and is a day and a time that exist."""
        match = self._regex.match(text)
        if match is None:
            return False
        names = [part for part in self.parts if part in _FIELDS]
        return _moment(dict(zip(names, match.groups(), strict=True))) is not None

    def write(self, moment: Moment) -> str:
        """A date in this pattern."""
        return "".join(
            f"{getattr(moment.time, part):0{4 if part == 'year' else 2}}"
            if part in _FIELDS
            else part
            for part in self.parts
        )


@lru_cache(maxsize=256)
def pattern_named(name: str) -> DatePattern | None:
    """The pattern that a name spells: year, month and more of YYYY, MM, DD, HH, mm or MM, SS.

    MM after the hour are minutes. None where the name is no such pattern.
    """
    if not _NAMED.match(name):
        return None
    parts: list[str] = []
    position = 0
    for match in _TOKEN.finditer(name):
        parts += [name[position : match.start()], _field(match[0], parts)]
        position = match.end()
    parts.append(name[position:])
    fields = [part for part in parts if part in _FIELDS]
    if len(set(fields)) < len(fields) or not {"year", "month"} <= set(fields):
        return None
    return DatePattern(name, tuple(part for part in parts if part))


@lru_cache(maxsize=256)
def pattern_of_shape(shape: str) -> DatePattern | None:
    """The pattern of digits (`#`) and separators that begins with the year: `####-##-##`."""
    runs = [len(run) for run in _DIGITS.findall(shape)]
    if runs[:3] != [4, 2, 2] or len(runs) > len(_FIELDS) or any(run != 2 for run in runs[1:]):
        return None
    fields = iter(_FIELDS)
    return pattern_named(_DIGITS.sub(lambda _: _TOKENS[next(fields)], shape))


def read_date(text: str) -> Moment | None:
    """Understand a date written in some common way; None where it is none or could be two.

    ISO 8601, year first with any separator, day first with dots or where only that is possible,
    English month names; with a time and a zone or without.
    """
    if len(text) > 60:
        return None
    for written in _WRITTEN:
        match = written.match(text)
        if match is not None:
            return _understood(match.groupdict())
    return None


def is_in_calendar(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _field(token: str, before: list[str]) -> str:
    if token == "MM":  # noqa: S105 - a date token
        return "minute" if "hour" in before else "month"
    return {"YYYY": "year", "DD": "day", "mm": "minute"}.get(token) or (
        "hour" if token in ("HH", "hh") else "second"
    )


def _understood(found: dict[str, str | None]) -> Moment | None:
    name = found.get("name")
    if name:
        found["month"] = str(_MONTHS.index(name[:3].lower()) // 3 + 1)
    first, then = found.get("first"), found.get("then")
    if first and then:
        is_day_first = found.get("s") == "." or int(first) > 12 or first == then
        if not is_day_first and int(then) <= 12:
            return None
        found["day"], found["month"] = (first, then) if is_day_first else (then, first)
    zone = (found.get("zone") or "").upper()
    if zone in ("UTC", "GMT"):
        zone = "Z"
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return _moment({field: found.get(field) for field in _FIELDS}, zone)


def _moment(found: dict[str, str | None], zone: str = "") -> Moment | None:
    """A date and time of written numbers, None where the calendar or the clock has no such one."""
    written = (
        int(found.get(field) or default)
        for field, default in zip(_FIELDS, ("", "", "1", "0", "0", "0"), strict=True)
    )
    try:
        return Moment(datetime(*written), zone)  # type: ignore[arg-type]
    except ValueError:
        return None
