"""Write what is generated, for readers of docs and so that a run need not work it out.

docs/rules and rules/index.py come from the rules, schemas/config.schema.json from the config,
schema/inlined from the other schemas, language/phrase_pairs.json from the confused words.

`python docs/generate.py` writes; tests/test_generated.py fails where the files are stale.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from postlint.config.schema import config_schema
from postlint.language.confusions import PAIRS_FILE, ROWS, checksum
from postlint.language.phrases import rarest_pairs
from postlint.model.finding import Severity
from postlint.rules.base import RuleMeta
from postlint.rules.registry import GROUPS, MODULES, load_rule
from postlint.rules.rule_page import rule_page
from postlint.schema.find import SUFFIX
from postlint.schema.load import INLINED
from postlint.schema.reading.inline import Inliner

PROJECT = Path(__file__).parents[1]
_NOT_FOR_POSTS = (f"config{SUFFIX}", f"findings{SUFFIX}")
RULES = {module: load_rule(module) for module in MODULES}


def generated_files() -> dict[Path, str]:
    """Every generated file of the project and its content."""
    pages = PROJECT / "docs" / "rules"
    files = {pages / f"{rule.meta.name}.md": rule_page(rule) for rule in RULES.values()}
    files[pages / "README.md"] = rule_table()
    files[PROJECT / "src" / "postlint" / "rules" / "index.py"] = rule_index()
    files[PROJECT / "schemas" / "config.schema.json"] = as_json(config_schema())
    for path in (PROJECT / "schemas").glob(f"*{SUFFIX}"):
        if path.name not in _NOT_FOR_POSTS:
            inlined = Inliner(path, PROJECT).inline(path)
            files[INLINED / path.name.replace(SUFFIX, ".json")] = as_json(inlined)
    pairs = (checksum(), *rarest_pairs(ROWS))
    files[PAIRS_FILE] = json.dumps(pairs, ensure_ascii=False) + "\n"
    return files


def as_json(value: object) -> str:
    """A value as the file of a schema has it."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def rule_table() -> str:
    """The table of all rules."""
    lines = ["# Rules", ""]
    for group in GROUPS:
        lines += [f"## {group}", "", "| rule | finds that | severity | fix | runs |"]
        lines += ["|---|---|---|---|---|"]
        lines += [
            f"| [{meta.name}]({meta.name}.md) | {meta.summary} | {meta.severity} | {meta.fix} "
            f"| {runs(meta)} |"
            for meta in (rule.meta for rule in RULES.values())
            if meta.group == group
        ]
        lines.append("")
    return "\n".join(lines)


def rule_index() -> str:
    """What is known of each rule, as a module that imports none of them."""
    lines = [
        '"""What is known of each rule without importing it; written by docs/generate.py."""',
        "",
        "from collections.abc import Mapping",
        "from types import MappingProxyType",
        "from typing import Final",
        "",
        "from postlint.model.finding import Severity",
        "from postlint.rules.base import RuleMeta",
        "",
        "INDEX: Final[Mapping[str, RuleMeta]] = MappingProxyType(",
        "    {",
    ]
    for module, rule in RULES.items():
        lines += [f'        "{module}": RuleMeta(', *entry(rule.meta), "        ),"]
    lines += ["    }", ")", '"""By module; without the examples."""']
    return "".join(f"{line}\n" for line in lines)


def entry(meta: RuleMeta) -> Iterator[str]:
    """The arguments that make a `RuleMeta`, without the examples and what is as usual."""
    usual = meta._field_defaults
    for name, value in meta._asdict().items():
        if name != "examples" and (name not in usual or value != usual[name]):
            yield f"            {name}={source(value)},"


def source(value: object) -> str:
    """A value as this project writes it in Python."""
    if isinstance(value, Severity):
        return f"Severity.{value.name}"
    if isinstance(value, tuple):
        items = ", ".join(map(source, value))
        return f"({items},)" if len(value) == 1 else f"({items})"
    has_quotes = isinstance(value, str) and '"' in value
    return json.dumps(value) if isinstance(value, str) and not has_quotes else repr(value)


def runs(meta: RuleMeta) -> str:
    """When a rule runs: always, with a preset, or when it is asked for."""
    if meta.is_default:
        return "by default"
    return f"preset {', '.join(meta.presets)}" if meta.presets else "when named"


def main() -> None:
    """Write the files."""
    for path, text in generated_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
