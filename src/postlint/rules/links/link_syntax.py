"""A link whose signs are mixed up is text with brackets in it, or leads to no web address."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.body.links import Link
from postlint.content.document import Document
from postlint.content.local_links import WITHOUT_SCHEME
from postlint.content.near import nearest
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule


def _slips(word: str) -> Iterator[str]:
    """A word, and what is made of it with one key missed, hit twice, too early, or beside it."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        yield word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        yield from (word[:at] + letter + word[at + 1 :] for letter in "htps")


_ADDRESS: Final = r"(?:https?://|mailto:|www\.|\.{0,2}/)[^\s()\[\]<>]{1,500}"
_FILE: Final = (
    r"[\w./%-]{1,200}\.(?:md|mdx|markdown|html?|png|jpe?g|gif|svg|webp|pdf)(?:#[\w-]{0,99})?"
)
_WHERE: Final = rf"(?:{_ADDRESS}|{_FILE})"
# Both begin with what is rare, and what stands before it is looked at only there.
_REVERSED: Final = late_pattern(rf"\)\[({_WHERE})\](?![(\[:])")
_GAP: Final = late_pattern(rf"\]([ \t]+)\({_WHERE}\)")
_WORDS_BEFORE: Final = 200
"""Code points in which the words of such a link begin."""
_SPACES: Final = late_pattern(r"\]\(([^\s()<>\"']{1,300}+(?: [^\s()<>\"']{1,300}+){1,20}+)\)")
_PLACE: Final = late_pattern(r"https?://|\.{0,2}/|.*\.\w{2,5}\Z")
_MOST_GUESSES: Final = 100
"""For so many links of a post it is found out which label may have been meant."""
_NUMBER: Final = late_pattern(r"[\d\s,–-]+|[xX]")
_ENDING: Final = late_pattern(r"[^:?]*\.\w{2,5}")

_GOOD_SCHEME: Final = late_pattern(r"(?i)https?://(?!/|https?[:/])|(?![htps]{2,7}[:;/])")
_SCHEME: Final = late_pattern(r"(?i)(h?[htps]{2,6})([:;]?/{2,3}|[:;]/?|:://)(?=[\w\[])")
_INNER: Final = late_pattern(r"(?i)https?:?//(?=(https?)(:?/{1,2})[\w\[])")
_MEANT: Final = {
    **dict.fromkeys(_slips("http"), "http"),
    **{slip: "https" for slip in _slips("https") if slip.endswith("s")},
}
_PERHAPS_WRONG: Final = late_pattern(
    r"(?i)\n(?:\n|(?!https?://(?!/|https?[:/]))[htps]{2,7}[:;/]|[\w.+\x7f-]++@|www\."
    r"|(?:[\w\x7f-]{1,63}\.){1,3}(?:com|org|net|io|dev|gov|edu)/)"
)
"""A line of `Document.targets` that is worth a closer look."""
_MAIL: Final = late_pattern(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}")
_INDEX: Final = late_pattern(r"[\w\])!]")


