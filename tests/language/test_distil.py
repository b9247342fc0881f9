"""Lexicons made of frequencies: what they know, and that near words are found in any script."""

from array import array

from german import english, frequencies, lexicon_bytes
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.language.distil.collected import Collected, Facts
from postlint.language.distil.from_frequencies import distil
from postlint.language.distil.sections import sections
from postlint.language.edits import is_one_slip, slips
from postlint.language.lexicon import Knows, Lexicon
from postlint.language.lexicon_file import pack

GERMAN = Lexicon(memoryview(lexicon_bytes()))


def test_what_is_frequent_is_known() -> None:
    assert GERMAN.language == "de"
    known = GERMAN.entry("veröffentlichung")
    assert known is not None
    assert (known.zipf, known.knows) == (4.48, Knows.DICTIONARY)  # in steps of 1/25
    rare = GERMAN.entry("wahrscheinlih")
    assert rare is not None
    assert not rare.knows


def test_a_rare_word_that_is_near_to_nothing_is_left_out() -> None:
    assert "wahrscheinlih" in GERMAN
    assert "qwertz" not in GERMAN


def test_common_english_words_are_known_unless_the_language_has_them_too() -> None:
    deploy, die = GERMAN.entry("deploy"), GERMAN.entry("die")
    assert deploy is not None
    assert die is not None
    assert deploy.knows == Knows.FOREIGN | Knows.JARGON
    assert die.knows == Knows.DICTIONARY
    assert "xylophonist" not in GERMAN


def test_the_letters_are_those_of_the_language() -> None:
    assert {*"abcäöüß"} <= GERMAN.letters
    assert GERMAN.letters.isdisjoint("é'")


def test_endings_are_what_many_words_have_both_of() -> None:
    assert GERMAN.endings == {("", "en"), ("en", "")}


def test_what_is_near() -> None:
    assert GERMAN.one_slip_from("bürgermeiter") == ("bürgermeister",)
    assert GERMAN.one_slip_from("burgermeister") == ("bürgermeister",)
    assert GERMAN.two_slips_from("veroffentlichng") == ("veröffentlichung",)
    assert GERMAN.one_slip_from("verwaltug") == (), "what is rare was hardly meant"
    assert GERMAN.one_slip_from("wassser") == (), "wordfreq writes ss for ß, too"


def test_the_same_words_give_the_same_bytes_in_any_order() -> None:
    backwards = distil("de", reversed([*frequencies()]), reversed([*english()]))
    assert pack("de", sections(*backwards)) == lexicon_bytes()


def test_of_two_scripts_the_commoner_is_the_language() -> None:
    words = [("привет", 5.0), ("дом", 5.0), ("google", 4.9)]
    collected, near = distil("ru", words, [])
    assert collected.letters == {*"приветдом"}
    assert near.keys() == {"привет", "дом"}


WORD = st.text(st.sampled_from("abcäöłßяф"), min_size=1, max_size=10)


def lexicon_of(words: set[str]) -> Lexicon:
    collected = Collected({word: Facts(4.0, Knows.DICTIONARY) for word in words})
    return Lexicon(memoryview(pack("xx", sections(collected, dict.fromkeys(words, 4.0)))))


@given(st.sets(WORD, max_size=40), WORD)
def test_one_slip_is_found_as_by_comparing_with_every_word(words: set[str], word: str) -> None:
    found = lexicon_of(words).one_slip_from(word)
    assert found == tuple(sorted(right for right in words if is_one_slip(word, right)))


@given(st.sets(WORD.map("abcdef".__add__), max_size=20), WORD.map("abcdef".__add__))
def test_two_slips_are_found_as_by_comparing_with_every_word(words: set[str], word: str) -> None:
    found = lexicon_of(words).two_slips_from(word)
    near = sorted(right for right in words if slips(word, right, 2))
    assert found == (tuple(near) if len(word) >= 8 else ())


def test_a_lexicon_made_to_take_for_ever_does_not() -> None:
    collected = Collected({"wort": Facts(4.0)})
    parts = {**sections(collected, {}), "slots": array("I", [1] * 2**20).tobytes()}
    assert "absent" not in Lexicon(memoryview(pack("de", parts)))


@settings(max_examples=50)
@given(st.dictionaries(WORD, st.floats(0, 8), max_size=30))
def test_every_word_is_found_again(zipfs: dict[str, float]) -> None:
    collected = Collected({word: Facts(zipf, Knows.NAME) for word, zipf in zipfs.items()})
    lexicon = Lexicon(memoryview(pack("xx", sections(collected, {}))))
    assert len(lexicon) == len(zipfs)
    for word, zipf in zipfs.items():
        entry = lexicon.entry(word)
        assert entry is not None
        assert entry.knows is Knows.NAME
        assert abs(entry.zipf - zipf) < 0.021
