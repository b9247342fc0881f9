"""The suspicious words of a post, with everything that speaks for what may have been meant."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from postlint.content.document import Document
from postlint.language.lexicon import Lexicon
from postlint.language.near_miss import Candidate, Evidence, Use, form_evidence, use_evidence
from postlint.language.post_words import PostWords
from postlint.language.tokens import Token


class Guess(NamedTuple):
    """A candidate and what speaks for it."""

    candidate: Candidate
    form: Evidence
    """What the two words say."""
    use: Evidence
    """What the post says."""

    @property
    def evidence(self) -> Evidence:
        """All of it."""
        return self.form | self.use


class Suspect(NamedTuple):
    """A word of a post that the lexicon does not vouch for."""

    token: Token
    use: Use
    guesses: tuple[Guess, ...]
    """At least one."""
    knows: int
    """What the lexicon knows of the word nevertheless."""
    listed: tuple[str, ...]
    """The corrections of a known misspelling, best first."""

    @property
    def is_listed(self) -> bool:
        """Whether it is a known misspelling."""
        return bool(self.listed)


class _Known(NamedTuple):
    """What the lexicon says of an unknown word."""

    knows: int
    listed: tuple[str, ...]
    near: tuple[str, ...]


def examine(doc: Document, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Suspect]:
    """Those of a post's unknown words that may have been meant to be others, in their order."""
    post = PostWords(doc, tokens, lexicon)
    found: dict[str, Collection[Candidate]] = {}
    for token in tokens:
        word = token.word
        known = _known(word, lexicon)
        candidates = found.get(word)
        if candidates is None:
            candidates = found[word] = _candidates(post, word, known)
        if candidates:
            use = post.use(token)
            guesses = tuple(
                [
                    Guess(one, form_evidence(word, one.word, lexicon), use_evidence(word, one, use))
                    for one in candidates
                ]
            )
            yield Suspect(token, use, guesses, known.knows, known.listed)


def _candidates(post: PostWords, word: str, known: _Known) -> Collection[Candidate]:
    """What may have been meant by an unknown word."""
    if not known.listed and post.is_settled(word):
        return [post.candidate(right) for right in post.far_more_frequent(word)]
    rights = dict.fromkeys((*known.listed, *known.near, *post.near(word)))
    candidates = {right: post.candidate(right) for right in rights}
    return (candidates | post.accepted_near(word)).values()


@lru_cache(maxsize=50_000)
def _known(word: str, lexicon: Lexicon) -> _Known:
    entry = lexicon.entry(word)
    near = lexicon.one_slip_from(word) or lexicon.two_slips_from(word)
    return _Known(entry.knows if entry else 0, lexicon.corrections(word), near)
