"""Which words of a house posts use."""

from pathlib import Path

from postlint.config.word_file import Entry
from postlint.content.language import ENGLISH
from postlint.engine.unused_words import unused, words_in
from postlint.language.lexicon import lexicon_for


def idle(folder: Path, text: str, *entries: str) -> list[str]:
    (folder / "a.md").write_text(text, encoding="utf-8")
    words = words_in([folder / "a.md"])
    return [entry.text for entry, _ in unused([Entry(one, 1) for one in entries], words, None)]


def test_a_word_that_markup_splits_is_used(tmp_path: Path) -> None:
    assert idle(tmp_path, "The **G**overmentia and *Frob*s'.\n", "Govermentia", "Foo") == ["Foo"]


def test_words_of_code_links_and_front_matter_are_used(tmp_path: Path) -> None:
    text = "---\nauthor: Fizuli\n---\n`frobnicate` [it](https://example.org/Karabakh)\n"
    assert idle(tmp_path, text, "Fizuli", "frobnicate", "Karabakh") == []


def test_a_name_that_dictionaries_have_stays_while_a_post_uses_it() -> None:
    entries = [Entry("Germany", 1), Entry("Bratislava", 2), Entry("train", 3)]
    found = unused(entries, {"Germany", "train"}, lexicon_for(ENGLISH))
    assert [(entry.text, reason) for entry, reason in found] == [
        ("Bratislava", "stands in no post"),
        ("train", "is in the lexicon anyway"),
    ]
