"""A pasted address tells where its writer found it, and counts the next reader's visit there."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.web_addresses import WebAddress, is_below
from postlint.model.finding import Edit, Fix, Problem, Severity
from postlint.rules.base import Bad, Good, RuleMeta, rule

_NAME: Final = (
    r"utm_[a-z_]{1,40}|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id"
    r"|mc_[ce]id|igshid|igsh|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|s_cid|ref_src"
    r"|__twitter_impression|guce_referrer(?:_sig)?|ncid"
)
_LOOK: Final = re.compile(rf"[?&;](?:{_NAME})=")
_PARAMETER: Final = re.compile(rf"(?:{_NAME})=.*")


@rule
class TrackingParameter:
    """Report `utm_source`, `fbclid`, `gclid` and the like in links and images.

    The fix takes them out. `hosts` are those for which they are meant.
    """

    meta: ClassVar = RuleMeta(
        name="tracking-parameter",
        group="links",
        summary="a link carries parameters that track its readers",
        severity=Severity.INFO,
        presets=("news", "seo"),
        fix="sometimes",
        examples=(
            Good("[a](https://x.org/?source=b&id=1), `https://x.org?utm_source=b`\n"),
            Good("[a](https://x.org/?utm_source=b)\n", options={"hosts": ("x.org",)}),
            Bad(
                "[a](https://x.org/b?utm_source=c&id=1&fbclid=d#e), [f](https://x.org/?gclid=g)\n",
                at=("1:5", "1:56"),
                fixed="[a](https://x.org/b?id=1#e), [f](https://x.org/)\n",
            ),
        ),
    )
    hosts: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Problem]:
        """All such addresses, in the order of the text."""
        if "?" not in doc.text:
            return
        for address in doc.web_addresses:
            if not _LOOK.search(address.text) or any(
                is_below(address.host, own) for own in self.hosts
            ):
                continue
            before, _, rest = address.text.partition("?")
            query, mark, anchor = rest.partition("#")
            parameters = query.split("&")
            kept = [one for one in parameters if not _PARAMETER.fullmatch(one)]
            if len(kept) < len(parameters):
                clean = before + ("?" if kept else "") + "&".join(kept) + mark + anchor
                dropped = [one.partition("=")[0] for one in parameters if one not in kept]
                yield _problem(address, dropped, clean)


def _problem(address: WebAddress, dropped: list[str], clean: str) -> Problem:
    fix = None
    if address.is_verbatim:
        fix = Fix(f'replace with "{clean}"', (Edit(address.span, clean),))
    return Problem(
        address.span,
        f'address has "{dropped[0]}", which tracks readers',
        help="take it out, and see whether the page is still the same",
        fix=fix,
    )
