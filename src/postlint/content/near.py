"""The nearest known word to a mistyped one."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word a typist most likely meant, None where none is close.

    Close is a Damerau-Levenshtein distance (optimal string alignment) of one, or of up to a third
    of the word's length; upper and lower case and "-", "_" and " " count as the same.
    """
    from rapidfuzz.distance import OSA  # 30 ms to import, and only ever needed for a mistake

    def plain(text: str) -> str:
        return text.lower().replace("_", "-").replace(" ", "-")

    target = plain(word)
    best: tuple[int, str] | None = None
    for candidate in known:
        limit = max(1, max(len(word), len(candidate)) // 3)
        distance = OSA.distance(target, plain(candidate), score_cutoff=limit)
        if distance <= limit and (best is None or distance < best[0]):
            best = (distance, candidate)
    return best[1] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A closing `; did you mean "title"?` for an error message, or nothing."""
    guess = nearest(word, known)
    return f'; did you mean "{guess}"?' if guess else ""
