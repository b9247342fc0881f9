"""The message of a rule, filled."""

import pytest

from postlint.styles.message import filled, in_words


@pytest.mark.parametrize(
    ("message", "said", "text"),
    [
        ("Use '%s' instead of '%s'.", ("a", "b"), "Use 'a' instead of 'b'."),
        ("%[2]s before %[1]s", ("a", "b"), "b before a"),
        ("%[2]s then %s", ("a", "b", "c"), "b then c"),
        ("%d of %v", (3, 4), "3 of 4"),
        ("%q", ("x",), '"x"'),
        ("100%, 50%% and %s", ("x",), "100%, 50% and x"),
        ("%s and %s", ("x",), "x and %s"),
        ("%[9]s", ("x",), "%[9]s"),
        ("two\n lines  %s", ("a\nb",), "two lines a b"),
        ("%s", ("%s",), "%s"),
    ],
)
def test_filled(message: str, said: tuple[str | int, ...], text: str) -> None:
    assert filled(message, said) == text


def test_in_words() -> None:
    assert in_words(()) == ""
    assert in_words(("a",)) == "'a'"
    assert in_words(("a", "b")) == "'a' or 'b'"
    assert in_words(("a", "b", "c")) == "'a', 'b', or 'c'"
