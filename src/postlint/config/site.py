"""Which configuration holds for which folder of a run."""

import os
from collections.abc import Sequence
from pathlib import Path

from postlint.config.find import find_config
from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.content.discover import Found, find_files
from postlint.styles.definition import Styles


class Site:
    """Finds and reads each configuration once and keeps one resolver for it.

    `only` is a configuration file that holds for everything; `isolated` ignores all of them. The
    rest is for its resolvers.
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
    ) -> None:
        self._only = only.absolute() if only else None
        self._isolated = isolated
        self._select = select
        self._ignore = ignore
        self._presets = presets
        self._today = today
        self._resolvers: dict[Path, Resolver] = {}
        self._by_folder: dict[Path, Resolver] = {}

    def resolver_for(self, folder: Path) -> Resolver:
        """The resolver for the files of a folder. Raises ConfigError."""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._resolver(folder.absolute())
        return self._by_folder[folder]

    def styles_here(self) -> Styles:
        """The style packs of the working directory. Raises ConfigError."""
        return self.resolver_for(Path()).config.styles

    def find(self, paths: Sequence[str]) -> Found:
        """The posts among files, folders and globs that no configuration excludes.

        Raises UsageError and ConfigError.
        """
        here = self.resolver_for(Path()).config
        found = find_files(paths, root=here.root, exclude=here.exclude)
        kept = (path for path in found.files if not self._excludes(path, here))
        missed = (one for one in found.unreadable if not self._excludes(one.path, here))
        return Found(tuple(kept), tuple(missed))

    def _excludes(self, path: Path, here: Config) -> bool:
        """Whether the file's own configuration, where it is not that of `here`, excludes it."""
        resolver = self.resolver_for(path.parent)
        return resolver.config is not here and resolver.is_excluded(path)

    def _resolver(self, folder: Path) -> Resolver:
        path = self._only
        if path is None and not self._isolated:
            path = find_config(folder)
        key = path or repository_root(folder)
        if key not in self._resolvers:
            self._resolvers[key] = Resolver(
                _config(path, key), self._select, self._ignore, self._presets, self._today
            )
        return self._resolvers[key]


def _config(path: Path | None, root: Path) -> Config:
    if path is None:
        return Config(root=root)
    from postlint.config.load import load_config  # it knows the options of every rule

    return load_config(path)


def repository_root(folder: Path) -> Path:
    """The nearest folder, this one or above, that is under version control; else the folder above
    which nothing of the site can lie: the working directory, or the folder itself."""
    for candidate in (folder, *folder.parents):
        if os.path.lexists(candidate / ".git"):
            return candidate
    here = Path.cwd()
    return here if folder.is_relative_to(here) else folder
