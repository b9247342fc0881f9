"""What speaks for an unknown word being right, however near it is to a known one."""

from typing import Final

from postlint.language.common_words import is_common
from postlint.language.derived import are_forms
from postlint.language.lexicon import Knows, Lexicon
from postlint.language.suspects import Suspect
from postlint.language.tokens import all_words

_SHORT_NAME: Final = 5
_LONG: Final = 7
_PROGRAM_ENDINGS: Final = frozenset("cdjx")
_NOT_PLURAL: Final = ("ss", "us", "is")
_APOSTROPHES: Final = ("'", "’")


def has_excuse(suspect: Suspect, right: str, lexicon: Lexicon) -> bool:
    """Whether a word is too likely a name, a term or a new word to be a slip for `right`.

    A known misspelling has fewer excuses: lists have it because it is hardly ever anything else.
    """
    word = suspect.token.word
    if suspect.use.is_capital and len(word) <= _SHORT_NAME:
        return not (sorted(word) == sorted(right) or _is_shift_slip(word, right))
    if _is_in_list_of_names(suspect, lexicon) or _is_handle(suspect):
        return True
    if suspect.is_listed:
        is_sung = word.endswith("in") and right == word + "g"  # Workin Man
        is_surname = " " in right and suspect.use.is_capital_inside  # Fallin
        return is_surname or (is_sung and suspect.use.is_capital)
    return (
        _is_marked(suspect, right)
        or _is_contraction(suspect, right)
        or _is_program(word, right, lexicon)
        or are_forms(word, right, lexicon)
        or (right == word + "s" and not right.endswith(_NOT_PLURAL))
        or (bool(suspect.knows & Knows.FOREIGN) and suspect.use.company > 0)
    )


def _is_shift_slip(word: str, right: str) -> bool:
    """Whether the first letter stands there twice, often once with a capital: Yyour, ccapacity."""
    return word[1:] == right and word[0] == word[1]


def _is_in_list_of_names(suspect: Suspect, lexicon: Lexicon) -> bool:
    """Whether the word stands alone in its list item, or with nothing but a name."""
    segment, word = suspect.token.segment, suspect.token.word
    if segment.kind not in ("list-item", "table-cell") or len(segment.text) > 3 * len(word) + 20:
        return False
    others = [other.lower() for other in all_words(segment.text)]
    if word in others:
        others.remove(word)
    if not others:
        return True
    entry = lexicon.entry(others[0])
    is_name = entry is None or bool(entry.knows & Knows.NAME)
    return len(others) == 1 and is_name and not is_common(others[0], lexicon)


def _is_handle(suspect: Suspect) -> bool:
    """Whether it is a short or hyphenated word alone in brackets, as contributors are thanked."""
    is_part_or_short = suspect.use.is_part or len(suspect.token.word) <= _SHORT_NAME
    return suspect.use.is_in_brackets and is_part_or_short


def _is_marked(suspect: Suspect, right: str) -> bool:
    """Whether it is a word with a letter put before it, as programs mark things: ustring, mmark.

    In a long word or at a capital the same letter twice is a slip: ccapacity, Yyour.
    """
    word = suspect.token.word
    is_slip = len(word) >= _LONG or suspect.use.is_capital
    return word[1:] == right and not (is_slip and _is_shift_slip(word, right))


def _is_program(word: str, right: str, lexicon: Lexicon) -> bool:
    """Whether it is a word with the letter that programs end in: bitcoind, luac, bitcoinj."""
    stem = word[:-1]
    return word[-1] in _PROGRAM_ENDINGS and right in (stem, stem + "s") and stem in lexicon


def _is_contraction(suspect: Suspect, right: str) -> bool:
    """Whether an apostrophe says that letters were left out on purpose: ev'ning, 'partment."""
    token = suspect.token
    if "'" in token.word:
        return "'" not in right
    before = token.segment.text[token.start - 1 : token.start]
    return before in _APOSTROPHES and right.endswith(token.word)
