"""`postlint words build --language de`: makes the lexicon of another language than English."""

from pathlib import Path
from typing import Annotated

import typer

from postlint.cli.output import write
from postlint.model.errors import UsageError
from postlint.model.paths import shown


def command(
    language: Annotated[str, typer.Option(help="The language, e.g. de.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where it goes, by default LANGUAGE.lexicon."
        ),
    ] = None,
) -> None:
    """Make the lexicon of a language from how frequent its words are.

    Needs wordfreq, which comes with the extra "build" of postlint.
    """
    from postlint.cli.save import save
    from postlint.content.language import Language
    from postlint.language.distil.frequencies import frequencies
    from postlint.language.distil.from_frequencies import distil
    from postlint.language.distil.sections import sections
    from postlint.language.lexicon_file import pack

    spoken = Language(language)
    if spoken.is_english:
        raise UsageError("the lexicon of English comes with postlint")
    collected, near = distil(spoken.code, frequencies(spoken.code), frequencies("en"))
    data = pack(spoken.code, sections(collected, near))
    path = output or Path(f"{spoken.code}.lexicon")
    save(path, data)
    write(
        f"{shown(path)}: {len(collected.words):,} words, {len(data) / 1e6:.0f} MB\n"
        f"For postlint.toml:\n\n"
        f'locale = "{spoken.locale}"\n[words]\nlexicon = "{path.name}"\n'
    )
