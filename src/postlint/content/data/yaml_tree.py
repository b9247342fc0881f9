"""Read YAML as JSON data with the place of every key and value: one compose, our own types."""

from typing import Any, Final

import yaml
from yaml import CollectionNode, MappingNode, Node, ScalarNode

from postlint.content.data.nesting import MOST_LEVELS, too_deep_block, too_deep_bracket
from postlint.content.data.tree import Json, Path, Place, Tree
from postlint.content.data.tree_faults import (
    Duplicates,
    in_quotes,
    living_places,
    make_readable,
    quote,
    replace,
    syntax_fault,
    too_deep,
    unread,
)
from postlint.content.data.yaml_scalars import NULL, STR, read_scalar
from postlint.content.data.yaml_traps import (
    comment_trap,
    glued_trap,
    number_trap,
    property_trap,
    word_trap,
)
from postlint.model.finding import Fault
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span

MOST_EXPANDED: Final = 100_000
"""As many values may be brought in by aliases and merge keys, all taken together."""

_MERGE: Final = "tag:yaml.org,2002:merge"
_NOWHERE: Final = Place(None, Span(0, 0))
# What a loader refuses, and what it takes for a line end or a byte order mark: U+0085, U+2028 ...
_FORBIDDEN = late_pattern(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+"
)
# What may stand between the start of a node and its value: an anchor, a tag, then comments.
_PROPERTIES = late_pattern(
    r"(?:[&!][^\s,\[\]{}]*+(?:\s++(?:#[^\r\n]*+(?:\s++|\Z))*+|\Z|(?=[,\[\]{}])))+"
)
_PROPERTY = late_pattern(r"[&!][^\s,\[\]{}]*+|#[^\r\n]*+")
_ALIAS_NAME = late_pattern(r"\*([^\s,\[\]{}]++)")
_ALIAS = late_pattern(r"[ \t]*+:[ \t]++(\*[^\s,\[\]{}]++)")


def read_yaml(text: str, span: Span | None = None, loader: Any = None) -> Tree:
    """Read the part of `text` that `span` names (default: all) as one YAML 1.1 document.

    Never raises. An empty document is None. `loader` is libyaml's CSafeLoader where there is one,
    else PyYAML's SafeLoader.
    """
    span = span or Span(0, len(text))
    # Both loaders skip a byte order mark, libyaml without counting it.
    base = span.start + (text[span.start : span.start + 1] == "\ufeff")
    source = make_readable(text[base : span.end], _FORBIDDEN)
    loader = loader or getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    deep = too_deep_bracket(source) or too_deep_block(source)
    if deep is not None:
        return unread(too_deep(Span(base + deep, base + deep + 1)))
    try:
        root = yaml.compose(source, Loader=loader)
    except yaml.MarkedYAMLError as error:
        from postlint.content.data.yaml_mistakes import explain

        return unread(explain(error, source, base, loader))
    except RecursionError:
        return unread(too_deep(Span(base, base)))
    if root is None:
        return Tree(None, {(): Place(None, Span(base, base))})
    return _Builder(text, source, base).build(root)


