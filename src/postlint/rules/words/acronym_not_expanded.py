"""An acronym that a post never writes out shuts out every reader who does not know it."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.segment import Segment
from postlint.language.lexicon import Knows, english
from postlint.model.finding import Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_ACRONYM: Final = re.compile(r"(?<![\w.&/@#$+-])[A-Z]{3,8}(?=(?:['’]?s)?(?![\w/&@#$+-]|\.\w))")
_ROMAN: Final = re.compile(r"[IVXLCDM]+")
_SAID_BEFORE: Final = re.compile(
    r"(?:[^\s(]\s\([\"“'‘]?"
    r"|(?:stands for|short for|known as|called|abbreviated|acronym|, or)\W{1,3}(?:the |as )?)\Z"
)
"""Some words (NAME); ..., or NAME."""
_SAID_BEHIND: Final = re.compile(
    r"\W{1,3}(?:stands? for|short for|meaning|abbreviation|acronym|i\.e\.)"
)
_LOOK_BACK: Final = 24
_REST: Final = r"[^\W_]*+(?:[-’'][a-z][^\W_]*+)?"
_GAP: Final = r"(?:[\s-]{1,3}(?:of|the|and|&|for|in|on|to|by|with|de|du|des|la|le)){0,2}[\s-]{1,3}"
# A sentence in capitals is no place to find acronyms in.
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,}\b")
_WORD: Final = re.compile(r"\b[^\W\d_]{2,}\b")
_MOST_CAPITALS: Final = 0.5

_KNOWN: Final = """
    ABC AFP AIDS API ASAP ASCII ATM BBC BMW CBS CEO CFO CIA CNN COVID CPU CSS CSV CTO DIY
    DNA DOI DVD EPUB ESPN EUR FAQ FBI FIFA FTP FYI GBP GDP GIF GMT GNU GPL GPS GPU HBO HDMI
    HIV HTML HTTP HTTPS IBM ICQ IKEA ISBN ISO ISS JPEG JPG JSON KGB LAN LCD LED LGBT LGBTQ
    MBA MIT MMS MPEG MSN MTV NASA NATO NBA NBC NFC NFL NGO NHL NHS NYC OECD OPEC PDF PHP PIN
    PNG POP PVC RAF RAM README RIP RNA ROM RSS RSVP RTF SEO SIM SMS SOS SQL SSD SSH SSL SUV
    SVG TCP TLS TNT TODO TXT UAE UEFA UFO UNESCO UNHCR UNICEF URI URL USA USB USD USSR UTC
    UTF VAT VHS VIP VPN WAV WIFI WTO WWI WWII WWW XML YAML YMCA ZIP
"""
KNOWN: Final = frozenset(_KNOWN.split())
"""Acronyms that everyone knows who reads a newspaper or a screen."""
_MOST_ACRONYMS: Final = 40
"""A post that has more is a table of codes, and is not read any further."""


@rule
class AcronymNotExpanded:
    """Report an acronym of three to eight capitals that is never written out.

    It is reported where it stands first. Written out is what stands in brackets behind its words
    or has them in brackets behind it, what has words with its initials anywhere in the post, or a
    definition (`*[NTP]: ...`, `<abbr>`).
    Those that everyone knows are passed over (HTML, NATO, CEO), and those of `known`.
    """

    meta: ClassVar = RuleMeta(
        name="acronym-not-expanded",
        group="words",
        summary="an acronym is never written out",
        severity=Severity.INFO,
        presets=(),
        examples=(
            Good("The Northern Sea Route (NSR) is open. The NSR is long. NATO, HTML and a CEO.\n"),
            Good("An NTP (Network Time Protocol) server. The PKK, short for a name, left.\n"),
            Good("The Organization for Security and Co-operation in Europe met. The OSCE left.\n"),
            Good("PLEASE READ THIS. Chapter XVI. `GTK` and the KDE's size.\n\n*[KDE]: a desktop\n"),
            Good("The NSR is long.\n", options={"known": ("NSR",)}),
            Bad("The OSCE met the FSB, and the OSCE left.\n", at=("1:5", "1:18")),
        ),
    )
    known: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Problem]:
        """Each acronym once, in the order of the text."""
        seen = {*KNOWN, *self.known}
        limit = len(seen) + _MOST_ACRONYMS
        for segment in doc.segments:
            if _ACRONYM.search(segment.text) is None or _is_shouted(segment):
                continue
            for found in _ACRONYM.finditer(segment.text):
                name = found[0]
                if name in seen:
                    continue
                seen.add(name)
                if len(seen) > limit:
                    return
                if not (_is_word(name) or _is_written_out(doc, name)):
                    yield Problem(
                        segment.source_span(*found.span()),
                        f'"{name}" is never written out',
                        help=f"write it out where it first stands, with ({name}) behind it",
                    )


def _is_shouted(segment: Segment) -> bool:
    """Whether half of the words are in capitals."""
    words = _WORD.findall(segment.text)
    capitals = _CAPITALS.findall(segment.text)
    return len(words) > 1 and len(capitals) > len(words) * _MOST_CAPITALS


def _is_word(name: str) -> bool:
    """Whether capitals are a number, or a word that somebody stresses: NOTE."""
    entry = english().entry(name.lower())
    return _ROMAN.fullmatch(name) is not None or bool(entry and entry.knows & Knows.DICTIONARY)


def _is_written_out(doc: Document, name: str) -> bool:
    """Whether a post says somewhere what an acronym stands for."""
    prose = doc.prose.text
    if f"*[{name}]:" in doc.text or f">{name}</abbr>" in doc.text:
        return True
    for found in re.finditer(rf"{name}s?\b", prose):
        before = prose[max(0, found.start() - _LOOK_BACK) : found.start()]
        if _SAID_BEFORE.search(before) or _SAID_BEHIND.match(prose, found.end()):
            return True
    if any(_has_letters(found[1], name) for found in _behind(name).finditer(prose)):
        return True
    return _spelling(name).search(prose) is not None


def _spelling(name: str) -> re.Pattern[str]:
    """Words that have the letters of a name for their initials, the first one a capital.

    Begins with that plain letter, as such patterns are fast.
    """
    rest = "".join(f"{_GAP}[{letter}{letter.lower()}]{_REST}" for letter in name[1:])
    return re.compile(rf"{name[0]}(?<!\w.){_REST}{rest}")


def _behind(name: str) -> re.Pattern[str]:
    """Words in brackets behind a name."""
    return re.compile(rf"\b{name}\b[\"”’']?\s\(([^()]{{5,200}})\)")


def _has_letters(words: str, name: str) -> bool:
    """Whether several words have the letters of a name, in their order."""
    letters = iter(words.upper())
    return " " in words and all(letter in letters for letter in name)
