"""Which terms the posts of a site write in several forms."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from postlint.config.site import Site
from postlint.content.document import parse
from postlint.content.source import decode
from postlint.language.term_forms import TermForms


def count_forms(
    files: Iterable[Path],
    site: Site,
    read: Callable[[Path], bytes | None],
    advance: Callable[[int], object],
) -> TermForms:
    """The forms in all of some posts; `advance` is told of each that is done.

    A post of which `read` gives None is left out. Holds the counts of the forms, not the posts.
    Raises what `read` raises, and ConfigError.
    """
    forms = TermForms()
    for path in files:
        data = read(path)
        if data is not None:
            config = site.resolver_for(path.parent).config
            doc = parse(path.as_posix(), decode(data, config.max_file_size))
            forms.add(replace(doc, language=config.language))
        advance(1)
    return forms
