"""`postlint words build`: a lexicon of another language, with a wordfreq of a few words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from postlint.language.lexicon_file import MAGIC

WORDFREQ = """\
WORDS = "der die und in den von zu das mit sich auf ist im nicht ein als auch es an er hat".split()
def available_languages(size):
    return {"de": "", "en": "", "ja": ""}
def get_frequency_dict(language, size):
    if language == "en":
        return {"the": 0.05}
    return {**dict.fromkeys(WORDS, 0.01), "bürgermeister": 3e-4, "gesprochen": 3e-4}
"""


def postlint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, with what lies in its `library` first on the path."""
    path = os.pathsep.join([str(folder / "library"), *sys.path])
    return subprocess.run(
        [sys.executable, "-m", "postlint", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def library(folder: Path, wordfreq: str) -> None:
    (folder / "library").mkdir()
    (folder / "library" / "wordfreq.py").write_text(wordfreq, encoding="utf-8")


def test_a_lexicon_is_made_and_found_by_the_configuration(tmp_path: Path) -> None:
    library(tmp_path, WORDFREQ)
    made = postlint(tmp_path, "words", "build", "--language", "de-AT")
    assert (made.returncode, made.stderr) == (0, "")
    name, _, configuration = made.stdout.partition("For postlint.toml:\n\n")
    assert name == "de.lexicon: 24 words, 0 MB\n"
    (tmp_path / "postlint.toml").write_text(configuration, encoding="utf-8")
    post = "Der Bürgermesiter hat mit der Stadt gesprochen, und es ist nicht von ihm.\n"
    (tmp_path / "post.md").write_text(post, encoding="utf-8")
    checked = postlint(tmp_path, "--output-format=concise", "post.md")
    assert checked.stdout == (
        'post.md:1:5: warning near-miss: "Bürgermesiter" is no known word;'
        ' "Bürgermeister" is close to it\n'
    )
    assert checked.returncode == 1


def test_it_goes_where_it_is_wanted(tmp_path: Path) -> None:
    library(tmp_path, WORDFREQ)
    (tmp_path / "words").mkdir()
    arguments = ("--language", "de", "--output", "words/german.lexicon")
    assert postlint(tmp_path, "words", "build", *arguments).returncode == 0
    assert (tmp_path / "words/german.lexicon").read_bytes().startswith(MAGIC)


@pytest.mark.parametrize(
    ("language", "wordfreq", "message"),
    [
        ("de", "raise ImportError", "is not installed: pip install 'postlint[build]'"),
        ("en-GB", WORDFREQ, "the lexicon of English comes with postlint"),
        ("tlh", WORDFREQ, 'no lexicon can be made of "tlh"; choose from de\n'),
        ("ja", WORDFREQ, 'no lexicon can be made of "ja"; choose from de\n'),
        ("../x", WORDFREQ, 'no lexicon can be made of "../x"; choose from de\n'),
    ],
)
def test_what_cannot_be_made(language: str, wordfreq: str, message: str, tmp_path: Path) -> None:
    library(tmp_path, wordfreq)
    done = postlint(tmp_path, "words", "build", "--language", language)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("postlint: ")
    assert message in done.stderr
    assert list(tmp_path.glob("*.lexicon")) == []


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    library(tmp_path, WORDFREQ)
    done = postlint(tmp_path, "words", "build", "--language", "de", "-o", "nowhere/de.lexicon")
    assert done.returncode == 2
    assert "nowhere/de.lexicon: cannot be written: No such file or directory" in done.stderr


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        ('locale = "deutsch"', 'postlint.toml:1: locale: is "deutsch", expected a language such'),
        ("[words]\nlexicon = 1", "postlint.toml:2: words.lexicon: is 1, expected text"),
        ('[words]\nlexicon = "de.lexicon"', "2: words.lexicon: no file de.lexicon; postlint words"),
        ('[words]\nlexicon = "../de.lexicon"', '"../de.lexicon" leads out of the folder'),
        ('[words]\nlexicon = "."', "2: words.lexicon: no file ."),
        ('[words]\nlexikon = "x"', 'unknown key "lexikon"; did you mean "lexicon"?'),
        ('[words]\nlexicon = "bad.lexicon"', "bad.lexicon: cannot use this lexicon: not a lexicon"),
    ],
)
def test_a_lexicon_that_cannot_be_used_is_an_error_that_names_it(
    configuration: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "postlint.toml").write_text(configuration, encoding="utf-8")
    (tmp_path / "bad.lexicon").write_bytes(b"version https://git-lfs.github.com/spec/v1\n")
    (tmp_path / "post.md").write_text("Text.\n", encoding="utf-8")
    done = postlint(tmp_path, "post.md")
    assert done.returncode == 2
    assert message in done.stderr
