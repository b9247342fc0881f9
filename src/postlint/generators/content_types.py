"""The content types of a site: which posts are alike, and how a configuration tells them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple

from postlint.content.data.tree import Json
from postlint.content.near import is_plural, nearest
from postlint.generators.folder_groups import (
    FEWEST,
    INDEX,
    Groups,
    Page,
    alike,
    group_folders,
)
from postlint.generators.folder_tree import FolderTree, and_above, escaped
from postlint.generators.key_profile import KeyProfile
from postlint.model.paths import part_of_name

_KIND_KEYS: Final = ("layout", "type", "extends", "template")
"""What a post says of its own kind."""
_NEARLY_ALL: Final = 0.98
_BARE: Final = 3
"""So many files without front matter, and no other, are no posts: parts of pages, notes."""
_MOST_VALUES: Final = 30
"""More layouts are no list of all that there are."""
_MOST_SLIPS: Final = 2
"""So many posts may have the same slip in their layout; what more of them have is meant."""
_NO_NAMES: Final = frozenset(
    ("", "content", "src", "source", "site", "website", "latest", "main", "public", "www")
)
"""Folders that say nothing of what lies in them."""
_LANGUAGE: Final = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
_NO_NAME: Final = re.compile(r"[^\w-]+")
_INDEX: Final = f"{INDEX}.*"


@dataclass(frozen=True, slots=True)
class ContentType:
    """Posts that are alike, and what tells them from the others."""

    name: str
    """Fit for the name of a file."""
    files: tuple[str, ...]
    """Globs in .gitignore notation, from the root of the site."""
    where: tuple[Mapping[str, str], ...]
    """Front-matter values, of which one has to hold; empty: all posts among the files."""
    posts: tuple[int, ...]
    """Their indexes, those without front matter too."""


@dataclass(frozen=True, slots=True)
class KindKey:
    """A key by which posts that lie together are of several types."""

    name: str
    """Fit for the name of a file, as those of the types."""
    files: tuple[str, ...]
    """As those of the types."""
    key: str
    values: Mapping[Json, int]
    """What may stand there, and how many posts have it, the commonest first."""
    posts: tuple[int, ...]
    """Those where it is probably misspelt: they are of no type."""


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """The content types of a site, the one with most posts first, and who belongs to none."""

    types: tuple[ContentType, ...]
    others: Mapping[str, tuple[int, ...]]
    """Posts that are too few to say what they have to be like, by what they have in common: a
    folder, `_index.*`, or a front-matter value or that it is missing."""
    bare: tuple[int, ...] = ()
    """Posts without front matter among no others: parts of pages, notes."""
    keys: tuple[KindKey, ...] = ()
    """Every post is in one of the types, among the others, of one of these, or bare."""


class _Part(NamedTuple):
    """Some posts of a kind."""

    name: str
    """Empty where it is all of them."""
    where: tuple[Mapping[str, str], ...]
    posts: Sequence[int]


class _Split(NamedTuple):
    """What the posts of a kind are, by the layout they name."""

    parts: Sequence[_Part]
    rest: Mapping[str, Sequence[int]] = {}
    """Those of layouts with few posts that are like no other, or of no layout."""
    key: str = ""
    """That of the layout; empty where it makes no difference."""
    values: Mapping[Json, int] = {}
    """As those of `KindKey`."""
    slips: Sequence[int] = ()
    """Those with a misspelt layout."""


def content_types(pages: Sequence[Page]) -> ContentTypes:
    """Sort the posts of a site into types, by folder, index page, and layout or type key.

    Folders and layouts are kept apart only where their key sets really differ.
    """
    groups = group_folders(pages)
    tree = _tree(pages, groups)
    members: dict[int, list[int]] = {}
    others: dict[str, list[int]] = {}
    bare: list[int] = []
    for number, page in enumerate(pages):
        kind = _kind_of(page, groups, tree)
        if kind is not None:
            members.setdefault(kind, []).append(number)
        elif page.is_post and page.data is not None:
            where = _INDEX if page.is_index else f"{page.folder or '.'}/"
            others.setdefault(where, []).append(number)
        elif page.is_post:
            bare.append(number)
    names: set[str] = set()
    types: list[ContentType] = []
    keys: list[KindKey] = []
    for kind, posts in sorted(members.items(), key=lambda one: (-len(one[1]), one[0])):
        files = _files(kind, pages, groups, tree)
        its_names = list(_names(tree.tops(kind), [pages[one] for one in posts]))
        split = _split(pages, posts)
        for part in split.parts:
            its_own = [part.name, *(f"{one}-{part.name}" for one in its_names)]
            name = _unused(its_own if part.name else its_names, names)
            types.append(ContentType(name, files, part.where, tuple(part.posts)))
        for where, some in split.rest.items():
            others.setdefault(where, []).extend(some)
        if split.values:
            name = _unused((f"{one}-{split.key}" for one in its_names), names)
            keys.append(KindKey(name, files, split.key, split.values, tuple(split.slips)))
    types.sort(key=lambda one: (-len(one.posts), one.name))
    sorted_out = {where: tuple(some) for where, some in others.items()}
    return ContentTypes(tuple(types), sorted_out, tuple(bare), tuple(keys))


def _tree(pages: Iterable[Page], groups: Groups) -> FolderTree:
    """The folders whose kind is known, also that they are of none; others are as those above."""
    kinds: dict[str, int | None] = dict(groups.of_folder)
    sizes: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    strange: Counter[str] = Counter()
    for page in pages:
        sizes[page.folder] += 1
        bare[page.folder] += page.data is None
        strange[page.folder] += not page.is_post
    for folder, size in sizes.items():
        if size in (strange[folder], bare[folder] if size >= _BARE else None):
            kinds[folder] = None
    return FolderTree(kinds, sizes)


def _kind_of(page: Page, groups: Groups, tree: FolderTree) -> int | None:
    if not page.is_post:
        return None
    return groups.of_index if page.is_index else tree.kind_of(page.folder)


def _files(kind: int, pages: Sequence[Page], groups: Groups, tree: FolderTree) -> tuple[str, ...]:
    """The globs of a kind: its folders, then what is to be said of single names in them."""
    globs = dict.fromkeys(tree.globs(kind))
    index = [page.folder for page in pages if page.is_index and page.is_post]
    is_inside = [tree.kind_of(folder) == kind for folder in index]
    has_all_index = groups.of_index == kind and not all(is_inside)
    if has_all_index:
        folder = _common(index)
        globs[f"{escaped(folder)}/**/{_INDEX}" if folder else _INDEX] = None
    elif groups.of_index != kind and any(is_inside):
        globs[f"!{_INDEX}"] = None
    mine = [
        page
        for page in pages
        if tree.kind_of(page.folder) == kind or (page.is_index and has_all_index)
    ]
    names = {_file(page) for page in mine if page.is_post}
    for page in mine:
        if not page.is_post:
            name = _file(page)
            globs[f"!/{escaped(page.path)}" if name in names else f"!{escaped(name)}"] = None
    return tuple(globs)


def _file(page: Page) -> str:
    return page.path.rpartition("/")[2]


def _common(folders: Sequence[str]) -> str:
    """The folder that all of some folders are or lie in."""
    shared = [one for one in and_above(min(folders)) if one in and_above(max(folders))]
    return shared[-1] if shared else ""


def _split(pages: Sequence[Page], posts: Sequence[int]) -> _Split:
    """The posts of a kind by the layout or type they name, where that makes a difference."""
    for key in _KIND_KEYS:
        by_value = _by_value(key, pages, posts)
        large = [value for value, some in by_value.items() if len(some) >= FEWEST]
        named = {number for some in by_value.values() for number in some}
        forgotten = len(posts) - len(named)
        if len(large) > 1 and forgotten <= max(1, (1 - _NEARLY_ALL) * len(posts)):
            is_list = len(by_value) <= _MOST_VALUES
            slips = _slips(by_value, large) if is_list else {}
            known = {one: some for one, some in by_value.items() if one not in slips}
            parts = _unlike(key, pages, known)
            if len(parts) > 1:
                small = known.keys() - {one[key] for part in parts for one in part.where}
                rest = {f"{key} = {one}": known[one] for one in sorted(small)}
                unnamed = [number for number in posts if number not in named]
                if unnamed:
                    rest[f"no {key}"] = unnamed
                values = _values(key, pages, known, unnamed) if is_list else {}
                return _Split(parts, rest, key, values, [*chain(*slips.values())])
    return _Split([_Part("", (), posts)])


def _slips(
    by_value: Mapping[str, Sequence[int]], large: Sequence[str]
) -> Mapping[str, Sequence[int]]:
    """The layouts of a post or two that are one slip from one of many; lists have one of their own,
    `posts` beside `post`."""
    near = {
        value: nearest(value, large, share=len(value) + 2)
        for value, some in by_value.items()
        if len(some) <= _MOST_SLIPS
    }
    return {
        value: by_value[value]
        for value, other in near.items()
        if other and not is_plural(value, other)
    }


def _values(
    key: str,
    pages: Sequence[Page],
    known: Mapping[str, Sequence[int]],
    unnamed: Iterable[int],
) -> Mapping[Json, int]:
    """What may stand where a layout is named, also for none, the commonest first."""
    counts: Counter[Json] = Counter({value: len(some) for value, some in known.items()})
    for number in unnamed:
        data = pages[number].data or {}
        value = data.get(key, ...)
        if value is None or value is False or value == "":
            counts[value] += 1
    return dict(sorted(counts.items(), key=lambda one: (-one[1], str(one[0]))))


def _by_value(key: str, pages: Sequence[Page], posts: Iterable[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number in posts:
        value = (pages[number].data or {}).get(key)
        if isinstance(value, str) and value:
            found.setdefault(value, []).append(number)
    return found


def _unlike(key: str, pages: Sequence[Page], by_value: Mapping[str, list[int]]) -> list[_Part]:
    """The posts that name a layout, those together whose other keys are alike."""
    parts: list[_Part] = []
    profiles: list[KeyProfile] = []
    for value in sorted(by_value, key=lambda one: (-len(by_value[one]), one)):
        posts = by_value[value]
        profile = KeyProfile(pages[number].data or {} for number in posts).without(key)
        likeness = [alike(profile, known) for known in profiles]
        best = max(range(len(parts)), key=likeness.__getitem__, default=None)
        if best is not None and likeness[best]:
            part = parts[best]
            parts[best] = _Part(part.name, (*part.where, {key: value}), [*part.posts, *posts])
            profiles[best].take_in(profile)
        elif len(posts) >= FEWEST:
            parts.append(_Part(re.split(r"[./]", value)[-1] or value, ({key: value},), posts))
            profiles.append(profile)
    return parts


def _names(tops: Iterable[str], pages: Sequence[Page]) -> Iterator[str]:
    """What to call posts, by the folder that most of them are in; the best name first."""
    if pages and all(page.is_index for page in pages):
        yield "sections"
        return
    parts = [
        part.lstrip("_")
        for part in next(iter(tops), "").split("/")
        if part not in _NO_NAMES and not _LANGUAGE.fullmatch(part)
    ]
    for count in range(1, len(parts) + 1):
        yield "-".join(parts[-count:])
    if not parts:
        dated = sum(page.is_dated for page in pages)
        yield "posts" if 2 * dated > len(pages) else "pages"


def _unused(wanted: Iterable[str], names: set[str]) -> str:
    """A name for a file that is not among `names`, to which it is added."""
    plain = [_fit(one) for one in wanted]
    numbered = (f"{plain[0]}-{number}" for number in range(2, len(names) + 3))
    name = next(one for one in chain(plain, numbered) if one not in names)
    names.add(name)
    return name


def _fit(text: str) -> str:
    """A text as the name of a file, cut where it is long."""
    name = _NO_NAME.sub("-", text).strip("-_").lower()
    return part_of_name(name).strip("-_") or "posts"