@rule
class LinkSyntax:
    """Report a link that is written wrongly, so that it is no link or leads nowhere.

    Reversed brackets `(words)[target]`, a space before the target or in it, `http:/` and other
    slips in what an address begins with, an address without `https://` or `mailto:`, an empty
    target, and a label that nothing defines; but not where a template may bring in definitions.
    """

    meta: ClassVar = RuleMeta(
        name="link-syntax",
        group="links",
        summary="a link is written wrongly",
        severity=Severity.WARNING,
        fix="sometimes",
        examples=(
            Good("[a](https://x.org/_(b)?c=http://d.org), [b](<c d>), [e][e]\n\n[e]: f 'g h'\n"),
            Good(
                "f(x)[0], (see)[1], [1] (a), [x] (https://x.org), `(a)[https://x.org]`, [a] (b)\n"
            ),
            Good(
                "[a](https://web.archive.org/web/20/http://x.org), [b](tel:1), [](){#c}, m[i][j]\n"
            ),
            Good("[a][from-there]\n\n{% include links.md %}\n"),
            Bad(
                "See (the site)[https://x.org] and (this)[guide.md].\n",
                at=("1:5", "1:35"),
                fixed="See [the site](https://x.org) and [this](guide.md).\n",
            ),
            Bad(
                "See [the site] (https://x.org/a).\n",
                at=("1:5",),
                fixed="See [the site](https://x.org/a).\n",
            ),
            Bad(
                "See [the map](img/the map.png), [more](https://x.org/a b).\n",
                at=("1:15", "1:40"),
                fixed="See [the map](<img/the map.png>), [more](https://x.org/a b).\n",
            ),
            Bad(
                "[a](http:/x.org) [b](http//x.org) [c](htp://x.org) [d](http://https://x.org)\n",
                at=("1:5", "1:22", "1:39", "1:56"),
                fixed="[a](http://x.org) [b](http://x.org) [c](http://x.org) [d](https://x.org)\n",
            ),
            Bad(
                "[a](www.x.org/b) [c](d@x.org) [e]()\n",
                at=("1:5", "1:22", "1:31"),
                fixed="[a](https://www.x.org/b) [c](mailto:d@x.org) [e]()\n",
            ),
            Bad(
                "[a][setpu]\n\n[setup]: /a\n",
                at=("1:5",),
                fixed="[a][setup]\n\n[setup]: /a\n",
            ),
        ),
    )

    def check(self, doc: Document) -> Iterator[Problem]:
        """All wrong links, in the order of the text."""
        problems = [
            # Brackets of no link are a part of the prose.
            *((*_reversed(doc), *_gaps(doc), *_spaces(doc)) if "]" in doc.prose.text else ()),
            *(_wrong_targets(doc) if _PERHAPS_WRONG.search(doc.targets) else ()),
        ]
        return iter(sorted(problems, key=lambda one: one.span))


def _words_start(doc: Document, opening: str, at: int) -> int:
    """Where the bracket opens that is closed at an offset; -1 where that is no start of a link."""
    text = doc.text
    start = text.rfind(opening, max(doc.body.start, at - _WORDS_BEFORE), at)
    is_plain = start >= 0 and start + 1 < at and not re.search(r"[()\[\]\n]", text[start + 1 : at])
    if not is_plain or doc.is_code(start) or (start and _INDEX.match(text, start - 1)):
        return -1
    return start


def _reversed(doc: Document) -> Iterator[Problem]:
    for found in _REVERSED.finditer(doc.text, doc.body.start):
        start = _words_start(doc, "(", found.start())
        if start < 0:
            continue
        span = Span(start, found.end())
        wrong = doc.text[span.start : span.end]
        right = f"[{doc.text[start + 1 : found.start()]}]({found[1]})"
        yield Problem(
            span,
            f'"{_short(wrong)}" has its brackets reversed, expected "{_short(right)}"',
            fix=Fix(f'write "{_short(right)}"', (Edit(span, right),), safe=True),
        )


def _gaps(doc: Document) -> Iterator[Problem]:
    for found in _GAP.finditer(doc.text, doc.body.start):
        start = _words_start(doc, "[", found.start())
        words = doc.text[start + 1 : found.start()]
        if start < 0 or _NUMBER.fullmatch(words) or _is_link(doc, start):
            continue
        wrong = _short(doc.text[start : found.end()])
        yield Problem(
            Span(start, found.end()),
            f'"{wrong}" has a space before its target, expected none',
            help="with a space there it is no link",
            fix=Fix("remove the space", (Edit(Span(*found.span(1)), ""),), safe=True),
        )


def _is_link(doc: Document, start: int) -> bool:
    """Whether a link begins at an offset, or with an exclamation mark before it."""
    at = bisect_right(doc.links, start, key=lambda link: link.span.start) - 1
    return at >= 0 and start <= doc.links[at].words.start


def _spaces(doc: Document) -> Iterator[Problem]:
    for found in _SPACES.finditer(doc.text, doc.body.start):
        if not _PLACE.match(found[1]) or doc.is_code(found.start() + 1):
            continue
        span = Span(*found.span(1))
        fix = None
        if _ENDING.fullmatch(found[1]):
            fix = Fix("put it in angle brackets", (Edit(span, f"<{found[1]}>"),), safe=True)
        yield Problem(
            span,
            f'target "{_short(found[1])}" has a space, expected none',
            help="write %20 for a space, or put the target in angle brackets",
            fix=fix,
        )


