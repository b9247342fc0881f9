"""Packs that are broken or hostile: a place and what to do, in bounded time."""

import os
from pathlib import Path

import pytest
from packs import write_pack

from postlint.config.load import load_config
from postlint.config.resolve import Resolver
from postlint.engine.check import check
from postlint.engine.checked import Checked
from postlint.model.errors import ConfigError

HEAD = "extends: existence\nmessage: no %s\n"


def site(folder: Path, rule: str, more: str = "") -> Path:
    """A configuration that uses a pack of one rule."""
    write_pack(folder / "styles", {"Foo": rule})
    path = folder / "postlint.toml"
    path.write_text(f'[styles]\npaths = ["styles"]\nuse = ["House"]\n{more}', encoding="utf-8")
    return path


def told(folder: Path, rule: str, more: str = "") -> str:
    """What the user is told of a rule that cannot be used."""
    with pytest.raises(ConfigError) as error:
        checked(folder, rule, "Text.\n", more)
    return str(error.value)


def checked(folder: Path, rule: str, post: str, more: str = "") -> Checked:
    """What the whole pipeline says of a post."""
    resolver = Resolver(load_config(site(folder, rule, more)))
    result = check("post.md", post.encode(), resolver)
    assert result.crashes == ()
    return result


@pytest.mark.parametrize(
    ("rule", "line", "words"),
    [
        ("message: x\n", 1, "has no extends"),
        ("extends: existance\nmessage: x\n", 1, 'did you mean "existence"?'),
        ("extends: [existence]\nmessage: x\n", 1, "extends is a list, expected text"),
        ("extends: existence\ntokens: [a]\n", 1, "has no message"),
        ("extends: existence\nmessage: x\n", 1, "has no tokens and no raw, so it finds nothing"),
        ("extends: substitution\nmessage: x\nswap: {}\n", 1, "has no swap"),
        (f"{HEAD}level: eror\ntokens: [a]\n", 3, 'did you mean "error"?'),
        (f"{HEAD}nonword: maybe\ntokens: [a]\n", 3, "expected true or false"),
        (f"{HEAD}limit: some\ntokens: [a]\n", 3, "expected a whole number"),
        (f"{HEAD}tokens: {{a: b}}\n", 3, "tokens is a table, expected text"),
        (f"{HEAD}tokens:\n  - a\n  - [b]\n", 5, "an item of tokens is a list"),
        (f"{HEAD}tokens: [a]\ntokens: [b]\n", 4, '"tokens" stands twice'),
        (f"{HEAD}scope: 'a b'\ntokens: [a]\n", 0, "is no scope"),
        (f"{HEAD}action: {{name: delete}}\ntokens: [a]\n", 3, "expected replace, remove"),
        (f"{HEAD}action: {{name: edit, params: [trim]}}\ntokens: [a]\n", 0, "expected 1"),
        (f"{HEAD}action: {{name: edit}}\ntokens: [a]\n", 0, "action edit is"),
        (f"{HEAD}tokens:\n  - ok\n  - (a\n", 5, '"(" has no ")" after it'),
        (f"{HEAD}tokens:\n  - (?P<a>x)(?P=b)\n", 4, "cannot be translated"),
        (f"{HEAD}raw:\n  - \\k<nobody>\n", 4, "the pattern cannot be used"),
        (f"{HEAD}nonword: true\ntokens: [a]\nexceptions: [b, '*']\n", 5, "repeats nothing"),
        ("extends: metric\nmessage: x\nformula: wrods\ncondition: '> 1'\n", 3, '"words"?'),
        ("extends: metric\nmessage: x\nformula: words\n", 0, "has no condition"),
        ("extends: metric\nmessage: x\nformula: words\ncondition: '> 1); f('\n", 4, "no single"),
        (
            "extends: metric\nmessage: x\nformula: open(1)\ncondition: '> 1'\n",
            3,
            "is no function",
        ),
        ('extends: metric\nmessage: x\nformula: ["a"]\ncondition: "> 1"\n', 3, "is a list"),
        ("extends: metric\nmessage: x\nformula: (words, 1)\ncondition: '> 1'\n", 3, "arithmetic"),
        ("extends: metric\nmessage: x\nformula: 9 ** 9 ** 9\ncondition: '> 1'\n", 3, "arithmetic"),
        ("extends: readability\nmessage: x\nmetrics: [SMUG]\n", 3, 'did you mean "SMOG"?'),
        ("extends: capitalization\nmessage: x\nmatch: $titel\n", 3, 'did you mean "$title"?'),
        ("extends: existence\n  message: x\n", 2, "House/Foo.yml"),
        ("extends: 'existence\nmessage: x\n", 1, "mend the file"),
        ("- a\n- b\n", 1, "is no rule"),
        ("", 1, "is no rule"),
        ("tokens: " + "[" * 5000, 1, "mend the file"),
        (
            "a: &a [x,x]\nb: &b [*a,*a]\nextends: existence\nmessage: m\ntokens: [*b, *b]\n",
            2,
            "list",
        ),
    ],
)
def test_a_broken_rule_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str, line: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    message = told(tmp_path, rule)
    assert message.startswith(f"styles/House/Foo.yml:{line}:" if line else "styles/House/Foo.yml:")
    assert words in message
    assert "\n" not in message


