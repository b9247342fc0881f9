"""What a report is written on: how wide it is, whether it takes colour, which letters it has."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TextIO

from postlint.model.late_pattern import late_pattern

ColorChoice = Literal["auto", "always", "never"]

_HIDDEN: Final = late_pattern(
    # Controls, soft hyphen; bidirectional marks, embeddings, overrides and isolates; zero-width
    # space, word joiner and invisible operators; separators of lines; byte order mark;
    # annotations; what is no character, and lone surrogates, which no encoding has. Joiners stay:
    # emoji and scripts need them.
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0001]"
)

COMMAND: Final = "##["
"""What begins a command in a log of GitHub Actions, wherever in a line it stands."""
SPELT_BRACKET: Final = "\\x5b"
"""What stands for its bracket, so that it begins none."""

_LOOK_ALIKES: Final = str.maketrans(
    {"…": "...", "│": "|", "—": "-", "–": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "\xa0": " "}
)


class Page(NamedTuple):
    """The destination of a report; the defaults are those of a file or a pipe."""

    width: int = 100
    """In terminal cells. Source lines are cut to it; paths and messages never are."""
    is_screen: bool = False
    """Whether somebody looks at it: messages are wrapped at the width."""
    has_color: bool = False
    encoding: str = "utf-8"
    has_summary: bool = True
    """Whether the text report ends with the summary."""

    def spell(self, text: str) -> str:
        """The text as it can be printed: one line, nothing hidden, nothing that is obeyed.

        Neither a terminal nor the log of a CI finds a command of its own in it. Control,
        bidirectional and invisible characters and lone surrogates become escapes like "\\x1b"; what
        the encoding lacks becomes a look-alike or an escape like "\\u0561".
        """
        if not text.isprintable():
            text = _HIDDEN.sub(lambda match: escape(match[0]), text)
        if COMMAND in text:
            text = text.replace(COMMAND, "##" + SPELT_BRACKET)
        if text.isascii() or self.encoding.lower().startswith("utf"):
            return text
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            likeness = text.translate(_LOOK_ALIKES)
            return likeness.encode(self.encoding, "backslashreplace").decode(self.encoding)
        return text

    def spell_path(self, path: str) -> str:
        """A path that begins a line; never one that a CI log would take for a command of its own.

        GitHub reads lines that begin with `::`, after any space, so such a path is shown with "./".
        """
        is_command = path.lstrip().startswith("::")
        return self.spell(f"./{path}" if is_command else path)


def page_of(
    stream: TextIO, color: ColorChoice, environ: Mapping[str, str], *, has_summary: bool = True
) -> Page:
    """The page that a stream is.

    `color` wins over NO_COLOR, NO_COLOR over FORCE_COLOR, and that over what the stream is. rich
    is asked for the width and the colours of a terminal only.
    """
    encoding = stream.encoding or "utf-8"
    is_screen = stream.isatty()
    is_forced = environ.get("FORCE_COLOR", "0") not in ("", "0", "false")
    is_refused = color == "never" or (color == "auto" and bool(environ.get("NO_COLOR")))
    has_color = not is_refused and (color == "always" or is_forced)
    page = Page(has_color=has_color, encoding=encoding, has_summary=has_summary)
    if not is_screen:
        return page
    from rich.console import Console

    console = Console(file=stream, _environ=environ)
    takes_color = console.color_system is not None and not console.legacy_windows
    return Page(
        width=max(console.width, 40),
        is_screen=True,
        has_color=has_color or (takes_color and not is_refused),
        encoding=encoding,
        has_summary=has_summary,
    )


def escape(character: str) -> str:
    """A character in words of ASCII, "\\t" or "\\u200b"; a byte that is not UTF-8 as "\\xe9"."""
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")
