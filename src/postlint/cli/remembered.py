"""What earlier runs have left in the cache: where it lies, and whether it can be trusted."""

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postlint.cli.output import complain
from postlint.model.paths import shown

if TYPE_CHECKING:
    from postlint.engine.cache import Cache

_VARIABLE: Final = "POSTLINT_CACHE_DIR"


def cache_folder(option: Path | None) -> Path:
    """Where the cache lies: as `--cache-dir` or POSTLINT_CACHE_DIR say, else at the top of the
    site. Raises ConfigError."""
    from postlint.config.find import find_config, repository_root
    from postlint.engine.cache_folder import NAME

    chosen = option or os.environ.get(_VARIABLE)
    if chosen:
        return Path(chosen).absolute()
    here = Path.cwd()
    config = find_config(here)
    return (config.parent if config else repository_root(here)) / NAME


def open_remembered(folder: Path, options: tuple[object, ...]) -> "Cache | None":
    """What runs with the same options in the same folder have left; None where none is kept."""
    from postlint.engine.cache import open_cache
    from postlint.engine.program import fingerprint

    if folder.is_symlink():  # a stranger's repository could have us write anywhere
        complain(f"{shown(folder)} is a link, so nothing is remembered; --cache-dir names a folder")
        return None
    doubt = _doubt(folder)
    if doubt:
        complain(f"{shown(folder)} is not used: {doubt}")
        return None
    view = repr((os.getcwd(), *options)).encode("utf-8", "surrogateescape")  # noqa: PTH109
    name = f"{blake2b(view, digest_size=8).hexdigest()}.cache"
    return open_cache(folder / name, fingerprint())


def save_remembered(cache: "Cache") -> None:
    """Write down what this run has found out, or say why that cannot be done."""
    try:
        cache.save()
    except OSError as error:
        why = error.strerror or str(error)
        text = f"the cache {shown(cache.file.parent)} cannot be written: {why}"
        complain(f"{text}; --no-cache does without it")


def _doubt(folder: Path) -> str:
    """Why anybody may have written what lies in a folder: git keeps it, or does not say; "" if it
    does not."""
    here = os.path.realpath(folder.parent)
    if not folder.is_dir() or not any(
        os.path.lexists(above / ".git") for above in (Path(here), *Path(here).parents)
    ):
        return ""
    import subprocess

    command = ["git", "ls-files", "--cached", "-z", "--", folder.name]
    try:
        done = subprocess.run(  # noqa: S603 - the name of a folder, behind "--"
            command, cwd=here, capture_output=True, check=False
        )
    except OSError:  # there is no git, so nothing was cloned here
        return ""
    if done.returncode:
        said = done.stderr.decode(errors="replace").partition("\n")[0]
        return f"git does not say whether it is part of the repository ({said})"
    if not done.stdout:
        return ""
    return (
        "it is part of the repository, so anybody may have written it; git rm --cached removes it"
    )
