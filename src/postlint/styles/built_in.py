"""The rules that Vale has without a file, in a pack of the name Vale."""

from collections.abc import Sequence
from typing import Final

from postlint.model.finding import Severity
from postlint.styles.definition import Action, Definition
from postlint.styles.written import Written

VALE: Final = "Vale"
_PLACE: Final = "built in"


def built_in_rules(
    accept: Sequence[Written], reject: Sequence[Written], ignored: Sequence[str] = ()
) -> dict[str, Definition]:
    """Spelling and Repetition, and Terms and Avoid where a vocabulary has words for them."""
    rules = [_spelling(ignored), _repetition()]
    if accept:
        rules.append(_terms(accept))
    if reject:
        rules.append(_avoid(reject))
    return {rule.name: rule for rule in rules}


def _spelling(ignored: Sequence[str]) -> Definition:
    return Definition(
        name=f"{VALE}.Spelling",
        place=_PLACE,
        extends="spelling",
        message="Did you really mean '%s'?",
        severity=Severity.ERROR,
        action=Action("suggest", ("spellings",)),
        values={"ignore": tuple(Written(name, _PLACE) for name in ignored)},
    )


def _repetition() -> Definition:
    return Definition(
        name=f"{VALE}.Repetition",
        place=_PLACE,
        extends="repetition",
        message="'%s' is repeated!",
        severity=Severity.ERROR,
        action=Action("edit", ("truncate", " ")),
        values={
            "ignorecase": True,
            "alpha": True,
            "tokens": (Written(r"[^\s.!?]+", _PLACE),),
        },
    )


def _terms(accept: Sequence[Written]) -> Definition:
    """Accepted terms are written as the vocabulary has them."""
    rows = {term.text.lower(): term for term in accept}
    return Definition(
        name=f"{VALE}.Terms",
        place=_PLACE,
        extends="substitution",
        message="Use '%s' instead of '%s'.",
        severity=Severity.ERROR,
        values={
            "ignorecase": True,
            "vocab": False,
            "swap": tuple((Written(key, term.place), term) for key, term in rows.items()),
        },
    )


def _avoid(reject: Sequence[Written]) -> Definition:
    return Definition(
        name=f"{VALE}.Avoid",
        place=_PLACE,
        extends="existence",
        message="Avoid using '%s'.",
        severity=Severity.ERROR,
        values={"tokens": tuple(reject)},
    )
