"""Every rule is held to its own examples: where it reports, where it is silent, what it fixes."""

import json
from pathlib import Path

import pytest

from postlint.config.resolve import Resolver
from postlint.config.settings import Config, ContentEntry, RuleSetting
from postlint.config.site import Site
from postlint.engine.check import check
from postlint.engine.run import run
from postlint.model.finding import Finding
from postlint.rules.base import AnyRule, Bad, BadSite, Good, GoodSite
from postlint.rules.registry import RULES, ListedRule

LOADED = [listed.load() for listed in RULES]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.meta.name}-{kind.__name__}-{number}")
    for rule in LOADED
    for kind in (Good, Bad)
    for number, example in enumerate(e for e in rule.meta.examples if isinstance(e, kind))
]
SITES = [
    pytest.param(rule, example, id=f"{rule.meta.name}-{kind.__name__}-{number}")
    for rule in LOADED
    for kind in (GoodSite, BadSite)
    for number, example in enumerate(e for e in rule.meta.examples if isinstance(e, kind))
]


def findings_of(rule: type[AnyRule], example: Good | Bad, root: Path) -> list[Finding]:
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
    rule: type[AnyRule], example: Good | Bad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    findings = [one for one in findings_of(rule, example, tmp_path) if one.muted_by is None]
    places = tuple(f"{one.start.line}:{one.start.column}" for one in findings)
    assert places == (example.at if isinstance(example, Bad) else ()), findings
    if isinstance(example, Bad) and example.fixed is not None:
        assert isinstance(example.text, str)
        assert fixed(example.text, findings) == example.fixed


@pytest.mark.parametrize(("rule", "example"), SITES)
def test_example_of_a_site(
    rule: type[AnyRule],
    example: GoodSite | BadSite,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = rule.meta.name
    config = [f'select = ["{name}"]', "[rules]", f"[rules.{name}]", 'severity = "warning"']
    config += [
        f"{key.replace('_', '-')} = {json.dumps(value)}" for key, value in example.options.items()
    ]
    (tmp_path / "postlint.toml").write_text("\n".join(config), encoding="utf-8")
    for path, text in example.posts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    site = Site(today="2024-03-01")
    results = run(site.with_rest(site.find(["."])), site)
    assert [crash for result in results for crash in result.crashes] == []
    places = sorted(
        f"{one.path}:{one.start.line}:{one.start.column}"
        for result in results
        for one in result.findings
    )
    assert places == sorted(example.at if isinstance(example, BadSite) else ())


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
    assert any(isinstance(example, Good | GoodSite) for example in rule.meta.examples)
    if any(isinstance(one, Bad) and one.fixed is not None for one in rule.meta.examples):
        assert rule.meta.fix != "none"