def _wrong_targets(doc: Document) -> Iterator[Problem]:
    """What is wrong with the targets of links that are links."""
    labels: list[str] | None = None
    guesses = 0
    for link in doc.links:
        target = link.target
        if target and target[:8] == "https://" and target[8:9] not in "/hH":
            continue
        if link.kind == "undefined":
            if labels is None:
                labels = _labels(doc)
            guesses += 1
            yield from _undefined(doc, link, labels if guesses <= _MOST_GUESSES else [])
        elif target == "":
            yield from _empty(doc, link)
        elif target is not None and link.kind != "bare" and not _GOOD_SCHEME.match(target):
            yield from _wrong_scheme(doc, link, target)
        elif target is not None and link.kind in ("inline", "definition"):
            yield from _no_scheme(doc, link, target)


def _empty(doc: Document, link: Link) -> Iterator[Problem]:
    words = _words(doc, link)
    behind = doc.text[link.span.end : link.span.end + 1]
    if link.kind == "inline" and behind != "{" and (words.strip() or link.is_image):
        yield Problem(link.span, f'"{_short(words)}" has an empty target', "say where it leads")


def _wrong_scheme(doc: Document, link: Link, target: str) -> Iterator[Problem]:
    """`http:/`, `htp://`, `http://https://`."""
    found = _INNER.match(target)
    if found:
        right = f"{found[1].lower()}://"
        wrong = target[: found.end(2)]
    else:
        found = _SCHEME.match(target)
        name = _MEANT.get(found[1].lower()) if found else None
        if not found or not name:
            return
        wrong, right = found[0], f"{name}://"
    if wrong.lower() != right:
        yield _wrong_start(doc, link, (wrong, right), is_sure=True)


def _no_scheme(doc: Document, link: Link, target: str) -> Iterator[Problem]:
    """`www.example.org`, `me@example.org`."""
    if _MAIL.fullmatch(target):
        yield _wrong_start(doc, link, ("", "mailto:"), is_sure=True)
    elif WITHOUT_SCHEME.match(target):
        yield _wrong_start(doc, link, ("", "https://"), is_sure=False)


def _wrong_start(doc: Document, link: Link, start: tuple[str, str], *, is_sure: bool) -> Problem:
    wrong, right = start
    target = link.target or ""
    span, fix = link.target_span, None
    if doc.text[span.start : span.end] == target:
        begins = Span(span.start, span.start + len(wrong))
        fix = Fix(f'begin with "{right}"', (Edit(begins, right),), safe=is_sure)
    begins_with = f'begins with "{wrong}"' if wrong else "is taken for a file"
    return Problem(span, f'"{_short(target)}" {begins_with}, expected "{right}"', fix=fix)


def _labels(doc: Document) -> list[str]:
    """The labels that are defined."""
    return sorted({link.label for link in doc.links if link.kind == "definition"})


def _undefined(doc: Document, link: Link, labels: list[str]) -> Iterator[Problem]:
    if doc.anchors.is_open or _INDEX.match(doc.text, link.span.start - 1):
        return
    words = _words(doc, link)
    label = link.label or words
    near = nearest(label, labels, share=5)
    tail = Span(link.words.end + 2, link.span.end - 1)
    fix = None
    if near and doc.text[tail.start : tail.end] == link.label:
        fix = Fix(f'replace with "{near}"', (Edit(tail, near),))
    yield Problem(
        tail if tail.start < tail.end else link.span,
        f'no link is defined as "[{_short(label)}]"' + (f'; "[{near}]" is' if near else ""),
        help=f"add a line [{_short(label)}]: and the target",
        suggestions=(near,) if near else (),
        fix=fix,
    )


def _words(doc: Document, link: Link) -> str:
    """The words of a link, or how they begin: images in each other have no end of words."""
    return doc.text[link.words.start : min(link.words.end, link.words.start + _WORDS_BEFORE)]


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
