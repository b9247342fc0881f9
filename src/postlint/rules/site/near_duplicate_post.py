"""A text that is published twice is corrected once, and search engines show neither."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final, NamedTuple
from zlib import crc32

from postlint.content.document import Document
from postlint.content.site_facts import PostFacts, SiteFacts, by_date
from postlint.model.finding import Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import BadSite, GoodSite, RuleMeta, rule
from postlint.rules.site.same import others_in_words, until_reported
from postlint.schema.published import is_out

_ALIKE: Final = 0.9
"""The share of what two texts have that both have."""
_NO_POST: Final = late_pattern(
    r"(?:^|/)(?:\.[^./]|(?:licen[cs]e|copying|notice)[^/]*$)", re.IGNORECASE
)
"""Files of a repository that are not published, and those that have the same text everywhere."""
_CANONICAL: Final = ("canonical", "canonical_url", "canonicalUrl", "canonicalURL")
_EDITION: Final = late_pattern(
    r"v\d[\w.-]*|version[-_]?[\w.-]*|\d+\.[\dx][\w.-]*|latest|next|stable|current|main|master|dev"
    r"|docs|versioned_docs|i18n|docusaurus-plugin-content-[\w-]+|[a-z]{2}(?:[-_][a-z]{2,4})?",
    re.IGNORECASE,
)
"""A folder that is named for a version or a language."""
_LANGUAGE_ENDING: Final = late_pattern(r"\.[a-z]{2}(?:[-_][A-Za-z]{2,4})?(?=\.\w+$)")
_ONLY_DIGITS: Final = bytes(code if chr(code).isdecimal() else ord(" ") for code in range(256))

_FEW: Final = {"min_words": 30}
_NEWS: Final = """
Fishermen described welcoming crowds, temporary barriers and inspectors checking documents.
Officials promised additional patrols, brighter lighting, affordable electricity and regular
dredging. Residents remained sceptical: previous governments announced similar programmes without
sufficient funding.
"""


class Text(NamedTuple):
    """What is held of the text of a post."""

    sketch: bytes
    numbers: int
    """A checksum of the numbers in it."""
    span: Span
    """The title, or how the post begins."""


@rule
class NearDuplicatePost:
    """Report a post that has nearly the same words as another one, and the same numbers.

    Small words, punctuation and the order of paragraphs make little difference. Reports that are
    written from a mould differ in their numbers, and are let be. So are texts of fewer than
    `min_words` words and in scripts that set no spaces; drafts; posts that name a canonical
    address; licences; what lies in a folder that begins with a full stop; and one text in the
    folders of several versions or languages. Of all posts that have one text, the latest is
    reported.
    """

    meta: ClassVar = RuleMeta(
        name="near-duplicate-post",
        group="site",
        summary="two posts have nearly the same text",
        severity=Severity.WARNING,
        presets=("news", "seo"),
        of_site=True,
        examples=(
            GoodSite({"a.md": "They met on Monday.\n", "b.md": "They met on Monday.\n"}),
            GoodSite({"a.md": f"On 3 May:\n{_NEWS}", "b.md": f"On 4 June:\n{_NEWS}"}, _FEW),
            GoodSite({"docs/v1/a.md": _NEWS, "docs/v2/a.md": _NEWS}, _FEW),
            BadSite(
                {
                    "a.md": f"---\ntitle: The harbour opens\ndate: 2024-03-02\n---\n{_NEWS}",
                    "b.md": f"---\ntitle: A harbour\ndate: 2024-03-01\n---\n{_NEWS}",
                },
                at=("a.md:2:8",),
                options=_FEW,
            ),
        ),
    )
    facts: ClassVar = Text
    min_words: int = 100

    def collect(self, doc: Document) -> Text | None:
        """A sketch of the text of a post."""
        words = doc.prose.lower_words
        if len(words) < self.min_words or _NO_POST.search(doc.path) or _is_elsewhere(doc):
            return None
        from postlint.language.sketch import sketch_of

        sketch = sketch_of(words)
        return Text(sketch, _numbers(doc.prose.text), _beginning(doc)) if sketch else None

    def check(self, site: SiteFacts[Text]) -> Iterator[tuple[str, Problem]]:
        """The latest of all posts that have one text."""
        from postlint.language.sketch import groups_of

        posts = sorted(site, key=by_date)
        sketches = [post.facts.sketch for post in posts]
        numbers = [post.facts.numbers for post in posts]
        groups = groups_of(sketches, numbers, _ALIKE, lambda a, b: _may_be_one(posts[a], posts[b]))
        for group in groups:
            members = until_reported([posts[index] for index in group])
            if len(members) < 2:
                continue
            latest = members[-1]
            message = f"text is nearly that of {others_in_words(members)}"
            help_ = "keep one of them and redirect the other, or name its canonical address"
            yield latest.path, Problem(latest.facts.span, message, help_)


def _is_elsewhere(doc: Document) -> bool:
    """Whether a post is not published, or says that its text belongs to another address."""
    data = doc.data if isinstance(doc.data, dict) else {}
    return not is_out(doc) or any(data.get(key) for key in _CANONICAL)


def _numbers(text: str) -> int:
    digits = text.replace("?", " ").encode("latin-1", "replace").translate(_ONLY_DIGITS)
    return crc32(b" ".join(digits.split()))


def _beginning(doc: Document) -> Span:
    """The title, or the first line of the text."""
    first = doc.segments[0]
    return first.source_span(0, len(first.text.split("\n")[0]))


def _may_be_one(one: PostFacts[Text], other: PostFacts[Text]) -> bool:
    """Whether two posts with one text are no editions of one post."""
    return _post(one.place) != _post(other.place)


def _post(path: str) -> list[str]:
    """What the path of a post is without what names a version or a language."""
    *folders, name = path.split("/")
    kept = [folder for folder in folders if not _EDITION.fullmatch(folder)]
    return [*kept, _LANGUAGE_ENDING.sub("", name)]
