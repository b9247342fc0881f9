"""Formulas over the counts of a whole post, such as those of how easy it is to read."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Final

from postlint.content.near import did_you_mean
from postlint.language.readability import Counts, count
from postlint.model.errors import ConfigError
from postlint.styles.block import Block, View
from postlint.styles.definition import Definition
from postlint.styles.formula import Formula, FormulaError, parse_formula
from postlint.styles.hit import Asked, Hit

COUNTS: Final = (
    *Counts.__dataclass_fields__,
    *("paragraphs", "list", "blockquote", "pre"),
    *(f"heading_h{level}" for level in range(1, 7)),
)
"""What a formula can name; a dot is as good as an underscore."""

SCORES: Final[Mapping[str, str]] = {
    "automated_readability": "4.71 * (characters / words) + 0.5 * (words / sentences) - 21.43",
    "coleman_liau": "5.88 * (characters / words) - 29.6 * (sentences / words) - 15.8",
    "flesch_kincaid": "0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59",
    "flesch_reading_ease": "206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words)",
    "gunning_fog": "0.4 * ((words / sentences) + 100 * (complex_words / words))",
    "lix": "(words / sentences) + 100 * (long_words / words)",
    "smog": "1.0430 * math.sqrt(polysyllabic_words * 30 / sentences) + 3.1291",
}
"""Known formulas, which others can name."""

GRADES: Final[Mapping[str, str]] = {
    "Gunning Fog": "gunning_fog",
    "Coleman-Liau": "coleman_liau",
    "Flesch-Kincaid": "flesch_kincaid",
    "SMOG": "smog",
    "Automated Readability": "automated_readability",
}
"""What `readability` calls some of them."""

_SECTIONS: Final[Mapping[str, str]] = {
    "list": "list",
    "blockquote": "blockquote",
    **{f"heading_h{level}": f"h{level}" for level in range(1, 7)},
}
_DECIMALS: Final = 6
"""So many of a result are compared."""


@dataclass(frozen=True, slots=True)
class Metric:
    """Compares a figure of the post with a limit."""

    formula: Formula
    condition: Formula
    """Over `result`."""
    is_of_post: bool
    """Whether it is about the post; else about each block."""

    def find(self, asked: Asked) -> Iterator[Hit]:
        """A hit where the condition holds; none for a text without words."""
        for block in (asked.view.summary,) if self.is_of_post else asked.blocks:
            values = _values(block, asked.view if self.is_of_post else None)
            if not values["words"]:
                continue
            scores = (name for name in SCORES if name in self.formula.text)
            values |= {name: _scores()[name].value(values) or 0.0 for name in scores}
            result = self.formula.value(values)
            if result is not None:
                values["result"] = round(result, _DECIMALS)
                if self.condition.value(values):
                    yield Hit(block, 0, 0, (f"{result:.2f}",), is_about_all=self.is_of_post)


def metric(rule: Definition) -> Metric:
    """Raises ConfigError."""
    formula, condition = rule.text("formula"), rule.text("condition")
    if not condition.text.strip():
        raise ConfigError(f'{rule.place}: has no condition; add one such as condition: "> 8"')
    return Metric(
        _parsed(formula.text, formula.place),
        _parsed(f"result {condition.text}", condition.place),
        _is_of_post(rule),
    )


def readability(rule: Definition) -> Metric:
    """The mean of some grades, with the highest one that is right. Raises ConfigError."""
    names = rule.texts("metrics")
    for name in names:
        if name.text not in GRADES:
            guess = did_you_mean(name.text, GRADES)
            raise ConfigError(
                f'{name.place}: unknown metric "{name.text}", expected {", ".join(GRADES)}{guess}'
            )
    mean = " + ".join(f"({GRADES[name.text]})" for name in names)
    grade = rule.number("grade", 0.0)
    return Metric(
        _parsed(f"({mean}) / {len(names)}", rule.place),
        _parsed(f"result > {grade}", rule.place),
        _is_of_post(rule),
    )


@cache
def _scores() -> Mapping[str, Formula]:
    return {name: parse_formula(text, COUNTS) for name, text in SCORES.items()}


def _is_of_post(rule: Definition) -> bool:
    return rule.scope in (("text",), ("summary",))


def _parsed(text: str, place: str) -> Formula:
    try:
        return parse_formula(text.replace("heading.h", "heading_h"), (*COUNTS, *SCORES, "result"))
    except FormulaError as error:
        raise ConfigError(f"{place}: the formula cannot be used: {error}") from None


def _values(block: Block, view: View | None) -> dict[str, float]:
    """All variables of a block; with a view, which is then that of its post, those of the post.

    Counts of lists and quotations are of their items and paragraphs.
    """
    paragraphs = [part for part in block.text.split("\n\n") if part]
    numbers = dict.fromkeys(COUNTS, 0.0)
    numbers |= {name: float(value) for name, value in asdict(count(paragraphs)).items()}
    numbers["paragraphs"] = float(len(paragraphs))
    if view is not None:
        for one in view.texts:
            for name, section in _SECTIONS.items():
                numbers[name] += section in one.sections
        numbers["pre"] = float(view.structure.blocks_of_code)
    return numbers
