"""Bring a schema and all that it refers to into one form: draft 2020-12 without `$ref`.

Then validation need not look anything up, and everything that reads the schema later on walks plain
data. What is referred to is read from the schema's folder and from the shipped schemas only.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import url2pathname

from postlint.content.data.tree import Path as KeyPath
from postlint.model.errors import SchemaError
from postlint.model.paths import shown
from postlint.schema.node import (
    NAMED,
    NOTHING,
    ONE,
    REFERENCE,
    REFERENCE_PLACE,
    REFERENCE_VALUES,
    REFUSING,
    SEVERAL,
    VALUES_FROM,
    Node,
    beside,
    inside,
)
from postlint.schema.reading.allowed_values import allowed_values
from postlint.schema.reading.draft import Draft, modern, specification
from postlint.schema.reading.examine import draft_in, examine
from postlint.schema.reading.schema_file import SchemaFile, read_schema_file
from postlint.schema.reading.target import refuse_no_folder, target_of, values_at
from postlint.schema.shipped import shipped_schemas

_DROPPED: Final = frozenset(
    (
        *("$anchor", "$comment", "$defs", "$dynamicAnchor", "$id", "$ref", "$schema"),
        *("definitions", REFERENCE_PLACE, REFERENCE_VALUES),
    )
)

MOST_PARTS: Final = 100_000
"""References can double a schema with each line; one written by hand has a few thousand parts."""


class Inliner:
    """Reads the files a schema needs, each once, and joins them to one schema."""

    def __init__(self, path: Path, root: Path) -> None:
        self._folder = path.parent.resolve()
        self._root = root
        self._draft: Draft = "2020-12"
        self._files: dict[str, SchemaFile] = {}
        self._asked: list[Path] = []
        """Links to files, data files, and where a file would be in place of a shipped one."""
        self._origin: dict[int, tuple[SchemaFile, KeyPath]] = {}
        self._drafts: dict[int, Draft] = {}
        self._done: dict[int, Node | bool] = {}
        self.refers = False
        """Whether the schema looks for values elsewhere."""

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that were read, or that would have been if they were there."""
        return (*(file.path for file in self._files.values()), *self._asked)

    def inline(self, path: Path) -> Node | bool:
        """The schema of a file, in one form. Raises SchemaError."""
        from referencing import Registry

        address = path.resolve().as_uri()
        resource = self._resource(address, read_schema_file(path))
        registry: Registry[Any] = Registry(retrieve=self._retrieve)  # type: ignore[call-arg]
        registry = registry.with_resource(address, resource)
        resolver = registry.resolver(address).in_subresource(resource)
        schema = self._inlined(resource.contents, resolver)
        self._refuse_endless()
        if _size(schema, {}) > MOST_PARTS:
            what = f"the schema refers to its own parts more than {MOST_PARTS:,} times over"
            raise read_schema_file(path).error((), what, "refer to each part fewer times")
        return schema

    def _resource(self, address: str, file: SchemaFile) -> Any:
        draft = draft_in(file, self._draft)
        if not file.path.is_relative_to(shipped_schemas()):  # those have their tests
            examine(file, draft)
        if not self._files:
            self._draft = draft
        self._files[address] = file
        self._remember(file, draft)
        return specification(draft).create_resource(file.data)

    def _remember(self, file: SchemaFile, draft: Draft) -> None:
        """Note where each object of a file stands, by identity, for messages about it."""
        waiting: list[tuple[KeyPath, Any]] = [((), file.data)]
        while waiting:
            at, node = waiting.pop()
            if isinstance(node, dict) and id(node) not in self._origin:
                self._origin[id(node)] = (file, at)
                self._drafts[id(node)] = draft
                waiting += [((*at, key), value) for key, value in node.items()]
            elif isinstance(node, list):
                waiting += [((*at, index), value) for index, value in enumerate(node)]

    def _retrieve(self, address: str) -> Any:
        return self._resource(address, read_schema_file(self._locate(address)))

    def _locate(self, address: str) -> Path:
        """The local file that an address stands for. Raises ValueError where there is none."""
        parts = urlsplit(address)
        if parts.scheme == "file":
            return self._local(Path(url2pathname(parts.path)))
        if not parts.scheme:
            return self._local(self._folder / unquote(parts.path))
        for loaded, file in self._files.items():
            base = urljoin(loaded, _identity(file) or "")
            folder = base.rpartition("/")[0] + "/"
            if address.startswith(folder):
                return self._local(file.path.parent / unquote(address.removeprefix(folder)))
        known = _shipped_identities().get(address)
        if known is None:
            raise ValueError(f'"{address}" is no file, and nothing is fetched from the web')
        return known

    def _local(self, path: Path) -> Path:
        self._asked.append(path)
        path = path.resolve()
        shipped = shipped_schemas() / path.name
        if not path.is_relative_to(self._folder) and not path.is_relative_to(shipped.parent):
            raise ValueError(f"{shown(path)} lies outside of the folder of the schema")
        if path.is_file():
            return path
        if not shipped.is_file():
            raise ValueError(f"no file {shown(path)}")
        return shipped

    def _inlined(self, node: Any, resolver: Any) -> Node | bool:
        if isinstance(node, bool) or not isinstance(node, dict):
            return bool(node)
        known = self._done.get(id(node))
        if known is not None:
            return known
        draft = self._drafts.get(id(node), self._draft)
        if "$id" in node and self._origin[id(node)][1]:
            resolver = resolver.in_subresource(specification(draft).create_resource(node))
        result: Node = {}
        self._done[id(node)] = result
        self._fill(result, modern(node, draft), node, resolver)
        return result

    def _fill(self, result: Node, node: Node, original: Node, resolver: Any) -> None:
        for word, value in node.items():
            if word in ONE:
                inner = self._inlined(value, resolver)
                result[word] = NOTHING if inner is False and word not in REFUSING else inner
            elif word in SEVERAL:
                inlined = (self._inlined(inner, resolver) for inner in value)
                result[word] = [NOTHING if inner is False else inner for inner in inlined]
            elif word in NAMED:
                named = ((name, self._inlined(inner, resolver)) for name, inner in value.items())
                result[word] = {name: NOTHING if inner is False else inner for name, inner in named}
            elif word not in _DROPPED:
                result[word] = value
        if "$ref" in node:
            target = self._target(original, node["$ref"], resolver)
            result["allOf"] = [NOTHING if target is False else target, *result.get("allOf", ())]
        if VALUES_FROM in node:
            self._add_values(result, original, node[VALUES_FROM])
        if REFERENCE in node:
            self._add_references(result, original, node[REFERENCE])

    def _target(self, node: Node, reference: str, resolver: Any) -> Node | bool:
        from referencing.exceptions import Unresolvable

        try:
            resolved = resolver.lookup(reference)
        except (Unresolvable, ValueError) as error:
            reason = _first_cause(error)
            if isinstance(reason, SchemaError):
                raise reason from None
            what = str(reason) if type(reason) is ValueError else f'nothing is at "{reference}"'
            raise self._error(node, ("$ref",), what, "correct the reference") from None
        if not isinstance(resolved.contents, dict | bool):
            what = f'"{reference}" is no schema'
            raise self._error(node, ("$ref",), what, "correct the reference")
        return self._inlined(resolved.contents, resolved.resolver)

    def _add_values(self, result: Node, node: Node, name: str) -> None:
        try:
            path, values = allowed_values(name, self._root)
        except ValueError as error:
            raise self._error(node, (VALUES_FROM,), str(error), "correct the path") from None
        self.refers = True
        self._asked += (self._root / name.partition("#")[0], path)
        result["enum"] = [*result.get("enum", ()), *values]

    def _add_references(self, result: Node, node: Node, name: str) -> None:
        try:
            target = target_of(name)
            if target.is_of_posts:
                refuse_no_folder(target, self._root)
                file, path = self._origin[id(node)]
                result[REFERENCE_PLACE] = file.place((*path, REFERENCE))
            else:
                paths, values = values_at(target, self._root)
                self._asked += paths
                result[REFERENCE_VALUES] = values
        except ValueError as error:
            raise self._error(node, (REFERENCE,), str(error), "correct the path") from None
        self.refers = True

    def _error(self, node: Node, at: KeyPath, what: str, what_now: str) -> SchemaError:
        file, path = self._origin[id(node)]
        return file.error((*path, *at), what, what_now)

    def _refuse_endless(self) -> None:
        """Raise SchemaError where checking a value would lead to checking the same value again."""
        origin = {id(made): original for original, made in self._done.items()}
        finished: set[int] = set()
        for made in self._done.values():
            _follow(made, [], finished, lambda node: self._endless(origin[id(node)]))

    def _endless(self, original: int) -> SchemaError:
        file, path = self._origin[original]
        return file.error(
            path, "the schema leads back to itself for the same value", "break the circle"
        )


