"""`postlint words add WORD...`: puts words on the list of the house."""

from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.output import write
from postlint.model.errors import UsageError


def command(
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="Words that are right.")],
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    """Accept words: in small letters, in any case; with capitals, as they are written."""
    from postlint.cli.word_list import add_words, word_list
    from postlint.config.word_file import words_of

    for word in words:
        try:
            words_of(word)
        except ValueError as error:
            raise UsageError(str(error)) from None
    house = word_list(config)
    added = add_words(house, words)
    lines = [f"{house.name}: added {', '.join(added)}"] if added else []
    known = [word for word in dict.fromkeys(words) if word not in added]
    lines += [f"accepted already: {', '.join(known)}"] if known else []
    write("".join(f"{line}\n" for line in lines))
