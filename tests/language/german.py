"""A tiny lexicon of German, made as `postlint words build` makes one, of made-up counts."""

from collections.abc import Iterator

from postlint.language.distil.from_frequencies import distil
from postlint.language.distil.sections import sections
from postlint.language.lexicon_file import pack

COMMON = """
    der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an
    werden aus er hat sie nach wird bei einer um am sind noch wie einem über einen so zum war haben
"""
WORDS = """
    bürgermeister dienstag gespräch gespräche größer jahr jahre konnte minister morgen möglich
    natürlich sagte stadt straßen tage später vielleicht wahrscheinlich zahlen zufrieden zwei öffnet
    wasser strasse grüne grünen
"""
NOUNS = """
    ausstellung bedingung beratung bewegung beziehung bildung einladung entscheidung erfahrung
    erklärung forderung hoffnung leistung lösung meinung ordnung prüfung regierung richtung sitzung
    übung verbindung verhandlung veröffentlichung wohnung zeitung
"""
RARE = "verwaltung fassung"


def frequencies() -> Iterator[tuple[str, float]]:
    """Words and their made-up frequency on the Zipf scale."""
    yield from ((word, 6.5) for word in COMMON.split())
    yield from ((word, 4.5) for word in WORDS.split())
    for noun in NOUNS.split():
        yield noun, 4.5
        yield f"{noun}en", 4.5
    yield from ((word, 1.6) for word in RARE.split())
    yield from (("wahrscheinlih", 1.0), ("qwertz", 1.0), ("don't", 3.0), ("café", 3.0))


def english() -> Iterator[tuple[str, float]]:
    """English words that may stand in any text."""
    yield from (("the", 7.7), ("deploy", 3.5), ("die", 5.0), ("xylophonist", 1.5))


def lexicon_bytes() -> bytes:
    """The lexicon file."""
    return pack("de", sections(*distil("de", frequencies(), english())))
