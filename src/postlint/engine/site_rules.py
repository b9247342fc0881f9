"""What the rules that compare the posts of a site say of each of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from traceback import format_exc
from typing import TYPE_CHECKING, Any

from postlint.content.facts import KnownPost
from postlint.content.neighbours import SiteProblem
from postlint.content.site_facts import SiteFacts
from postlint.engine.check import check_other
from postlint.engine.checked import Checked, Crash
from postlint.model.errors import PostlintError
from postlint.model.paths import is_url

if TYPE_CHECKING:
    from postlint.config.resolve import ActiveRule
    from postlint.config.site import Site
    from postlint.rules.base import AnySiteRule


def site_problems(
    posts: Sequence[KnownPost], number: int, site: "Site"
) -> tuple[Mapping[int, tuple[SiteProblem, ...]], Sequence[Checked]]:
    """What the rules of each site say of its posts, by index, and of other files.

    The first `number` of the posts are those of the run, the others are only known of. What is to
    be said of files that are no posts, and a crash, is told where the run has the whole site.
    Raises ConfigError, and PostlintError for what a rule reads.
    """
    indexes = {post.path: index for index, post in enumerate(posts)}
    sites: dict[str, list[KnownPost]] = defaultdict(list)
    folders: dict[str, Path] = {}
    for post in posts:
        if post.facts.collected:
            folder = Path(post.path).parent
            ground = None if is_url(post.path) else site.ground_for(folder)
            ground = ground or str(site.key_for(folder))
            sites[ground].append(post)
            folders.setdefault(ground, folder)
    problems: dict[int, tuple[SiteProblem, ...]] = {}
    others: list[Checked] = []
    for ground, members in sorted(sites.items()):
        resolver = site.resolver_for(folders[ground])
        said, crashes = said_of_site(members, resolver.site_rules, Path(ground), site.today)
        is_whole = all(indexes[post.path] < number for post in members)
        for path, each in said.items():
            if path in indexes:
                problems[indexes[path]] = each
            elif is_whole:
                others.append(check_other(path, each, resolver))
        if crashes:
            others.append(Checked(ground, (), crashes=crashes))
    return problems, others


def said_of_site(
    posts: Iterable[KnownPost],
    rules: "Sequence[ActiveRule[AnySiteRule]]",
    root: Path,
    today: str,
) -> tuple[Mapping[str, tuple[SiteProblem, ...]], tuple[Crash, ...]]:
    """What the rules say of the posts of one site, by path, and which of them crashed.

    The paths may be those of files that are no posts. Raises PostlintError, which is the user's to
    mend.
    """
    in_order = sorted(posts, key=lambda post: post.path)
    said: dict[str, list[SiteProblem]] = defaultdict(list)
    crashes: list[Crash] = []
    for active in rules:
        site: SiteFacts[Any] = SiteFacts(root, in_order, _unpack(active.rule), today)
        try:
            for path, problem in active.rule.check(site):
                said[path].append(SiteProblem(active.name, problem))
        except PostlintError:
            raise
        except Exception:  # one crashing rule never stops a run
            crashes.append(Crash(f"rule {active.name}", str(root), format_exc()))
    return {path: tuple(problems) for path, problems in said.items()}, tuple(crashes)


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
