"""What a rule's `action` makes of what it found: a fix where there is one, else suggestions."""

import re
from collections.abc import Sequence
from typing import Final

from postlint.model.errors import ConfigError
from postlint.model.finding import Edit, Fix
from postlint.styles.block import Block
from postlint.styles.definition import Definition
from postlint.styles.hit import Hit
from postlint.styles.pattern import Pattern, compiled
from postlint.styles.slow import Clock
from postlint.styles.written import Written

_PLAIN: Final = re.compile(r"[\w .,-]*")
_EDITS: Final = {
    "regex": 3,
    "replace": 3,
    "remove": 2,
    "split": 3,
    "trim": 2,
    "trim_left": 2,
    "trim_right": 2,
    "truncate": 2,
}
"""What `edit` can do, and how many parameters that is."""
_MOST: Final = 5


class Proposer:
    """Answers for one rule what should stand in the place of a find."""

    def __init__(self, rule: Definition) -> None:
        """Raises ConfigError where the action cannot be done."""
        self._action = rule.action
        self._pattern: Pattern | None = None
        name, params = rule.action.name, rule.action.params
        if name == "edit":
            self._refuse_wrong(rule)
            if params[0] == "regex":
                self._pattern = compiled(Written(params[1], rule.place))

    def replacements(self, hit: Hit, clock: Clock) -> tuple[str, ...]:
        """The texts that may stand there, best first; empty for none."""
        action = hit.action or self._action
        found = hit.block.text[hit.start : hit.end]
        if action.name == "remove":
            return ("",)
        if action.name == "convert":
            return (_simple(found),)
        if action.name == "edit":
            changed = self._edited(found, action.params, clock)
            # "Hello! " ends in a blank, which is to stay where "!" is trimmed.
            if changed == found.strip() != found and action.params[-1].strip():
                inner = self._edited(found.strip(), action.params, clock) or ""
                changed = found.replace(found.strip(), inner) if inner else None
            return () if changed is None or changed == found else (changed,)
        if action.name in ("replace", "suggest"):
            return tuple(one for one in action.params if one != found)[:_MOST]
        return ()

    def _refuse_wrong(self, rule: Definition) -> None:
        params = rule.action.params
        kind = params[0] if params else ""
        if kind not in _EDITS:
            raise ConfigError(
                f'{rule.place}: action edit is "{kind}", expected {", ".join(_EDITS)}'
            )
        if len(params) != _EDITS[kind]:
            raise ConfigError(
                f"{rule.place}: action edit {kind} has {len(params) - 1} parameters, "
                f"expected {_EDITS[kind] - 1}"
            )

    def _edited(self, found: str, params: Sequence[str], clock: Clock) -> str | None:
        kind, *rest = params
        match kind:
            case "regex" if self._pattern is not None:
                return self._pattern.replaced(found, rest[1], clock).strip()
            case "replace":
                return found.replace(rest[0], rest[1]).strip()
            case "remove":
                return found.strip(rest[0]).strip()
            case "trim_left":
                return found.lstrip(rest[0]).strip()
            case "trim_right":
                return found.rstrip(rest[0]).strip()
            case "trim":
                return found.strip(rest[0]).strip()
            case "truncate":
                return found.split(rest[0])[0].strip() if rest[0] else found
            case "split":
                parts = found.split(rest[0]) if rest[0] else [found]
                index = int(rest[1]) if rest[1].isdigit() else len(parts)
                return parts[index].strip() if index < len(parts) else None
        return None


def fix_of(hit: Hit, replacements: Sequence[str], body: int) -> Fix | None:
    """The one thing to do, where the find stands in the post as one run of characters.

    `body` is where in the post the front matter ends.
    """
    if len(replacements) != 1 or hit.is_about_all or hit.start >= hit.end:
        return None
    if hit.action is not None and hit.action.name == "suggest":
        return None
    if not hit.block.is_verbatim(hit.start, hit.end):
        return None
    found, text = hit.block.text[hit.start : hit.end], replacements[0]
    span = hit.block.span(hit.start, hit.end)
    if span.start < body and not _is_safe_above(hit.block, text):
        return None
    title = (
        f'replace "{_short(found)}" by "{_short(text)}"' if text else f'remove "{_short(found)}"'
    )
    return Fix(title, (Edit(span, text),), safe=False)


def _is_safe_above(block: Block, text: str) -> bool:
    """Whether a text can stand here in the front matter: other values than the title and
    the description may be dates or addresses, and a quotation mark or a colon may end any."""
    return block.segment.kind in ("title", "description") and bool(_PLAIN.fullmatch(text))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:37]}..."


def _simple(text: str) -> str:
    """Words in small letters, each capital inside of one beginning another."""
    apart = re.sub(r"(?<=[^\W\d_])(?<![A-Z])(?=[A-Z])", " ", text)
    return " ".join(re.findall(r"[^\W_]+", apart)).lower()
