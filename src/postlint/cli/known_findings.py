"""The baseline of a run: what is known to be wrong, and what of it is mended."""

from pathlib import Path
from typing import TYPE_CHECKING

from postlint.cli.output import complain
from postlint.model.errors import UsageError
from postlint.model.paths import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postlint.config.site import Site
    from postlint.engine.baseline import Baseline
    from postlint.engine.checked import Checked


def known_findings(option: Path | None, site: "Site") -> "Baseline | None":
    """The baseline of `--baseline` or of the configuration. Raises UsageError and ConfigError."""
    configured = None if option else site.outline_for(Path()).baseline
    path = option or (Path(configured) if configured else None)
    if path is None:
        return None
    from postlint.engine.baseline import read_baseline

    if not path.exists():
        raise UsageError(f"{shown(path)}: no such baseline; postlint baseline write makes it")
    return read_baseline(path)


def tell_mended(baseline: "Baseline", results: "Sequence[Checked]") -> None:
    """Say on stderr that the baseline knows of mistakes that are mended."""
    count = baseline.mended(results)
    if count:
        what = "1 known finding is" if count == 1 else f"{count} known findings are"
        text = f"{what} mended; postlint baseline write forgets what is mended"
        complain(text)
