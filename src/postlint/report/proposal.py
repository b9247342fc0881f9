"""What `postlint init` found in a site and would write, and which posts would not pass."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from postlint.config.proposal import Proposal
from postlint.config.survey import Survey
from postlint.engine.checked import Checked
from postlint.generators.recognise import PLAIN
from postlint.model.finding import Finding, Severity
from postlint.report.page import Page
from postlint.schema.infer.infer import Inferred
from postlint.schema.mistakes.values_in_words import count, listed, shorten

_MOST_TOLD: Final = 10
"""Posts that do not pass, and places without a schema."""
_MOST_ALIKE: Final = 2
"""Posts with the same mistake."""


def found_in(seen: Survey, proposal: Proposal, page: Page) -> Iterator[str]:
    """Lines about the generator and the content types."""
    posts = sum(post.page.is_post for post in seen.posts) + len(seen.unread)
    yield page.spell(f"{count(posts, 'post')}; {_generator(seen)}")
    width = max((len(str(len(one.type.posts))) for one in proposal.types), default=0)
    for one in proposal.types:
        number = f"{len(one.type.posts):>{width}}"
        yield page.spell(f"  {number}  {one.type.name}: {_where(one.type.files)}")
        yield page.spell(f"  {'':>{width}}  {_needs(one.inferred)}")
    if not proposal.types and not proposal.others:
        yield "  none has front matter that can be read"
    if proposal.others:
        yield page.spell(f"  too few for a schema: {_others(proposal)}")
    if proposal.bare and (proposal.types or proposal.others):
        yield f"  no schema for what has no front matter: {count(proposal.bare, 'post')}"
    for config in seen.nested:
        yield page.spell(f"  {config.relative_to(seen.root).as_posix()} holds for its own folder")


def result_of(checked: Sequence[Checked], page: Page) -> Iterator[str]:
    """Lines about the posts that do not pass, if there are any."""
    failing = [(one.path, bad) for one in checked if (bad := _bad(one.findings))]
    verb = "passes" if len(checked) == 1 else "pass"
    passing = f"{len(checked) - len(failing)} of {count(len(checked), 'post')} {verb}"
    if not failing:
        yield passing
        return
    are = "these are the exceptions" if len(failing) > 1 else "this is the exception"
    yield f"{passing}; {are}:"
    told = list(_varied(failing))[:_MOST_TOLD]
    for path, findings in told:
        first = findings[0]
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        yield page.spell(f"  {path}:{first.start.line}: {first.message}{more}")
    if len(failing) > len(told):
        yield f"  and {len(failing) - len(told)} more"


def _bad(findings: Iterable[Finding]) -> list[Finding]:
    """Those that make a post fail."""
    least = Severity.WARNING.rank
    return [one for one in findings if one.muted_by is None and one.severity.rank >= least]


def _varied(
    failing: Sequence[tuple[str, list[Finding]]],
) -> Iterator[tuple[str, list[Finding]]]:
    """The posts with mistakes that few others have before those with more of the same."""
    seen: Counter[str] = Counter()
    later = []
    for path, findings in failing:
        kind = f"{findings[0].rule} {findings[0].message.partition(' is ')[0]}"
        seen[kind] += 1
        if seen[kind] <= _MOST_ALIKE:
            yield path, findings
        else:
            later.append((path, findings))
    yield from later


def _generator(seen: Survey) -> str:
    """Who makes pages of the posts, and what tells so."""
    known = [post.generator for post in seen.posts if post.generator]
    known = [one for one in known if one.name != PLAIN]
    if not known:
        return "no site generator was recognised"
    names = Counter(one.name for one in known)
    name, number = max(names.items(), key=lambda one: one[1])
    reasons = Counter(one.reason for one in known if one.name == name)
    reason = max(reasons, key=reasons.__getitem__).removesuffix(" in ./")
    posts = sum(post.page.is_post for post in seen.posts)
    return reason if 2 * number > posts else f"{number} of them for {reason}"


def _where(globs: Sequence[str]) -> str:
    """A few words for globs, which stand whole in the configuration."""
    taken = [glob for glob in globs if not glob.startswith("!")]
    without = [glob[1:] for glob in globs if glob.startswith("!")]
    return f"{_some(taken)} without {_some(without)}" if without else _some(taken)


def _some(globs: Sequence[str]) -> str:
    if len(globs) > 2:
        return f"{shorten(globs[0])} and {len(globs) - 1} more"
    return " and ".join(map(shorten, globs))


def _needs(inferred: Inferred) -> str:
    """What the schema of a type asks for, in a line."""
    required = [one.key for one in inferred.evidence if one.is_required and len(one.at) == 1]
    told = [f"needs {_keys(required)}" if required else "needs no key"]
    fixed = [f"{shorten(key)} ({len(one.uses)})" for key, one in inferred.vocabularies.items()]
    if fixed:
        told.append(f"fixed values of {listed(fixed)}")
    if inferred.rare_keys:
        told.append(f"rare keys left out: {_keys([one.key for one in inferred.rare_keys])}")
    return "; ".join(told)


def _keys(keys: Sequence[str]) -> str:
    return listed([shorten(key) for key in keys])


def _others(proposal: Proposal) -> str:
    ordered = sorted(proposal.others.items(), key=lambda one: (-one[1], one[0]))
    told = [f"{shorten(where)} ({number})" for where, number in ordered[:3]]
    rest = ordered[3:]
    if rest:
        told.append(f"{count(sum(number for _, number in rest), 'post')} elsewhere")
    return ", ".join(told)
