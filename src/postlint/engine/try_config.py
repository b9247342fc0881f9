"""What a configuration that is not in its place yet would say of the front matter of posts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from postlint.config.disk import THIS_DISK
from postlint.config.load import load_config
from postlint.config.resolve import Resolver
from postlint.config.site import Site
from postlint.config.survey import Survey
from postlint.content.data.tree import Json
from postlint.content.discover import Found, Unreadable
from postlint.engine.checked import Checked
from postlint.engine.run import Means, run
from postlint.generators.recognise import Generator
from postlint.model.errors import ConfigError, SchemaError
from postlint.model.paths import shown
from postlint.rules.registry import RULES
from postlint.schema.load import Schema, load_schema

_TELLS_FAULTS: Final = frozenset(rule.meta.name for rule in RULES if rule.meta.tells_faults)
"""These speak of front matter that is missing or cannot be read, and of files that cannot."""


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
    draft: Path, seen: Survey, today: str = "", means: Means | None = None
) -> Sequence[Checked]:
    """What a run would say of the front matter of each post of a site, were a configuration in its
    place: that of the file `draft`, which lies in another folder with all the schemas it names.

    What schemas refer to is looked for in the site. Raises ConfigError and SchemaError, which name
    the files as they will be in the site.
    """
    root = Path(seen.root)
    try:
        resolver = _resolver(draft, root, today)
    except (ConfigError, SchemaError) as error:
        elsewhere = f"{shown(draft.parent.resolve())}/"
        raise type(error)(str(error).replace(elsewhere, _start(seen.root))) from None
    found = Found(
        tuple(Path(post.shown) for post in seen.posts if post.page.is_post),
        tuple(Unreadable(Path(path), reason) for path, reason in seen.unread),
        sites=(seen.root,),
        rest=tuple(sorted(post.shown for post in seen.posts if not post.page.is_post)),
    )
    results = run(found, Site.of(resolver, root / draft.name), means or Means())
    return [_of_front_matter(one) for one in results[: len(found.files) + len(found.unreadable)]]


def _of_front_matter(checked: Checked) -> Checked:
    """A post with the findings in its front matter, and why it could not be read."""
    findings = (
        one
        for one in checked.findings
        if one.start.line <= checked.front_matter_lines or one.rule in _TELLS_FAULTS
    )
    return checked._replace(findings=tuple(findings))


def _resolver(draft: Path, root: Path, today: str) -> Resolver:
    folder = draft.parent.resolve()
    config = load_config(folder / draft.name)
    names = {path for entry in config.content for path in entry.schemas}
    schemas = {path: _placed(load_schema(path, root), folder, root) for path in names}
    placed = replace(config, root=root, path=root / draft.name)
    return Resolver(placed, today=today, disk=_Draft(schemas))


def _placed(schema: Schema, folder: Path, root: Path) -> Schema:
    """A schema under the name that it will have; a shipped one keeps its own."""
    if not schema.path.is_relative_to(folder):
        return schema
    return replace(schema, path=root / schema.path.relative_to(folder))


def _start(root: str) -> str:
    """What paths in the site begin with, as the user sees them."""
    name = shown(Path(root))
    return "" if name == "." else f"{name}/"
