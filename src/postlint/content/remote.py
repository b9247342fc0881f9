"""Posts behind URLs, read by fsspec: found, and fetched many at a time."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

from postlint.content.discover import MARKDOWN, asked_for, split_glob
from postlint.content.ignore import Patterns, patterns_of
from postlint.content.near import did_you_mean
from postlint.content.source import MAX_BYTES
from postlint.content.walk import NEVER_CONTENT, is_wanted
from postlint.model.errors import UsageError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_PACKAGES: Final = {
    "s3": "s3fs",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "az": "adlfs",
    "abfs": "adlfs",
    "abfss": "adlfs",
    "http": "aiohttp",
    "https": "aiohttp",
    "memory": "fsspec",
}
"""The schemes that are read, and what else fsspec needs for them. Others, above all those that run
programs or read one file system through another, are no way to name a post."""
_WEB: Final = ("http", "https")
_SECRET: Final = re.compile(r"//[^/@]*:[^/@]*@")
_AT_ONCE: Final = 64
"""So many files are asked for at a time ..."""
_BYTES_AT_ONCE: Final = 16_000_000
"""... and no more than this in all."""
_LONGEST_REASON: Final = 200


class RemoteFile(NamedTuple):
    """A post behind a URL."""

    url: str
    """As the findings name it."""
    path: str
    """As its file system names it."""
    size: int | None
    """Bytes; None where the file system does not say."""


def local_path(url: str) -> str | None:
    """The path that a file:// URL is another name for. Raises UsageError."""
    if not url.lower().startswith("file://"):
        return None
    parts = urlsplit(url)
    if parts.netloc not in ("", "localhost"):
        raise UsageError(f"{url}: names the machine {parts.netloc}; file:// reads this one only")
    return url2pathname(parts.path)


def find_remote(urls: Iterable[str], excluded: Patterns | None) -> tuple[RemoteFile, ...]:
    """The posts among URLs of files, folders and globs, each once, sorted.

    In a folder that is what has the extension of a post, as on a disk; there is no .gitignore.
    `excluded` sees a URL without its scheme, as if it lay in the folder of the patterns. Raises
    UsageError for what is not there and where the file system refuses.
    """
    found: dict[tuple[str, str], RemoteFile] = {}
    for url in urls:
        for one in _found_at(url):
            scheme, _, rest = one.url.partition("://")
            place = rest.replace("/", os.sep)
            if not (excluded and excluded.cover(excluded.folder + place)):
                found.setdefault((scheme, one.path), one)
    return tuple(sorted(found.values()))


def fetch(files: Sequence[RemoteFile]) -> Iterator[bytes | OSError]:
    """The bytes of each file, at most one more than MAX_BYTES, or why it cannot be read."""
    for batch in _batches(files):
        if batch[0].size is None or batch[0].size > MAX_BYTES:
            yield _fetch_beginning(batch[0])
        else:
            yield from _fetch_all(batch)


def _found_at(url: str) -> list[RemoteFile]:
    """What one URL stands for. Raises UsageError."""
    is_page = _scheme_of(url) in _WEB
    system = _system(url)
    if is_page:  # what it links to is no folder
        return [RemoteFile(url, url, None)]
    try:
        found = _listed(url, system)
    except FileNotFoundError:
        raise UsageError(f"{url}: no such file or folder") from None
    except UsageError:
        raise
    except Exception as error:  # each file system has errors of its own
        raise UsageError(f"{url}: cannot be read: {_reason(error)}") from error
    if not found and split_glob(url)[1]:
        raise UsageError(f"{url}: no file matches")
    return found


def _scheme_of(url: str) -> str:
    """The scheme, where it is one that is read. Raises UsageError."""
    scheme = url.partition("://")[0]
    if _SECRET.search(url):
        what = "has a password in it, which findings would show; have the environment hold it"
        raise UsageError(f"{scheme}://...: {what}")
    if "::" in url:
        raise UsageError(f'{url}: is chained by "::", which is not read; name the post itself')
    if scheme not in _PACKAGES:
        known = [*_PACKAGES, "file"]
        guess = did_you_mean(scheme, known)
        raise UsageError(f"{url}: {scheme}:// is not read, only {', '.join(known)}{guess}")
    return scheme


