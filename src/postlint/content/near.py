"""The nearest known word to a mistyped one."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], share: int = 3) -> str | None:
    """The known word a typist most likely meant, None where none is close.

    Close is a Damerau-Levenshtein distance (optimal string alignment) of one, or of up to one in
    `share` of the word's letters; upper and lower case and "-", "_" and " " count as the same.
    Words of three letters or less are one slip from too many others: only a swap and a plural are
    close.
    """

    def plain(text: str) -> str:
        return text.lower().replace("_", "-").replace(" ", "-")

    target = plain(word)
    best: tuple[int, str] | None = None
    for candidate in known:
        limit = max(1, max(len(word), len(candidate)) // share)
        other = plain(candidate)
        if abs(len(target) - len(other)) > limit:
            continue
        from rapidfuzz.distance import OSA  # 30 ms to import, and most words are not even close

        distance = OSA.distance(target, other, score_cutoff=limit)
        if distance > limit or (distance and not _is_telling(target, other)):
            continue
        if best is None or distance < best[0]:
            best = (distance, candidate)
    return best[1] if best else None


def _is_telling(word: str, known: str) -> bool:
    """Whether two words that differ are long enough, or alike enough, for it to be a slip."""
    shorter, longer = sorted((word, known), key=len)
    if len(shorter) > 3:
        return True
    return is_plural(shorter, longer) or sorted(word) == sorted(known)


def is_plural(word: str, known: str) -> bool:
    """Whether one word is the other and an `s`, as `tag` and `tags`."""
    return min(len(word), len(known)) > 2 and (word == f"{known}s" or known == f"{word}s")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A closing `; did you mean "title"?` for an error message, or nothing."""
    guess = nearest(word, known)
    return f'; did you mean "{guess}"?' if guess else ""
