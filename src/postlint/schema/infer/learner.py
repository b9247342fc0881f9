"""From the values of the keys of many posts to the schema nodes that describe them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from postlint.content.data.tree import Json, is_empty
from postlint.model.paths import part_of_name
from postlint.schema.formats import slug_of
from postlint.schema.infer.evidence import (
    FEWEST,
    LONE_AMONG,
    MOST_OUTLIERS,
    OUTLIER_SHARE,
    At,
    Found,
    KeyEvidence,
    Outlier,
    RareKey,
    Vocabulary,
    key_name,
)
from postlint.schema.infer.keys import Keys, is_surely_slip, keys_of
from postlint.schema.infer.kinds import type_of
from postlint.schema.infer.reader import Reader
from postlint.schema.infer.sample import Sample
from postlint.schema.infer.texts import TextRule, format_counts, rule_of, why_not
from postlint.schema.mistakes.values_in_words import both, listed, plain, types_in_words
from postlint.schema.node import NOTHING, REFERENCE, RENAMED_TO, SOME_TEXT, Node
from postlint.schema.repeats import repeats

_DEEPEST: Final = 4
"""Groups and lists inside each other that are looked into."""
_MOST_SLIPS: Final = 50
"""Misspelt keys that a schema refuses by name."""
_LISTS: Final = 20
"""Lists of several items from which it is told whether an item may stand in one twice."""
_NO_REPEAT_SHARE: Final = 0.95
_MOST_EMPTY: Final = 10
"""Empty values of different kinds that a key is allowed; there are some blank texts, too."""
_MAP_KEYS: Final = 20
"""More keys than that, none of them common, are data and no names."""


class Learner:
    """Builds the nodes of one schema; the evidence gathers beside them.

    The samples are the newest first; `found` values name them by their index. `file` is the name of
    the schema itself, which no vocabulary may have.
    """

    def __init__(
        self,
        samples: Sequence[Sample],
        name: str,
        file: str,
        known: Mapping[str, Sequence[str]],
        reader: Reader,
    ) -> None:
        self._samples = samples
        self._name = name
        self._file_name = file
        self._reader = reader
        self._known = {reference: frozenset(values) for reference, values in known.items()}
        # Where few posts have a date, the order says nothing about age.
        self._is_dated = sum(bool(one.date) for one in samples) * 2 > len(samples)
        self.vocabularies: dict[str, Vocabulary] = {}
        self.rare_keys: list[RareKey] = []
        self.outliers: list[Outlier] = []
        self.evidence: list[KeyEvidence] = []

    def group(self, found: Found, at: At = ()) -> Node:
        """The node of some groups of keys."""
        keys = keys_of(found, is_dated=self._is_dated, reader=self._reader.inside(at))
        if at and _is_map(keys, found):
            return {"$comment": "the keys differ from post to post", "type": "object"}
        self.rare_keys += [
            one._replace(key=key_name((*at, one.key))) if at else one for one in keys.rare
        ]
        node: Node = {"type": "object"}
        if keys.left_out:
            node["$comment"] = f"{keys.left_out} keys more, of fewer posts"
        if keys.required:
            node["required"] = [key for key in keys.official if key in keys.required]
        values = _by_key(found, set(keys.official))
        node["properties"] = {
            key: self._value(
                values[key], (*at, key), of=len(found), is_required=key in keys.required
            )
            for key in keys.official
        } | _refused(keys.rare)
        return node

    def _value(
        self, found: Found, at: At, *, of: int, is_required: bool, outer: TextRule | None = None
    ) -> Node:
        """The node of a key; an empty value is none. For items the rule of the lists may hold."""
        full = [pair for pair in found if not is_empty(pair[1])]
        empties = [value for _, value in found if is_empty(value)]
        by_type: dict[str, list[tuple[int, Json]]] = {}
        for pair in full:
            by_type.setdefault(type_of(pair[1]), []).append(pair)
        usual = self._usual(by_type, len(full), at)
        texts = _texts(_alone_or_in_lists(usual))
        rule = outer or (rule_of(texts, self._known, at) if texts else TextRule())
        seen = self._seen(full, at, of, len(empties), rule, is_required=is_required)
        self.evidence.append(seen)
        parts = [self._part(kind, pairs, at, rule) for kind, pairs in usual.items()]
        says_all = at[-1] is None and min(of, len(self._samples)) >= FEWEST and bool(full)
        if is_required:
            parts = [{**part, **_not_empty(part)} for part in parts]
        elif says_all:  # an item that says nothing could be left out
            parts = [{**part, **_not_blank(part)} for part in parts]
            blank = ((i, value, "empty") for i, value in found if is_empty(value))
            self._tell(blank, at)
        node = _joined(parts)
        if empties and not is_required and not says_all:
            node = _or_empty(node, empties)
        told = [seen.told(), *([node.pop("$comment")] if "$comment" in node else [])]
        return {"$comment": "; ".join(told), **node}

    def _usual(
        self, by_type: Mapping[str, list[tuple[int, Json]]], number: int, at: At
    ) -> dict[str, list[tuple[int, Json]]]:
        """The types that are not outliers, the commonest first; whole numbers are numbers, too."""
        posts = len({index for pairs in by_type.values() for index, _ in pairs})
        types = {
            kind
            for kind, pairs in by_type.items()
            if len(pairs) >= OUTLIER_SHARE * number
            and not (_is_lone(pairs) and posts >= LONE_AMONG)
        }
        pairs_of = dict(by_type)
        if "number" in types:
            pairs_of["number"] = sorted([*by_type["number"], *pairs_of.pop("integer", [])])
        ordered = sorted(pairs_of.items(), key=lambda one: (-len(one[1]), one[0]))
        usual = {kind: pairs for kind, pairs in ordered if kind in types}
        most = both([f"{len(pairs)} are {types_in_words([kind])}" for kind, pairs in usual.items()])
        for kind, pairs in ordered:
            if kind not in usual:
                why = f"{types_in_words([kind])}, where {most}"
                self._tell(((index, value, why) for index, value in pairs), at)
        return usual

    def _part(self, kind: str, found: Found, at: At, rule: TextRule) -> Node:
        """The node of the values of one type."""
        if kind == "string":
            return self._text(found, at, rule)
        if kind == "array" and len(at) < _DEEPEST:
            return self._list(found, at, rule)
        if kind == "object" and len(at) < _DEEPEST:
            return self.group(found, at)
        return {"type": kind}

    def _text(self, found: Found, at: At, rule: TextRule) -> Node:
        self._tell(
            (
                (index, text, why)
                for index, text in found
                if isinstance(text, str) and (why := why_not(rule, text, self._known))
            ),
            at,
        )
        if rule.values:
            return {"$ref": self._file(rule, at)}
        node: Node = {"type": "string"}
        if rule.format:
            node["format"] = rule.format
        if rule.reference:
            node[REFERENCE] = rule.reference
        if rule.longest is not None:
            node["maxLength"] = rule.longest
        if rule.example is not None:
            node["examples"] = [rule.example]
        return node

    def _list(self, found: Found, at: At, rule: TextRule) -> Node:
        """The node of lists, whose items keep to the rule that holds for one value alone."""
        node: Node = {"type": "array"}
        several = [(i, value) for i, value in found if isinstance(value, list) and len(value) > 1]
        twice = [(i, again) for i, value in several if (again := _repeated(value))]
        if len(several) >= _LISTS and len(several) - len(twice) >= _NO_REPEAT_SHARE * len(several):
            node["uniqueItems"] = True
            told = ((i, items, f"{listed(list(map(plain, items)))} twice") for i, items in twice)
            self._tell(told, at)
        items = [(i, item) for i, value in found if isinstance(value, list) for item in value]
        if items:
            node["items"] = self._value(
                items, (*at, None), of=len(found), is_required=False, outer=rule
            )
        return node

    def _file(self, rule: TextRule, at: At) -> str:
        """The data file of a vocabulary, noted down; alone or in lists it is the same."""
        keys = [step for step in at if step is not None]
        at = tuple(keys)
        if key_name(at) in self.vocabularies:
            return self.vocabularies[key_name(at)].file
        # In some folders names that differ only by case are one.
        files = (self._file_name, *(one.file for one in self.vocabularies.values()))
        taken = {file.casefold() for file in files}
        word = part_of_name(slug_of(" ".join(keys)) or "values").strip("-")
        file, number = f"{self._name}.{word}.json", 2
        while file.casefold() in taken:
            file, number = f"{self._name}.{word}-{number}.json", number + 1
        self.vocabularies[key_name(at)] = Vocabulary(file, rule.values)
        return file

    def _seen(
        self, full: Found, at: At, of: int, empty: int, rule: TextRule, *, is_required: bool
    ) -> KeyEvidence:
        texts = _texts(full)
        sizes = [len(text) for text in texts] or [
            len(value) for _, value in full if isinstance(value, list)
        ]
        types = Counter(type_of(value) for _, value in full)
        known = self._known[rule.reference] if rule.reference else frozenset()
        return KeyEvidence(
            at=at,
            posts=len(full),
            of=of,
            empty=empty,
            types=dict(types.most_common()),
            formats=format_counts(texts),
            shortest=min(sizes, default=None),
            longest=max(sizes, default=None),
            distinct=len(set(texts)),
            is_required=is_required,
            reference=rule.reference,
            referred=len(known.intersection(texts)),
            held=len(known),
        )

    def _tell(self, odd: Iterable[tuple[int, Json, str]], at: At) -> None:
        for number, (index, value, why) in enumerate(odd):
            if number == MOST_OUTLIERS:
                return
            self.outliers.append(Outlier(self._samples[index].path, key_name(at), value, why))


def _is_lone(found: Found) -> bool:
    """Whether one post has all of some values."""
    return len({index for index, _ in found}) == 1


def _by_key(found: Found, keys: set[str]) -> dict[str, list[tuple[int, Json]]]:
    values: dict[str, list[tuple[int, Json]]] = {key: [] for key in keys}
    for index, group in found:
        for key in (group.keys() & keys) if isinstance(group, dict) else ():
            values[key].append((index, group[key]))  # type: ignore[call-overload, index]
    return values


def _is_map(keys: Keys, found: Found) -> bool:
    """Whether the keys of some groups are data, such as names, each of its own."""
    number = len(keys.official) + keys.left_out + len(keys.rare)
    groups = [value for _, value in found if isinstance(value, dict)]
    common = sum(keys.official[0] in group for group in groups) if keys.official else 0
    return number > _MAP_KEYS and common * 10 < len(groups)


def _refused(rare: Sequence[RareKey]) -> dict[str, Node]:
    """The keys that are probably slips, and that the schema would allow as ordinary words."""
    slips = [one for one in rare if one.near and not is_surely_slip(one.key, one.near)]
    return {
        one.key: {
            "errorMessage": f'probably meant to be "{one.near}", which {_posts(one.near_posts)}',
            RENAMED_TO: one.near,
            **NOTHING,
        }
        for one in slips[:_MOST_SLIPS]
    }


def _posts(number: int) -> str:
    return "1 post has" if number == 1 else f"{number} posts have"


def _not_empty(part: Node) -> Node:
    """What keeps a required value from saying nothing."""
    words = {"array": "minItems", "object": "minProperties"}
    word = words.get(part.get("type", ""))
    return {word: 1} if word and "required" not in part else _not_blank(part)


def _not_blank(part: Node) -> Node:
    """What keeps a text from saying nothing."""
    is_text = part.get("type") == "string" and "format" not in part
    return {"pattern": SOME_TEXT} if is_text else {}


def _joined(parts: Sequence[Node]) -> Node:
    """The node of values of several types; a fixed set cannot stand beside other types."""
    if any("$ref" in part for part in parts) and len(parts) > 1:
        return {"anyOf": list(parts)}
    node: Node = {}
    for part in parts:
        node |= part
    types = [part["type"] for part in parts if "type" in part]
    return {**node, "type": types} if len(types) > 1 else node


def _or_empty(node: Node, empties: Sequence[Json]) -> Node:
    """A node that allows the empty values that were seen, besides."""
    types = node.get("type", [])
    types = [types] if isinstance(types, str) else list(types)
    rest: list[Json] = []
    for value in empties:
        if len(rest) < _MOST_EMPTY and value not in rest and not _allows_empty(node, types, value):
            rest.append(value)
    if not types and not node.keys() & {"$ref", "anyOf"}:
        return node  # nothing but empty values was seen
    if rest == [None] and types:
        return {**node, "type": [*types, "null"]}
    return {"anyOf": [_one_of(rest), *node.get("anyOf", [node])]} if rest else node


def _one_of(empties: Sequence[Json]) -> Node:
    kinds = list(dict.fromkeys(type_of(value) for value in empties))
    if kinds == ["null"]:
        return {"type": "null"}
    return {"type": kinds if len(kinds) > 1 else kinds[0], "enum": list(empties)}


def _allows_empty(node: Node, types: Sequence[str], value: Json) -> bool:
    kind = type_of(value)
    if kind == "object":
        return kind in types and "required" not in node
    return kind in types and not (kind == "string" and "format" in node)


def _alone_or_in_lists(usual: Mapping[str, list[tuple[int, Json]]]) -> Found:
    """The values of a key that some posts give a list of, and some just one."""
    lists = usual.get("array", [])
    items = [
        (index, item)
        for index, value in lists
        for item in (value if isinstance(value, list) else ())
        if not is_empty(item)
    ]
    alone = usual.get("string", [])
    return sorted([*alone, *items], key=lambda pair: pair[0]) if items else alone


def _repeated(items: Sequence[Json]) -> list[Json]:
    """The items that stand in a list more than once."""
    return [items[again] for again, _ in repeats(items)]


def _texts(found: Found) -> list[str]:
    return [value for _, value in found if isinstance(value, str)]
