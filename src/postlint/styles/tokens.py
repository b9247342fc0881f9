"""The tokens of a rule made one pattern."""

from collections.abc import Sequence

from postlint.styles.definition import Definition
from postlint.styles.go_pattern import PatternError, Translated, translate
from postlint.styles.pattern import Pattern, read
from postlint.styles.written import Written


def joined(tokens: Sequence[Written], separator: str, place: str) -> Translated:
    """Tokens put together as they are written, `(foo` and `bar)` too. Raises ConfigError."""
    try:
        return translate(separator.join(token.text for token in tokens))
    except PatternError:
        for token in tokens:
            read(token)
        return read(Written(separator.join(token.text for token in tokens), place))


def tokens_pattern(rule: Definition) -> Pattern:
    """`raw` one after the other, then one of `tokens`, which are words unless `nonword` is set.

    With `append`, `raw` comes last. Raises ConfigError.
    """
    tokens = [token for token in rule.texts("tokens") if token.text.strip()]
    raw = rule.texts("raw")
    is_word = has_word_ends(rule)
    any_token = joined(tokens, "|", rule.place)
    group = rf"\b(?:{any_token.text})\b" if is_word else f"(?:{any_token.text})"
    if not raw:
        return Pattern(
            group,
            tokens[0].place if tokens else rule.place,
            rule.flag("ignorecase"),
            any_token.needles,
            may_wait=_is_plain(any_token),
        )
    before = joined(raw, "", rule.place)
    parts = [before.text, group if tokens else ""]
    if rule.flag("append"):
        parts.reverse()
    # An alternative of `raw` at the outermost level needs nothing of `tokens`.
    needles = before.needles if not tokens or "|" not in before.text else None
    return Pattern("".join(parts), raw[0].place, rule.flag("ignorecase"), needles)


def has_word_ends(rule: Definition) -> bool:
    """Whether what the tokens find begins and ends a word."""
    return not rule.flag("nonword") and bool(rule.texts("tokens"))


def _is_plain(tokens: Translated) -> bool:
    return bool(tokens.needles) and all(needle.is_whole for needle in tokens.needles or ())