def _system(url: str) -> "AbstractFileSystem":
    """The file system behind a URL; fsspec keeps it. Raises UsageError."""
    scheme, _, rest = url.partition("://")
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        needed = "pip install postlint[remote]"
        raise UsageError(f"{url}: reading URLs takes fsspec; {needed}") from None
    try:
        # Without its path: a name may hold "::", which would lead to other file systems.
        system: AbstractFileSystem = url_to_fs(f"{scheme}://{rest.partition('/')[0]}")[0]
    except ImportError:
        package = _PACKAGES[scheme]
        raise UsageError(f"{url}: reading it takes {package}; pip install {package}") from None
    except Exception as error:  # credentials that are missing, or none that it can read
        raise UsageError(f"{url}: cannot be read: {_reason(error)}") from error
    return system


def _listed(url: str, system: "AbstractFileSystem") -> list[RemoteFile]:
    """A file, or the posts in a folder or among what a glob matches. Raises what fsspec raises."""
    scheme, _, whole = url.partition("://")
    folder, glob = split_glob(whole) if whole.strip("/") else ("", "")
    try:
        path = system._strip_protocol(url)
        info = system.info(path)
        if info["type"] == "file":
            return [RemoteFile(url, path, info.get("size"))]
    except FileNotFoundError:
        if not glob:
            raise
    if folder == ".":
        raise UsageError(f"{url}: name the bucket; only what follows it may be a glob")
    path = system._strip_protocol(f"{scheme}://{folder}")
    patterns = patterns_of([f"/{glob}"], os.sep) if glob else None
    extensions = MARKDOWN + asked_for(glob)
    found = []
    for name, info in system.find(path, detail=True).items():
        inner = name.removeprefix(path).strip("/")
        *folders, last = inner.split("/")
        if not is_wanted(last, extensions) or not NEVER_CONTENT.isdisjoint(folders):
            continue
        if patterns is None or patterns.cover(os.sep + inner.replace("/", os.sep)):
            below = f"{folder}/{inner}" if folder else inner
            found.append(RemoteFile(f"{scheme}://{below}", name, info.get("size")))
    return found


def _batches(files: Sequence[RemoteFile]) -> Iterator[list[RemoteFile]]:
    """The files in their order, those of one file system together; one that is too large, or of
    unknown size, by itself."""
    batch: list[RemoteFile] = []
    room = 0
    for one in files:
        size = MAX_BYTES + 1 if one.size is None else one.size
        is_of_batch = batch and _root_of(batch[0]) == _root_of(one) and len(batch) < _AT_ONCE
        if not is_of_batch or size > room:
            if batch:
                yield batch
            batch, room = [], max(_BYTES_AT_ONCE, size if size <= MAX_BYTES else 0)
        batch.append(one)
        room -= size
    if batch:
        yield batch


def _root_of(file: RemoteFile) -> list[str]:
    return file.url.split("/", 3)[:3]


def _fetch_all(batch: Sequence[RemoteFile]) -> Iterator[bytes | OSError]:
    try:
        # Not `cat`, which takes a "*" in a name for a glob.
        paths = [one.path for one in batch]
        answers = _system(batch[0].url).cat_ranges(paths, None, None, on_error="return")
    except Exception as error:  # each file system has errors of its own
        answers = [error] * len(batch)
    for answer in answers:
        yield answer if isinstance(answer, bytes) else OSError(_reason(answer))


def _fetch_beginning(file: RemoteFile) -> bytes | OSError:
    """No more of a file than is read of a post."""
    try:
        with _system(file.url).open(file.path, "rb") as source:
            return bytes(source.read(MAX_BYTES + 1))
    except Exception as error:  # as above
        return OSError(_reason(error))


def _reason(error: BaseException) -> str:
    """Why something cannot be read, in a few words: some file systems answer with a page."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    lines = (str(error).strip() or type(error).__name__).splitlines()
    return "".join(islice(lines[0], _LONGEST_REASON))
