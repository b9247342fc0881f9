"""The names in a post, for the other posts of its site to be compared with."""

from collections.abc import Iterator

from postlint.content.document import Document
from postlint.content.facts import Name
from postlint.content.front_matter.author import authors_in
from postlint.language.derived import is_derived
from postlint.language.name_pairs import names_of
from postlint.language.one_slip_away import SHORTEST_WORD
from postlint.language.speller import speller_for


def names_in(doc: Document) -> Iterator[Name]:
    """The names of a post, some more than once; none where no lexicon has its language.

    Those of its authors; two words with a capital that are no common words; and words with a
    capital inside a sentence that no lexicon vouches for.
    """
    speller = speller_for(doc.language)
    if speller is None:
        return
    accepts = doc.vocabulary.house.accepts
    for start, text in authors_in(doc.text, doc.front_matter) if doc.front_matter else ():
        yield Name(text, start, any(map(accepts, text.split())))
    for first, second in names_of(doc.prose, speller.lexicon):
        if first.segment.is_verbatim(first.start, second.end):
            start = first.segment.source_span(first.start, second.end).start
            is_right = accepts(first.text) or accepts(second.text)
            yield Name(f"{first.text} {second.text}", start, is_right)
    for token in speller.read(doc).unknown:
        is_name = token.case == "middle" and len(token.text) >= SHORTEST_WORD
        if is_name and token.segment.is_verbatim(token.start, token.end):
            start = token.segment.source_span(token.start, token.end).start
            is_right = token.word in speller.lexicon or is_derived(token.word, speller.lexicon)
            yield Name(token.text, start, is_right)
