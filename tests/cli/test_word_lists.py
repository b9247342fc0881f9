"""`postlint words`: which list a word goes to, and what is written when not all can be."""

from pathlib import Path

import pytest

from command_line import postlint

POST = "They saw the frobnicater there, and then they went home.\n"
NO_GERMAN = (
    'postlint: there is no lexicon of "de", so the spelling rules say nothing;'
    " postlint words build --language de makes one\n"
)


def site(folder: Path, **files: str) -> Path:
    """A site of files; "_" in a name is a slash, and the suffix is told by what it is."""
    for name, text in files.items():
        suffix = ".toml" if name.endswith("postlint") else ".md"
        path = folder / (name.replace("_", "/") + suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def files_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


RULES = '[rules]\nunknown-word = "info"\n'


@pytest.mark.parametrize(
    "config",
    [
        'words = { accept = ["Foo"] }\n',
        'words.accept = ["Foo"]\n',
        '["words"]\naccept = []\n',
        "[words]\nfiles = []\n",
    ],
)
@pytest.mark.parametrize(
    "command", [("add", "Bar"), ("review", "."), ("learn", "--posts=1", "--write", ".")]
)
def test_nothing_is_written_where_the_configuration_cannot_be_changed(
    tmp_path: Path, config: str, command: tuple[str, ...]
) -> None:
    site(tmp_path, a=POST, postlint=f"{config}{RULES}")
    before = files_of(tmp_path)
    done = postlint(tmp_path, "words", *command, stdin="a\n")
    assert "[a/s/q]" not in done.stdout
    advice = '"words.txt" into its words.files' if "files" in config else 'files = ["words.txt"]'
    assert f"postlint.toml: cannot be changed safely; put {advice}" in done.stderr
    assert (done.returncode, files_of(tmp_path)) == (2, before)


def test_a_word_that_the_configuration_accepts_names_no_file_that_is_not_there(
    tmp_path: Path,
) -> None:
    site(tmp_path, postlint='[words]\naccept = ["Foo"]\n')
    before = files_of(tmp_path)
    assert postlint(tmp_path, "words", "add", "Foo").stdout == "accepted already: Foo\n"
    assert files_of(tmp_path) == before


def test_review_accepts_into_the_list_of_the_configuration_of_the_post(tmp_path: Path) -> None:
    site(tmp_path, a=POST, postlint=RULES, sub_postlint=RULES, sub_posts_b=POST)
    done = postlint(tmp_path, "words", "review", "sub/posts", stdin="a\n")
    assert done.stdout.endswith("1 accepted into sub/words.txt, 0 skipped\n")
    assert "words.txt" not in files_of(tmp_path)
    assert "frobnicater" not in postlint(tmp_path, "sub").stdout
    assert "frobnicater" in postlint(tmp_path, "a.md").stdout


def test_each_configuration_is_asked_about_and_gets_its_own(tmp_path: Path) -> None:
    site(tmp_path, a=POST, postlint=RULES, sub_postlint=RULES, sub_b=POST)
    done = postlint(tmp_path, "words", "review", stdin="a\na\n")
    parts = "1 accepted into words.txt, 1 accepted into sub/words.txt, 0 skipped\n"
    assert done.stdout.endswith(parts)


def test_learn_gives_each_configuration_the_words_of_its_posts(tmp_path: Path) -> None:
    other = "They saw the blorptable one and the frobnicater there.\n"
    site(tmp_path, a=POST, postlint=RULES, sub_postlint=RULES, sub_b=other)
    learn = ("words", "learn", "--posts=1")
    listed = postlint(tmp_path, *learn).stdout
    assert listed.endswith("2 words; --write adds them to words.txt, sub/words.txt\n")
    done = postlint(tmp_path, *learn, "--write")
    assert done.stdout.endswith("words.txt: 1 added\nsub/words.txt: 2 added\n")
    files = files_of(tmp_path)
    assert files["words.txt"] == "frobnicater\n"
    assert files["sub/words.txt"] == "blorptable\nfrobnicater\n"


@pytest.mark.parametrize("command", ["learn", "review"])
def test_a_language_without_a_lexicon_is_not_said_to_have_no_unknown_word(
    tmp_path: Path, command: str
) -> None:
    site(tmp_path, a="Der Bürgermesiter.\n", b="Und er.\n", postlint='locale = "de"\n')
    done = postlint(tmp_path, "words", command)
    assert (done.stdout, done.stderr, done.returncode) == ("", NO_GERMAN, 0)


def test_a_check_says_once_that_there_is_no_lexicon(tmp_path: Path) -> None:
    site(tmp_path, a="Der Bürgermesiter.\n", b="Und er.\n", postlint='locale = "de"\n')
    done = postlint(tmp_path, ".")
    assert (done.stderr, done.returncode) == (NO_GERMAN, 0)
    assert postlint(tmp_path, "--quiet", ".").stderr == ""