def test_a_rule_that_is_off_is_not_compiled(tmp_path: Path) -> None:
    rule = f"{HEAD}tokens: ['(']\n"
    assert checked(tmp_path, rule, "Text.\n", '[rules]\n"House.Foo" = "off"\n').findings == ()


def test_bytes_that_are_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = site(tmp_path, HEAD)
    (tmp_path / "styles/House/Foo.yml").write_bytes(b"extends: \xff\n")
    with pytest.raises(ConfigError, match=r"^styles/House/Foo.yml:1: .*UTF-8"):
        load_config(path)


def test_a_pattern_that_takes_for_ever_is_one_finding(tmp_path: Path) -> None:
    rule = f"{HEAD}nonword: true\ntokens: ['(?:a|aa)+$']\n"
    post = "The the.\n\n" + "a" * 60 + "b\n\n" + "a" * 60 + "b\n"
    findings = checked(tmp_path, rule, post).findings
    assert sorted(one.rule for one in findings) == ["repeated-word", "slow-pattern"]
    (slow,) = (one for one in findings if one.rule == "slow-pattern")
    assert "House.Foo" in slow.message
    assert "post.md" in slow.message
    alone = Resolver(load_config(site(tmp_path, rule)), select=("House.Foo",))
    assert [one.rule for one in check("post.md", post.encode(), alone).findings] == ["slow-pattern"]


def test_a_pattern_that_is_slow_on_many_posts_is_not_searched_any_more(tmp_path: Path) -> None:
    rule = f"{HEAD}nonword: true\ntokens: ['(?:a|aa)+$']\n"
    resolver = Resolver(load_config(site(tmp_path, rule)), select=("House.Foo",))
    posts = ["a" * 60 + "b\n"] * 3 + ["Short.\n", "Other.\n"]
    results = [check(f"{at}.md", post.encode(), resolver) for at, post in enumerate(posts)]
    assert [[one.message for one in result.findings] for result in results] == [
        *([f"the pattern of House.Foo takes too long on {at}.md"] for at in range(3)),
        *(
            [f"House.Foo has not looked at {at}.md: its pattern took too long on other posts"]
            for at in (3, 4)
        ),
    ]


