"""Words that are no prose: URLs, mail addresses, handles, paths, file and host names, identifiers.

`find_masks` looks at the text of one segment. A mask never covers the punctuation of the sentence
around it, nor two sentences that lost the blank between them ("in Turkey.The").
"""

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from postlint.content.segment import PLACEHOLDER
from postlint.model.late_pattern import late_pattern

BLOT: Final = "\U00012474"
"""Stands for one code point that was blotted out before Markdown was parsed. It is a punctuation
mark (of cuneiform) to CommonMark, as the brackets of templates are: emphasis beside it opens and
closes as before, and a link to `{{ page.url }}` stays a link."""

NOTHING: Final = "\ufdd0"
"""A code point that no text may hold (a Unicode noncharacter): it follows a BLOT to say that the
stretch leaves no trace in a segment, such as an attribute list after a word."""

Mask = tuple[int, int, bool]
"""A half-open range of a segment's text that is not prose; whether a placeholder stays there."""

_STAND_INS: Final = PLACEHOLDER + BLOT

# English words that follow a lost blank now and then (war, less, class; in, is, it, at, so, me, us)
# are in neither list: "end.it" is two sentences.
_EXTENSIONS: Final = """
    adoc apk asc astro avi avif bak bash bat bib bin bmp bz2 cfg cjs cmake cmd conf config cpp
    cs csproj css csv cts cxx dat db deb dll dmg doc docx dylib ejs env eps epub erb exe flac
    gemspec gif gitignore gql gradle gz haml hbs heic hpp htm html ico ics ini ipynb iso jar
    java jpeg jpg js json json5 jsonc jsonl jsx kt kts liquid lock log lua m4a m4v markdown md
    mdown mdx mjs mkd mkv mod mov mp3 mp4 mpeg mpg mts njk nunjucks ods odt ogg opml otf pdf pem
    php phtml pkg plist png ppt pptx proto ps1 psd py pyc pyi rb rdf rmd rpm rs rss rst scss sh
    sln sql sqlite srt styl svelte svg tar tex textile tf tgz tif tiff toml ts tsv tsx ttf twig
    txt vtt vue wasm wav webm webmanifest webp woff woff2 xcodeproj xhtml xls xlsx xml xsl xz
    yaml yml zig zip zsh
"""
_DOMAINS: Final = """
    ae app ar biz br ca ch cn co com cz de dev dk edu ee es eu fi fr gov gr hk hu ie info int io ir
    jp kr ly mil mx net nl nz org pl pt ru se sg su tr tv tw ua uk xyz za
"""
_NAME_ENDINGS: Final = frozenset((_EXTENSIONS + _DOMAINS).split())
_FILE_EXTENSIONS: Final = frozenset(_EXTENSIONS.split())

# Branches that all begin with a literal are searched for fastest.
_TRIGGER: Final = late_pattern(
    r"\.[A-Za-z]|/|_|@\w|#(?:[^\W\d]|(?<=\w#)\d)|:[:a-z+]|--[a-z]|\(\)|\$[A-Za-z_{]|\\\S"
)
_NOT_PROSE: Final = late_pattern(
    rf"""
      (?P<url> (?:\b(?:https?|ftp|file|git|ssh)://|\bmailto:|\bwww\.(?=\w))
               [^\s<>"“”‘’„«»|`—…]*[\w/=%+~#{_STAND_INS}-] )
    | (?<!\w) [A-Za-z]:\\ [^\s"“”<>|*?]* [\w\\]                             # C:\Windows
    | (?<![\w.\\-]) [\w.-]*+ (?:\\[\w.-]*\w)++ (?:\{{[^{{}}\s]*\}})*+        # a\b, \alpha{{x}}
    | (?<![\w.:-]) [A-Za-z_][\w.:-]*+ \(\)                                 # parse_body()
    | (?<![\w:]) \w++ (?:::\w++)++ (?:[\#.]\w++)*+                          # std::io
    | (?<![\w-]) --[a-z][\w-]*+ =?                                         # --all-features
    | (?<![\w$]) \$ (?: (?!(?:m|mn|b|bn|tn|k|million|billion|trillion)\b) [A-Za-z_]\w*+
                      | \{{[^{{}}\s]*\}} )                                  # $HOME
    | (?<![\w:]) :[a-z+][a-z0-9_+-]*: (?![\w:])                            # :tada:
    | (?<![\w./-]) / (?=[\w./-]*+:) (?:[./:-]{{0,9}}+\w++)++               # /:year/:title
    | (?<=["'`]) [\w.-]++ (?:/[\w.:-]++)++ (?=["'`])                       # "content/en"
    | (?P<name> (?<![\w.@~+/\#-]) [\w.@~+/\#{_STAND_INS}-]++ )
    """,
    re.VERBOSE,
)
_BLANK: Final = late_pattern(r"\s")
_BLOTS: Final = late_pattern(
    rf"{BLOT}{NOTHING}+|{BLOT}+(?!{NOTHING})"
    rf"|<[A-Za-z/][^<>{BLOT}]*{BLOT}[^<>]*>"
)

