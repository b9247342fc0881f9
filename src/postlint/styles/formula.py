"""Evaluate the formula of a metric: numbers, variables and arithmetic, and nothing else."""

import ast
import math
import operator
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

from postlint.content.near import did_you_mean

_LONGEST: Final = 2000
_HUGE: Final = 1e15
_OPERATORS: Final[Mapping[type[ast.AST], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: math.fmod,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_FUNCTIONS: Final[Mapping[str, Callable[..., float]]] = {
    "abs": abs,
    "cbrt": math.cbrt,
    "ceil": math.ceil,
    "exp": math.exp,
    "floor": math.floor,
    "log": math.log,
    "log10": math.log10,
    "log2": math.log2,
    "max": max,
    "min": min,
    "pow": math.pow,
    "sqrt": math.sqrt,
    "trunc": math.trunc,
}


class FormulaError(Exception):
    """A formula that means nothing here, and why."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was checked: it has no more than was allowed."""

    text: str
    _tree: ast.expr

    def value(self, variables: Mapping[str, float]) -> float | None:
        """What it comes to; None where that is no number, as one divided by nothing."""
        try:
            return _value(self._tree, variables)
        except (ArithmeticError, ValueError):
            return None


def parse_formula(text: str, known: Collection[str]) -> Formula:
    """Read a formula over some variables; no code is run. Raises FormulaError."""
    if len(text) > _LONGEST:
        raise FormulaError(f"it has {len(text):,} characters, at most {_LONGEST:,} are read")
    try:
        tree = ast.parse(" ".join(text.split()), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise FormulaError(f"{_short(text)} is no single expression") from None
    for node in ast.walk(tree):
        _refuse_unknown(node, known)
    formula = Formula(text, tree)
    try:
        formula.value(dict.fromkeys(known, 1.0))
    except RecursionError:
        raise FormulaError("it is nested too deep") from None
    return formula


def _refuse_unknown(node: ast.AST, known: Collection[str]) -> None:
    if isinstance(node, ast.Name):
        if node.id not in known and node.id not in ("math", "round"):
            raise FormulaError(f'unknown variable "{node.id}"{did_you_mean(node.id, known)}')
    elif isinstance(node, ast.Constant):
        if not _is_number(node.value):
            raise FormulaError(f"{node.value!r} is no number that can be used")
    elif isinstance(node, ast.Call):
        _function(node)
    elif isinstance(node, ast.Compare):
        if len(node.ops) != 1:
            raise FormulaError("it compares more than two values")
    elif not isinstance(node, ast.BinOp | ast.UnaryOp | ast.Attribute | ast.expr_context) and (
        type(node) not in _OPERATORS and not isinstance(node, ast.USub | ast.UAdd)
    ):
        raise FormulaError(f'it has "{type(node).__name__.lower()}", expected arithmetic')


def _rounded(number: float, places: float = 0.0) -> float:
    return round(number, int(max(-9, min(9, places))))


def _is_number(value: object) -> bool:
    return type(value) in (int, float) and isinstance(value, int | float) and abs(value) < _HUGE


def _function(call: ast.Call) -> Callable[..., float]:
    named = call.func
    if isinstance(named, ast.Name) and named.id == "round":
        return _rounded
    if not (isinstance(named, ast.Attribute) and ast.unparse(named.value) == "math"):
        raise FormulaError(f"{_short(ast.unparse(named))} is no function, expected math.sqrt(...)")
    if named.attr not in _FUNCTIONS:
        raise FormulaError(f'unknown function "{named.attr}"{did_you_mean(named.attr, _FUNCTIONS)}')
    if call.keywords or any(isinstance(argument, ast.Starred) for argument in call.args):
        raise FormulaError(f"math.{named.attr} takes plain values")
    return _FUNCTIONS[named.attr]


def _value(node: ast.expr, variables: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name):
            return float(variables[name]) if name in variables else math.nan
        case ast.BinOp(left=left, op=op, right=right):
            return float(_OPERATORS[type(op)](_value(left, variables), _value(right, variables)))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return float(_OPERATORS[type(op)](_value(left, variables), _value(right, variables)))
        case ast.UnaryOp(op=op, operand=operand):
            number = _value(operand, variables)
            return -number if isinstance(op, ast.USub) else number
        case ast.Call():
            arguments = [_value(argument, variables) for argument in node.args]
            try:
                return float(_function(node)(*arguments))
            except TypeError:
                return math.nan
        case _:
            return math.nan


def _short(text: str) -> str:
    return f'"{text[:40]}..."' if len(text) > 43 else f'"{text}"'
