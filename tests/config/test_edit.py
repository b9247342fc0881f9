"""Naming a word file in a configuration."""

import re
import tomllib

import pytest

from postlint.config.edit import with_word_file


@pytest.mark.parametrize(
    ("text", "table", "changed"),
    [
        ("", (), '[words]\nfiles = ["words.txt"]\n'),
        ("[words]", (), '[words]\nfiles = ["words.txt"]\n'),
        ("locale = 'de' # x", (), "locale = 'de' # x\n\n[words]\nfiles = [\"words.txt\"]\n"),
        (
            "[words] # ours\naccept = ['a']\n[terms]\n",
            (),
            "[words] # ours\nfiles = [\"words.txt\"]\naccept = ['a']\n[terms]\n",
        ),
        (
            "[tool.postlint]\r\n",
            ("tool", "postlint"),
            '[tool.postlint]\r\n\r\n[tool.postlint.words]\r\nfiles = ["words.txt"]\r\n',
        ),
    ],
)
def test_a_word_file_is_named_in_one_line(text: str, table: tuple[str, ...], changed: str) -> None:
    assert with_word_file(text, table, "words.txt") == changed
    tomllib.loads(changed)


IN_TABLE = 'put files = ["words.txt"] into its table words'


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("words = { accept = ['a'] }\n", IN_TABLE),
        ("words.accept = ['a']\n", IN_TABLE),
        ('["words"]\naccept = []\n', IN_TABLE),
        ("x = '''\n[words]\n'''\n", IN_TABLE),
        ("[words]\nfiles = []\n", 'put "words.txt" into its words.files'),
        ("words = { files = [] }\n", 'put "words.txt" into its words.files'),
    ],
)
def test_a_configuration_that_one_line_does_not_change_is_left_alone(
    text: str, advice: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(advice)}$"):
        with_word_file(text, (), "words.txt")
