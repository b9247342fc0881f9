"""Fit what each piece of evidence weighs: `python scripts/fit_near_miss.py QUALITY SOURCES`.

QUALITY is a folder of published posts and real typo fixes as benchmarks/quality.py takes it; only
its first half is read. SOURCES: see scripts/build_lexicon.py. Further folders of Markdown may
follow: unknown words in them count as good.

Positive examples are words of these posts misspelt on purpose: half of them as codespell and cspell
list them (and the list is then not asked), half by random slips. So the weights are those of a word
that no list has. Negative examples are the unknown words of the posts themselves. The weights are a
logistic regression's (scikit-learn); the thresholds are in postlint/language/verdict.py.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from build_lexicon import misspelling_pairs

from halves import cases, clean_posts
from postlint.content.document import Document, parse
from postlint.content.source import decode
from postlint.language.lexicon import Knows, english
from postlint.language.near_miss import Evidence
from postlint.language.speller import Speller
from postlint.language.suspects import Suspect, examine
from postlint.language.tokens import all_words, is_stop_word, tokens_of, words_around

TARGET: Final = Path(__file__).parents[1] / "src/postlint/language/near_miss_weights.py"
ROUNDS: Final = 4
SLIPS_A_POST: Final = 6
SPECIAL_SLIPS_A_POST: Final = 2
"""Of names and terms that no dictionary has."""
SEED: Final = 20_220_101
_SHORTEST: Final = 4
_LEAST_ZIPF: Final = 1.5
_KEYS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

GOOD_WORD: Final = 3.0
"""What an example from a good word weighs: calling it wrong is what must not happen ..."""
OTHER_GUESS: Final = 0.2
"""... and what another guess for a misspelt word does: it only has to come second."""
LONGEST_POST: Final = 60_000

Example = tuple[Evidence, bool, float]
"""What is observed, whether it is the word that was meant, and how much the example weighs."""


class Misspeller:
    """Misspells words as people do."""

    def __init__(self, misspellings: Path) -> None:
        self._random = random.Random(SEED)  # noqa: S311
        self._listed: dict[str, list[str]] = defaultdict(list)
        for wrong, rights in misspelling_pairs(misspellings):
            for right in rights.split(","):
                self._listed[right.strip().lower()].append(wrong.strip().lower())

    def is_lucky(self) -> bool:
        """Yes in two cases of three."""
        return self._random.random() < 2 / 3

    def choose(self, words: list[str], count: int) -> list[str]:
        """Some of the words."""
        return self._random.sample(words, min(count, len(words)))

    def misspell(self, word: str) -> str:
        """A misspelling of a word in small letters."""
        listed = self._listed.get(word)
        if listed and self._random.random() < 0.5:
            return self._random.choice(listed)
        wrong = self._slip(word)
        return self._slip(wrong) if len(word) > 8 and self._random.random() < 0.15 else wrong

    def _slip(self, word: str) -> str:
        at = self._random.choices(range(len(word)), [0.35] + [1.0] * (len(word) - 1))[0]
        kind = self._random.choice(("swap", "drop", "drop", "double", "key", "extra", "vowel"))
        if kind == "swap" and at + 1 < len(word):
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if kind == "drop":
            return word[:at] + word[at + 1 :]
        if kind == "double":
            return word[: at + 1] + word[at:]
        if kind == "vowel":
            places = [place for place, letter in enumerate(word) if letter in "aeiou"] or [at]
            place = self._random.choice(places)
            return word[:place] + self._random.choice("aeiou") + word[place + 1 :]
        near = self._neighbour(word[at])
        return word[:at] + near + word[at + (kind == "key") :]

    def _neighbour(self, letter: str) -> str:
        for row, keys in enumerate(_KEYS):
            column = keys.find(letter)
            if column >= 0:
                around = [keys[max(0, column - 1) : column], keys[column + 1 : column + 2]]
                around += [_KEYS[r][column : column + 1] for r in (row - 1, row + 1) if 0 <= r < 3]
                return self._random.choice([key for key in around if key])
        return "e"


def suspects_of(doc: Document, speller: Speller) -> tuple[Suspect, ...]:
    """The unknown words of a post that may have been meant to be others."""
    return tuple(examine(doc, speller.unknown(doc), speller.lexicon))


def read(path: Path) -> Document:
    """A post."""
    return parse(path.name, decode(path.read_bytes()))


def negatives(suspects: tuple[Suspect, ...], mistakes: set[str]) -> Iterator[Example]:
    """Good words with what might have been meant: one example a post, not one a place."""
    seen: set[str] = set()
    for suspect in suspects:
        word = suspect.token.word
        if suspect.is_listed or word in seen or word in mistakes:
            continue
        seen.add(word)
        for guess in suspect.guesses:
            yield guess.evidence, False, GOOD_WORD


def positives(doc: Document, speller: Speller, misspeller: Misspeller) -> Iterator[Example]:
    """Words misspelt on purpose, one place each, with what might have been meant."""
    lexicon = speller.lexicon
    words = [
        word
        for word in sorted(set(all_words(doc.prose.text)))
        if len(word) >= _SHORTEST
        and (word[1:].islower() and word.isascii() and word.isalpha())
        and (entry := lexicon.entry(word.lower()))
        and entry.zipf >= _LEAST_ZIPF
        and entry.knows & Knows.DICTIONARY
    ]
    text = doc.text
    chosen = misspeller.choose(words, SLIPS_A_POST)
    chosen += misspeller.choose(list(special_words(doc, speller)), SPECIAL_SLIPS_A_POST)
    for word in chosen:
        wrong = misspeller.misspell(word.lower())
        if wrong == word.lower():
            continue
        if word[0].isupper():
            wrong = wrong[:1].upper() + wrong[1:]
        uses = doc.prose.uses_of({word.lower()})
        token = next(tokens_of(doc.prose, [one for one in uses if one[1] == word]), None)
        if token is None or not token.segment.is_verbatim(token.start, token.end):
            continue
        if not any(map(is_stop_word, sum(words_around(token), ()))) and misspeller.is_lucky():
            continue  # in lists of names little is typed by hand
        span = token.segment.source_span(token.start, token.end)
        wrong_text = text[: span.start] + wrong + text[span.end :]
        meant = {wrong.lower(): word.lower()}
        changed = parse(doc.path, decode(wrong_text.encode("utf-8", "surrogateescape")))
        yield from labelled(suspects_of(changed, speller), meant)


def special_words(doc: Document, speller: Speller) -> Iterator[str]:
    """Names and terms that no dictionary has and that stand more than once in the file."""
    counts = Counter(all_words(doc.text))
    for word in sorted(set(all_words(doc.prose.text))):
        if len(word) > _SHORTEST and word[1:].islower() and word.isascii() and counts[word] > 1:
            entry = speller.lexicon.entry(word.lower())
            if entry is None or not entry.knows & (Knows.DICTIONARY | Knows.MISSPELLING):
                yield word


def labelled(suspects: tuple[Suspect, ...], meant: dict[str, str]) -> Iterator[Example]:
    """The guesses for the words that are mistakes, with which was right."""
    for suspect in suspects:
        right = meant.get(suspect.token.word)
        if right is not None:
            for guess in suspect.guesses:
                is_right = guess.candidate.word == right
                yield guess.evidence, is_right, 1.0 if is_right else OTHER_GUESS


def gather(quality: Path, sources: Path, others: list[Path]) -> list[Example]:
    """All examples."""
    speller = Speller(english())
    misspeller = Misspeller(sources / "misspellings")
    mistakes = {case.wrong.lower() for case in cases(quality, "a")}
    posts = [read(quality / file) for file in clean_posts(quality, "a")]
    more = [read(path) for folder in others for path in sorted(folder.rglob("*.md"))]
    examples: list[Example] = []
    for post in posts + more:
        examples += negatives(suspects_of(post, speller), mistakes)
    for case in cases(quality, "a"):
        if case.kind == "nonword":
            doc = read(quality / case.file)
            meant = {case.wrong.lower(): case.right.lower()}
            examples += labelled(suspects_of(doc, speller), meant)
    for _ in range(ROUNDS):
        for post in posts + more[::4]:
            if len(post.text) < LONGEST_POST:
                examples += positives(post, speller, misspeller)
    return examples


def fit(examples: list[Example]) -> dict[str, float]:
    """The weight of each piece of evidence."""
    vectorizer = DictVectorizer(sparse=True)
    matrix = vectorizer.fit_transform([evidence for evidence, _, _ in examples])
    model = LogisticRegression(C=1.0, max_iter=4000, fit_intercept=False)
    labels = [label for _, label, _ in examples]
    model.fit(matrix, labels, sample_weight=[weight for _, _, weight in examples])
    return dict(zip(vectorizer.feature_names_, map(float, model.coef_[0]), strict=True))


def write(weights: Mapping[str, float]) -> None:
    """Write the module with the weights."""
    rows = "".join(f'    "{name}": {weight:.3f},\n' for name, weight in sorted(weights.items()))
    TARGET.write_text(
        '"""What each piece of evidence for a near miss weighs;'
        ' written by scripts/fit_near_miss.py."""\n\nfrom typing import Final\n\n'
        f"WEIGHTS: Final[dict[str, float]] = {{\n{rows}}}\n",
        encoding="utf-8",
    )


def main(quality: Path, sources: Path, others: list[Path]) -> None:
    """Fit and write the weights."""
    examples = gather(quality, sources, others)
    write(fit(examples))
    right = sum(label for _, label, _ in examples)
    sys.stderr.write(f"{right} right of {len(examples)} guesses\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(folder) for folder in sys.argv[3:]])
