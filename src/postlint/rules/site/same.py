"""Posts of a site that have something in common that each should have for itself."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple, TypeVar

from postlint.content.document import Document
from postlint.content.site_facts import PostFacts, SiteFacts, by_date
from postlint.model.span import Span
from postlint.rules.front_matter.entries import entries
from postlint.schema.published import is_out

_F = TypeVar("_F")
_NAMED: Final = 3
"""So many of the other posts are named."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z", re.ASCII)
_DAY: Final = re.compile(r"\d{1,2}\Z", re.ASCII)
_LANGUAGE: Final = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?\Z", re.IGNORECASE | re.ASCII)
_LANGUAGE_KEYS: Final = ("lang", "language", "locale")


class Own(NamedTuple):
    """What a post has under a key that no other post should have there."""

    digest: int
    """Of the text, as `digest_of` makes it."""
    span: Span


def own(doc: Document, key: str) -> Own | None:
    """What a post has under a key; None where it has no text there. A draft has nothing yet."""
    for entry in entries(doc, (key,)) if is_out(doc) else ():
        if isinstance(entry.value, str) and entry.value.strip():
            return Own(digest_of(entry.value, doc), entry.place.value)
    return None


def digest_of(text: str, doc: Document) -> int:
    """63 bits of a text, as another process makes them, too: without its case and blanks, and with
    the language that the post says it is in."""
    folded = f"{' '.join(text.split())}\0{said_language(doc)}".casefold()
    digest = blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def said_language(doc: Document) -> str:
    """The language that a post says it is in; "" where it does not say."""
    data = doc.data if isinstance(doc.data, dict) else {}
    return str(next((data[key] for key in _LANGUAGE_KEYS if key in data), "")).casefold()


def section_of(path: str) -> tuple[str, str]:
    """The folder whose posts stand in one list, and the language that the file is named for.

    Folders of years, months and days are none, and a post may have a folder of its own:
    `posts/2024/03/war/index.fr.md` is in `posts`, in French.
    """
    folder, _, name = path.rpartition("/")
    stem, _, endings = name.partition(".")
    if stem in ("index", "_index"):
        folder = folder.rpartition("/")[0]
    said = endings.partition(".")
    language = said[0].lower() if said[1] and _LANGUAGE.match(said[0]) else ""
    return _without_days(folder), language


@lru_cache(maxsize=4096)
def _without_days(folder: str) -> str:
    kept: list[str] = []
    is_inside = False
    for part in folder.split("/"):
        is_inside = bool(_YEAR.match(part) or (is_inside and _DAY.match(part)))
        if not is_inside:
            kept.append(part)
    return "/".join(kept)


def groups_of(
    site: SiteFacts[_F], what: Callable[[PostFacts[_F]], Hashable], days: int = 0
) -> Iterator[Sequence[PostFacts[_F]]]:
    """The posts that have the same of something, each group by date, the groups by their first.

    The last of a group may be reported: later ones that the rule says nothing of are left out.
    With `days`, a post is no more than so many days later than the one before it in its group.
    Only a hash is held of what each post has, and all of a post only where another has the same.
    """
    times = Counter(hash(what(post)) for post in site)
    groups: dict[Hashable, list[PostFacts[_F]]] = defaultdict(list)
    for post in site if len(times) < times.total() else ():
        same = what(post)
        if times[hash(same)] > 1:
            groups[same].append(post)
    for group in groups.values():
        for near in _near_in_time(sorted(group, key=by_date), days):
            kept = until_reported(near)
            if len(kept) > 1:
                yield kept


def until_reported(posts: Sequence[PostFacts[_F]]) -> Sequence[PostFacts[_F]]:
    """Some posts up to the last of which the rule may say something."""
    number = len(posts)
    while number and posts[number - 1].is_muted:
        number -= 1
    return posts[:number]


def _near_in_time(posts: Sequence[PostFacts[_F]], days: int) -> Iterator[Sequence[PostFacts[_F]]]:
    """Posts in the order of their dates, in groups. Those without a date may be of any day: they
    are near to all others where these are near to each other, and else to none."""
    dated = list(_dated_in_time(posts, days))
    undated = [post for post in posts if _day_of(post) is None]
    if not days or len(dated) < 2:
        yield posts
    else:
        yield undated
        yield from dated


def _dated_in_time(posts: Sequence[PostFacts[_F]], days: int) -> Iterator[Sequence[PostFacts[_F]]]:
    near: list[PostFacts[_F]] = []
    before = 0
    for post in posts:
        day = _day_of(post)
        if day is None:
            continue
        if near and day - before > days:
            yield near
            near = []
        near.append(post)
        before = day
    if near:
        yield near


def _day_of(post: PostFacts[_F]) -> int | None:
    try:
        return date.fromisoformat(post.date[:10]).toordinal()
    except ValueError:
        return None


def others_in_words(group: Sequence[PostFacts[_F]]) -> str:
    """All posts of a group but the latest, in words: "a.md", "a.md and b.md"."""
    others = [post.path for post in group[:-1]]
    names = others if len(others) <= _NAMED else others[-_NAMED + 1 :]
    if len(others) > len(names):
        more = len(others) - len(names)
        names = [*names, f"{more:,} more post{'s' * (more > 1)}"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
