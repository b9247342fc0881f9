"""Posts to measure with: whole copies of any folders of posts, or some of them."""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

POSTS: Final = frozenset({".md", ".markdown", ".mdx"})
_FRONT_MATTER: Final = re.compile(rb"---[ \t]*\r?\n(.*?\r?\n)---[ \t]*\r?\n", re.DOTALL)
_SENTENCE: Final = b"\nThe ferry left the island at noon.\n"


@dataclass(frozen=True, slots=True)
class Source:
    """A post to be copied."""

    path: Path
    name: Path
    """Its place in a copy."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Posts in a folder that nothing else lies in."""

    folder: Path
    posts: tuple[Path, ...]
    """Relative to the folder, in their order."""
    size: int
    """Bytes of all posts."""

    @property
    def title(self) -> str:
        """How many they are, and how much."""
        count = "one post" if len(self.posts) == 1 else f"{len(self.posts):,} posts"
        small = self.size < 100_000
        return (
            f"{count}, {self.size / 1e3:.1f} kB" if small else f"{count}, {self.size / 1e6:.1f} MB"
        )


def sources_in(folders: Iterable[Path]) -> list[Source]:
    """All posts below some folders but those in hidden ones, sorted."""
    return [
        Source(path, Path(folder.resolve().name) / path.relative_to(folder))
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in POSTS and path.is_file() and not _is_hidden(path.relative_to(folder))
    ]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def some(sources: Sequence[Source], count: int) -> list[Source]:
    """So many of the sources at most, at even distances."""
    wanted = min(count, len(sources))
    return [sources[number * len(sources) // wanted] for number in range(wanted)]


def middle(sources: Sequence[Source]) -> Source:
    """Of the posts with YAML front matter, if there are any, the one of middle size."""
    with_data = [one for one in sources if _FRONT_MATTER.match(one.path.read_bytes())]
    by_size = sorted(with_data or sources, key=lambda one: (one.path.stat().st_size, one.path))
    return by_size[len(by_size) // 2]


def build(sources: Sequence[Source], folder: Path, count: int) -> Corpus:
    """About so many posts: whole copies in numbered folders, or some posts where one is too much.

    The sources themselves are only read.
    """
    chosen = some(sources, count)
    copies = max(1, round(count / len(chosen)))
    posts = []
    for number in range(1, copies + 1):
        for one in chosen:
            post = Path(str(number)) / one.name
            (folder / post).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(one.path, folder / post)
            posts.append(post)
    return Corpus(folder, tuple(posts), sum((folder / post).stat().st_size for post in posts))


def extract_front_matter(corpus: Corpus, folder: Path) -> list[str]:
    """Write the YAML front matter of each post to a file in a folder; their names."""
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for number, data in enumerate(_yaml_of(corpus)):
        names.append(f"{number}.yml")
        (folder / names[-1]).write_bytes(data)
    return names


def _yaml_of(corpus: Corpus) -> Iterator[bytes]:
    for post in corpus.posts:
        if found := _FRONT_MATTER.match((corpus.folder / post).read_bytes()):
            yield found[1]


def change(corpus: Corpus, share: float) -> None:
    """Change a share of the posts: each is given another sentence, or loses it again."""
    count = max(1, round(len(corpus.posts) * share))
    for number in range(count):
        post = corpus.folder / corpus.posts[number * len(corpus.posts) // count]
        data = post.read_bytes()
        changed = data.removesuffix(_SENTENCE) if data.endswith(_SENTENCE) else data + _SENTENCE
        post.write_bytes(changed)
