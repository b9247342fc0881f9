"""Every rule is held to its own examples: where it reports, where it is silent, what it fixes."""

import json
from pathlib import Path

import pytest

from postlint.config.resolve import Resolver
from postlint.config.settings import Config, ContentEntry, RuleSetting
from postlint.engine.check import check
from postlint.model.finding import Finding
from postlint.rules.base import Bad, Good, Rule
from postlint.rules.registry import RULES, ListedRule

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.meta.name}-{kind}-{number}")
    for rule in (listed.load() for listed in RULES)
    for kind in (Good, Bad)
    for number, example in enumerate(e for e in rule.meta.examples if isinstance(e, kind))
]


def findings_of(rule: type[Rule], example: Good | Bad, root: Path) -> list[Finding]:
    """What the whole pipeline, with every rule on, says under this rule's name."""
    entries = []
    if example.schema is not None:
        schema = root / "example.schema.json"
        schema.write_text(json.dumps(example.schema), encoding="utf-8")
        entries.append(ContentEntry(line=1, schemas=(schema,)))
    setting = RuleSetting(enabled=True, options=example.options)
    config = Config(root=root, content=tuple(entries), rules={rule.meta.name: setting})
    data = example.text if isinstance(example.text, bytes) else example.text.encode()
    result = check(example.path, data, Resolver(config))
    assert result.crashes == ()
    return [finding for finding in result.findings if finding.rule == rule.meta.name]


def fixed(text: str, findings: list[Finding]) -> str:
    """The text with the fixes of all findings applied."""
    edits = {edit for finding in findings if finding.fix for edit in finding.fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(
    rule: type[Rule], example: Good | Bad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    findings = [one for one in findings_of(rule, example, tmp_path) if one.muted_by is None]
    places = tuple(f"{one.start.line}:{one.start.column}" for one in findings)
    assert places == (example.at if isinstance(example, Bad) else ()), findings
    if isinstance(example, Bad) and example.fixed is not None:
        assert isinstance(example.text, str)
        assert fixed(example.text, findings) == example.fixed


@pytest.mark.parametrize("listed", RULES, ids=lambda listed: listed.meta.name)
def test_rule_is_named_and_documented_as_the_style_asks(listed: ListedRule) -> None:
    rule, name = listed.load(), listed.meta.name
    assert rule.meta.name == name
    assert rule.__name__.lower() == name.replace("-", "")
    assert rule.__module__.endswith(f"{rule.meta.group}.{name}".replace("-", "_"))
    assert rule.__doc__ is not None
    assert not rule.__doc__.startswith(f"{rule.__name__}(")
    assert not rule.meta.summary.endswith(".")
    assert rule.meta.summary[0].islower() or rule.meta.summary[0] == "`"
    assert any(isinstance(example, Good) for example in rule.meta.examples)
    if any(isinstance(one, Bad) and one.fixed is not None for one in rule.meta.examples):
        assert rule.meta.fix != "none"