_IDENTIFIER: Final = late_pattern(r"[^\W_]_+[^\W_]|(?<!\w)_+[a-z]|(?<!\w)__[A-Za-z]")
_TAG: Final = late_pattern(r"(?<!\w)#[^\W\d]|[\w.-]{3}#\d")
_PATH_START: Final = late_pattern(
    rf"[{_STAND_INS}]*(?:~|\.{{1,2}})?/+[\w.@{_STAND_INS}]"  # ~/x, ./x, /x
    r"|[\w-]+\.[a-z]{2,}/"  # x.org/
    r"|[ru]/\w{3}"  # r/news
)
_LETTERS_AND_DIGITS: Final = late_pattern(r"(?=.*\d).*[A-Za-z]{2}.*")
_MEMBER: Final = late_pattern(
    r"[A-Za-z][a-z0-9-]+(?:\.[a-z][\w-]+){2,}"  # a chain of three names
    r"|[a-z]+[A-Z]\w*(?:\.[a-z]\w*)+|(?:\w+\.)+[a-z]+[A-Z]\w*"  # one of two in camel case
)
_DOT_FILE: Final = late_pattern(r"\.(?:[a-z]+(?:rc|ignore|attributes|modules)|env|htaccess|git)")


def may_have_masks(texts: Sequence[str]) -> set[int]:
    """The indexes of those texts that `find_masks` may find something in.

    One search in all texts of a post: few have a mask, and a search in each takes twice as long.
    """
    whole = "\n".join(texts)
    found = {index for index, text in enumerate(texts) if BLOT in text} if BLOT in whole else set()
    trigger = _TRIGGER.search(whole)
    if trigger:
        ends = list(accumulate(len(text) + 1 for text in texts))
        while trigger:
            index = bisect(ends, trigger.start())
            found.add(index)
            trigger = _TRIGGER.search(whole, ends[index])
    return found


def find_masks(text: str) -> list[Mask]:
    """What is not prose in a segment's text, in order, not overlapping."""
    trigger = _TRIGGER.search(text)
    masks = _find_words(text, trigger) if trigger else []
    if BLOT in text:
        blots = [(*found.span(), found[0][-1] != NOTHING) for found in _BLOTS.finditer(text)]
        masks = _joined(masks, blots)
    return masks


def _joined(some: list[Mask], others: list[Mask]) -> list[Mask]:
    """Both in order; where two overlap, one that covers both."""
    joined: list[Mask] = []
    for start, end, is_visible in sorted(some + others):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end), True)
        else:
            joined.append((start, end, is_visible))
    return joined


def _find_words(text: str, trigger: re.Match[str] | None) -> list[Mask]:
    """The masks from the first trigger on; only the tokens that hold one are read."""
    masks: list[Mask] = []
    end = 0
    while trigger:
        at = trigger.start()
        start = max(end, text.rfind(" ", end, at) + 1, text.rfind("\n", end, at) + 1)
        blank = _BLANK.search(text, at)
        end = blank.start() if blank else len(text)
        for found in _NOT_PROSE.finditer(text, start, end):
            kind = found.lastgroup
            if kind == "name":
                mask = _name_mask(found[0], found.start())
            elif kind == "url":
                mask = _url_mask(text, found)
            else:
                mask = (*found.span(), True)
            if mask:
                masks.append(mask)
        trigger = _TRIGGER.search(text, end)
    return masks


def _url_mask(text: str, found: re.Match[str]) -> Mask:
    """The mask of a URL, with a closing bracket where the URL itself opens one."""
    url = found[0]
    end = found.end()
    if text.startswith(")", end) and url.count("(") > url.count(")"):
        end += 1
    return found.start(), end, True


def _name_mask(word: str, start: int) -> Mask | None:
    """The mask of a run of characters as they stand in names, if it is a name of some kind."""
    name = word.rstrip(".-+~#@")
    bare = name.lstrip("-+")
    start += len(name) - len(bare)
    return (start, start + len(bare), True) if bare and _is_name(bare) else None


def _is_name(word: str) -> bool:
    """Whether it is a mail address, a handle, an identifier, a hashtag, a path, a file, a host."""
    if "/" in word:
        return _is_path(word)
    if "@" in word:
        return True
    if "_" in word and _IDENTIFIER.search(word):
        return True
    if "#" in word and _TAG.search(word):
        return True
    return "." in word and (_ends_like_a_name(word) or _MEMBER.fullmatch(word) is not None)


def _is_path(word: str) -> bool:
    """Whether words joined by slashes are a path: "either/or" and "2020/09/29" are not."""
    if "@" in word or "_" in word or _PATH_START.match(word) or _TAG.search(word):
        return True
    parts = word.split("/")
    if any("." in part and _ends_like_a_name(part) for part in parts):
        return True
    if not parts[-1]:
        return word.islower()  # content/
    return len(parts) > 2 and _LETTERS_AND_DIGITS.fullmatch(word) is not None


def _ends_like_a_name(word: str) -> bool:
    """Whether a word with dots ends like a file or a host."""
    stem, _, ending = word.rpartition(".")
    if not stem:
        return ending in _FILE_EXTENSIONS or _DOT_FILE.fullmatch(word) is not None
    if not (stem[-1].isalnum() or stem[-1] in _STAND_INS):
        return False
    if ending.isupper() and len(ending) > 2:
        ending = ending.lower()
    return ending in _NAME_ENDINGS
