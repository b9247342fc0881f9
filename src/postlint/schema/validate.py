"""A post and the schemas bound to it in, faults with a place out."""

from collections.abc import Sequence
from functools import lru_cache

from postlint.content.data.tree import Tree
from postlint.content.document import Document
from postlint.content.references import Reference
from postlint.content.schema_keys import NO_SCHEMA_KEYS, SchemaKeys
from postlint.model.finding import Fault
from postlint.schema.load import Schema, combined
from postlint.schema.node import NOTHING
from postlint.schema.shape import has_odd_keys
from postlint.schema.surely_fits import surely_fits


def validate(doc: Document, schemas: Sequence[Schema]) -> tuple[Fault, ...]:
    """What is wrong with the front matter of a post by all the schemas bound to it.

    Faults are in the order of the text, one for each mistake; what several schemas say alike is
    said once. Never raises. Empty where the front matter could not be read: that is said elsewhere.
    """
    if not schemas:
        return ()
    schema = schemas[0] if len(schemas) == 1 else combined(tuple(schemas))
    if doc.front_matter is not None and _is_right(doc.front_matter.tree, schema):
        return ()
    from postlint.schema.faults import faults_of  # it imports `jsonschema`

    return faults_of(doc, schema)


def keys_of(schemas: Sequence[Schema]) -> SchemaKeys:
    """What all the schemas bound to a post say of the keys at its top level."""
    return _keys_of(tuple(schemas)) if schemas else NO_SCHEMA_KEYS


@lru_cache(maxsize=256)
def _keys_of(schemas: tuple[Schema, ...]) -> SchemaKeys:
    shapes = [schema.shape for schema in schemas]
    settle = ("additionalProperties", "unevaluatedProperties")
    return SchemaKeys(
        frozenset(key for shape in shapes for key in shape.keys),
        any(
            bool(node.get("required")) or any(node.get(word) in (False, NOTHING) for word in settle)
            for shape in shapes
            for node in shape.sure
        ),
    )


def references_in(doc: Document, schemas: Sequence[Schema]) -> tuple[Reference, ...]:
    """What a post says that its schemas look for elsewhere."""
    telling = tuple(schema for schema in schemas if schema.refers)
    if not telling or doc.front_matter is None or not isinstance(doc.data, dict):
        return ()
    return combined(telling).references.references(doc.data)


def _is_right(tree: Tree, schema: Schema) -> bool:
    """Whether there is surely nothing to say."""
    data = {} if tree.data is None else tree.data
    if not tree.is_parsed or not isinstance(data, dict):
        return True
    try:
        return surely_fits(schema.root, data) and not has_odd_keys(data, schema.shape)
    except RecursionError:
        return False
