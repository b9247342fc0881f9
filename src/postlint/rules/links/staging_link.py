"""A link to the writer's own machine, or to a preview, works for nobody else or not for long."""

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar, Final

from postlint.content.document import Document
from postlint.content.web_addresses import WebAddress, is_below
from postlint.model.finding import Problem, Severity
from postlint.model.late_pattern import late_pattern
from postlint.model.span import Span
from postlint.rules.base import Bad, Good, RuleMeta, rule

_OWN_MACHINE: Final = late_pattern(
    r"localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|::1?|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}"
    r"|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|.+\.(?:localhost|local|lan|internal)"
)
_PREVIEW: Final = late_pattern(
    r".+--[\w-]+\.netlify\.(?:app|com)|[\w-]+-git-[\w-]+\.vercel\.app"
    r"|[\w-]+-[a-z0-9]{9}-[\w-]+\.vercel\.app|[0-9a-f]{8}\.[\w-]+\.pages\.dev"
    r"|.+\.(?:ngrok\.io|ngrok\.app|ngrok-free\.app|ngrok\.dev|trycloudflare\.com|loca\.lt)"
    r"|.+\.(?:githubpreview\.dev|app\.github\.dev|gitpod\.io|webcontainer\.io)"
    r"|(?:[\w-]+\.)*?(?:[\w-]+-)?(?:staging|stage|stg|preprod)(?:-[\w-]+)?\.(?:[\w-]+\.)+[a-z]+"
)
_LONGEST: Final = 500
_DRAFT: Final = late_pattern(r"[?&](?:preview=true|preview_id=\d)")


@rule
class StagingLink:
    """Report links and images on localhost, in private networks and on preview hosts.

    Netlify's and Vercel's previews, tunnels (ngrok), `staging.` hosts and WordPress previews are
    known, `hosts` are the house's own. Silent where the words of a link are the address itself:
    documentation that says "open localhost:1313" means it.
    """

    meta: ClassVar = RuleMeta(
        name="staging-link",
        group="links",
        summary="a link leads to the writer's machine or to a preview",
        severity=Severity.WARNING,
        examples=(
            Good(
                "[localhost:1313](http://localhost:1313/), <http://127.0.0.1>, `http://localhost`\n"
            ),
            Good(
                "[a](https://x.netlify.app), [b](https://x.vercel.app), [c](https://a.pages.dev)\n"
            ),
            Good(
                "[`localhost`](http://localhost), [d](https://localhost.run), [e](https://10.com)\n"
            ),
            Bad("See [the report](http://localhost:8000/report).\n", at=("1:18",)),
            Bad('<img src="http://192.168.0.7/a.png" alt="">\n', at=("1:11",)),
            Bad(
                "[a](https://deploy-preview-12--x.netlify.app/b)\n\n[c]: https://staging.x.org\n",
                at=("1:5", "3:6"),
            ),
            Bad("[a](https://x.org/?p=12&preview=true)\n", at=("1:5",)),
            Bad("[a](https://new.x.org)\n", at=("1:5",), options={"hosts": ("new.x.org",)}),
        ),
    )
    hosts: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Problem]:
        """All such links, in the order of the text."""
        if not ("preview" in doc.around_addresses or any(map(self._may_be_meant, doc.hosts))):
            return
        for address in doc.web_addresses:
            what = self._what(address)
            if what and doc.text.find(address.host, *_first(address.words)) < 0:
                yield Problem(
                    address.span,
                    f'"{address.host}" is {what}, expected an address that readers can open',
                    help="link to the published page",
                )

    def _what(self, address: WebAddress) -> str | None:
        """What a host is that no reader should be sent to."""
        is_draft = "preview" in address.text and _DRAFT.search(address.text)
        return self._what_host(address.host) or ("asked for a preview" if is_draft else None)

    def _may_be_meant(self, host: str) -> bool:
        """A first look at one of `Document.hosts`, in which DEL stands for what is not ASCII."""
        return "\x7f" in host or self._what_host(host) is not None

    def _what_host(self, host: str) -> str | None:
        is_own = any(is_below(host, own) for own in self.hosts) if self.hosts else False
        return _known(host) or ("a preview" if is_own else None)


def _first(words: Span) -> tuple[int, int]:
    """Where words stand, or where they begin: images in each other have no end of words."""
    return words.start, min(words.end, words.start + _LONGEST)


@lru_cache(maxsize=4096)
def _known(host: str) -> str | None:
    """What a host is on sight."""
    if _OWN_MACHINE.fullmatch(host):
        return "a machine of your own"
    return "a preview" if _PREVIEW.fullmatch(host) else None
