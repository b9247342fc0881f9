"""What a configuration that is not in its place yet would say of the front matter of posts."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from postlint.config.disk import THIS_DISK
from postlint.config.load import load_config
from postlint.config.resolve import Resolver
from postlint.config.survey import Survey
from postlint.content.data.tree import Json
from postlint.content.neighbours import ALONE, Neighbours
from postlint.content.site_facts import SitePost
from postlint.content.source import read_bytes
from postlint.engine.check import check_safely, check_unreadable
from postlint.engine.checked import Checked
from postlint.engine.site_rules import Members, said_in
from postlint.generators.recognise import Generator
from postlint.model.errors import ConfigError, SchemaError
from postlint.model.paths import shown
from postlint.rules.registry import RULES
from postlint.schema.load import Schema, load_schema

_RULES: Final = tuple(
    rule.meta.name
    for rule in RULES
    if rule.meta.is_default and (rule.meta.tells_faults or rule.meta.group == "front-matter")
)
"""Those that speak of the front matter, and that a file cannot be read."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """The disk of the site, but for the schemas that are not on it yet."""

    schemas: Mapping[Path, Schema]

    def absolute(self, path: str) -> str:
        return THIS_DISK.absolute(path)

    def shown(self, path: Path) -> str:
        return THIS_DISK.shown(path)

    def schema(self, path: Path, root: Path) -> Schema:  # noqa: ARG002 - those of `Disk`
        return self.schemas[path]

    def own_schema(self, name: str, folder: Path, root: Path) -> Schema:
        return THIS_DISK.own_schema(name, folder, root)

    def generator(self, path: str, root: Path, front_matter: Json) -> Generator | None:
        return THIS_DISK.generator(path, root, front_matter)


def try_config(
    draft: Path, seen: Survey, advance: Callable[[int], object] = lambda _: None
) -> Sequence[Checked]:
    """What is wrong with the front matter of each post of a site, were a configuration in its
    place: that of the file `draft`, which lies in another folder with all the schemas it names.

    What schemas refer to is looked for in the site. Raises ConfigError and SchemaError, which name
    the files as they will be in the site.
    """
    try:
        resolver = _resolver(draft, Path(seen.root))
    except (ConfigError, SchemaError) as error:
        elsewhere = f"{shown(draft.parent.resolve())}/"
        raise type(error)(str(error).replace(elsewhere, _start(seen.root))) from None
    results = [check_unreadable(path, reason, resolver) for path, reason in seen.unread]
    paths = [post.shown for post in seen.posts if post.page.is_post]
    for path in paths:
        results.append(_checked(path, resolver))
        advance(1)
    posts = sorted(SitePost(_place(one.path, seen), one.path, one.facts) for one in results)
    said, crashes = said_in(Members(seen.root, posts, is_whole=True), resolver)
    for number, one in enumerate(results):
        if one.path in said:
            results[number] = _checked(one.path, resolver, Neighbours(problems=said[one.path]))
    return [*results, *([Checked(seen.root, (), crashes=crashes)] if crashes else ())]


def _resolver(draft: Path, root: Path) -> Resolver:
    folder = draft.parent.resolve()
    config = load_config(folder / draft.name)
    names = {path for entry in config.content for path in entry.schemas}
    schemas = {path: _placed(load_schema(path, root), folder, root) for path in names}
    placed = replace(config, root=root, path=None)
    return Resolver(placed, select=_RULES, disk=_Draft(schemas))


def _placed(schema: Schema, folder: Path, root: Path) -> Schema:
    """A schema under the name that it will have; a shipped one keeps its own."""
    if not schema.path.is_relative_to(folder):
        return schema
    return replace(schema, path=root / schema.path.relative_to(folder))


def _place(path: str, seen: Survey) -> str:
    """A path from the folder of the site on."""
    return os.path.relpath(path, seen.root).replace(os.sep, "/")


def _start(root: str) -> str:
    """What paths in the site begin with, as the user sees them."""
    name = shown(Path(root))
    return "" if name == "." else f"{name}/"


def _checked(path: str, resolver: Resolver, neighbours: Neighbours = ALONE) -> Checked:
    try:
        return check_safely(path, read_bytes(Path(path)), resolver, neighbours)
    except OSError as error:
        return check_unreadable(path, error.strerror or str(error), resolver)
