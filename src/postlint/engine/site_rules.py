"""What the rules that compare the posts of a site say of each of them."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from traceback import format_exc
from typing import TYPE_CHECKING, Any, NamedTuple

from postlint.content.facts import KnownPost
from postlint.content.ignore import is_in
from postlint.content.neighbours import SiteProblem
from postlint.content.site_facts import SitePost
from postlint.content.stamp import digest
from postlint.engine.checked import Checked, Crash
from postlint.generators.recognise import site_above
from postlint.model.errors import PostlintError
from postlint.model.paths import is_url

if TYPE_CHECKING:
    from postlint.config.resolve import Resolver
    from postlint.config.site import Site
    from postlint.engine.memory import Memory
    from postlint.rules.base import AnySiteRule

Said = Mapping[str, tuple[SiteProblem, ...]]
"""What is said, by the path of the file."""


class SiteMeans(NamedTuple):
    """What is known besides the posts."""

    memory: "Memory | None" = None
    """What is remembered of earlier runs."""
    whole: Collection[str] = ()
    """The folders of the sites of which all posts are known."""
    excluded: Sequence[KnownPost] = ()
    """Posts that are not to be checked. They count where it is said that no post has something."""


class Placed(NamedTuple):
    """A post of a site."""

    place: str
    """Its path from the folder of the site on, with "/"."""
    at: int
    """Its index among the posts of the run and those behind them."""


class Members(NamedTuple):
    """The posts of one site that have told something, in the order of their places."""

    ground: str
    """The folder of the site, absolute."""
    posts: Sequence[SitePost]
    is_whole: bool
    """Whether all posts of the site are known."""

    @property
    def root(self) -> Path:
        """The folder of the site."""
        return Path(self.ground)

    @property
    def folder(self) -> Path:
        """A folder of one of the posts."""
        return Path(self.posts[0].path).parent


def sites_of(posts: Sequence[KnownPost], site: "Site") -> Mapping[str, Sequence[Placed]]:
    """The sites that posts are part of, by the folder of each. Raises ConfigError."""
    sites: dict[str, list[Placed]] = defaultdict(list)
    folders: dict[str, tuple[str, str]] = {}
    for index, post in enumerate(posts):
        folder, name = os.path.split(post.path)  # a Path for each would take longer
        if folder not in folders:
            folders[folder] = _ground_of(folder, site)
        ground, way = folders[folder]
        sites[ground].append(Placed(f"{way}{name}", index))
    return sites


def site_problems(
    posts: Sequence[KnownPost],
    number: int,
    sites: Mapping[str, Sequence[Placed]],
    site: "Site",
    means: SiteMeans,
) -> tuple[Mapping[int, tuple[SiteProblem, ...]], Sequence[Checked], tuple[Crash, ...]]:
    """What the rules of each site say of its posts, by index, and of other files; and which of them
    crashed.

    The first `number` of the posts are those of the run, the others are only known of. What is to
    be said of files that are no posts is told where the run has the whole site. Raises ConfigError,
    SchemaError and what a rule raises that is the user's to mend.
    """
    problems: dict[int, tuple[SiteProblem, ...]] = {}
    others: list[Checked] = []
    crashes: tuple[Crash, ...] = ()
    excluded = sites_of(means.excluded, site)
    for ground, placed in sorted(sites.items()):
        telling = [
            *_telling(posts, placed),
            *_telling(means.excluded, excluded.get(ground, ()), are_excluded=True),
        ]
        if not telling:
            continue
        members = Members(ground, sorted(telling), is_whole=ground in means.whole)
        said, crashed = _said_of(members, site, means.memory)
        crashes += crashed
        indexes = {posts[one.at].path: one.at for one in placed}
        untold = {one.path for one in telling if one.is_excluded}
        is_all_of_it = members.is_whole and all(one.at < number for one in placed)
        for path, each in said.items():
            if path in indexes:
                problems[indexes[path]] = each
            elif is_all_of_it and path not in untold:
                from postlint.engine.check import check_other

                others.append(check_other(path, each, site.resolver_for(members.folder)))
    return problems, others, crashes


def _telling(
    posts: Sequence[KnownPost], placed: Sequence[Placed], *, are_excluded: bool = False
) -> Iterator[SitePost]:
    """The posts of a site that have told something."""
    for place, index in placed:
        post = posts[index]
        if post.facts.collected:
            yield SitePost(place, post.path, post.facts, are_excluded)


def _ground_of(folder: str, site: "Site") -> tuple[str, str]:
    """The site that a folder is part of, and the way from there to the posts in it."""
    if is_url(folder):
        return str(site.key_for(Path(folder))), f"{folder}/"
    ground = site.ground_for(Path(folder)) or str(site.key_for(Path(folder)))
    real, top = os.path.realpath(folder), os.path.realpath(ground)
    if not is_in(real, top):  # a link that stands in the site may lead out of it
        real, top = os.path.abspath(folder), ground  # noqa: PTH100
        top = top if is_in(real, top) else os.getcwd()  # noqa: PTH109
    way = os.path.relpath(real, top).replace(os.sep, "/")
    return ground, "" if way == "." else f"{way}/"


def _said_of(
    members: Members, site: "Site", memory: "Memory | None"
) -> tuple[Said, tuple[Crash, ...]]:
    """What the rules say of the posts of one site, remembered or found out now, and which of them
    crashed."""
    if memory is None:
        return said_in(members, site.resolver_for(members.folder))
    told = _all_told(members)
    verdict = memory.recall_verdict(members.ground, told, members.folder)
    if verdict:
        return verdict.problems, ()
    files: set[str] = set()
    resolver = site.resolver_for(members.folder)
    said, crashes = said_in(members, resolver, files.add)
    if not crashes:
        memory.keep_verdict(members.ground, told, members.folder, said, sorted(files))
    return said, crashes


def said_in(
    members: Members, resolver: "Resolver", reads: Callable[[str], object] = lambda _: None
) -> tuple[Said, tuple[Crash, ...]]:
    """What the rules of a site say of its posts, and which of the rules crashed; `reads` is told of
    the files that they looked at.

    Raises what a rule raises that is the user's to mend.
    """
    from postlint.content.site_facts import SiteFacts

    said: dict[str, list[SiteProblem]] = defaultdict(list)
    crashes: list[Crash] = []
    checked = [post for post in members.posts if not post.is_excluded]
    for active in resolver.site_rules:
        facts: SiteFacts[Any] = SiteFacts(
            members.root,
            members.posts if active.rule.meta.counts_excluded else checked,
            _unpack(active.rule),
            resolver.today,
            reads,
            active.name,
            members.is_whole,
        )
        try:
            for path, problem in active.rule.check(facts):
                said[path].append(SiteProblem(active.name, problem))
        except PostlintError:
            raise
        except Exception:  # one crashing rule never stops a run
            crashes.append(Crash(f"rule {active.name}", members.ground, format_exc()))
    return {path: tuple(problems) for path, problems in said.items()}, tuple(crashes)


def _all_told(members: Members) -> bytes:
    """What stands for all that the posts have told, and for the generators that publish them:
    another digest for anything else."""
    parts = [b"whole" if members.is_whole else b"some", _generators_of(members)]
    for path, facts in ((post.path, post.facts) for post in members.posts):
        lengths = f"{len(facts.collected)}\0{len(facts.packed_route)}"
        name = f"{path}\0{facts.date}\0{' '.join(facts.muted)}\0{lengths}\0"
        parts += (
            name.encode("utf-8", "surrogateescape"),
            facts.collected,
            facts.packed_route,
        )
    return digest(b"".join(parts))


def _generators_of(members: Members) -> bytes:
    """What stands for the generated sites that the folders of the posts lie in."""
    folders = {os.path.split(post.path)[0] for post in members.posts}
    places = [
        (folder, site_above(os.path.abspath(folder), members.ground))  # noqa: PTH100
        for folder in sorted(folders)
        if not is_url(folder)
    ]
    return repr(places).encode("utf-8", "surrogateescape")


def _unpack(rule: "AnySiteRule") -> Callable[[bytes], object]:
    """Takes what a post has told one rule out of what it has told all of them."""
    return _unpacker(rule.meta.name, rule.facts)


@lru_cache(maxsize=64)
def _unpacker(name: str, facts: type) -> Callable[[bytes], object]:
    from msgspec import defstruct
    from msgspec.msgpack import Decoder

    # What the other rules were told is skipped without being made anything of.
    told = defstruct("Told", [("facts", facts | None, None)], rename={"facts": name})
    decode = Decoder(told).decode
    return lambda collected: decode(collected).facts  # type: ignore[attr-defined]
