"""A generator leaves a post with a date that is still to come out, and says nothing."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from postlint.content.document import Document
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule
from postlint.rules.front_matter.entries import entries
from postlint.schema.dates import read_date
from postlint.schema.published import is_out


@rule
class DateInFuture:
    """Report a date of publication or of change that is later than today.

    Not in drafts, and not where the post says when it is to come out (`publishDate`). `days` is how
    much later than today is still let be: at 1, the default, the post may come from where it is
    tomorrow already. `keys` are the keys looked at. `today` is the day of the run unless it is set,
    such as `2024-03-01`.
    """

    meta: ClassVar = RuleMeta(
        name="date-in-future",
        group="front-matter",
        summary="a date is later than today",
        severity=Severity.INFO,
        examples=(
            Good("---\ndate: 2024-03-02\n---\n", options={"today": "2024-03-01"}),
            Good("---\ndate: 2204-03-01\ndraft: true\n---\n", options={"today": "2024-03-01"}),
            Good(
                "---\ndate: 2024-04-01\npublishDate: 2024-04-01\n---\n",
                options={"today": "2024-03-01"},
            ),
            Good("---\nexpiryDate: 2204-03-01\n---\n", options={"today": "2024-03-01"}),
            Bad("---\ndate: 2204-03-01\n---\n", at=("2:7",), options={"today": "2024-03-01"}),
            Bad(
                "+++\ndate = 2024-03-01\nupdated = 2024-03-05T10:00:00Z\n+++\n",
                at=("3:11",),
                options={"today": "2024-03-01"},
            ),
            Bad(
                "---\ndate: 2024-03-02\n---\n",
                at=("2:7",),
                options={"today": "2024-03-01", "days": 0},
            ),
        ),
    )
    days: int = 1
    keys: tuple[str, ...] = ("date", "pubDate", "updated", "updatedDate", "lastmod")
    today: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a `today` that is no day."""
        if self.today:
            try:
                date.fromisoformat(self.today)
            except ValueError:
                message = f'today is "{self.today}", expected a day such as 2024-03-01'
                raise ValueError(message) from None

    def check(self, doc: Document) -> Iterator[Problem]:
        """All dates that are still to come, in the order of `keys`."""
        if not self.today or not isinstance(doc.data, dict) or _waits(doc):
            return
        today = date.fromisoformat(self.today).toordinal()
        for entry in entries(doc, self.keys):
            moment = read_date(str(entry.value))
            later = moment.time.toordinal() - today if moment else 0
            if moment and later > self.days:
                ahead = "1 day" if later == 1 else f"{later:,} days"
                yield Problem(
                    entry.place.value,
                    f"{entry.key} is {moment.time.date().isoformat()}, {ahead} after {self.today}",
                    help="correct the date; where the post is to come out then, this is no mistake",
                )


def _waits(doc: Document) -> bool:
    """Whether a post says that it is not to come out yet."""
    data = doc.data if isinstance(doc.data, dict) else {}
    return "publishDate" in data or not is_out(doc)
