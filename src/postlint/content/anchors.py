"""What the headings of a post are called in addresses: the part of a link behind the "#"."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from typing import Final
from urllib.parse import unquote

from postlint.content.body.markdown import Body
from postlint.content.facts import Places
from postlint.content.near import NearWords
from postlint.model.late_pattern import late_pattern

_IDS: Final = (
    ("id=", late_pattern(r"id(?<![\w-]id)=[{\"']{0,2}([^\"'\s<>{}]{1,200})")),
    ("name=", late_pattern(r"name(?<![\w-]name)=[{\"']{0,2}([^\"'\s<>{}]{1,200})")),
)
"""What an attribute looks like that names a place."""
_OWN: Final = late_pattern(r"[ \t]*+\{[^#{}\n]{0,99}#([^\s{}*]{1,200})")
"""A name in an attribute list, as `{#own}` and `{: #own}`, or in a comment: `{/* #own */}`."""
_ATTRIBUTES: Final = late_pattern(r"[ \t]*+\{(?:[:#.]|[A-Za-z][\w-]*=)")
_OF_LAYOUTS: Final = frozenset(
    ["top", "main", "content", "header", "footer", "nav", "toc", "search", "comments", "respond"]
)
"""Places that the pages around a post have, and "top", which every page has."""
_OF_READERS: Final = late_pattern(
    r"(?:user-content-)?fn(?:ref)?[:\-_]?\w*|disqus_thread|:~:.*|!.*|/.*"
)
"""Footnotes, a piece of text that is to be found, and addresses of a script."""
_BRINGS_NO_HEADING: Final = late_pattern(
    r"[ \t]*+\{(?:[:#$.]|\{--|\{[%<]\s*+/?+\s*+(?:figure|gist|details|param|qr|(?:rel)?ref"
    r"|vimeo|youtube|x|tweet|note|warning|tip|alert|notice|highlight|code\S*)[ %>]"
    r"|%[-+]?+\s*+(?!include|render|for\b|embed|partial|component|content))|[^{<@]"
    r"|<(?!%|[A-Z][^<>]*/>)"
    r"|@(?!include|component|markdown|yield)"
)
"""A template that stands for no part of the post, or for one without headings."""

_TERM: Final = late_pattern(r"^([^\s#:][^\n]{0,200})\n(?:[ \t]*\n)?[ ]{0,3}:[ \t]", re.MULTILINE)
"""A term of a definition list."""
_FOREIGN: Final = late_pattern(r"[^\x00-\u024f\u2000-\u206f](?:.*[^\x00-\u024f\u2000-\u206f])?")
"""From the first character to the last that is no Latin letter, or is none at all."""
_VARIATION: Final = "\ufe0f"
_NEAR: Final = 8
"""One in so many letters of a name may be wrong."""
_LOOK_BACK: Final = 200
"""Code points before a template in which its line begins."""

_CLOSING: Final = late_pattern(r"(?:^|[ \t])#+[ \t]*$")
_OWN_NAME: Final = late_pattern(r"[ \t]*\{[:/* ]{0,4}[#.:][^{}\n]*\}[ \t]*$")
_UNDERLINE: Final = late_pattern(r"\n[ \t>]*(?:=+|-+)[ \t]*\Z")
_INLINE: Final = late_pattern(
    r"(?<!`)(?P<ticks>`++)(?P<code>.{0,500}?)(?<!`)(?P=ticks)(?!`)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|!\[[^\[\]]{0,500}\](?:\([^()]{0,500}\)|\[[^\[\]]{0,200}\])?"
    r"|\[(?P<words>(?:[^\[\]`]|`[^`]{0,200}`){0,500})\](?:\([^()]{0,500}(?:\([^()]{0,200}\)[^()]{0,200})?\)|\[[^\[\]]{0,200}\])"
    r"|<(?P<address>https?://[^<>\s]{1,500})>"
    r"|</?[A-Za-z][^<>]{0,500}>"
    r"|\*{1,3}|~~|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"
)
_DASHES: Final = late_pattern("-{2,}")
_NOT_KEPT: Final = late_pattern(r"[^a-z0-9_ -]+")
_NO_WORD: Final = late_pattern(r"[^\w]+")
_NOT_KRAMDOWN: Final = late_pattern(r"^[^a-zA-Z]+|[^a-zA-Z0-9 -]")
_LONGEST: Final = 1_000
"""Code points of a heading that are looked at."""


@dataclass(frozen=True)
class Anchors:
    """The names of the places of a post, as the part of a link behind the "#"."""

    found: Places

    @property
    def is_open(self) -> bool:
        """Whether a template may bring in more headings than stand here."""
        return self.found.is_open

    def has(self, name: str) -> bool:
        """Whether a name leads somewhere, as far as one can tell.

        `name` is as it stands behind the "#", which may be percent-encoded.
        """
        if self.found.is_open or self._has(name):
            return True
        decoded = unquote(name)
        return decoded != name and self._has(decoded)

    def near(self, name: str) -> str | None:
        """What may have been meant by a name that leads nowhere."""
        return self._near.nearest(unquote(name))

    def _has(self, name: str) -> bool:
        if name.lower() in _OF_LAYOUTS or name in self.found.ids:
            return True
        if name in self._usual or name in self._names:  # most are called as usual
            return True
        if _OF_READERS.fullmatch(name):
            return True
        if not self._said_aloud or len(name) > _LONGEST:
            return False
        cuts = range(len(name) + 1)
        behind = frozenset(name[at:] for at in cuts)
        known = (self._said_aloud.get(name[:at]) for at in cuts)
        return any(endings and not behind.isdisjoint(endings) for endings in known)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(plain(heading) for heading in self.found.headings)

    @cached_property
    def _names(self) -> frozenset[str]:
        """What any of the generators calls one of the headings."""
        styles = zip(*map(_slugs, self._words), strict=True)
        return frozenset(name for style in styles for name in _numbered(style))

    @cached_property
    def _usual_names(self) -> tuple[str, ...]:
        """What most generators call the headings, and the names that the post gives."""
        usual = _numbered(map(_usual_slug, self._words), "-")
        return (*sorted(self.found.ids), *(name for name in usual if _VARIATION not in name))

    @cached_property
    def _usual(self) -> frozenset[str]:
        return frozenset(self._usual_names)

    @cached_property
    def _near(self) -> NearWords:
        return NearWords(self._usual_names, share=_NEAR)

    @cached_property
    def _said_aloud(self) -> Mapping[str, frozenset[str]]:
        """How the names of headings end in which Zola spells out a character, by how they begin.

        It makes "crab" of a crab, and Latin letters of all others.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for words in self._words:
            foreign = _FOREIGN.search(words)
            if foreign:
                ending = _slugs(words[foreign.end() :])[2]
                found[_slugs(words[: foreign.start()])[2]].add(ending)
        return {beginning: frozenset(endings) for beginning, endings in found.items()}


