"""The first looks of rules about links pass over nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.content.document import Document, parse
from postlint.content.link_facts import html_targets, neighbours_of
from postlint.content.local_links import local_target
from postlint.content.source import decode
from postlint.rules.links import link_syntax
from postlint.rules.links.link_syntax import LinkSyntax
from postlint.rules.links.staging_link import StagingLink

TARGETS = [
    *("https://x.org/a", "http://localhost:80/a", "//192.168.0.7/é", "https://é:b@staging.x.org"),
    *("http:/x.org", "htp://x.org", "http://https://x.org", "HTTPS//x.org", "www.x.org", "é@x.org"),
    *("é.org/a", "a.md", "../b/é.md#c", "c&amp;d.png", "e\\_f.md", "<a b.md>", "#own", "", "<>"),
    *("/a", "mailto:a@x.org", "https://x.org/?a=b&amp;preview=true", "{{ x }}.md", "?", "a/../b/"),
]
PIECES = [
    *("[a]({0}) ", "![é]({0}) ", "[![a]({0})](b.md) ", "<{0}> ", "[b][c] ", "[c] ", "\n\n"),
    *("\n\n[c]: {0}\n", '<a href="{0}">a</a> ', '<img src="{0}" alt="a"> ', "é", "{{{{ b }}}} "),
]
POSTS = (
    st.lists(st.builds(str.format, st.sampled_from(PIECES), st.sampled_from(TARGETS)), max_size=9)
    .map("".join)
    .map(lambda text: parse("a.md", decode(text.encode())))
)


@settings(max_examples=300)
@given(doc=POSTS)
def test_wrong_targets(doc: Document) -> None:
    told = [problem.span for problem in LinkSyntax().check(doc)]

    assert {problem.span for problem in link_syntax._wrong_targets(doc)} <= set(told)


@settings(max_examples=300)
@given(doc=POSTS)
def test_hosts(doc: Document) -> None:
    hosts = {address.host for address in doc.web_addresses if address.host.isascii()}
    own = StagingLink(hosts=("x.org",))

    assert hosts <= doc.hosts
    assert bool(hosts & {"x.org"}) <= any(map(own._may_be_meant, doc.hosts))


@settings(max_examples=300)
@given(doc=POSTS)
def test_targets_that_lead_to_other_files(doc: Document) -> None:
    said = dict.fromkeys(link.target for link in doc.links if link.target)
    local = ((target, local_target(target)) for target in said)
    away = [target for target, one in local if one and one.path.strip("./")]

    html = [one.value for one in html_targets(doc)]
    assert neighbours_of(doc) == tuple(dict.fromkeys([*away, *html]))
