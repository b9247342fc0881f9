"""What makes a rule of a class."""

from dataclasses import FrozenInstanceError, field, replace
from typing import Any, cast

import pytest

from postlint.rules.base import rule


@rule
class Longest:
    """A rule that has options."""

    most: int = 70
    words: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "most", abs(self.most))


def test_options_are_given_by_place_or_by_name_or_not_at_all() -> None:
    assert (Longest().most, Longest(-8).most, Longest(most=9).most) == (70, 8, 9)
    assert replace(Longest(5), words={"a": 1}).words == {"a": 1}
    assert Longest().words is not Longest().words


def test_an_option_that_there_is_not() -> None:
    with pytest.raises(TypeError, match="Longest has no option least"):
        cast("Any", Longest)(least=3)


def test_a_rule_stays_as_it_was_made() -> None:
    longest = Longest()
    with pytest.raises(FrozenInstanceError, match="cannot change most of Longest"):
        cast("Any", longest).most = 3
    with pytest.raises(FrozenInstanceError):
        del cast("Any", longest).most
