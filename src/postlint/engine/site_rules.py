"""What the rules that compare the posts of a site say of each of them."""

import os
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from traceback import format_exc
from typing import TYPE_CHECKING, Any, NamedTuple

from postlint.content.facts import KnownPost
from postlint.content.neighbours import SiteProblem
from postlint.content.stamp import digest
from postlint.engine.checked import Checked, Crash
from postlint.model.errors import PostlintError
from postlint.model.paths import is_url

if TYPE_CHECKING:
    from postlint.config.resolve import Resolver
    from postlint.config.site import Site
    from postlint.engine.memory import Memory
    from postlint.rules.base import AnySiteRule

Said = Mapping[str, tuple[SiteProblem, ...]]
"""What is said, by the path of the file."""


class _Members(NamedTuple):
    """The posts of one site that have told something, in the order of their paths."""

    ground: str
    """The folder of the site, absolute."""
    posts: Sequence[KnownPost]

    @property
    def folder(self) -> Path:
        """A folder of one of the posts."""
        return Path(self.posts[0].path).parent


def sites_of(posts: Sequence[KnownPost], site: "Site") -> Mapping[str, Sequence[int]]:
    """The sites that posts are part of, by the folder of each, and the indexes of its posts.

    Raises ConfigError.
    """
    members: dict[str, list[int]] = defaultdict(list)
    grounds: dict[str, str] = {}
    for index, post in enumerate(posts):
        folder = os.path.dirname(post.path)  # noqa: PTH120 - a Path for each would take longer
        if folder not in grounds:
            grounds[folder] = _ground_of(Path(folder), site)
        members[grounds[folder]].append(index)
    return members


def site_problems(
    posts: Sequence[KnownPost],
    number: int,
    sites: Mapping[str, Sequence[int]],
    site: "Site",
    memory: "Memory | None" = None,
) -> tuple[Mapping[int, tuple[SiteProblem, ...]], Sequence[Checked]]:
    """What the rules of each site say of its posts, by index, and of other files.

    The first `number` of the posts are those of the run, the others are only known of. What is to
    be said of files that are no posts is told where the run has the whole site. Raises ConfigError,
    SchemaError and what a rule raises that is the user's to mend.
    """
    problems: dict[int, tuple[SiteProblem, ...]] = {}
    others: list[Checked] = []
    for ground, indexes in sorted(sites.items()):
        telling = {posts[index].path: index for index in indexes if posts[index].facts.collected}
        if not telling:
            continue
        members = _Members(ground, [posts[telling[path]] for path in sorted(telling)])
        said, crashes = _said_of(members, site, memory)
        for path, each in said.items():
            if path in telling:
                problems[telling[path]] = each
            elif all(index < number for index in indexes):
                others.append(_of_other(path, each, site.resolver_for(members.folder)))
        if crashes:
            others.append(Checked(ground, (), crashes=crashes))
    return problems, others


def _ground_of(folder: Path, site: "Site") -> str:
    ground = None if is_url(folder.as_posix()) else site.ground_for(folder)
    return ground or str(site.key_for(folder))


def _said_of(
    members: _Members, site: "Site", memory: "Memory | None"
) -> tuple[Said, tuple[Crash, ...]]:
    """What the rules say of the posts of one site, remembered or found out now, and which of them
    crashed."""
    if memory is None:
        return _found_out(members, site)
    told = _all_told(members)
    verdict = memory.recall_verdict(members.ground, told, members.folder)
    if verdict:
        return verdict.problems, ()
    files: set[str] = set()
    said, crashes = _found_out(members, site, files.add)
    if not crashes:
        memory.keep_verdict(members.ground, told, members.folder, said, sorted(files))
    return said, crashes


def _found_out(
    members: _Members, site: "Site", reads: Callable[[str], object] = lambda _: None
) -> tuple[Said, tuple[Crash, ...]]:
    resolver = site.resolver_for(members.folder)
    return said_in(Path(members.ground), members.posts, resolver, reads)


def said_in(
    root: Path,
    posts: Sequence[KnownPost],
    resolver: "Resolver",
    reads: Callable[[str], object] = lambda _: None,
) -> tuple[Said, tuple[Crash, ...]]:
    """What the rules of a site say of its posts, which are in the order of their paths, and which
    of the rules crashed; `reads` is told of the files that they looked at.

    Raises what a rule raises that is the user's to mend.
    """
    from postlint.content.site_facts import SiteFacts

    said: dict[str, list[SiteProblem]] = defaultdict(list)
    crashes: list[Crash] = []
    for active in resolver.site_rules:
        facts: SiteFacts[Any] = SiteFacts(root, posts, _unpack(active.rule), resolver.today, reads)
        try:
            for path, problem in active.rule.check(facts):
                said[path].append(SiteProblem(active.name, problem))
        except PostlintError:
            raise
        except Exception:  # one crashing rule never stops a run
            crashes.append(Crash(f"rule {active.name}", root.as_posix(), format_exc()))
    return {path: tuple(problems) for path, problems in said.items()}, tuple(crashes)


def _all_told(members: _Members) -> bytes:
    """What stands for all that the posts have told: another digest for anything else."""
    parts: list[bytes] = []
    for path, facts in ((post.path, post.facts) for post in members.posts):
        name = f"{path}\0{facts.date}\0{len(facts.collected)}\0{len(facts.packed_route)}\0"
        parts += (
            name.encode("utf-8", "surrogateescape"),
            facts.collected,
            facts.packed_route,
        )
    return digest(b"".join(parts))


def _of_other(path: str, problems: Sequence[SiteProblem], resolver: "Resolver") -> Checked:
    from postlint.engine.check import check_other

    return check_other(path, problems, resolver)


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
