"""A row of a table of terms, made of what a configuration or a CSV file says of it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NoReturn, Protocol, TypeVar, get_args

from postlint.content.near import did_you_mean
from postlint.language.terms.row import Case, Exempt, Inflection, Match, Row
from postlint.language.terms.starts import too_long
from postlint.model.finding import Severity

FIELDS: Final = ("right", "severity", "note", "case", "match", "except-in", "inflect", "link")
"""What can be said of a wrong word or phrase."""
BAN_FIELDS: Final = tuple(field for field in FIELDS if field != "right")
"""What can be said of a word or phrase that is banned."""
SEVERITIES: Final = {
    "review": Severity.INFO,
    "amend": Severity.WARNING,
    "correct": Severity.ERROR,
    **{severity.value: severity for severity in Severity},
}
"""By what an editor is asked to do, or by the name every finding has."""
CASES: Final[tuple[Case, ...]] = get_args(Case)
MATCHES: Final[tuple[Match, ...]] = get_args(Match)
INFLECTIONS: Final[tuple[Inflection, ...]] = get_args(Inflection)
EXEMPTS: Final[tuple[Exempt, ...]] = get_args(Exempt)

_BETWEEN: Final = re.compile(r"[|,;\s]+")
_T = TypeVar("_T", bound=str)


class Fail(Protocol):
    """Raises ConfigError about a field of a row, or about the row itself where that is None."""

    def __call__(self, field: str | None, message: str) -> NoReturn: ...


def rows_from(wrong: str, said: Mapping[str, object], place: str, fail: Fail) -> Iterator[Row]:
    """The rows of a wrong form, or of several with "|" between them.

    `said` has values by the names of FIELDS; an empty text says nothing. Calls `fail` for what is
    not understood.
    """
    values = {name: value for name, value in said.items() if value != ""}
    right = _text(values, "right", fail) or ""
    severity = _choice(values, "severity", tuple(SEVERITIES), fail)
    row = Row(
        wrong="",
        right=tuple(_alternatives(right, "right", fail)) if right else (),
        severity=SEVERITIES[severity] if severity else None,
        note=_text(values, "note", fail),
        case=_choice(values, "case", CASES, fail) or "smart",
        match=_choice(values, "match", MATCHES, fail) or "word",
        except_in=tuple(_exempts(values, fail)),
        inflect=_choice(values, "inflect", INFLECTIONS, fail),
        link=_text(values, "link", fail),
        place=place,
    )
    for alternative in _alternatives(wrong, None, fail):
        yield row._replace(wrong=alternative)


def _alternatives(text: str, field: str | None, fail: Fail) -> Iterator[str]:
    # White space around a form may be meant: "%" = " percent".
    for one in text.split("|") if "|" in text else (text,):
        if not one.strip():
            what = f'"{text}" has an empty form' if "|" in text else "a form is empty"
            fail(field, f"{what}; write a word or phrase")
        if message := too_long(one):
            fail(field, message)
        yield one.strip() if "|" in text else one


def _text(values: Mapping[str, object], field: str, fail: Fail) -> str | None:
    value = values.get(field)
    if value is not None and not isinstance(value, str):
        fail(field, f"is {json.dumps(value, ensure_ascii=False)}, expected text")
    return value


def _choice(
    values: Mapping[str, object], field: str, choices: Sequence[_T], fail: Fail
) -> _T | None:
    value = values.get(field)
    return None if value is None else _one_of(value, field, choices, fail)


def _one_of(value: object, field: str, choices: Sequence[_T], fail: Fail) -> _T:
    found = next((choice for choice in choices if choice == value), None)
    if found is None:
        guess = did_you_mean(str(value), choices)
        shown = json.dumps(value, ensure_ascii=False)
        fail(field, f"is {shown}, expected {', '.join(choices)}{guess}")
    return found


def _exempts(values: Mapping[str, object], fail: Fail) -> Iterator[Exempt]:
    """A list of texts, or one text with the names in it."""
    value = values.get("except-in", [])
    names = _BETWEEN.split(value.strip()) if isinstance(value, str) else value
    if not isinstance(names, list):
        fail("except-in", f"is {json.dumps(value, ensure_ascii=False)}, expected a list of texts")
    for name in names:
        yield _one_of(name, "except-in", EXEMPTS, fail)
