"""What the rules about titles, slugs, dates and categories of a whole site say, beyond examples."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from postlint.config.site import Site
from postlint.engine.run import run
from postlint.model.errors import ConfigError, SchemaError
from postlint.model.finding import Finding, Severity
from time_growth import growth


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(site: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")


def findings(
    *rules: str, paths: tuple[str, ...] = (".",), today: str = "2024-03-01"
) -> list[Finding]:
    site = Site(select=rules, today=today)
    results = run(site.with_rest(site.find(paths)), site)
    assert [crash for one in results for crash in one.crashes] == []
    return [finding for one in results for finding in one.findings]


def said(*rules: str, paths: tuple[str, ...] = (".",)) -> list[str]:
    return [f"{one.path}: {one.message}" for one in findings(*rules, paths=paths)]


def fixed(site: Path, finding: Finding) -> str:
    text = (site / finding.path).read_text(encoding="utf-8")
    for edit in finding.fix.edits if finding.fix else ():
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def test_many_posts_with_one_title_are_one_finding(site: Path) -> None:
    write(site, {"postlint.toml": ""})
    write(
        site, {f"{n:03}.md": "---\ntitle: War\ndescription: D\nslug: s\n---\n" for n in range(300)}
    )
    assert said("duplicate-title", "duplicate-description", "duplicate-slug") == [
        "299.md: title is that of 297.md, 298.md and 297 more posts, too",
        "299.md: slug is that of 297.md, 298.md and 297 more posts, too",
    ]


def test_a_post_is_told_the_same_alone_and_with_its_site(site: Path) -> None:
    write(site, {"postlint.toml": ""})
    write(site, {f"{n}.md": f"---\ntitle: War\ndate: 2024-03-0{n}\n---\n" for n in (3, 1, 2)})
    (told,) = said("duplicate-title")
    assert said("duplicate-title", paths=("3.md",)) == [told]
    assert said("duplicate-title", paths=("1.md",)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("en/a.md", "fr/a.md"),
        ("a.md", "a.pt-br.md"),
        ("v1/a.md", "v2/a.md"),
        ("posts/a/index.md", "pages/a/index.md"),
    ],
)
def test_posts_of_other_languages_and_versions_may_share_a_title(
    site: Path, one: str, other: str
) -> None:
    write(
        site,
        {"postlint.toml": "", one: "---\ntitle: Info\n---\n", other: "---\ntitle: Info\n---\n"},
    )
    assert said("duplicate-title") == []


def test_what_recurs_later_begins_a_new_group(site: Path) -> None:
    days = ("2023-01-01", "2023-01-02", "2024-01-01", "2024-01-02")
    write(site, {"postlint.toml": ""})
    write(site, {f"{day}.md": f"---\ntitle: Snow\ndate: {day}\n---\n" for day in days})
    assert said("duplicate-title") == [
        "2023-01-02.md: title is that of 2023-01-01.md, too",
        "2024-01-02.md: title is that of 2024-01-01.md, too",
    ]


@pytest.mark.parametrize(
    "front_matter",
    ["title: [a]", "title: 5", "title: ' '", "title: &a A\nb: *a", "- a", "title: \ud83d", "title"],
)
def test_odd_front_matter_beside_others_does_no_harm(site: Path, front_matter: str) -> None:
    text = f"---\n{front_matter}\n---\n".encode("utf-8", "surrogatepass")
    write(site, {"postlint.toml": "", "b.md": "no front matter\n", "c.md": "---\ntitle: A\n---\n"})
    (site / "a.md").write_bytes(text)
    assert len(said("site", "unknown-reference")) <= 1


def test_a_category_is_written_as_most_do_and_keeps_its_quotes(site: Path) -> None:
    posts = {f"{n}.md": "---\ncategory: Local news\n---\n" for n in range(6)}
    write(site, {"postlint.toml": "", **posts, "x.md": "---\ncategories: ['local-news', b]\n---\n"})
    (finding,) = findings("category-variant")
    assert finding.message == 'category is "local-news", 6 posts have "Local news"'
    assert fixed(site, finding) == "---\ncategories: ['Local news', b]\n---\n"


def test_of_two_ways_that_are_as_frequent_neither_is_mended(site: Path) -> None:
    write(
        site, {"postlint.toml": "", "a.md": "---\ntag: War\n---\n", "b.md": "---\ntag: war\n---\n"}
    )
    (finding,) = findings("category-variant")
    assert (finding.suggestions, finding.fix) == (("War",), None)


def test_a_slip_that_is_a_word_or_is_made_often_is_none(site: Path) -> None:
    usual = {f"{n}.md": "---\ntags: [statement, karabakh]\n---\n" for n in range(9)}
    often = {f"x{n}.md": "---\ntags: [karabkah]\n---\n" for n in range(3)}
    write(site, {"postlint.toml": "", **usual, **often, "a.md": "---\ntags: [statements]\n---\n"})
    assert said("category-variant") == []


def test_many_categories_are_compared_in_good_time(site: Path) -> None:
    def write_posts(number: int) -> None:
        tags = [
            f"karabakh{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{n // 676 * 'x'}"
            for n in range(number)
        ]
        lists = (", ".join(tags[start : start + 100]) for start in range(0, number, 100))
        for at, tags_of in enumerate(lists):
            write(site, {f"{at}-{copy}.md": f"---\ntags: [{tags_of}]\n---\n" for copy in range(5)})

    write(site, {"postlint.toml": ""})
    assert growth(write_posts, lambda _: findings("category-variant"), 400) < 10


def test_an_expired_post_is_told_the_day_after(site: Path) -> None:
    write(site, {"a.md": "---\nexpires: 2024-03-01\n---\n"})
    assert findings("date-order") == []
    (finding,) = findings("date-order", today="2024-03-02")
    assert (finding.message, finding.severity) == (
        "expires is 2024-03-01, which has passed",
        "info",
    )


def test_without_a_day_nothing_has_expired(site: Path) -> None:
    write(site, {"a.md": "---\nexpires: 2004-03-01\n---\n"})
    assert findings("date-order", today="") == []


def test_a_site_that_was_silent_for_years_may_have_begun_early(site: Path) -> None:
    posts = {
        f"{n}.md": f"---\ndate: {2010 + 3 * (n // 7)}-01-0{n % 7 + 1}\n---\n" for n in range(28)
    }
    write(site, {"postlint.toml": "", **posts, "x.md": "---\ndate: 2003-01-01\n---\n"})
    assert said("date-order") == []


def test_an_option_that_is_no_day_is_told(site: Path) -> None:
    write(site, {"postlint.toml": 'rules.date-order.began = "2014"', "a.md": ""})
    with pytest.raises(ConfigError, match='began is "2014", expected a day such as 2014-03-01'):
        findings("date-order")


def referring(site: Path, schema: str, files: Mapping[str, str]) -> None:
    write(site, {"postlint.toml": '[[content]]\nschema = "s.json"\n', "s.json": schema, **files})


@pytest.mark.parametrize(
    ("to", "files"),
    [
        ("d.yml", {"d.yml": "- jane\n- omar\n"}),
        ("d.yml", {"d.yml": "- {name: Jane, id: jane}\n- {id: omar}\n"}),
        ("d.yml", {"d.yml": "jane: {}\nomar: {}\n"}),
        ("d.json#/authors", {"d.json": '{"authors": ["jane", "omar"]}'}),
        ("d.toml#/authors/*/id", {"d.toml": 'authors = [{id = "jane"}, {id = "omar"}]'}),
        ("d.csv#/*/id", {"d.csv": "name,id\nJane,jane\nOmar,omar\n"}),
        ("d.csv", {"d.csv": "id,email\njane,a@b.c\nomar,b@b.c\n"}),
        ("d.yml#/a~1b/*", {"d.yml": "a/b: {x: jane, y: omar}\n"}),
        ("d/*.yml", {"d/jane.yml": "", "d/omar.yml": ""}),
        ("d/*.yml#/id", {"d/1.yml": "id: jane\n", "d/2.yml": "id: omar\n"}),
        ("d/*.md", {"d/jane.md": "", "d/omar/index.md": "", "d/omar.md": ""}),
        ("d/**/*.md", {"d/e/jane.md": "", "d/omar.md": ""}),
        ("d/*.md#/x/id", {f"d/{n}.md": f"---\nx: {{id: {n}}}\n---\n" for n in ("jane", "omar")}),
        ("posts", {"d/2024-01-01-jane.md": "", "e.md": "---\nslug: omar\n---\n"}),
        ("posts#/ids", {"d.md": "---\nids: [jane, omar]\n---\n"}),
    ],
)  # fmt: skip
def test_a_value_is_looked_for_where_the_schema_says(
    site: Path, to: str, files: Mapping[str, str]
) -> None:
    schema = f'{{"properties": {{"by": {{"items": {{"x-postlint-ref": "{to}"}}}}}}}}'
    referring(site, schema, {**files, "a.md": '---\nby: [jane, "oamr", omar]\n---\n'})
    (finding,) = findings("unknown-reference")
    says = "no post is called" if to == "posts" else f"{to} does not have"
    assert finding.message == f'by is "oamr", which {says}, did you mean "omar"?'
    assert fixed(site, finding) == '---\nby: [jane, "omar", omar]\n---\n'


@pytest.mark.parametrize("names", [("anna", "anne", "anno"), ("anno", "anna", "anne")])
@pytest.mark.parametrize("to", ["d.yml", "posts#/ids", ("d.yml", "e.yml"), ("d.yml", "posts#/ids")])
def test_where_several_values_are_as_near_none_of_them_is_meant(
    site: Path, names: tuple[str, ...], to: str | tuple[str, ...]
) -> None:
    both = [{"x-postlint-ref": one} for one in (to if isinstance(to, tuple) else (to,))]
    schema = json.dumps({"properties": {"by": {"anyOf": both}}})
    in_data = names[:1] if isinstance(to, tuple) else names
    data = {"d.yml": f"[{', '.join(in_data)}]", "e.yml": f"[{names[1]}]"}
    posts = {f"{name}.md": f"---\nids: {name}\n---\n" for name in names[-len(in_data) :]}
    referring(site, schema, {**data, **posts, "a.md": "---\nby: annx\n---\n"})
    (finding,) = findings("unknown-reference")
    assert (finding.fix, finding.help) == (None, "correct it, or add it there")


def test_a_value_that_is_there_twice_is_the_nearest_one(site: Path) -> None:
    schema = '{"properties": {"by": {"x-postlint-ref": "d.yml"}}}'
    referring(site, schema, {"d.yml": "[jane, omar, jane]", "a.md": "---\nby: jnae\n---\n"})
    (finding,) = findings("unknown-reference")
    assert finding.suggestions == ("jane",)


ONE_OR_MORE = """{"properties": {"by": {"anyOf": [
    {"x-postlint-ref": "d.yml", "type": "string"},
    {"items": {"x-postlint-ref": "d.yml"}, "type": "array"}, {"const": "staff"}]}}}"""
EITHER = """{"properties": {"by": {"anyOf": [
    {"x-postlint-ref": "d.yml"}, {"x-postlint-ref": "posts"}]}}}"""
DEEP = """{"allOf": [{"properties": {"meta": {"additionalProperties": {
    "if": {"type": "string"}, "then": {"x-postlint-ref": "d.yml"}}}}}]}"""


@pytest.mark.parametrize(
    ("schema", "front_matter", "wrong"),
    [
        (ONE_OR_MORE, "by: jane", []),
        (ONE_OR_MORE, "by: jnae", ["jnae"]),
        (ONE_OR_MORE, "by: [omar, jnae]", ["jnae"]),
        (ONE_OR_MORE, "by: staff", []),
        (ONE_OR_MORE, "by: {a: b}", []),
        (EITHER, "by: a", []),
        (EITHER, "by: jane", []),
        (EITHER, "by: nobody", ["nobody"]),
        (DEEP, "meta: {by: jane, x: who, y: 5}", ["who"]),
        (DEEP, "meta: {by: true, x: '', y: }", []),
    ],
)
def test_what_a_branch_of_the_schema_looks_for(
    site: Path, schema: str, front_matter: str, wrong: list[str]
) -> None:
    referring(site, schema, {"d.yml": "[jane, omar, 5]", "a.md": f"---\n{front_matter}\n---\n"})
    assert [one.message.split('"')[1] for one in findings("unknown-reference")] == wrong


WORDS_OF_THE_SCHEMA = (
    {"enum": ["World", "Sport"]},
    {"x-postlint-values-from": "d.yml"},
    {"x-postlint-ref": "d.yml"},
    {"x-postlint-ref": "p/*.md#/id"},
)


@pytest.mark.parametrize("word", WORDS_OF_THE_SCHEMA)
@pytest.mark.parametrize("written", ["[{}]", "[Sport, {}]", "{}"])
def test_what_the_schema_has_said_of_a_category_is_not_said_again(
    site: Path, word: dict[str, object], written: str
) -> None:
    schema = {"properties": {"categories": word if written == "{}" else {"items": word}}}
    posts = {f"{n}.md": f"---\ncategories: {written.format('World')}\n---\n" for n in range(6)}
    data = {"d.yml": "[World, Sport]", "p/w.md": "---\nid: [World, Sport]\n---\n"}
    referring(site, json.dumps(schema), {**posts, **data})
    write(site, {"a.md": f"---\ncategories: {written.format('world')}\n---\n"})
    rules = ("unknown-reference", "value-not-allowed", "category-variant", "category-used-once")
    (told,) = findings(*rules)
    assert (told.path, told.severity, told.suggestions) == ("a.md", Severity.ERROR, ("World",))
    assert findings(*rules, paths=("a.md",)) == [told]


@pytest.mark.parametrize(
    ("to", "what"),
    [
        ("posts#/nope", '"posts" holds no values at /nope'),
        ("p/*.md#/x/nope", '"p/*.md" holds no values at /x/nope'),
        ("p/b*.md", '"p/b*.md" holds no values'),
    ],
)
def test_what_no_post_has_is_no_place_for_values(site: Path, to: str, what: str) -> None:
    schema = f'{{"properties": {{\n"by": {{"x-postlint-ref": "{to}"}}}}}}'
    referring(site, schema, {"p/a.md": "---\nx: {id: jane}\n---\n", "a.md": "---\nby: jane\n---\n"})
    with pytest.raises(SchemaError) as error:
        findings("unknown-reference")
    assert str(error.value) == f"s.json:2:26: {what}; correct it, or give posts such values"
    results = run(Site().find(["a.md"]), Site())  # what is not known may have it
    assert [finding for one in results for finding in one.findings] == []
    write(site, {"a.md": "---\nby:\n---\n"})  # no post refers to any yet
    assert findings("unknown-reference") == []


def test_posts_are_not_asked_for_what_a_post_alone_looks_for(site: Path) -> None:
    write(
        site,
        {
            "postlint.toml": "",
            "s.json": '{"properties": {"by": {"x-postlint-ref": "posts#/id"}}}',
            "a.md": "---\n$schema: s.json\nby: jane\n---\n",
        },
    )
    assert findings("unknown-reference") == []


def test_a_post_that_cannot_be_read_may_have_what_is_looked_for(site: Path) -> None:
    schema = '{"properties": {"by": {"x-postlint-ref": "p/*.md#/id"}}}'
    files = {"p/a.md": "---\nid: [jane\n---\n", "a.md": "---\nby: jane\n---\n"}
    referring(site, schema, files)
    assert findings("unknown-reference") == []


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("no.yml", "the values cannot be read: no.yml: cannot be read: no such file or directory"),
        ("d.yml#/x/*/id", '"d.yml" holds no values at /x/*/id'),
        ("broken.yml", "the values cannot be read: broken.yml:"),
        ("text.yml", '"text.yml" holds no values'),
        ("no.csv", "no.csv: cannot be read"),
        ("no/*.yml", "no: cannot be read"),
        ("d/*.toml", r"d has no *.toml"),
        ("no/*.md", 'there is no folder "no"'),
        (f"{'n' * 300}/*.md", "there is no folder"),
        (f"{'n' * 300}.yml", "cannot be read: file name too long"),
        ("../../../etc/passwd.yml", '"../../../etc/passwd.yml" leads out of the site'),
        ("/etc/hosts.yml", '"/etc/hosts.yml" leads out of the site'),
        ("../*.md", '"../*.md" leads out of the site'),
        ("d/../../x.yml", '"d/../../x.yml" leads out of the site'),
        ("link.yml", '"link.yml" leads out of the site'),
        ("away/*.yml", '"away" leads out of the site'),
        ("*/d.yml", '"*/d.yml" has * in the name of a folder'),
        ("d.exe", '"d.exe" names no file of data and no posts'),
        ("d.yml#x", '"#x" does not begin with #/'),
        ("https://example.org/d.yml", "the values cannot be read: "),
    ],
)
def test_a_reference_that_leads_nowhere_is_told_at_its_place(
    site: Path, tmp_path_factory: pytest.TempPathFactory, to: str, why: str
) -> None:
    away = tmp_path_factory.mktemp("away")
    (away / "x.yml").write_text("[jane]", encoding="utf-8")
    files = {"d.yml": "[jane]", "text.yml": "jane", "broken.yml": "a: [", "d/x.yml": "", "a.md": ""}
    referring(site, f'{{\n"properties": {{"by": {{"x-postlint-ref": "{to}"}}}}}}', files)
    (site / "link.yml").symlink_to(away / "x.yml")
    (site / "away").symlink_to(away)
    with pytest.raises(SchemaError) as error:
        findings("unknown-reference")
    assert str(error.value).startswith("s.json:2:")
    assert why in str(error.value)


LOOP = "has links that lead in a circle|too many levels of symbolic links|no file"


@pytest.mark.parametrize(
    "schema",
    [
        '{"x-postlint-ref": "loop.yml"}',
        '{"x-postlint-ref": "loop.csv"}',
        '{"x-postlint-ref": "loop/d.yml"}',
        '{"x-postlint-ref": "loop/*.yml"}',
        '{"x-postlint-ref": "loops/*.yml#/id"}',
        '{"x-postlint-values-from": "loop.yml"}',
        '{"x-postlint-values-from": "loop/d.yml"}',
        '{"$ref": "loop.json"}',
    ],
)
def test_a_link_that_leads_back_to_itself_is_told_at_its_place(site: Path, schema: str) -> None:
    referring(site, schema, {"a.md": "", "loops/a.yml": "id: jane\n"})
    for name in ("loop.yml", "loop.csv", "loop.json", "loop", "loops/b.yml"):
        (site / name).symlink_to(Path(name).name)
    with pytest.raises(SchemaError, match=rf"^s\.json:1:\d+: .*({LOOP}|nothing is at)"):
        findings("unknown-reference")


def test_what_a_post_that_cannot_be_read_has_is_not_known(site: Path) -> None:
    schema = '{"properties": {"by": {"x-postlint-ref": "authors/*.md#/name"}}}'
    referring(site, schema, {"authors/ben.md": "---\nname: Ben\n---\n"})
    write(site, {"a.md": "---\nby: Anna\n---\n"})
    assert len(findings("unknown-reference")) == 1
    write(site, {"authors/anna.md": "---\nname: [Anna\n---\n"})
    assert findings("unknown-reference") == []


@pytest.mark.parametrize("name", ["s.json", "folder/s.json"])
def test_a_schema_that_a_post_names_and_that_is_a_link_to_itself_is_told(
    site: Path, name: str
) -> None:
    write(site, {"postlint.toml": "", "a.md": f"---\n$schema: {name}\n---\n"})
    (site / "s.json").symlink_to("s.json")
    (site / "folder").symlink_to("folder")
    (finding,) = findings("unknown-schema")
    assert re.search(LOOP, finding.message)


def test_a_schema_with_a_name_that_is_too_long_is_told(site: Path) -> None:
    name = "n" * 300 + ".json"
    write(site, {"postlint.toml": f'[[content]]\nschema = "{name}"\n', "a.md": ""})
    with pytest.raises(ConfigError, match=r"^postlint\.toml:2: .*no file"):
        findings("unknown-reference")


@pytest.mark.parametrize("name", ["s.json", "folder/s.json"])
def test_a_schema_that_is_a_link_to_itself_is_told(site: Path, name: str) -> None:
    write(site, {"postlint.toml": f'[[content]]\nschema = "{name}"\n', "a.md": ""})
    (site / "s.json").symlink_to("s.json")
    (site / "folder").symlink_to("folder")
    with pytest.raises(ConfigError, match=rf"^postlint\.toml:2: .*({LOOP})"):
        findings("unknown-reference")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_file_of_data_that_became_a_loop_or_a_pipe_has_no_unused_values(site: Path) -> None:
    schema = '{"properties": {"by": {"x-postlint-ref": "d.yml"}}}'
    referring(site, schema, {"d.yml": "[jane, omar]", "a.md": "---\nby: jane\n---\n"})
    assert len(findings("unused-category")) == 1  # and the schema is remembered
    (site / "d.yml").unlink()
    (site / "d.yml").symlink_to("d.yml")
    assert findings("unused-category") == []
    (site / "d.yml").unlink()
    os.mkfifo(site / "d.yml")
    assert findings("unused-category") == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
@pytest.mark.parametrize(
    "schema",
    [
        '{"x-postlint-ref": "pipe.yml"}',
        '{"x-postlint-ref": "pipe.csv"}',
        '{"x-postlint-ref": "p/*.yml#/id"}',
        '{"x-postlint-values-from": "pipe.yml"}',
    ],
)
def test_a_pipe_is_no_file_of_data(site: Path, schema: str) -> None:
    referring(site, schema, {"a.md": "", "p/a.yml": "id: jane\n"})
    for name in ("pipe.yml", "pipe.csv", "p/b.yml"):
        os.mkfifo(site / name)
    with pytest.raises(SchemaError, match=r"^s\.json:1:\d+: .* is no regular file"):
        findings("unknown-reference")


def test_a_reference_that_is_no_text_is_told(site: Path) -> None:
    referring(site, '{"x-postlint-ref": ["d.yml"]}', {"a.md": ""})
    with pytest.raises(
        SchemaError, match=r's\.json:1:20: "x-postlint-ref" is not the name of a file'
    ):
        findings("unknown-reference")


def test_what_the_schema_says_of_a_value_comes_first(site: Path) -> None:
    schema = '{"properties": {"by": {"x-postlint-ref": "d.yml", "maxLength": 4}}}'
    referring(site, schema, {"d.yml": "[jane]", "a.md": "---\nby: someone\n---\n"})
    assert [one.rule for one in findings("unknown-reference", "wrong-length")] == ["wrong-length"]


def test_a_file_of_data_is_told_only_when_all_posts_are_checked(site: Path) -> None:
    schema = (
        '{"properties": {"by": {"x-postlint-ref": "d.csv"}, "to": {"x-postlint-ref": "d.yml"}}}'
    )
    data = {"d.csv": "id\njane\nomar\n", "d.yml": "# who\njane: 1\nomar: 2\n"}
    referring(site, schema, {**data, "a.md": "---\nby: jane\nto: jane\n---\n"})
    write(site, {"b.md": "---\nto: jane\n---\n"})
    (finding,) = findings("unused-category")
    assert (finding.path, finding.start.line, finding.start.column) == ("d.yml", 3, 1)
    assert finding.message == 'no post has "omar"'
    assert findings("unused-category", paths=("a.md",)) == []


def test_many_unknown_values_end_in_good_time(site: Path) -> None:
    schema = '{"properties": {"by": {"items": {"x-postlint-ref": "d.yml"}}}}'
    known = "\n".join(f"- author number {n}" for n in range(2000))
    values = "\n".join(f"- auhtor nmber {n}" for n in range(3000))
    referring(site, schema, {"d.yml": known, "a.md": f"---\nby:\n{values}\n---\n"})
    assert len(findings("unknown-reference")) == 3000
