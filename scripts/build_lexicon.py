"""Distil the English lexicon: `python scripts/build_lexicon.py SOURCES`.

From PyPI (`pip install wordfreq codespell breame names`) it takes frequencies, misspellings,
British and American pairs and surnames; from the folder SOURCES those that are not on PyPI:

    SOURCES/scowl/*                     SCOWL's final lists (Debian: package scowl)
    SOURCES/misspellings/dict-en*.json  npm: @cspell/dict-en-common-misspellings, folder dict
    SOURCES/software-terms/*.txt[.gz]   npm: @cspell/dict-software-terms, dict-companies,
                                        dict-cryptocurrencies and dict-fullstack
    SOURCES/packages/*                  npm: npm-high-impact (lib/top-dependent.js) and @cspell's
                                        dict-aws, cpp, css, data-science, docker, dotnet, elixir,
                                        filetypes, git, golang, google, haskell, html, k8s, kotlin,
                                        latex, lua, markdown, node, npm, php, powershell, python, r,
                                        ruby, rust, scala, shell, svelte, swift, terraform and
                                        typescript
    SOURCES/names/people-names.txt      npm: @cspell/dict-people-names

Licences of all of them: src/postlint/language/en.lexicon.LICENSE. The same sources give the same
bytes.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import codespell_lib
import names
from breame.data.spelling_constants import AMERICAN_ENGLISH_SPELLINGS

from postlint.language.distil.collected import Collected, Facts, is_word
from postlint.language.distil.frequencies import frequencies
from postlint.language.distil.sections import sections
from postlint.language.edits import slips
from postlint.language.lexicon import Knows
from postlint.language.lexicon_file import pack

TARGET: Final = Path(__file__).parents[1] / "src/postlint/language/en.lexicon"

LARGEST_DICTIONARY: Final = 70
"""SCOWL's size up to which its words are good; from 95 on it holds misspellings."""
RARE_DICTIONARY: Final = 80
NEIGHBOUR_LANGUAGES: Final = (
    "fr",
    "de",
    "es",
    "it",
    "pt",
    "nl",
    "sv",
    "da",
    "nb",
    "pl",
    "fi",
    "tr",
)
FOREIGN_ZIPF: Final = 3.5
"""A word this frequent in another language, and ten times as frequent as in English, is foreign."""

NEAR_ZIPF: Final = 1.2
NEAR_ZIPF_UNLISTED: Final = 3.0
"""From where on a word of a dictionary, or any word, may be what was meant by one slip."""

CONTRACTIONS: Final = frozenset(
    """
    he's she's it's that's what's who's where's there's here's how's let's when's why's
    """.split()  # noqa: SIM905
)
_PART: Final = re.compile(r"[^\W\d_]{3,}")
_SHORTEST_MISSPELLING: Final = 3
_SURE_GAP: Final = 1.0
_RARE_WORD_GAP: Final = 2.0


def note(into: Collected, word: str, knows: int) -> None:
    """Note a fact of a word as a list has it; a possessive stands for the word."""
    word = word.strip().replace("’", "'").lower()
    into.note(word if word in CONTRACTIONS else word.removesuffix("'s"), knows)


def lines(path: Path) -> Iterator[str]:
    """The lines of a word list, plain or gzipped, without comments."""
    encoding = "latin-1" if "scowl" in path.parts else "utf-8"
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in data.decode(encoding).split("\n"):
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def add_frequencies(into: Collected) -> None:
    """Every English word that wordfreq has counted, but for possessives."""
    for word, zipf in frequencies("en"):
        word = word.replace("’", "'")  # noqa: PLW2901
        if is_word(word) and (word in CONTRACTIONS or not word.endswith("'s")):
            into.words.setdefault(word, Facts()).zipf = round(zipf, 2)


def add_dictionaries(into: Collected, folder: Path) -> None:
    """SCOWL: which words dictionaries have, where they are spelt so, which are names."""
    regions = {
        "american": Knows.AMERICAN,
        "british": Knows.BRITISH,
        "british_z": Knows.BRITISH,
        "canadian": Knows.CANADIAN,
        "australian": Knows.AUSTRALIAN,
    }
    lower: set[str] = set()
    upper: set[str] = set()
    for path in sorted(folder.iterdir()):
        category, _, size = path.name.rpartition(".")
        if int(size) > RARE_DICTIONARY:
            continue
        region, _, kind = category.rpartition("-")
        knows = Knows.DICTIONARY if int(size) <= LARGEST_DICTIONARY else Knows.RARE
        if kind == "abbreviations":
            knows = Knows.RARE
        knows |= regions.get(region, 0)
        for word in lines(path):
            is_name = word[:1].isupper()
            (upper if is_name else lower).add(word.lower())
            note(into, word, knows | (Knows.NAME if is_name else 0))
    for word in upper - lower:
        note(into, word, Knows.PROPER)


def add_names(into: Collected, folder: Path) -> None:
    """Surnames and first names of the United States census, and first names of the world."""
    for path in names.FILES.values():
        for line in Path(path).read_text(encoding="ascii").splitlines():
            note(into, line.split()[0], Knows.NAME)
    for path in sorted(folder.iterdir()):
        for line in lines(path):
            note(into, line, Knows.NAME)


