"""Whether the texts of a key are a fixed set of values, as those of categories are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from postlint.schema.mistakes.one_slip import is_one_slip

MOST_VALUES: Final = 30
USES_A_VALUE: Final = 5
FEWEST_USES: Final = 20
"""All values together must be used so often before they are taken for all that there are."""
_LONGEST: Final = 100
"""In code points: a longer text is no name of anything."""
_NEW_SHARE: Final = 0.02
"""So many uses may be of a value that was not there before: where there are more, the next post
will bring a new one, too."""
_RARE_SHARE: Final = 0.02
"""So many uses may be of values that are too rare to be official."""
_SLIP_RATIO: Final = 10
"""A value is so many times rarer than the one that it is a slip from."""


def vocabulary_of(texts: Sequence[str]) -> Mapping[str, int]:
    """The values of a fixed set with their uses, the commonest first; empty where it is none.

    `texts` are all uses, the newest first. A value that is spelt almost like a far commoner one, or
    only with other capitals, is not among them, nor is one of few uses; where there are too many of
    those, there is no fixed set. One value alone is no set: the author of
    all posts so far need not stay the only one.
    """
    if len(texts) < FEWEST_USES:
        return {}
    uses = Counter(texts)
    if len(uses) > 2 * MOST_VALUES or any(len(text) > _LONGEST or "\n" in text for text in uses):
        return {}
    meant = {text: number for text, number in uses.items() if not _is_slip(text, uses)}
    kept = {text: number for text, number in meant.items() if number >= USES_A_VALUE}
    rare = sum(meant.values()) - sum(kept.values())
    if not 1 < len(kept) <= MOST_VALUES or rare > _RARE_SHARE * len(texts) or _grows(texts, kept):
        return {}
    return dict(sorted(kept.items(), key=lambda pair: (-pair[1], pair[0])))


def _is_slip(text: str, uses: Mapping[str, int]) -> bool:
    return any(
        number >= _SLIP_RATIO * uses[text] and is_one_slip(text, other)
        for other, number in uses.items()
    )


def _grows(texts: Sequence[str], kept: Mapping[str, int]) -> bool:
    """Whether values that are new keep coming up: in the newest half of the uses, or so lately
    that the older posts do not tell the newest fifth."""
    fifth, half = len(texts) // 5, len(texts) // 2
    older = set(texts[fifth:])
    surprises = sum(text in kept and text not in older for text in texts[:fifth])
    added = len(kept.keys() - set(texts[half:]))
    return surprises > _NEW_SHARE * fifth or added > _NEW_SHARE * half
