"""A first configuration for a site, and a schema for each of its content types, as text."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from postlint.config.survey import SeenPost, Survey
from postlint.content.source import without_surrogates
from postlint.generators.content_types import ContentType, KindKey, content_types
from postlint.generators.folder_tree import FolderTree, escaped, folder_glob
from postlint.generators.recognise import ANY_SITE, PLAIN, Generator
from postlint.language.house_locale import HouseLocale
from postlint.schema.find import SUFFIX
from postlint.schema.infer.infer import Inferred, infer
from postlint.schema.infer.reader import reader_of
from postlint.schema.infer.sample import Sample
from postlint.schema.infer.written import schema_text, vocabulary_texts

NAME: Final = "postlint.toml"
FOLDER: Final = "schemas"
_NEEDS_FRONT_MATTER: Final = frozenset(("hugo", "jekyll", "jigsaw", "astro", "zola", "hexo"))
_OFTEN_WITHOUT: Final = 0.2
"""Where so many posts have no front matter, and the generator needs none, it is no slip."""
_MOST_OTHERS: Final = 10
_WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class ProposedType:
    """A content type and the schema that its posts keep to."""

    type: ContentType
    inferred: Inferred
    file: str
    """Of the schema, from the root of the site."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a site could be checked with."""

    types: tuple[ProposedType, ...]
    others: Mapping[str, int]
    """Where posts are that are too few for a schema, and how many."""
    bare: int
    """How many posts without front matter are of no type."""
    files: Mapping[str, str]
    """The text of each file by its path from the root; the configuration is the last one."""


def propose(seen: Survey, language: HouseLocale) -> Proposal:
    """Make a configuration and schemas of what was found in a site."""
    found = content_types([post.page for post in seen.posts])
    types = tuple(_with_schema(one, seen) for one in found.types)
    others = {where: len(posts) for where, posts in found.others.items()}
    files: dict[str, str] = {}
    for one in types:
        files[one.file] = schema_text(one.inferred)
        texts = vocabulary_texts(one.inferred)
        files |= {f"{FOLDER}/{name}": text for name, text in texts.items()}
    for key in found.keys:
        files[_file(key.name)] = _key_text(key)
    lines = _Writer(seen, language, types, found.keys, others).lines()
    files[NAME] = "".join(f"{line}\n" for line in lines)
    return Proposal(types, others, len(found.bare), files)


def _with_schema(found: ContentType, seen: Survey) -> ProposedType:
    mine = [seen.posts[number] for number in found.posts]
    samples = [post.sample for post in mine if post.sample]
    bare = [post for post in mine if post.sample is None]
    is_needed = any(_generator(post) in _NEEDS_FRONT_MATTER for post in mine)
    if not is_needed and len(bare) >= _OFTEN_WITHOUT * len(mine):
        samples += (Sample(post.shown, {}, "") for post in bare)
    reader = reader_of(post.generator for post in mine)
    inferred = infer(samples, found.name, seen.known, reader=reader)
    return ProposedType(found, inferred, _file(found.name))


def _file(name: str) -> str:
    """Of a schema, from the root of the site."""
    return f"{FOLDER}/{name}{SUFFIX}"


def _key_text(key: KindKey) -> str:
    """The schema that says what may stand under the key that tells types apart."""
    said = {one if isinstance(one, str) else json.dumps(one): n for one, n in key.values.items()}
    uses = ", ".join(f"{value}: {number}" for value, number in said.items())
    node = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": key.name,
        "type": "object",
        "properties": {key.key: {"$comment": f"uses: {uses}", "enum": list(key.values)}},
    }
    return schema_text(Inferred(key.name, sum(key.values.values()), node, {}, (), (), (), {}))


def _generator(post: SeenPost) -> str:
    return post.generator.name if post.generator else ""


