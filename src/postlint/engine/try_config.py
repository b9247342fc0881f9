"""What a configuration that is not in its place yet would say of the front matter of posts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from postlint.config.disk import THIS_DISK
from postlint.config.load import load_config
from postlint.config.resolve import Resolver
from postlint.config.survey import Survey
from postlint.content.data.tree import Json
from postlint.content.source import read_bytes
from postlint.engine.check import check_safely, check_unreadable
from postlint.engine.checked import Checked
from postlint.generators.recognise import Generator
from postlint.rules.registry import RULES
from postlint.schema.load import Schema, load_schema

_RULES: Final = tuple(
    rule.meta.name for rule in RULES if rule.meta.tells_faults and rule.meta.is_default
)
"""Those that pass on what is wrong with the front matter, and that a file cannot be read."""


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
) -> Iterator[Checked]:
    """What is wrong with the front matter of each post of a site, were a configuration in its
    place: that of the file `draft`, which lies in another folder with all the schemas it names.

    Raises ConfigError and SchemaError.
    """
    config = load_config(draft)
    names = {path for entry in config.content for path in entry.schemas}
    schemas = {path: load_schema(path, draft.parent) for path in names}
    placed = replace(config, root=Path(seen.root), path=None)
    resolver = Resolver(placed, select=_RULES, disk=_Draft(schemas))
    for path, reason in seen.unread:
        yield check_unreadable(path, reason, resolver)
    for path in (post.shown for post in seen.posts if post.page.is_post):
        try:
            checked = check_safely(path, read_bytes(Path(path)), resolver)
        except OSError as error:
            checked = check_unreadable(path, error.strerror or str(error), resolver)
        yield checked
        advance(1)
