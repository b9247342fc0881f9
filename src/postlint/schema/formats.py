"""The formats a schema can ask of a text: what each accepts, says and can rewrite.

Ours, because plain `jsonschema` lets "not a url" pass as a `uri`. A name that is no format of ours
is ignored, as the standard has it.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Final, NamedTuple

from postlint.model.late_pattern import late_pattern
from postlint.schema.dates import Moment, pattern_named, read_date
from postlint.schema.mistakes.one_slip import is_one_slip

LONGEST: Final = 10_000
"""Longer texts are no address, date or slug, whatever they hold; keeps every check short."""

_NOT_IN_URI: Final = r"[^\s<>\"{}|\\^`\x00-\x1f\x7f]"
_WEB: Final = late_pattern(
    r"(?i:https?)://"
    r"(?:[^\s/?#@\[\]]++@)?"
    r"(?P<host>\[[0-9A-Fa-f:.]++\]|[^\s/?#@:\[\]]++)"
    r"(?::\d{1,5})?"
    r"(?=[/?#]|\Z)"
    r"(?P<path>[^?#]*+)"
)
_LABEL: Final = late_pattern(r"[^\W_](?:[\w-]{0,61}[^\W_])?\Z")
_SCHEME: Final = late_pattern(r"([A-Za-z][A-Za-z0-9+.-]+):(.)", re.DOTALL)
_URI_TEXT: Final = late_pattern(rf"{_NOT_IN_URI}++\Z")
_BROKEN_ESCAPE: Final = late_pattern(r"%(?![0-9A-Fa-f]{2})")
_OTHER_SCHEME: Final = late_pattern(
    r"data|doi|file|ftps?|geo|git|git\+https|ipfs|magnet|mailto|news|sftp|sip|sms|ssh|tel|urn|wss?",
)
_IMAGE_TYPE: Final = late_pattern(
    r"apng|avif|bmp|gif|hei[cf]|ico|jfif|jpe|jpe?g|jxl|png|svg|tiff?|webp"
)
_SERVED_TYPE: Final = late_pattern(r"ashx|aspx?|axd|cgi|do|jsp|php5?")
"""Endings of programs on the web that may well answer with an image."""
_FILE_TYPE: Final = late_pattern(r"\.([A-Za-z][A-Za-z0-9]{1,4})\Z")
_HOST_LIKE: Final = late_pattern(
    r"(?:www\.|[\w-]++(?:\.[\w-]++)*\.[a-z]{2,}(?=[/?#:]))", re.IGNORECASE
)
_BROKEN_WEB: Final = late_pattern(r"(?P<s>[a-z]{3,6})(?::/{1,3}|//|:)(?=\w)", re.IGNORECASE)
_EMAIL: Final = late_pattern(r"[^\s@\"(),:;<>\[\]\\]{1,64}@(?P<host>[^\s@]{1,255})\Z")
_SLUG: Final = late_pattern(r"[^\W_]+(?:-[^\W_]+)*\Z")
_NOT_SLUG: Final = late_pattern(r"[\W_]+")
_CLOCK: Final = (
    r"(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)"
)
_TIME: Final = late_pattern(rf"{_CLOCK}\Z", re.ASCII | re.IGNORECASE)
_DATE_TIME: Final = late_pattern(rf"(\d{{4}}-\d\d-\d\d)[T ]{_CLOCK}\Z", re.ASCII | re.IGNORECASE)
_TIMESTAMP: Final = late_pattern(
    r"(\d{4}-\d\d-\d\d)(?:(?:[T ])(?:[01]?\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?"
    r"(?: ?(?:Z|UTC|[+-](?:[01]\d|2[0-3]):?[0-5]\d))?)?\Z",
    re.ASCII | re.IGNORECASE,
)
_UUID: Final = late_pattern(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\Z", re.IGNORECASE)
NOT_IN_CALENDAR: Final = "not a calendar date"
_NO_IMAGE: Final = "which does not end like an image"
_DAY: Final = "YYYY-MM-DD"


class Format(NamedTuple):
    """One format: `accepts` decides, `expected` says it in words, `rewrite` mends a text or not."""

    accepts: Callable[[str], bool]
    expected: str
    rewrite: Callable[[str], str | None] = lambda _: None
    refuses: Callable[[str], str | None] = lambda _: None
    """Why a text of the right shape is wrong all the same: `not a calendar date`."""


def fits(name: object, text: str) -> bool:
    """Whether a text has the named format; True for a name we do not know."""
    known = format_named(name) if isinstance(name, str) else None
    return known is None or (len(text) <= LONGEST and known.accepts(text))


@lru_cache(maxsize=256)
def format_named(name: str) -> Format | None:
    """The format of a name in a schema, None for one we do not know.

    Any spelling of a date by YYYY, MM, DD, HH, mm (or MM after the hour) and SS is a name too.
    """
    return _FORMATS.get(name) or _date_pattern(name)


def _date_pattern(name: str) -> Format | None:
    pattern = pattern_named(name)
    if pattern is None:
        return None

    def rewrite(text: str) -> str | None:
        moment = read_date(text)
        return pattern.write(moment) if moment else None

    def refuses(text: str) -> str | None:
        return NOT_IN_CALENDAR if pattern.has_shape(text) else None

    return Format(pattern.accepts, pattern.name, rewrite, refuses)


def _is_uri(text: str) -> bool:
    """Scheme, for the web a host, no spaces or broken %-escapes; any letters, not only ASCII."""
    if not _URI_TEXT.match(text) or _BROKEN_ESCAPE.search(text):
        return False
    scheme = _SCHEME.match(text)
    if scheme is None:
        return False
    name = scheme[1].lower()
    if name in ("http", "https"):
        return _web_path(text) is not None
    return bool(_OTHER_SCHEME.fullmatch(name)) or not any(
        is_one_slip(name, web) for web in ("http", "https")
    )


def _is_uri_reference(text: str) -> bool:
    if not text or _SCHEME.match(text):
        return _is_uri(text)
    return _URI_TEXT.match(text) is not None and not _BROKEN_ESCAPE.search(text)


def _web_path(text: str) -> str | None:
    """The path of an http(s) address with a possible host, else None."""
    match = _WEB.match(text)
    if match is None:
        return None
    host = match["host"]
    if host.startswith("["):
        return match["path"] if _is_ipv6(host[1:-1]) else None
    labels = host.removesuffix(".").split(".")
    return match["path"] if len(host) <= 253 and all(map(_LABEL.match, labels)) else None


def _is_image_url(text: str) -> bool:
    path = _web_path(text) if _is_uri(text) else None
    ending = _file_type(path) if path is not None else ""
    return ending is None or _is_image_type(ending) or bool(_SERVED_TYPE.fullmatch(ending))


def _is_image(text: str) -> bool:
    """An image URL, or the path of an image file; a path may hold spaces, but not at its ends."""
    if _SCHEME.match(text) or text.startswith("//"):
        return _is_image_url(f"https:{text}" if text.startswith("//") else text)
    if text != text.strip() or "\n" in text or "{{" in text:
        return False
    return _is_image_type(_file_type(re.split(r"[?#]", text, maxsplit=1)[0]) or "")


def _is_image_type(ending: str) -> bool:
    return _IMAGE_TYPE.fullmatch(ending) is not None


def _file_type(path: str) -> str | None:
    match = _FILE_TYPE.search(path.rpartition("/")[2])
    return match[1].lower() if match else None


def _mend_url(text: str) -> str | None:
    """A web address with what its writer most likely left out: the scheme, slashes, %20."""
    mended = text.strip().replace(" ", "%20")
    broken = _BROKEN_WEB.match(mended)
    if broken and any(
        broken["s"].lower() == web or is_one_slip(broken["s"], web) for web in _WEB_NAMES
    ):
        scheme = "https" if broken["s"].lower() not in _WEB_NAMES else broken["s"].lower()
        mended = f"{scheme}://{mended[broken.end() :]}"
    elif mended.startswith("//"):
        mended = f"https:{mended}"
    elif _HOST_LIKE.match(mended):
        mended = f"https://{mended}"
    return mended


_WEB_NAMES: Final = ("https", "http")


def _is_email(text: str) -> bool:
    match = _EMAIL.match(text)
    if match is None or text.startswith(".") or ".." in text or ".@" in text:
        return False
    labels = match["host"].split(".")
    return len(labels) > 1 and all(map(_LABEL.match, labels))


def _is_slug(text: str) -> bool:
    return _SLUG.match(text) is not None and text == text.lower()


def slug_of(text: str) -> str | None:
    """Lower case, without accents, and one dash for all between letters and digits."""
    decomposed = unicodedata.normalize("NFKD", text[:LONGEST].replace("'", "").replace("’", ""))
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_SLUG.sub("-", unicodedata.normalize("NFC", letters).lower()).strip("-") or None


def _is_day(text: str) -> bool:
    pattern = pattern_named(_DAY)
    return pattern is not None and pattern.accepts(text)


def _is_moment(text: str, shape: re.Pattern[str]) -> bool:
    match = shape.match(text)
    return match is not None and _is_day(match[1])


def _not_in_calendar(text: str) -> str | None:
    day = pattern_named(_DAY)
    has_shape = day is not None and day.has_shape(text[:10])
    return NOT_IN_CALENDAR if has_shape and not _is_day(text[:10]) else None


def _rewrite_day(text: str) -> str | None:
    moment = read_date(text)
    return f"{moment.time:%Y-%m-%d}" if moment else None


def _rewrite_moment(text: str) -> str | None:
    moment = read_date(text)
    return f"{_iso(moment)}{moment.zone or 'Z'}" if moment else None


def _rewrite_timestamp(text: str) -> str | None:
    moment = read_date(text)
    if moment is None:
        return None
    return f"{_iso(moment)}{moment.zone}" if ":" in text else _rewrite_day(text)


def _iso(moment: Moment) -> str:
    return moment.time.isoformat(timespec="seconds")


def _is_ipv4(text: str) -> bool:
    try:
        IPv4Address(text)
    except AddressValueError:
        return False
    return True


def _is_ipv6(text: str) -> bool:
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return True


def _is_regex(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


_FORMATS: Final[Mapping[str, Format]] = {
    "uri": Format(_is_uri, "a web address such as https://example.com/page", _mend_url),
    "iri": Format(_is_uri, "a web address such as https://example.com/page", _mend_url),
    "uri-reference": Format(_is_uri_reference, "a web address or a path without spaces", _mend_url),
    "image-url": Format(
        _is_image_url,
        "the web address of an image such as https://example.com/photo.jpg",
        _mend_url,
        lambda text: _NO_IMAGE if _is_uri(text) and _web_path(text) is not None else None,
    ),
    "image": Format(
        _is_image,
        "an image such as /img/photo.jpg or https://example.com/photo.jpg",
        lambda text: text.strip() if text != text.strip() else _mend_url(text),
    ),
    "date": Format(_is_day, _DAY, _rewrite_day, _not_in_calendar),
    "date-time": Format(
        lambda text: _is_moment(text, _DATE_TIME),
        "a date and time such as 2026-01-31T08:30:00Z",
        _rewrite_moment,
        _not_in_calendar,
    ),
    "timestamp": Format(
        lambda text: _is_moment(text, _TIMESTAMP),
        "a date such as 2026-01-31, with a time such as 2026-01-31 08:30:00 +0000 if wanted",
        _rewrite_timestamp,
        _not_in_calendar,
    ),
    "time": Format(lambda text: bool(_TIME.match(text)), "a time such as 08:30:00Z"),
    "slug": Format(_is_slug, "lower-case words joined by dashes such as my-post", slug_of),
    "email": Format(_is_email, "an e-mail address such as name@example.com"),
    "uuid": Format(lambda text: bool(_UUID.match(text)), "a UUID"),
    "ipv4": Format(_is_ipv4, "an IP address such as 192.0.2.1"),
    "ipv6": Format(_is_ipv6, "an IP address such as 2001:db8::1"),
    "regex": Format(_is_regex, "a regular expression"),
}

NAMES: Final = frozenset(_FORMATS)
"""The named formats; date patterns come on top."""
