"""Which configuration holds for which folder of a run."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

from postlint.config.find import find_config, outermost_config, repository_root
from postlint.config.outline import Outline, count_excluded, outline_of
from postlint.config.snapshot import Snapshot, renewed, take_snapshot
from postlint.content.discover import Found, find_entries, find_files
from postlint.content.ignore import Patterns, is_in, patterns_of
from postlint.generators.recognise import site_folder
from postlint.model.paths import is_url, shown

if TYPE_CHECKING:
    from postlint.config.resolve import Resolver
    from postlint.styles.definition import Styles

Known = Callable[[Path], Snapshot | None]
"""What is remembered of the configuration in a file, or of a folder that has none."""


class Site:
    """Finds and reads each configuration once and keeps one resolver for it.

    `only` is a configuration file that holds for everything; `isolated` ignores all of them. The
    rest is for its resolvers. Where `known` remembers a configuration of which no file has changed,
    it is not read before a post has to be checked.
    """

    def __init__(
        self,
        *,
        only: Path | None = None,
        isolated: bool = False,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        presets: Sequence[str] = (),
        today: str = "",
        known: Known = lambda _: None,
    ) -> None:
        self._only = only.absolute() if only else None
        self._isolated = isolated
        self.select = tuple(select)
        self.ignore = tuple(ignore)
        self.presets = tuple(presets)
        self.today = today
        self._known = known
        self._keys: dict[str, Path] = {}
        """By folder, as text: to compare paths would take longer than all the rest."""
        self._files: set[Path] = set()
        """Those of the keys that are files."""
        self._resolvers: dict[Path, Resolver] = {}
        self._read_at: dict[Path, int] = {}
        """When each configuration was about to be read, in nanoseconds."""
        self._snapshots: dict[Path, Snapshot] = {}
        self._outlines: dict[Path, Outline] = {}
        self._grounds: dict[str, str | None] = {}
        """By folder, as text."""

    @classmethod
    def of(cls, resolver: "Resolver", file: Path) -> "Site":
        """The site of one configuration that is not in its file yet, absolute, or differs there."""
        site = cls(only=file, today=resolver.today)
        site._resolvers[file] = resolver
        return site

    def key_for(self, folder: Path) -> Path:
        """What all folders share for which the same configuration holds: its file, or the folder
        that the site begins in. Raises ConfigError."""
        name = str(folder)
        if name not in self._keys:
            absolute = Path(os.path.abspath(folder))  # noqa: PTH100
            path = self._only
            if path is None and not self._isolated:
                path = find_config(absolute)
            self._keys[name] = path or repository_root(absolute)
            if path:
                self._files.add(path)
        return self._keys[name]

    def resolver_for(self, folder: Path) -> "Resolver":
        """The resolver for the files of a folder. Raises ConfigError."""
        key = self.key_for(folder)
        if key not in self._resolvers:
            self._read_at[key] = time_ns()
            self._resolvers[key] = self._resolver(key)
        return self._resolvers[key]

    def outline_for(self, folder: Path) -> Outline:
        """What is to be known of the configuration of a folder at any rate. Raises ConfigError."""
        key = self.key_for(folder)
        if key not in self._outlines:
            known = self._remembered(key)
            config = None if known else self.resolver_for(folder).config
            self._outlines[key] = outline_of(config) if config else self._snapshots[key].outline
        return self._outlines[key]

    def snapshot_for(self, folder: Path) -> Snapshot:
        """The configuration of a folder as it was read. Raises ConfigError and SchemaError."""
        key = self.key_for(folder)
        if key not in self._snapshots and not self._remembered(key):
            config = self.resolver_for(folder).config
            self._snapshots[key] = take_snapshot(config, self._read_at[key])
        return self._snapshots[key]

    def ground_for(self, folder: Path) -> str | None:
        """The folder of the site that the posts of a folder are part of, absolute: that of its
        configuration, or else of its generator; None where neither says that there is a site.

        Raises ConfigError.
        """
        name = str(folder)
        if name not in self._grounds:
            self._grounds[name] = self._find_ground(os.path.abspath(folder))  # noqa: PTH100
        return self._grounds[name]

    def _find_ground(self, folder: str) -> str | None:
        outline = self.outline_for(Path(folder))
        if outline.path and is_in(folder, outline.root):
            return outline.root
        # One that was named on the command line may hold for a site elsewhere.
        config = None if self._isolated or not outline.path else find_config(Path(folder))
        if config:
            return str(config.parent)
        return site_folder(folder, repository_root(Path(folder)) if outline.path else outline.root)

    def project_for(self, folder: Path) -> tuple[str, bool]:
        """The outermost folder, absolute, that is a sign of a project which a folder is part of: it
        has a configuration, or is that of a generator; and whether a configuration holds.

        Files that posts link to may stand anywhere in it. Raises ConfigError.
        """
        absolute = os.path.abspath(folder)  # noqa: PTH100
        outline = self.outline_for(folder)
        config = None if self._isolated else outermost_config(Path(absolute))
        above = str(config.parent) if config else None
        signs = (outline.root, above, site_folder(absolute, Path(absolute).anchor))
        tops = (one for one in signs if one and is_in(absolute, one))
        return min(tops, key=len, default=outline.root), outline.path is not None

    def with_rest(self, found: Found) -> Found:
        """What was found, and the other posts of the sites that it is part of.

        Raises ConfigError.
        """
        if not self._looks_around():
            return found
        folders = {os.path.dirname(path) for path in found.files}  # noqa: PTH120
        grounds = set(filter(None, (self.ground_for(Path(folder)) for folder in folders)))
        wanted = {ground for ground in grounds if not found.has_all_of(ground)}
        excluded = tuple(sorted(self._excluded_in(sorted(grounds))))
        found = found._replace(sites=tuple(sorted(grounds)), excluded=excluded)
        if not wanted:
            return found
        everything = set(self._names_in(sorted(wanted)))
        given = {path.as_posix() for path in found.files}
        rest = everything - given
        elsewhere = given - everything  # named through a link, or ".."
        if elsewhere:
            real = set(map(os.path.realpath, elsewhere))
            rest = {path for path in rest if os.path.realpath(path) not in real}
        return found._replace(rest=tuple(sorted(rest)))

    def _names_in(self, folders: Iterable[str]) -> Iterator[str]:
        """All posts in some folders that no configuration excludes, as they are shown."""
        here, key = self.outline_for(Path()), self.key_for(Path())
        paths = [shown(Path(folder)) for folder in folders]
        ways: dict[str, str] = {}
        for entry in find_entries(paths, root=Path(here.root), exclude=here.exclude):
            folder, name = os.path.split(entry.shown)
            is_mine = folder in self._keys and self._keys[folder] == key
            is_file = entry.kind == "file"
            if is_file and (is_mine or not self._is_left_out(Path(entry.shown), key)):
                if folder not in ways:  # "../news", seen from there, is "."
                    ways[folder] = shown(Path(folder))
                yield name if ways[folder] == "." else f"{ways[folder]}/{name}"

    def _excluded_in(self, grounds: Iterable[str]) -> Iterator[str]:
        """The posts of some sites that their configuration excludes, as they are shown, where it
        may make a difference what these say. What is never content is not looked through."""
        for ground in grounds:
            outline = self.outline_for(Path(ground))
            if not outline.exclude:
                continue
            if not (outline.counts_excluded or count_excluded(self.select, self.presets)):
                continue
            for entry in find_entries([shown(Path(ground))], root=Path(outline.root)):
                path = Path(entry.shown)
                is_mine = entry.kind == "file" and self.ground_for(path.parent) == ground
                if is_mine and self.excludes(path):
                    yield entry.shown

    def _looks_around(self) -> bool:
        """Whether a rule that was asked for makes anything of other posts."""
        if not self.select:
            return True
        from postlint.rules.registry import RULES

        asked = set(self.select)
        return any(
            (rule.meta.of_site or rule.meta.asks_site)
            and not asked.isdisjoint((rule.meta.name, rule.meta.group, "all"))
            for rule in RULES
        )

    def styles_here(self) -> "Styles":
        """The style packs of the working directory. Raises ConfigError."""
        return self.resolver_for(Path()).config.styles

    def find(self, paths: Sequence[str]) -> Found:
        """The posts among files, folders, globs and URLs that no configuration excludes.

        For what is behind a URL, the configuration of the working directory holds. Raises
        UsageError and ConfigError.
        """
        urls = [path for path in paths if is_url(path)]
        if not urls:
            return self._find_here(paths)
        from postlint.content.remote import find_remote, local_path

        here, key = self.outline_for(Path()), self.key_for(Path())
        named = {url: local_path(url) for url in urls}
        found = self._find_here(
            [path for path in (named.get(one, one) for one in paths) if path is not None]
        )
        away = [url for url, path in named.items() if path is None]
        remote = find_remote(away, _patterns(here.exclude, here.root))
        self._keys.update((str(Path(one.url).parent), key) for one in remote)
        return found._replace(remote=remote)

    def _find_here(self, paths: Sequence[str]) -> Found:
        """The posts on disk that no configuration excludes."""
        here = self.outline_for(Path())
        found = find_files(paths, root=Path(here.root), exclude=here.exclude)
        folders = {os.path.dirname(path) for path in found.files}  # noqa: PTH120
        folders.update(os.path.dirname(one.path) for one in found.unreadable)  # noqa: PTH120
        key = self.key_for(Path())
        if all(self.key_for(Path(folder)) == key for folder in folders):
            return found
        kept = (path for path in found.files if not self._is_left_out(path, key))
        missed = (one for one in found.unreadable if not self._is_left_out(one.path, key))
        return found._replace(files=tuple(kept), unreadable=tuple(missed))

    def outlines_of(self, paths: Iterable[str]) -> set[Outline]:
        """What is to be known of the configurations that hold for some files."""
        folders = {os.path.dirname(path) for path in paths}  # noqa: PTH120
        return {self.outline_for(Path(folder)) for folder in folders}

    def excludes(self, path: Path) -> bool:
        """Whether the configuration of a file says that it is never checked. Raises ConfigError."""
        outline = self.outline_for(path.parent)
        patterns = _patterns(outline.exclude, outline.root)
        return patterns is not None and patterns.cover(os.path.abspath(path))  # noqa: PTH100

    def _is_left_out(self, path: Path, here: Path) -> bool:
        """Whether a file's own configuration, where it is not that of `here`, excludes it."""
        return self.key_for(path.parent) != here and self.excludes(path)

    def _remembered(self, key: Path) -> bool:
        """Whether the configuration is remembered as it still is; then `_snapshots` has it."""
        if key not in self._snapshots and key not in self._resolvers:
            snapshot = self._known(key)
            if snapshot and (now := renewed(snapshot)):
                self._snapshots[key] = now
        return key in self._snapshots

    def _resolver(self, key: Path) -> "Resolver":
        from postlint.config.resolve import Resolver
        from postlint.config.settings import Config

        if key in self._files:
            from postlint.config.load import load_config

            config = load_config(key)
        else:
            config = Config(root=key)
        return Resolver(config, self.select, self.ignore, self.presets, self.today)


@lru_cache(maxsize=256)
def _patterns(exclude: tuple[str, ...], root: str) -> Patterns | None:
    return patterns_of(exclude, root) if exclude else None