class _Writer:
    """Writes the configuration, each value with what it was concluded from."""

    def __init__(
        self,
        seen: Survey,
        language: HouseLocale,
        types: Sequence[ProposedType],
        keys: Sequence[KindKey],
        others: Mapping[str, int],
    ) -> None:
        self._seen = seen
        self._language = language
        self._types = types
        self._keys = keys
        self._others = others

    def lines(self) -> Iterator[str]:
        """All of it."""
        number = _posts(sum(post.page.is_post for post in self._seen.posts))
        yield f"# Proposed by `postlint init` from {number}; yours to change."
        yield "# `postlint explain FILE` says what holds for a post. A schema says in each $comment"
        yield "# what it was concluded from."
        yield from self._general()
        yield from self._shipped()
        for key in self._keys:
            yield from self._key_table(key)
        for one in self._types:
            yield from self._table(one)
        yield from self._left_out()

    def _general(self) -> Iterator[str]:
        language = self._language
        lines = []
        if language.locale:
            spelt = f"{language.alike} of {language.words} words with two spellings"
            lines.append(f"locale = {_text(language.locale)}  # {spelt} are spelt so")
        elif language.is_other:
            lines.append('#locale = "de"  # the posts do not read as English: name their language')
        built = [f"/{escaped(folder)}/" for folder in self._seen.built]
        if self._seen.excluded or built:
            both = dict.fromkeys([*self._seen.excluded, *built])
            why = ["as it was"] * bool(self._seen.excluded) + ["built, or other people's"] * bool(
                built
            )
            lines.append(f"exclude = {_array(both)}  # {'; '.join(why)}")
        yield from ("", *lines) if lines else ()

    def _shipped(self) -> Iterator[str]:
        """Tables for the shipped schemas that hold where there is no configuration, of which each
        post keeps its own."""
        if not self._types:
            return
        sites = {
            post.site: post.generator
            for post in self._seen.posts
            if post.generator and post.site is not None
        }
        for site, generator in sorted(sites.items()):
            top, strange = self._pages_of(site)
            folders = [one for one in (*sites, *strange) if one != top and _is_in(one, top)]
            without = (f"!{folder_glob(one)}" for one in sorted({*folders}))
            yield from _shipped_table(generator, [folder_glob(top), *without])
        yield from self._of_no_site(sites)

    def _of_no_site(self, sites: Iterable[str]) -> Iterator[str]:
        """The tables for posts that lie in no generated site, but may name their generator."""
        said: dict[str, Counter[Generator | None]] = {}
        for post in self._seen.posts:
            if post.site is None and post.page.data is not None:
                of_folder = said.setdefault(post.page.folder, Counter())
                of_folder[_any_such(post.generator)] += 1
        kinds = {folder: max(each, key=each.__getitem__) for folder, each in said.items()}
        generators = sorted(
            {one for one in kinds.values() if one}, key=lambda one: (one.name != PLAIN, one.name)
        )
        numbers: dict[str, int | None] = {
            folder: generators.index(one) if one else None for folder, one in kinds.items()
        }
        sizes = {folder: each.total() for folder, each in said.items()}
        if generators and generators[0].name == PLAIN:
            numbers.setdefault("", 0)
        numbers |= dict.fromkeys(sites)
        tree = FolderTree(numbers, {folder: sizes.get(folder, 0) for folder in numbers})
        for number, generator in enumerate(generators):
            yield from _shipped_table(generator, tree.globs(number))

    def _pages_of(self, site: str) -> tuple[str, Sequence[str]]:
        """The folder that all pages of a generated site lie in, the site itself or right in it, and
        the folders of files that look like posts, but that no pages are made of."""
        inside = [
            post for post in self._seen.posts if post.site == site and post.page.data is not None
        ]
        pages = {post.page.folder for post in inside if post.page.is_post or post.generator}
        strange = {post.page.folder for post in inside} - pages
        start = f"{site}/" if site else ""
        tops = {folder.removeprefix(start).partition("/")[0] for folder in pages - {site}}
        top = tops.pop() if len(tops) == 1 and site not in pages else ""
        is_ground = top and not top.startswith("_")  # that is one collection of several to come
        return start + top if is_ground else site, sorted(strange)

    def _key_table(self, key: KindKey) -> Iterator[str]:
        yield ""
        yield f'# What "{_plain(key.key)}" may be: add what is new to this schema.'
        yield "[[content]]"
        yield from _files(key.files)
        yield f"schema = {_text(_file(key.name))}"

    def _table(self, proposed: ProposedType) -> Iterator[str]:
        found = proposed.type
        for number, where in enumerate(found.where or ({},)):
            yield ""
            if not number:
                yield f"# {_posts(len(found.posts))}."
            yield "[[content]]"
            yield from _files(found.files)
            if where:
                pairs = ", ".join(f"{_key(key)} = {_text(value)}" for key, value in where.items())
                yield f"where = {{ {pairs} }}"
            yield f"schema = {_text(proposed.file)}"

    def _left_out(self) -> Iterator[str]:
        if self._others:
            yield ""
            yield "# Without a schema, because they are too few and like no others:"
        ordered = sorted(self._others.items(), key=lambda one: (-one[1], one[0]))
        for where, number in ordered[:_MOST_OTHERS]:
            yield f"#   {_plain(where)}: {_posts(number)}"
        rest = ordered[_MOST_OTHERS:]
        if rest:
            yield f"#   and {_posts(sum(number for _, number in rest))} in {len(rest)} more places"


def _any_such(generator: Generator | None) -> Generator | None:
    """A generator whatever the post it was told by: others of its folder have their own names."""
    return generator and generator._replace(evidence="")


def _shipped_table(generator: Generator, globs: Sequence[str]) -> Iterator[str]:
    """The table for the pages of a generator, as the files around them tell it, or the posts."""
    evidence = generator.evidence.partition(" in ")[0]
    why = f"{_plain(evidence)} was found" if evidence else "the posts show it"
    yield ""
    if generator.name == PLAIN:
        yield "# What holds for the posts of any site."
    elif generator.schema == ANY_SITE:
        yield f"# What holds for the posts of any site, of {generator.name} too: {why}."
    else:
        yield f"# What {generator.name} reads in every page: {why}."
    yield "[[content]]"
    yield from _files(globs)
    yield f"schema = {_text(generator.schema)}"


def _is_in(folder: str, site: str) -> bool:
    return not site or folder == site or folder.startswith(f"{site}/")


def _posts(number: int) -> str:
    return "1 post" if number == 1 else f"{number} posts"


def _files(globs: Sequence[str]) -> Iterator[str]:
    line = f"files = {_array(globs)}"
    if len(line) <= _WIDTH:
        yield line
        return
    yield "files = ["
    yield from (f"  {_text(glob)}," for glob in globs)
    yield "]"


def _array(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _text(text: str) -> str:
    """A text as TOML writes it, which is as JSON does but for one character."""
    shown = json.dumps(without_surrogates(text), ensure_ascii=False)
    return shown.replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return key if key.isascii() and key.isalnum() else _text(key)


def _plain(text: str) -> str:
    """A text for a comment: one line, with nothing in it that a comment cannot hold."""
    return _text(text)[1:-1].replace('\\"', '"').replace("\\\\", "\\")