def _size(node: Any, known: dict[int, int]) -> int:
    """How many parts a schema has where each reference is written out, in place of a circle one."""
    if not isinstance(node, dict):
        return 1
    if id(node) not in known:
        known[id(node)] = 1  # for those that lead back here
        known[id(node)] = 1 + sum(_size(inner, known) for inner in inside(node))
    return known[id(node)]


def _follow(
    node: Any, above: list[int], finished: set[int], error: Callable[[Node], SchemaError]
) -> None:
    if not isinstance(node, dict) or id(node) in finished:
        return
    if id(node) in above:
        raise error(node)
    above.append(id(node))
    for inner in beside(node):
        _follow(inner, above, finished, error)
    above.pop()
    finished.add(id(node))


@cache
def _shipped_identities() -> Mapping[str, Path]:
    """The shipped schemas by their `$id`."""
    found = {_identity(read_schema_file(path)): path for path in shipped_schemas().glob("*.json")}
    return {identity: path for identity, path in found.items() if identity}


def _identity(file: SchemaFile) -> str | None:
    identity = file.data.get("$id") if isinstance(file.data, dict) else None
    return identity if isinstance(identity, str) else None


def _first_cause(error: BaseException) -> BaseException:
    while error.__cause__ is not None:
        error = error.__cause__
    return error