class _RefusedError(Exception):
    """The document means something that must not be built."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault


class _Builder:
    """Turns the nodes of one document into data, places and faults.

    Offsets without a name are of `source`, which starts at `base` in the whole text.
    """

    def __init__(self, text: str, source: str, base: int) -> None:
        self._source = source
        self._base = base
        self._has_comments = " #" in source
        self._has_properties = "&" in source or "!" in source
        self._places: dict[Path, Place] = {}
        self._faults: list[Fault] = []
        self._duplicates = Duplicates(text)
        self._end = 0
        """Where the value built last ends."""
        self._has_aliases = "&" in source and "*" in source
        self._aliases = frozenset(_ALIAS_NAME.findall(source)) if "&" in source else frozenset()
        self._known: dict[int, tuple[Json, int]] = {}
        """By the identity of each node: its data, and how many values that is written out."""
        self._open: set[int] = set()
        """The identities of the nodes that are being built."""
        self._built = 0
        self._expanded = 0

    def build(self, root: Node) -> Tree:
        """The tree of a document."""
        try:
            data = self._value(root, (), None)
        except _RefusedError as refused:
            return unread(refused.fault)
        except RecursionError:
            return unread(too_deep(self._span(0, 0)))
        places, faults = self._places, self._faults
        if self._duplicates.faults:
            places = living_places(places, data)
            faults = faults + self._duplicates.faults
        return Tree(data, places, tuple(sorted(faults, key=lambda fault: fault.problem.span)))

    def _span(self, start: int, end: int) -> Span:
        return Span(self._base + start, self._base + end)

    def _value(self, node: Node, path: Path, key: Span | None) -> Json:
        """Build one value and note its place; `key` is the span of its key, if it has one."""
        if not self._has_aliases:
            return self._own_value(node, path, key)
        identity = id(node)  # an alias is the very node of its anchor
        known = self._known.get(identity)
        if known is not None:
            self._expand(known[1], key)
            if key is not None:
                self._places[path] = self._alias_place(key)
            return known[0]
        if identity in self._open:
            span = key or self._span(node.start_mark.index, node.start_mark.index + 1)
            raise _RefusedError(syntax_fault(span, "an anchor is used inside its own value"))
        self._open.add(identity)
        before = self._built + self._expanded
        data = self._own_value(node, path, key)
        self._known[identity] = data, self._built + self._expanded - before
        return data

    def _expand(self, number: int, key: Span | None) -> None:
        """Count what an alias or a merge key brings in."""
        self._expanded += number
        if self._expanded > MOST_EXPANDED:
            message = f"anchors expand to more than {MOST_EXPANDED:,} values"
            raise _RefusedError(syntax_fault(key or self._span(self._end, self._end), message))

    def _alias_place(self, key: Span) -> Place:
        alias = _ALIAS.match(self._source, key.end - self._base)
        if alias is None:
            self._end = key.end - self._base
            return Place(key, key)
        self._end = alias.end(1)
        return Place(key, self._span(*alias.span(1)))

    def _own_value(self, node: Any, path: Path, key: Span | None) -> Json:
        self._built += 1
        if isinstance(node, ScalarNode):
            return self._scalar(node, path, key)
        return self._collection(node, path, key)

    def _collection(self, node: CollectionNode, path: Path, key: Span | None) -> Json:
        start = self._start(node)
        if len(path) >= MOST_LEVELS:
            raise _RefusedError(too_deep(self._span(start, start + 1)))
        if node.flow_style and self._source.startswith("{{", start):
            return self._template(path, key, Span(start, node.end_mark.index))
        self._places[path] = _NOWHERE  # a parent stands before its children
        data: Json = (
            self._mapping(node, path) if isinstance(node, MappingNode) else self._items(node, path)
        )
        if node.flow_style:  # the end mark of a block is where the next token starts
            self._end = node.end_mark.index
        self._places[path] = Place(key, self._span(start, self._end))
        return data

    def _start(self, node: Node) -> int:
        """Where a node starts after its anchor and tag."""
        start: int = node.start_mark.index
        if not self._has_properties or not self._source.startswith(("&", "!"), start):
            return start
        end: int = node.end_mark.index
        found = _PROPERTIES.match(self._source, start, end)
        after = min(found.end(), end) if found else start
        for name in _PROPERTY.finditer(self._source, start, after):
            self._note(property_trap(name[0], self._span(*name.span()), self._aliases))
        return after

    def _scalar(self, node: ScalarNode, path: Path, key: Span | None) -> Json:
        text: str = node.value
        tag = node.tag
        start = self._start(node) if self._has_properties else node.start_mark.index
        end = node.end_mark.index
        plain = not node.style
        if not plain and node.style in "|>":
            end = start + len(self._source[start:end].rstrip())
        self._end = end
        span = self._span(start, end)
        self._places[path] = Place(key, span)
        if plain and self._has_comments and tag in (STR, NULL):
            self._note(comment_trap(self._source, start, end, self._base))
        if tag == STR:
            return text
        value = read_scalar(tag, text)
        if plain:
            self._note(number_trap(tag, text, value, span))
            if key is None and path:
                self._note(word_trap(tag, text, span))
        return value

    def _note(self, fault: Fault | None) -> None:
        if fault is not None:
            self._faults.append(fault)

    def _items(self, node: CollectionNode, path: Path) -> list[Json]:
        return [self._value(item, (*path, at), None) for at, item in enumerate(node.value)]

    def _mapping(self, node: CollectionNode, path: Path) -> dict[str, Json]:
        data: dict[str, Json] = {}
        merged: dict[str, Json] = {}
        for key_node, value_node in node.value:
            key = self._key_span(key_node)
            if key_node.tag == _MERGE:
                self._merge(value_node, path, key, merged)
                continue
            name = key_node.value if key_node.tag == STR else self._key(key_node, key)
            child = (*path, name)
            if name in data:
                self._duplicates.add(name, self._places[child].key or key, key)
            data[name] = self._value(value_node, child, key)
        if node.flow_style:
            self._note_glued(node)
        return {**merged, **data} if merged else data

    def _note_glued(self, node: CollectionNode) -> None:
        """Report each `{key:value}` without a space, which is a key and no value."""
        for key, value in node.value:
            if isinstance(key, ScalarNode) and not key.style and value.tag == NULL:
                start, end = key.start_mark.index, key.end_mark.index
                if value.end_mark.index == end:
                    self._note(glued_trap(self._source, start, end, self._base))

    def _key_span(self, node: Node) -> Span:
        if self._has_aliases:
            if id(node) in self._known:
                alias = _ALIAS_NAME.search(self._source, self._end)
                return self._span(*alias.span()) if alias else self._span(self._end, self._end)
            if self._source.startswith(("&", "!"), node.start_mark.index):
                self._remember_key(node)
        start = self._start(node) if self._has_properties else node.start_mark.index
        return Span(self._base + start, self._base + node.end_mark.index)

    def _remember_key(self, node: Node) -> None:
        """Build a key that has an anchor, for the aliases to come."""
        places, self._places = self._places, {}
        faults, self._faults = self._faults, []
        self._value(node, (), None)
        self._places, self._faults = places, faults

    def _key(self, node: Node, key: Span) -> str:
        """The name that a key other than plain text has: what was typed."""
        if isinstance(node, ScalarNode):
            if not node.style:
                self._note(word_trap(node.tag, node.value, key))
            return str(node.value)
        name = self._source[key.start - self._base : key.end - self._base]
        message = f"{quote(name)} is read as a key made of several values"
        self._faults.append(syntax_fault(key, message, "put it in quotes if it is meant as text"))
        return name

    def _merge(self, node: Node, path: Path, key: Span, merged: dict[str, Json]) -> None:
        """Add what a merge key (`<<`) brings in to `merged`; the first to set a key wins."""
        places, self._places = self._places, {}  # what is merged has no place of its own
        data = self._value(node, (*path, "<<"), key)
        self._places = places
        sources = data if isinstance(data, list) else [data]
        for source in sources:
            if not isinstance(source, dict):
                message = "<< merges the keys of a mapping, but its value is not a mapping"
                self._faults.append(syntax_fault(key, message))
                return
            self._expand(len(source), key)
            for name, value in source.items():
                merged.setdefault(name, value)

    def _template(self, path: Path, key: Span | None, place: Span) -> str:
        """`{{ title }}`, which YAML reads as a mapping in a mapping; it is kept as text."""
        text = self._source[place.start : place.end]
        self._end = place.end
        span = self._span(place.start, place.end)
        self._places[path] = Place(key, span)
        is_short = "\n" not in text and "\r" not in text
        self._faults.append(
            syntax_fault(
                span,
                f"{quote(text)} is a template, but YAML reads its braces as a mapping",
                "put the value in quotes",
                replace(span, in_quotes(text), "put the value in quotes") if is_short else None,
            )
        )
        return text
