"""The front matter of YAML, TOML and JSON as handlers of python-frontmatter.

They work with its functions, as in `frontmatter.loads(text, handler=YamlHandler())`. Its own
handlers lose offsets and swallow errors; these split and read the untouched text themselves, and
`read` gives the exact result that all of postlint uses.
"""

import json
import re
from typing import ClassVar, Final

from frontmatter.default_handlers import BaseHandler

from postlint.content.data.tree import Json, Tree
from postlint.content.front_matter import faults as front_matter_faults
from postlint.content.front_matter.fences import CODE_TAGS, Fences, cut_before_text, find_fences
from postlint.content.front_matter.front_matter import FrontMatter, Language
from postlint.model.span import Span


class _Handler(BaseHandler):
    """What the three languages share."""

    language: ClassVar[Language]
    tags: ClassVar[frozenset[str]]
    """What may stand after the opening fence to choose this language."""

    def owns(self, fences: Fences) -> bool:
        """Whether these are the fences of this language."""
        is_default = not fences.tag and fences.sign == self.START_DELIMITER
        return is_default or fences.tag in self.tags

    def read_content(self, text: str, content: Span) -> Tree:
        """Read what stands between the fences."""
        raise NotImplementedError

    def read(self, text: str) -> FrontMatter | None:
        """The front matter of a post, with every place; None without one in this language."""
        fences = find_fences(text)
        return self.read_between(text, fences) if fences and self.owns(fences) else None

    def read_between(self, text: str, fences: Fences) -> FrontMatter:
        """The front matter between fences that were found in `text`."""
        if fences.tag in CODE_TAGS:
            tree = front_matter_faults.code(fences)
        elif fences.closing is None:
            tree = front_matter_faults.unclosed(text, fences)
        else:
            tree = self.read_content(text, fences.content)
            cut = self._cut(text, fences, tree)
            if cut is not None:
                return self.read_between(text, cut)
            tree = front_matter_faults.as_mapping(text, fences, tree)
        return FrontMatter(
            self.language,
            Span(0, fences.end(text)),
            fences.content,
            fences.opening,
            fences.closing,
            tree,
        )

    def _cut(self, text: str, fences: Fences, tree: Tree) -> Fences | None:
        """The fences where the closing one is missing, though a line further down looks like it."""
        if tree.is_parsed or self.language == "json":
            return None
        return cut_before_text(text, fences, tree.faults[0].problem.span.start)

    def detect(self, text: str) -> bool:
        """Whether `text` starts with front matter in this language."""
        fences = find_fences(text)
        return fences is not None and fences.closing is not None and self.owns(fences)

    def split(self, text: str) -> tuple[str, str]:
        """What stands between the fences, and the body; ValueError without front matter."""
        found = self.read(text)
        if found is None or found.closing is None:
            raise ValueError(f"no {self.language} front matter")
        return text[found.content.start : found.content.end], text[found.span.end :]

    def load(self, fm: str) -> dict[str, Json]:
        """The data of a front matter without its fences; ValueError where it cannot be read."""
        tree = self.read_content(fm, Span(0, len(fm)))
        if not tree.is_parsed:
            raise ValueError(tree.faults[0].problem.message)
        return tree.data if isinstance(tree.data, dict) else {}


class YamlHandler(_Handler):
    """YAML between `---` lines; `...` closes it too. Also what names a language we do not read."""

    FM_BOUNDARY = re.compile(r"^(?:---|\.\.\.)[ \t\xa0]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"
    language = "yaml"
    tags = CODE_TAGS | {"yaml", "yml"}

    def read_content(self, text: str, content: Span) -> Tree:
        """Read YAML."""
        from postlint.content.data.yaml_tree import read_yaml

        return read_yaml(text, content)

    def export(self, metadata: dict[str, object], **_: object) -> str:
        """The data as YAML, in its own order."""
        import yaml

        return yaml.safe_dump(metadata, allow_unicode=True, sort_keys=False).strip("\n")


class TomlHandler(_Handler):
    """TOML between `+++` lines."""

    FM_BOUNDARY = re.compile(r"^\+\+\+[ \t\xa0]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"
    language = "toml"
    tags = frozenset(("toml",))

    def read_content(self, text: str, content: Span) -> Tree:
        """Read TOML."""
        from postlint.content.data.toml_tree import read_toml

        return read_toml(text, content)

    def export(self, metadata: dict[str, object], **_: object) -> str:
        """The data as TOML, one key a line; TOML has no word for nothing, so None is left out."""
        lines = (
            f"{_toml(key)} = {_toml(value)}" for key, value in metadata.items() if value is not None
        )
        return "\n".join(lines)


class JsonHandler(_Handler):
    """JSON in its own braces, or between `;;;` lines."""

    FM_BOUNDARY = re.compile(r"^(?:\{|\}|;;;)[ \t\xa0]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = ""
    language = "json"
    tags = frozenset(("json",))

    def owns(self, fences: Fences) -> bool:
        """Whether these are braces, `;;;`, or fences with the tag `json`."""
        return fences.sign in ("{", ";;;") or fences.tag in self.tags

    def read_content(self, text: str, content: Span) -> Tree:
        """Read JSON, or the members of an object without its braces."""
        from postlint.content.data.json_tree import read_json, read_json_members

        start = text[content.start : content.end].lstrip("\ufeff \t\r\n")[:1]
        return read_json(text, content) if start in ("{", "[") else read_json_members(text, content)

    def export(self, metadata: dict[str, object], **_: object) -> str:
        """The data as JSON."""
        return json.dumps(metadata, indent=2, ensure_ascii=False)


def _toml(value: object) -> str:
    if isinstance(value, dict):
        members = (
            f"{_toml(key)} = {_toml(item)}" for key, item in value.items() if item is not None
        )
        return "{" + ", ".join(members) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(item) for item in value if item is not None) + "]"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text.replace("\x7f", "\\u007f")


HANDLERS: Final[tuple[_Handler, ...]] = (YamlHandler(), TomlHandler(), JsonHandler())
