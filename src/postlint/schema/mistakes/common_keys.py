"""Keys that posts have for reasons of their own, so that nobody takes them for a slip."""

from functools import cache
from typing import Any, Final

from postlint.schema.reading.draft import subschemas
from postlint.schema.reading.schema_file import read_schema_file
from postlint.schema.shipped import shipped_schemas

_TEXT: Final = """
abstract access accent action active address album alert alias align alternate anchor answer api
archive area article artist aside asset attachment attribution audience audio avatar award
background badge banner base bibliography bio blog body book bookmark border brand breadcrumb
brief browser build button byline callout campaign canonical caption card category chapter chart
citation city class client code color colour column comment company component conference config
contact content contents context contributor copyright count country course cover created credit
creator credits css currency custom date day deadline default demo department depth description
design detail dimensions direction disabled discount display doi domain download draft duration
edition editor email emoji enabled end entry episode event excerpt expires external faq favicon
feature featured feed field figure file filename filter fixed flag folder font footer form
format frame frequency full gallery genre geo github group guest guid handle header heading
headline height helper hero hidden highlight history home hook host icon identifier image images
inline instagram intro introduction isbn issue item job journal keyword kicker label landing
lang language lastmod latitude lead leader legend length level licence license lightbox line
link list listed local locale location logo longitude main manager map markup maths medium
member menu meta minutes mobile mode model modified month moved music name native nav navigation
network newsletter next note notes notice number objectives offset online order organiser
organizer origin original outline overview owner package page pages pagination panel parent part
partial participants password path period permalink phone photo photographer picture pinned
place platform player playlist podcast policy position post posted poster preface prefix preview
previous price print priority private problem process product profile program project promo
properties public publication publish published publisher query question quote rank rating
reading recipe redirect reference references region related release render replace reply report
repository resource resources result revision review reviewer robots role root route sample
schedule scheme schema score screen script search season section selected seo sequence series
service session setting short show sidebar site size skip slide slides slug snippet social
solution sort source space spacing speaker sponsor stage standard start state status step steps
sticky store story strap style stylesheet subject subtitle suffix summary support symbol table
tag tagline target teaser team template term text theme thread thumb thumbnail ticket time
timezone tint title toc token tool tools topic track trailer transcript translation translator
trigger twitter type unlisted update updated url user username value variant venue vendor
version video view viewport visible visual volume warning website weekday weight width widget
writer year youtube zone zoom
"""
_WORDS: Final = frozenset(_TEXT.split())


def is_common(key: str) -> bool:
    """Whether a key, in upper or lower case, is an ordinary one or known to a shipped schema."""
    return key.lower() in _WORDS or key.lower() in _shipped_keys()


@cache
def _shipped_keys() -> frozenset[str]:
    """All keys, in lower case, that any of the shipped schemas names."""
    found: set[str] = set()
    for path in shipped_schemas().glob("*-*.schema.json"):
        waiting: list[Any] = [read_schema_file(path).data]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                found.update(key.lower() for key in node.get("properties", {}))
                waiting += [inner for _, inner in subschemas(node, "2020-12")]
    return frozenset(found)
