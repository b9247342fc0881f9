"""What a term would do to the posts, for a person: each hit, the hits of each post, their sum."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from postlint.engine.try_terms import Tried, WhyNot
from postlint.report.page import Page
from postlint.report.source_line import draw

_INDENT: Final = "    "
_REASONS: Final[dict[WhyNot, str]] = {
    "quotations": "in quotations",
    "sic": "marked [sic]",
    "by hand": "for a person to see to",
    "code": "in code or addresses",
    "front matter": "elsewhere in front matter",
    "markup": "in markup",
}
"""Why a hit would not be replaced; all but those for a person are only counted."""


def render(tried: Mapping[str, Sequence[Tried]], files: int, page: Page) -> str:
    """The report on some posts, by their paths, out of `files` that were read."""
    lines = [line for path, hits in tried.items() for hit in hits for line in _hit(path, hit, page)]
    counts = {path: _replaced(hits) for path, hits in tried.items()}
    counts = {path: count for path, count in counts.items() if count}
    width = len(str(max(counts.values(), default=0)))
    lines += [f"{count:{width}}  {page.spell_path(path)}" for path, count in counts.items()]
    lines.append(_sum(sum(counts.values()), len(counts), files))
    kept = Counter(hit.use.why_not for hits in tried.values() for hit in hits)
    lines += [f"not replaced: {_reasons(kept)}"] if kept.total() > kept[None] else []
    return "".join(f"{line}\n" for line in lines)


def _hit(path: str, hit: Tried, page: Page) -> Iterator[str]:
    if hit.use.why_not not in (None, "by hand"):
        return
    start = hit.start.column - 1
    end = hit.end.column - 1 if hit.end.line == hit.start.line else len(hit.line)
    by_hand = f" ({_REASONS['by hand']})" if hit.use.why_not else ""
    found = page.spell(" ".join(hit.use.found.split()))
    rights = " or ".join(map(page.spell, hit.use.rights)) or "(not used)"
    place = f"{page.spell_path(path)}:{hit.start.line}:{hit.start.column}"
    yield f"{place}: {found} -> {rights}{by_hand}"
    drawn = draw(hit.line, start, end, page, max(20, page.width - len(_INDENT)))
    yield f"{_INDENT}{drawn.text.strip()}"


def _replaced(hits: Iterable[Tried]) -> int:
    return sum(hit.use.why_not is None for hit in hits)


def _sum(hits: int, posts: int, files: int) -> str:
    if not hits:
        return f"nothing would be replaced in {_number(files, 'post')}"
    verb = "would be replaced"
    return f"{_number(hits, 'hit')} {verb}, in {posts} of {_number(files, 'post')}"


def _reasons(kept: Mapping[WhyNot | None, int]) -> str:
    return ", ".join(f"{kept[why]} {words}" for why, words in _REASONS.items() if kept.get(why))


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
