"""The kind of a value, as inference and the rule about outliers see it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.data.tree import Json, is_empty
from postlint.schema.formats import NAMES, fits, format_named
from postlint.schema.infer.kinds import WIDER, Kind, formats_of, kind_of


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, Kind("null")),
        (True, Kind("boolean")),
        (3, Kind("integer")),
        (0.5, Kind("number")),
        (["a"], Kind("array")),
        ({"a": 1}, Kind("object")),
        ("Fighting resumes", Kind("string")),
        ("news", Kind("string")),
        ("2024-05-17", Kind("string", "date")),
        ("2024-02-30", Kind("string")),
        ("2024-05-17T08:30:00Z", Kind("string", "date-time")),
        ("2024-05-17 08:30:00 +0200", Kind("string", "timestamp")),
        ("2024-05-17-08-30-00", Kind("string", "YYYY-MM-DD-HH-MM-SS")),
        ("2024-05-17 08:30", Kind("string", "YYYY-MM-DD HH:MM")),
        ("17.05.2024", Kind("string", "DD.MM.YYYY")),
        ("05/17/2024", Kind("string", "MM/DD/YYYY")),
        ("17-05-2024", Kind("string", "DD-MM-YYYY")),
        ("05/07/2024", Kind("string", "DD/MM/YYYY or MM/DD/YYYY")),
        ("31/13/2024", Kind("string")),
        ("https://example.com/page", Kind("string", "uri")),
        ("https://example.com/a.jpg", Kind("string", "image-url")),
        ("/img/a b.png", Kind("string", "image")),
        ("https://", Kind("string")),
        ("me@example.com", Kind("string", "email")),
        ("harbour-opens", Kind("string", "slug")),
        ("Harbour-opens", Kind("string")),
        ("123e4567-e89b-12d3-a456-426614174000", Kind("string", "uuid")),
        ("1.90.0", Kind("string")),
        ("٢٠٢٤-٠٥-١٧", Kind("string")),
        ("", Kind("string")),
    ],
)
def test_kind_of(value: Json, kind: Kind) -> None:
    assert kind_of(value) == kind


@pytest.mark.parametrize("value", [None, "", " \n", [], {}])
def test_what_says_nothing_is_empty(value: Json) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", [False, 0, 0.0, "-", [None], {"a": None}])
def test_what_says_something_is_not_empty(value: Json) -> None:
    assert not is_empty(value)


def test_a_long_text_has_no_format() -> None:
    assert kind_of("https://example.com/" + "a" * 1_000_000) == Kind("string")


TEXTS = st.one_of(
    st.text(max_size=50),
    st.dates().map(str),
    st.datetimes().map(str),
    st.datetimes().map(lambda moment: f"{moment:%Y-%m-%d-%H-%M-%S}"),
    st.datetimes().map(lambda moment: f"{moment:%Y-%m-%dT%H:%M:%S}Z"),
    st.from_regex(r"https?://[a-z]{1,9}\.[a-z]{2,3}/[a-z.?#]{0,9}(\.jpg)?", fullmatch=True),
    st.from_regex(r"[0-9][0-9\-/._:T ]{0,20}", fullmatch=True),
)


@given(TEXTS)
def test_a_text_has_the_format_it_is_said_to_have_and_the_wider_ones(text: str) -> None:
    assert all(fits(name, text) for name in formats_of(kind_of(text).format))


def test_every_format_that_is_told_is_one_that_schemas_can_name() -> None:
    named = {*WIDER, *(name for wider in WIDER.values() for name in wider)}
    assert all(name in NAMES or format_named(name) for name in named)
