"""Lists of words, written in the source as running text."""


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text, in their order."""
    return tuple(text.split())
