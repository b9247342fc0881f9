"""Write what is generated: docs/rules from the rules, schemas/config.schema.json from the config.

`python docs/generate.py` writes; tests/test_generated.py fails where the files are stale.
"""

import json
from pathlib import Path

from postlint.config.schema import config_schema
from postlint.rules.base import RuleMeta
from postlint.rules.registry import GROUPS, RULES
from postlint.rules.rule_page import rule_page

PROJECT = Path(__file__).parents[1]


def generated_files() -> dict[Path, str]:
    """Every generated file of the project and its content."""
    files = {PROJECT / "docs" / "rules" / f"{rule.meta.name}.md": rule_page(rule) for rule in RULES}
    files[PROJECT / "docs" / "rules" / "README.md"] = rule_index()
    schema = json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n"
    files[PROJECT / "schemas" / "config.schema.json"] = schema
    return files


def rule_index() -> str:
    """The table of all rules."""
    lines = ["# Rules", ""]
    for group in GROUPS:
        lines += [f"## {group}", "", "| rule | finds that | severity | fix | runs |"]
        lines += ["|---|---|---|---|---|"]
        lines += [
            f"| [{meta.name}]({meta.name}.md) | {meta.summary} | {meta.severity} | {meta.fix} "
            f"| {runs(meta)} |"
            for meta in (rule.meta for rule in RULES)
            if meta.group == group
        ]
        lines.append("")
    return "\n".join(lines)


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