def find_places(text: str, body: Body) -> Places:
    """The places of one post, given as its text and what was read in its body."""
    terms = _TERM.findall(text) if "\n:" in text else ()
    headings = (text[one.start : min(one.end, one.start + _LONGEST)] for one in body.headings)
    is_open = any(_may_hold_headings(text, start, end) for start, end in body.templates)
    return Places((*headings, *terms), frozenset(_ids(text, body.templates)), is_open)


def _ids(text: str, templates: Iterable[tuple[int, int]]) -> Iterator[str]:
    """The names that a post gives to places, in HTML and in attribute lists."""
    for hint, named in _IDS if "=" in text else ():
        if hint in text:
            yield from named.findall(text)
    for start, end in templates:
        own = _OWN.match(text, start, end)
        if own:
            yield own[1]


def _may_hold_headings(text: str, start: int, end: int) -> bool:
    """Whether a template may stand for headings: it is alone on its lines, or in a heading."""
    before = text[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2].strip(" \t>")
    if before.startswith("#"):
        return not _ATTRIBUTES.match(text, start)
    is_alone = not (before or text[end : end + 1].strip())
    return is_alone and not _BRINGS_NO_HEADING.match(text, start)


def plain(heading: str) -> str:
    """The words of a heading as a reader sees them."""
    words = _UNDERLINE.sub("", heading.rstrip()).lstrip(" ")
    if words.startswith("#"):
        words = _CLOSING.sub("", words.lstrip("#"))
    words = _OWN_NAME.sub("", words)
    return unescape(_INLINE.sub(_shown, words.strip())).replace("\n", " ").strip()


def _shown(found: re.Match[str]) -> str:
    """What is seen of a piece of markup."""
    if found["words"] is not None:
        return _INLINE.sub(_shown, found["words"])
    return found["code"] or found["escaped"] or found["address"] or ""


@lru_cache(maxsize=4096)
def _slugs(words: str) -> tuple[str, ...]:
    """What the generators call a heading; the first is the usual name.

    GitHub, Docusaurus and Astro (github-slugger), Jekyll (kramdown's GFM) and Hugo (goldmark) keep
    letters, digits, "-" and "_", and make each space a "-"; GitLab and MkDocs make one of several;
    kramdown by itself keeps ASCII alone, from the first letter on; Zola, and Hugo with
    "blackfriday", make one "-" of all else.
    """
    lower = words.lower()
    kept = _usual_slug(words)
    single = _NO_WORD.sub("-", lower).strip("-")
    names = (kept, _DASHES.sub("-", kept).strip("-"), single, single.replace("_", "-"))
    kramdown = _NOT_KRAMDOWN.sub("", words).lower().replace(" ", "-") or "section"
    if words.isascii():
        return (*names, kramdown, *names)
    in_ascii = (unicodedata.normalize("NFKD", name).encode("ascii", "ignore") for name in names)
    return (*names, kramdown, *(name.decode() for name in in_ascii))


@lru_cache(maxsize=4096)
def _usual_slug(words: str) -> str:
    """What GitHub calls a heading, and most generators do."""
    lower = words.lower()
    if lower.isascii():
        return _NOT_KEPT.sub("", lower).replace(" ", "-")
    return "".join(char for char in lower if _is_kept(char)).replace(" ", "-")


def _is_kept(char: str) -> bool:
    return char.isalnum() or char in "-_ " or unicodedata.category(char)[0] == "M"


def _numbered(names: Iterable[str], marks: str = "-_") -> Iterator[str]:
    """The names, and behind each that was there before its number: `setup`, `setup-1`."""
    times: Counter[str] = Counter()
    for name in names:
        if times[name]:
            yield from (f"{name}{mark}{times[name]}" for mark in marks)
        else:
            yield name
        times[name] += 1