def add_jargon(into: Collected, folder: Path) -> None:
    """Terms and products of computing, and companies; compounds also by part."""
    for path in sorted(folder.iterdir()):
        for line in lines(path):
            for word in re.split(r"[\s_.+/-]+", line.strip("!+*~ ")):
                note(into, word, Knows.JARGON)


def add_packages(into: Collected, folder: Path) -> None:
    """Names of packages, commands and keywords; a known misspelling among them stays one."""
    for path in sorted(folder.iterdir()):
        for line in lines(path):
            for word in _PART.findall(line):
                if word[1:].islower() and word.lower() not in into.misspellings:
                    note(into, word, Knows.JARGON)


def add_foreign(into: Collected) -> None:
    """Mark common words of the neighbouring languages."""
    for language in NEIGHBOUR_LANGUAGES:
        for word, zipf in frequencies(language, "best"):
            if zipf < FOREIGN_ZIPF or not word.isascii():
                continue
            known = into.words.get(word)
            if zipf > (known.zipf if known else 0.0) + 1:
                note(into, word, Knows.FOREIGN)


def misspelling_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Wrong words and their comma-separated corrections, from codespell and cspell."""
    shipped = Path(codespell_lib.__file__).parent / "data" / "dictionary.txt"
    for line in lines(shipped):
        wrong, _, right = line.partition("->")
        yield wrong, right
    for path in sorted(folder.glob("dict-en*.json")):
        for definition in json.loads(path.read_text(encoding="utf-8"))["dictionaryDefinitions"]:
            for line in definition.get("suggestWords", []):
                wrong, _, right = line.partition("->")
                yield wrong, right


def add_misspellings(into: Collected, folder: Path) -> None:
    """Known misspellings, less what is a word: the lists have been made for source code."""
    for wrong, rights in misspelling_pairs(folder):
        wrong = wrong.strip().lower()  # noqa: PLW2901
        if not is_word(wrong):
            continue
        found = into.misspellings.setdefault(wrong, [])
        for right in rights.split(","):
            word = " ".join(right.replace("’", "'").lower().split())
            if word and word != wrong and word not in found and _is_phrase(word, into):
                found.append(word)
    into.misspellings = {
        wrong: best_first(wrong, rights, into)
        for wrong, rights in into.misspellings.items()
        if rights and is_surely_wrong(wrong, rights, into)
    }
    for wrong, corrections in into.misspellings.items():
        into.words.setdefault(wrong, Facts()).knows |= Knows.MISSPELLING
        for right in corrections:
            into.words.setdefault(right, Facts())


def _is_phrase(text: str, into: Collected) -> bool:
    return all(map(is_word, text.split())) and into.zipf(text) > 0


def is_surely_wrong(wrong: str, rights: Iterable[str], into: Collected) -> bool:
    """Whether a listed misspelling is no word in its own right."""
    facts = into.words.get(wrong, Facts())
    gap = max(into.zipf(right) for right in rights) - facts.zipf
    if len(wrong) < _SHORTEST_MISSPELLING or facts.knows & (Knows.DICTIONARY | Knows.JARGON):
        return False
    if facts.knows & (Knows.RARE | Knows.FOREIGN):
        return gap >= _RARE_WORD_GAP
    return gap >= _SURE_GAP


def best_first(wrong: str, rights: Iterable[str], into: Collected) -> list[str]:
    """Corrections by frequency, a point of the Zipf scale for each slip."""

    def badness(right: str) -> float:
        found = slips(wrong, right, 3)
        return (4 if found is None else len(found)) - into.zipf(right)

    return sorted(rights, key=badness)


def near_words(collected: Collected) -> dict[str, float]:
    """The words that may have been meant by a slip, with their frequency."""
    return {
        word: facts.zipf
        for word, facts in collected.words.items()
        if " " not in word
        and not facts.knows & Knows.MISSPELLING
        and word.isascii()
        and len(word) > 1
        and facts.zipf >= (NEAR_ZIPF if facts.knows & Knows.DICTIONARY else NEAR_ZIPF_UNLISTED)
    }


def confuses_nobody(facts: Facts) -> bool:
    """Whether a word that is near to no frequent one is not missed: it was never counted."""
    return facts.zipf == 0 and not facts.knows & (Knows.DICTIONARY | Knows.MISSPELLING)


def add_variants(into: Collected) -> None:
    """American and British spellings of a word, both ways round."""
    for american, british in sorted(AMERICAN_ENGLISH_SPELLINGS.items()):
        into.variants[american] = british
        into.variants[british] = american


def main(sources: Path) -> None:
    """Write the lexicon."""
    collected = Collected()
    add_frequencies(collected)
    add_dictionaries(collected, sources / "scowl")
    add_names(collected, sources / "names")
    add_jargon(collected, sources / "software-terms")
    add_foreign(collected)
    add_misspellings(collected, sources / "misspellings")
    add_packages(collected, sources / "packages")
    add_variants(collected)
    near = near_words(collected)
    collected.forget(near, confuses_nobody)
    parts = sections(collected, near)
    data = pack("en", parts)
    TARGET.write_bytes(data)
    report = "".join(f"  {name}: {len(part):,} bytes\n" for name, part in parts.items())
    sys.stderr.write(
        f"{len(collected.words):,} words, {len(collected.misspellings):,} misspellings,"
        f" {len(data):,} bytes\n{report}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
