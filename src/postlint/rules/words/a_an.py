"""The article goes by the sound that follows, not by the letter: "an hour", "a university"."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.language.articles import LOWER_SPELT_OUT, Article, article_for
from postlint.language.english import is_english
from postlint.language.quotations import is_mention, is_quoted, is_sic
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.rules.base import Bad, Good, RuleMeta, rule

_NOT_BEFORE: Final = r"[\w’'\-/.&+=*$@#<>~\\\ufffc]"
_GAP: Final = r"(?:[ \t\u00a0]{1,3}+\n?+|\n)[ \t]{0,3}+"
_WORD: Final = (
    r"(?:(?:[A-Z]\.){2,}|\d[\d,]*+\w*+(?:-\w++)*+|\w++(?:-\w++)*+)(?![/\\@_(\ufffc]|['’]\w|\.\w)"
)
_PAIR: Final = late_pattern(rf"(?<!{_NOT_BEFORE})([aA]n?){_GAP}([\"“‘']?+)({_WORD})")
# A first look passes over what nearly all articles stand before, and begins with one plain letter,
# as such patterns are fast.
_MAY_TAKE_AN: Final = (
    r"[aeoiAEIO18]|[fhlmnrsxFHLMNRSX][^a-z]|[uU](?!s[aeiu]|ni[foqtv])|[hH](?:o[nu]|ei)"
    rf"|(?i:{'|'.join(sorted(LOWER_SPELT_OUT))})\b"
)
_TAKES_AN: Final = r"[aiAI]|[eE](?![uw])|[oO](?!n[ce]|ui)"
_LOOKS: Final = tuple(
    re.compile(
        rf"{letter}(?<!{_NOT_BEFORE}.)(?:{_GAP}[\"“‘']?+(?={_MAY_TAKE_AN})"
        rf"|n{_GAP}[\"“‘']?+(?!{_TAKES_AN})){_WORD}"
    )
    for letter in "aA"
)
_DOTTED: Final = late_pattern(r"(?:[A-Z]\.){2,}")
_NO_NOUN: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "no",
        "of",
        "on",
        "or",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "to",
        "was",
        "we",
        "were",
        "when",
        "where",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
        "be",
        "been",
        "but",
        "can",
        "do",
        "does",
        "he",
        "she",
        "his",
        "her",
        "our",
        "not",
        "also",
        "all",
        "any",
        "each",
        "because",
        "my",
        "me",
        "i",
        "am",
        "us",
    ]
)
"""Behind these, "a" is a letter, or something else is wrong than the article."""
_SENTENCE_START: Final = late_pattern(r"(?:\A|[.!?:…]['\"”’)\]]?)[\s\"“‘'(\[]*+\Z")
_LOOK_BACK: Final = 40


@rule
class AAn:
    """Report "a" before a vowel sound and "an" before a consonant sound.

    Numbers and abbreviations count as they are said: an 8-year-old, an FBI agent, a NATO ally,
    a US ship. Silent where one can say it either way (a historic, an historic; an SQL, a SQL),
    before code, where "a" is a letter, and in a paragraph that is not English.
    """

    meta: ClassVar = RuleMeta(
        name="a-an",
        group="words",
        summary="an article does not go with the sound behind it",
        severity=Severity.WARNING,
        fix="sometimes",
        reads="english",
        examples=(
            Good(
                "An hour, an heir, a university, a European, a one-off, a unicorn, an umbrella.\n"
            ),
            Good("An FBI agent, an X-ray, a US ship, an MP, an NGO, a UN body, a NATO ally.\n"),
            Good("An 8-year-old, an 11th, an 18th, a 100, a 180, an 80, an 11,000-strong force.\n"),
            Good("A historic and an historic day. An SQL and a SQL query. An npm package.\n"),
            Good("Vitamin A is here, and A and B are there. Plan A is on; a) apples b) pears.\n"),
            Good("An `user` and a `hour` and a [`own`](x.md), an x86, an S3 bucket, an S-Bahn.\n"),
            Good("Wir gingen an den See, an die Luft und an das Meer, an dem wir schon waren.\n"),
            Bad(
                "It took a hour. She is an university student and a MP.\n",
                at=("1:9", "1:24", "1:50"),
                fixed="It took an hour. She is a university student and an MP.\n",
            ),
            Bad(
                "This is a **easy** way for a 8-year-old and an US-based user.\n",
                at=("1:9", "1:28", "1:45"),
                fixed="This is an **easy** way for an 8-year-old and a US-based user.\n",
            ),
            Bad(
                'He called it "a easy win" and an "useful" one.\n',
                at=("1:15", "1:31"),
                fixed='He called it "a easy win" and a "useful" one.\n',
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All wrong articles, in the order of the text."""
        for segment in doc.prose.segments_at(_suspects(doc.prose.text)):
            english: bool | None = None
            for match in _PAIR.finditer(segment.text):
                right = _right_article(segment, match)
                if right is None or right == match[1].lower():
                    continue
                if english is None:
                    english = is_english(segment, doc.segments)
                if english:
                    yield _problem(segment, match, right)


def _suspects(prose: str) -> Iterator[int]:
    """Where an article stands that does not go with the word behind it."""
    for look in _LOOKS:
        for found in look.finditer(prose):
            match = _PAIR.match(prose, found.start())
            if match and _article_for(match[3]) not in (match[1].lower(), None):
                yield match.start()


def _article_for(word: str) -> Article | None:
    """The article before a word as written; None where one cannot tell."""
    if _DOTTED.fullmatch(word):
        return article_for(f"{word[0]}-")
    return None if word in _NO_NOUN else article_for(word)


def _right_article(segment: Segment, match: re.Match[str]) -> Article | None:
    """What should stand for the first word of the match; None where one cannot tell."""
    text = segment.text
    if is_sic(text, match.end()) or (match[2] and is_mention(text, match.start(1), match.end())):
        return None
    if is_mention(text, *match.span(1)):
        return None
    if match[1][0] == "A" and not _is_article(text, match):
        return None
    return _article_for(match[3])


def _is_article(text: str, match: re.Match[str]) -> bool:
    """Whether a capital A is the word that begins a sentence, not a letter or a name."""
    if match[3][0].isupper() and not match[3].isupper():
        return False
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    return _SENTENCE_START.search(before) is not None


def _problem(segment: Segment, match: re.Match[str], right: Article) -> Problem:
    wrong, word = match[1], match[3]
    right_text = right.capitalize() if wrong[0] == "A" else right
    span = segment.source_span(*match.span(1))
    # "coding an collaboration": before a plain consonant "an" may have been meant for "and".
    is_sure = right == "an" or word[0].lower() in "aeiou" or not word.isalpha()
    fix = None
    if segment.is_verbatim(*match.span(1)) and not is_quoted(segment, match.start(1)):
        fix = Fix(f'replace with "{right_text}"', (Edit(span, right_text),), safe=is_sure)
    return Problem(
        span=span,
        message=f'"{wrong} {word}", expected "{right_text} {word}"',
        help="the article goes by the sound of what follows",
        suggestions=(right_text,) if is_sure else (right_text, "and"),
        fix=fix,
    )