@pytest.mark.parametrize(
    ("use", "message"),
    [
        ('use = ["Hause"]', r'styles.use: no pack "Hause" in styles; did you mean "House"\?'),
        ('use = ["House.Fo"]', r'styles.use: no rule "House.Fo"; did you mean "House.Foo"\?'),
        ('use = []\nvocabularies = ["Base"]', 'styles.vocabularies: no vocabulary "Base"'),
        ('use = []\nmin-level = "suggestion"', "styles.min-level: is"),
        ('use = []\nusing = ["House"]', 'unknown key "using"'),
        ('use = "House"', "expected a list of texts"),
        ('use = []\n[rules]\n"House.Foo" = "off"', 'unknown rule "House.Foo"'),
        ('use = ["House"]\n[rules]\n"House.Fou" = "off"', r'did you mean "House.Foo"\?'),
        ('use = ["House"]\n[rules]\nHouse.Fou = "off"', 'unknown rule "Fou"'),
        ('use = ["House"]\n[rules]\n"House.Foo" = {a = 1}', "expected off, on, info"),
        ('use = ["House"]\n[rules]\nHouse = "of"', 'is "of", expected off'),
    ],
)
def test_what_the_configuration_cannot_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, use: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = site(tmp_path, f"{HEAD}tokens: [a]\n")
    path.write_text(f'[styles]\npaths = ["styles"]\n{use}\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"^postlint.toml:\d+: .*{message}"):
        load_config(path)


@pytest.mark.parametrize("paths", ["../styles", "/etc", "none"])
def test_a_folder_that_is_not_to_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "postlint.toml"
    path.write_text(f'[styles]\npaths = ["{paths}"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"^postlint.toml:2: styles.paths: "):
        load_config(path)


def test_a_link_out_of_the_site_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "Outside.yml"
    outside.write_text(f"{HEAD}tokens: [a]\n", encoding="utf-8")
    root = tmp_path / "site"
    path = site(root, f"{HEAD}tokens: [a]\n")
    (root / "styles/House/Link.yml").symlink_to(outside)
    with pytest.raises(ConfigError, match="leads out of"):
        load_config(path)


def test_what_has_no_effect_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rule = f"{HEAD}scope: headings\nsource: a book\nmax: 3\nignorcase: true\ntokens: [a]\n"
    styles = load_config(site(tmp_path, rule)).styles
    assert [note.removeprefix("styles/House/Foo.yml:") for note in styles.notes] == [
        '5: the key "max" has no effect on existence; it is one of occurrence, repetition',
        '6: the key "ignorcase" has no effect on existence; did you mean "ignorecase"?',
        ' the rule is idle: no post has the scope "headings"; did you mean "heading"?',
    ]


def test_what_cannot_be_run_is_named(tmp_path: Path) -> None:
    write_pack(tmp_path / "styles", {"Bar": "extends: script\nmessage: x\nscript: y.tengo\n"})
    path = site(tmp_path, "extends: sequence\nmessage: x\ntokens: [{tag: NN}]\n")
    skipped = {(one.name, one.needs) for one in load_config(path).styles.skipped}
    assert skipped == {("House.Foo", "parts of speech"), ("House.Bar", "a program")}


def test_what_of_a_spelling_rule_has_no_effect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rule = (
        "extends: spelling\nmessage: '%s'\ndictionaries: [en_GB]\n"
        "ignore: [none.txt, ../up.txt]\naction: {name: suggest, params: [fix.tengo]}\n"
    )
    assert load_config(site(tmp_path, rule)).styles.notes == (
        "styles/House/Foo.yml: action suggest has no effect: fix.tengo is a program",
        "styles/House/Foo.yml: its dictionaries have no effect: words are looked up in the lexicon",
        'styles/House/Foo.yml:4: no list of words "none.txt" below styles',
        'styles/House/Foo.yml:4: no list of words "../up.txt" below styles',
    )


def test_a_selection_of_elements_is_named(tmp_path: Path) -> None:
    rule = f"{HEAD}tokens: [a]\nscope: 'sentence & doc(section > h2)'\n"
    (skipped,) = load_config(site(tmp_path, rule)).styles.skipped
    assert (skipped.name, skipped.needs) == ("House.Foo", "a selection of elements, doc(...)")


def test_a_rule_that_extends_a_rule_is_named(tmp_path: Path) -> None:
    (skipped,) = load_config(site(tmp_path, "extends: Google.We\ntokens+: [a]\n")).styles.skipped
    assert (skipped.name, skipped.needs) == ("House.Foo", "the rule Google.We, which it extends")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_what_is_no_regular_file_is_not_read(tmp_path: Path) -> None:
    path = site(tmp_path, f"{HEAD}tokens: [a]\n")
    os.mkfifo(tmp_path / "styles/House/Pipe.yml")
    (tmp_path / "styles/House/Folder.yml").mkdir()
    assert list(load_config(path).styles.rules) == ["House.Foo"]


def test_values_without_meaning_are_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rule = "extends: occurrence\nmessage: x\nmax: -1\nlimit: -5\ntoken: a\n"
    assert load_config(site(tmp_path, rule)).styles.notes == (
        "styles/House/Foo.yml:3: max -1 has no effect, expected 0 or more",
        "styles/House/Foo.yml:4: limit -5 has no effect, expected 0 or more",
    )
    rule = "extends: capitalization\nmessage: x\nmatch: $title\nstyle: APA\n"
    assert load_config(site(tmp_path, rule)).styles.notes == (
        'styles/House/Foo.yml:4: style "APA" has no effect, expected AP or Chicago; it is AP',
    )


def test_a_pack_without_rules_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = site(tmp_path, f"{HEAD}tokens: [a]\n")
    (tmp_path / "styles/House/Foo.yml").rename(tmp_path / "styles/House/Foo.txt")
    assert load_config(path).styles.notes == (
        'the pack "House" in styles has no rules: no .yml files',
    )
