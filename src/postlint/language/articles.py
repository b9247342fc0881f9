"""Which article a word takes by its sound: an hour, a university, an FBI agent, a NATO ally."""

import re
from typing import Final, Literal

from postlint.model.late_pattern import late_pattern

Article = Literal["a", "an"]

_WORD_AT_ONCE: Final = frozenset(
    [
        "FAANG",
        "FASTA",
        "FEMA",
        "FERPA",
        "FIFA",
        "FORTRAN",
        "HAMAS",
        "HIPAA",
        "LAMP",
        "LAN",
        "LASER",
        "LIDAR",
        "MAD",
        "MIDI",
        "MENSA",
        "NAFTA",
        "NAND",
        "NASA",
        "NASDAQ",
        "NATO",
        "NIMBY",
        "NOAA",
        "NUMA",
        "RADAR",
        "RAID",
        "RAM",
        "REM",
        "REPL",
        "REST",
        "ROM",
        "SAAS",
        "SALT",
        "SARS",
        "SCADA",
        "SCSI",
        "SCUBA",
        "SIM",
        "SOAP",
        "SONAR",
        "SQL",
        "SWAT",
        "HALO",
        "HASH",
        "HEAD",
        "HEX",
        "HUD",
        "MAME",
        "MIME",
        "MOMA",
        "NAT",
        "NIC",
        "RISC",
        "RICO",
        "SAM",
        "SHA",
        "SAP",
        "SPA",
        "SPAC",
        "SLAM",
        "SWIFT",
        "MUD",
        "LUT",
        "LOL",
        "ROFL",
        "SAML",
        "SAN",
    ]
)
"""Read as words, or both ways: their letters say nothing."""
_SPELT_OUT: Final = frozenset(
    [
        "FAA",
        "FAQ",
        "FBI",
        "FFI",
        "FIPS",
        "FPGA",
        "FIR",
        "HIV",
        "HOA",
        "LCD",
        "LED",
        "LGBTQ",
        "LLC",
        "LLM",
        "LTE",
        "LOC",
        "MBA",
        "MD",
        "MEP",
        "MIT",
        "MOU",
        "MP",
        "MRI",
        "MSI",
        "NBA",
        "NGO",
        "NHL",
        "NIH",
        "NSA",
        "NSFW",
        "NRA",
        "RIAA",
        "RNA",
        "ROI",
        "RPG",
        "RPC",
        "SEO",
        "SLA",
        "SOS",
        "SUV",
        "SEC",
        "SAE",
        "SSA",
        "SSID",
        "MMORPG",
        "MFA",
        "MEV",
        "MVP",
        "NDA",
        "RFI",
        "RSI",
        "SPI",
        "MPI",
        "HCI",
    ]
)
"""With vowels, and still read letter by letter; each begins with a letter whose name has one."""
_ROMAN: Final = late_pattern(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VOWEL_NAMED: Final = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an F, an H ..."""
_VOWEL_NAMED_CONSONANTS: Final = frozenset("FHLMNRSX")
LOWER_SPELT_OUT: Final = frozenset(
    [
        "html",
        "http",
        "https",
        "hdd",
        "hdmi",
        "lcd",
        "mp3",
        "mp4",
        "npm",
        "rfc",
        "rpc",
        "rpm",
        "rss",
        "sdk",
        "ssd",
        "ssh",
        "ssl",
        "svg",
        "xhtml",
        "xml",
        "xss",
    ]
)
"""Words in small letters that are read letter by letter, and take "an"."""

_NUMBER: Final = late_pattern(r"(\d+)((?:,\d{3})*)")
_LETTER_AND_DIGIT: Final = late_pattern(r"[A-Za-z]\d")

_LIKE_YOU: Final = late_pattern(
    r"eu(?!ler)|ew(?:e|er)s?(?![a-z])|ubiqui|ufo(?!l)|ukr|ukul|ulyss|unanim|upvc|uvu"
    r"|uni(?!n|m(?!od)|d(?!i[rm])|ss|rr|ll)|uran|ureth|urin|urol|urug|us[aeiu]|ut(?:e(?:n|r)|il|op|ah)"
)
_LIKE_YOU_OR_WON: Final = frozenset(
    [
        "one",
        "ones",
        "once",
        "oneself",
        "oneness",
        "onesie",
        "onetime",
        "ouija",
        "ui",
        "udp",
        "uefi",
        "uri",
        "url",
        "usb",
        "utf",
        "ux",
    ]
)
_SILENT_H: Final = late_pattern(
    r"(?:hour(?:s|ly|glass|glasses|long)?|honest\w*|hono(?:u)?r\w*|heir\w*)$"
)
_SOUNDED_H: Final = late_pattern(
    r"h(?:[aeiou]{1,2}[bcdfgkmnpstvxz](?:e|[dkpst])?|igh|uge|alf|and|ash|orse|ouse|ole|ope|ook|eap|eart"
    r"|uman\w*|undred\w*|app[iy]\w*|idden|eader\w*|elper\w*|elp\w*|eav[iy]\w*|ealth\w*|usband\w*|ybrid\w*"
    r"|istory|obby|oliday\w*|ungry|acker\w*|ammer\w*|andful\w*|andler\w*|ardware\w*|eadline\w*|yper\w*)$"
)
_UNSURE: Final = late_pattern(
    r"u(?:bunt|yghu|gand|zbek|lul|psil|int|dev|torrent|mlaut|uid|fol|li|r[il](?![a-z])|nix)"
    r"|oa[xh]|oua|oui|aoi|io(?![a-z])|her[bs]|hom[ao]|hist|habit|hotel|hum[bo]|ioc|eo|yt"
)
"""Said in two ways, or by few: nothing is said about them."""
_CLUSTER: Final = late_pattern(
    r"(?:f[lr]?[aeiouy]|l[aeiouy]|m[aeiouy]|n[aeiou]|rh?[aeiouy]|x[aeiouy]"
    r"|s(?:[clkmnptwh]|t[rw]?|p[rl]|c[rlh]|ch|qu|tr|hr|k[ir])?[aeiouy])[a-z]"
)
_SURE_CONSONANTS: Final = frozenset("bcdgjkpqtvwyz")


def article_for(word: str) -> Article | None:
    """The article before a word as written; None where one cannot tell.

    Of a compound ("X-ray", "8-year-old") only what stands before the first hyphen is looked at.
    """
    first, hyphen, _ = word.partition("-")
    if first[:1].isdigit():
        return _for_number(first)
    if not first.isascii() or not first.isalnum():
        return None
    if len(first) == 1:
        return _for_letter(first) if hyphen else None
    if _LETTER_AND_DIGIT.match(first):
        letters = first.rstrip("0123456789")
        return _for_letter(first) if len(letters) == 1 else None
    if not first.isalpha():
        return None
    if first.isupper():
        return _for_capitals(first)
    if not first[1:].islower():
        return _for_mixed_case(first)
    return _for_word(first)


def _for_letter(letter: str) -> Article:
    return "an" if letter[0].upper() in _VOWEL_NAMED else "a"


def _for_number(text: str) -> Article | None:
    match = _NUMBER.match(text)
    if match is None:
        return None
    number, groups = match[1], match[2]
    if number[0] == "0":
        return None
    if number[0] == "8":
        return "an"
    if number.startswith(("11", "18")) and len(number) != 3:
        if len(number) == 2 or (len(number) % 3 == 2 and not groups):
            return "an"
        return None  # 1100: eleven hundred, or one thousand one hundred
    return "a"


def _for_capitals(word: str) -> Article | None:
    first = word[0]
    if word in _WORD_AT_ONCE or (_ROMAN.fullmatch(word) and word not in _SPELT_OUT):
        return None
    if first in _VOWEL_NAMED_CONSONANTS:
        if word in _SPELT_OUT:
            return "an"
        return None if re.search("[AEIOUY]", word) else "an"
    if first == "U":
        is_spelt_out = len(word) < 5 and not re.search("[AEIOUY]", word[1:])
        return "a" if is_spelt_out and word != "UP" else None
    if first in "AEIO":
        is_odd = _LIKE_YOU.match(word.lower()) or word.lower() in _LIKE_YOU_OR_WON
        return None if is_odd else "an"
    return "a"


def _for_mixed_case(word: str) -> Article | None:
    if word[0] in "ei" and word[1].isupper():
        return "an"  # eBay, iOS
    if word[0].lower() in _SURE_CONSONANTS:
        return "a"
    return "an" if word[:2] == "Op" or word[:3] == "App" else None


def _for_word(word: str) -> Article | None:
    word = word.lower()
    first = word[0]
    if word in LOWER_SPELT_OUT:
        return "an"
    if _UNSURE.match(word):
        return "an" if _SILENT_H.match(word) else None
    if first == "h":
        return "an" if _SILENT_H.match(word) else "a" if _SOUNDED_H.match(word) else None
    if first in "aeiou":
        return "a" if _LIKE_YOU.match(word) or word in _LIKE_YOU_OR_WON else "an"
    if first in _SURE_CONSONANTS:
        return "a" if len(word) > 2 or word in ("be", "by", "do", "go", "to", "we") else None
    return "a" if _CLUSTER.match(word) else None
