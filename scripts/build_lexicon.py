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
import math
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from zlib import crc32

import codespell_lib
import names
import wordfreq
from breame.data.spelling_constants import AMERICAN_ENGLISH_SPELLINGS

from postlint.language.edits import slips
from postlint.language.lexicon import (
    LONGEST,
    NUMBER_BITS,
    TWO_SLIPS_FROM,
    ZIPF_STEPS,
    Knows,
    deletes,
    deletes_but_first,
)
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
"""From where on a word of a dictionary, or any word, may be what was meant by one slip ..."""
NEAR_TWO_ZIPF: Final = 2.7
"""... and by two."""

CONTRACTIONS: Final = frozenset(
    """
    he's she's it's that's what's who's where's there's here's how's let's when's why's
    """.split()  # noqa: SIM905
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?")
_PART: Final = re.compile(r"[^\W\d_]{3,}")
_SHORTEST_MISSPELLING: Final = 3
_SURE_GAP: Final = 1.0
_RARE_WORD_GAP: Final = 2.0


NOTHING: Final = Knows(0)


@dataclass
class Facts:
    """What the sources say of one word."""

    zipf: float = 0.0
    knows: Knows = NOTHING


@dataclass
class Collected:
    """All words of the sources."""

    words: dict[str, Facts] = field(default_factory=dict)
    misspellings: dict[str, list[str]] = field(default_factory=dict)

    def add(self, word: str, knows: Knows) -> None:
        """Note a fact of a word, in lower case and with straight apostrophes."""
        word = word.strip().replace("’", "'").lower()
        word = word if word in CONTRACTIONS else word.removesuffix("'s")
        if _WORD.fullmatch(word) and len(word) <= LONGEST:
            facts = self.words.setdefault(word, Facts())
            facts.knows |= knows

    def zipf(self, word: str) -> float:
        """The frequency of a word or of the rarest word of a phrase."""
        return min(self.words[one].zipf if one in self.words else 0.0 for one in word.split())


def lines(path: Path) -> Iterator[str]:
    """The lines of a word list, plain or gzipped, without comments."""
    encoding = "latin-1" if "scowl" in path.parts else "utf-8"
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in data.decode(encoding).split("\n"):
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def add_frequencies(into: Collected) -> None:
    """Every English word that wordfreq has counted; possessives count for the word."""
    for word, frequency in wordfreq.get_frequency_dict("en", "large").items():
        word = word.replace("’", "'")  # noqa: PLW2901
        if word.endswith("'s") and word not in CONTRACTIONS:
            continue
        if _WORD.fullmatch(word) and len(word) <= LONGEST:
            zipf = round(math.log10(frequency) + 9, 2)
            into.words.setdefault(word, Facts()).zipf = zipf


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
        knows |= regions.get(region, Knows(0))
        for word in lines(path):
            is_name = word[:1].isupper()
            (upper if is_name else lower).add(word.lower())
            into.add(word, knows | (Knows.NAME if is_name else Knows(0)))
    for word in upper - lower:
        into.add(word, Knows.PROPER)


def add_names(into: Collected, folder: Path) -> None:
    """Surnames and first names of the United States census, and first names of the world."""
    for path in names.FILES.values():
        for line in Path(path).read_text(encoding="ascii").splitlines():
            into.add(line.split()[0], Knows.NAME)
    for path in sorted(folder.iterdir()):
        for line in lines(path):
            into.add(line, Knows.NAME)


def add_jargon(into: Collected, folder: Path) -> None:
    """Terms and products of computing, and companies; compounds also by part."""
    for path in sorted(folder.iterdir()):
        for line in lines(path):
            for word in re.split(r"[\s_.+/-]+", line.strip("!+*~ ")):
                into.add(word, Knows.JARGON)


def add_packages(into: Collected, folder: Path) -> None:
    """Names of packages, commands and keywords; a known misspelling among them stays one."""
    for path in sorted(folder.iterdir()):
        for line in lines(path):
            for word in _PART.findall(line):
                if word[1:].islower() and word.lower() not in into.misspellings:
                    into.add(word, Knows.JARGON)


def add_foreign(into: Collected) -> None:
    """Mark common words of the neighbouring languages."""
    for language in NEIGHBOUR_LANGUAGES:
        for word, frequency in wordfreq.get_frequency_dict(language, "best").items():
            zipf = math.log10(frequency) + 9
            if zipf < FOREIGN_ZIPF or not word.isascii():
                continue
            known = into.words.get(word)
            if zipf > (known.zipf if known else 0.0) + 1:
                into.add(word, Knows.FOREIGN)


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
        if not _WORD.fullmatch(wrong) or len(wrong) > LONGEST:
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
    return all(_WORD.fullmatch(word) for word in text.split()) and into.zipf(text) > 0


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


def near_words(collected: Collected) -> Iterator[tuple[str, float]]:
    """The words that may have been meant, with their frequency."""
    for word, facts in collected.words.items():
        if " " in word or facts.knows & Knows.MISSPELLING or not word.isascii():
            continue
        is_listed = facts.knows & Knows.DICTIONARY
        if facts.zipf >= (NEAR_ZIPF if is_listed else NEAR_ZIPF_UNLISTED) and len(word) > 1:
            yield word, facts.zipf


def forget_what_confuses_nobody(collected: Collected) -> None:
    """Drop names and words that were never counted, unless they are near to a frequent word.

    Only there does it matter that they are no misspellings.
    """
    remainders: set[bytes] = set()
    for word, _ in near_words(collected):
        remainders |= deletes(word.encode())
    for word, facts in list(collected.words.items()):
        is_uncounted = facts.zipf == 0 and not facts.knows & (Knows.DICTIONARY | Knows.MISSPELLING)
        if is_uncounted and " " not in word and remainders.isdisjoint(deletes(word.encode())):
            del collected.words[word]


def number_array(values: Iterable[int]) -> bytes:
    """A section of 32-bit numbers."""
    return array("I", values).tobytes()


def hash_table(keys: list[bytes]) -> bytes:
    """Number + 1 of each key at its hash, the next free slot where that is taken."""
    size = 1 << (len(keys) * 5 // 4).bit_length()
    slots = array("I", bytes(4 * size))
    for number, key in enumerate(keys):
        slot = crc32(key) & size - 1
        while slots[slot]:
            slot = slot + 1 & size - 1
        slots[slot] = number + 1
    return slots.tobytes()


def near_index(name: str, remainders: Mapping[int, set[bytes]]) -> dict[str, bytes]:
    """The numbers of words in buckets by the hashes of their remainders."""
    entries = sum(map(len, remainders.values()))
    count = max(1, entries // 2)
    buckets: list[set[int]] = [set() for _ in range(count)]
    for number, left in remainders.items():
        for remainder in left:
            code = crc32(remainder)
            buckets[code % count].add(code >> NUMBER_BITS << NUMBER_BITS | number)
    starts = [0]
    for bucket in buckets:
        starts.append(starts[-1] + len(bucket))
    numbers = (number for bucket in buckets for number in sorted(bucket))
    return {f"{name}-starts": number_array(starts), name: number_array(numbers)}


def sections(collected: Collected) -> dict[str, bytes]:
    """The lexicon's sections, as `postlint.language.lexicon` reads them."""
    words = sorted(collected.words)
    number = {word: at for at, word in enumerate(words)}
    keys = [word.encode() for word in words]
    ends = [0]
    for key in keys:
        ends.append(ends[-1] + len(key))
    facts = [collected.words[word] for word in words]
    misspelt = sorted(number[wrong] for wrong in collected.misspellings)
    rights = [[number[r] for r in collected.misspellings[words[at]]] for at in misspelt]
    starts = [0]
    for right in rights:
        starts.append(starts[-1] + len(right))
    variants = dict(variant_pairs(number))
    near = list(near_words(collected))
    return {
        "words": b"".join(keys),
        "offsets": number_array(ends),
        "facts": number_array(round(f.zipf * ZIPF_STEPS) | f.knows.value << 8 for f in facts),
        "slots": hash_table(keys),
        "misspelt": number_array(misspelt),
        "correction-starts": number_array(starts),
        "corrections": number_array(one for right in rights for one in right),
        "variants": number_array([*sorted(variants), *(variants[a] for a in sorted(variants))]),
        **near_index("near-one", {number[word]: deletes(word.encode()) for word, _ in near}),
        **near_index(
            "near-two",
            {
                number[word]: deletes_but_first(word.encode())
                for word, zipf in near
                if zipf >= NEAR_TWO_ZIPF and len(word) >= TWO_SLIPS_FROM - 2
            },
        ),
    }


def variant_pairs(number: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """The numbers of American and British spellings of a word, both ways round."""
    for american, british in sorted(AMERICAN_ENGLISH_SPELLINGS.items()):
        if american in number and british in number:
            yield number[american], number[british]
            yield number[british], number[american]


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
    forget_what_confuses_nobody(collected)
    parts = sections(collected)
    data = pack("en", parts)
    TARGET.write_bytes(data)
    report = "".join(f"  {name}: {len(part):,} bytes\n" for name, part in parts.items())
    sys.stderr.write(
        f"{len(collected.words):,} words, {len(collected.misspellings):,} misspellings,"
        f" {len(data):,} bytes\n{report}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
