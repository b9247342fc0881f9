"""A post whose file is named for another day is sorted by one date and shown with the other."""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.front_matter.entries import entries
from postlint.schema.dates import is_in_calendar, read_date

_DAY_IN_PATH: Final = re.compile(
    r"""(?:^|/)
        (?: (\d{4})-(\d\d)-(\d\d) (?:[-_ .][^/]*)?              # 2024-03-01-title
          | (\d{4})/(\d\d)/(\d\d) (?:[-_ ][^/]*|/[^/]+)? )     # 2024/03/01/title
        (?:/index)? \.\w+\Z""",
    re.VERBOSE,
)


@rule
class DateDisagreesWithFileName:
    """Report a `date` that is not the day the file is named for.

    Such as `2024-03-01-title.md`, `2024-03-01-title/index.md` or `2024/03/01/title.md`. A date with
    a time may be one day off: in another time zone it is that day, or the post came out at night.
    """

    meta: ClassVar = RuleMeta(
        name="date-disagrees-with-file-name",
        group="front-matter",
        summary="the date is not the day in the file name",
        severity=Severity.WARNING,
        examples=(
            Good("---\ndate: 2024-03-01 23:30\n---\n", path="_posts/2024-03-01-war.md"),
            Good("---\ndate: 2024-03-02T00:00:00Z\n---\n", path="2024-03-01-war/index.md"),
            Good("---\ndate: 2024-03-02\n---\n", path="2024-03-report.md"),
            Bad("---\ndate: 2023-03-01\n---\n", at=("2:7",), path="_posts/2024-03-01-war.md"),
            Bad("---\ndate: 2024-03-02\n---\n", at=("2:7",), path="blog/2024/03/01/war.md"),
            Bad("+++\ndate = 2024-03-03T08:00:00Z\n+++\n", at=("2:8",), path="2024-03-01-war.md"),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """The problem of the date, if it has one."""
        found = _DAY_IN_PATH.search(doc.path)
        if found is None:
            return
        year, month, day = (int(number) for number in found.groups() if number)
        if not is_in_calendar(year, month, day):
            return
        named = date(year, month, day)
        for entry in entries(doc, ("date",)):
            moment = read_date(str(entry.value))
            if moment is None:
                continue
            has_time = bool(moment.zone) or moment.time.time() != time()
            written = moment.time.date()
            if abs(written.toordinal() - named.toordinal()) > has_time:
                message = f"date is {written}, expected {named} as in the file name"
                yield Problem(entry.place.value, message, "correct the date, or rename the file")
