"""postlint reads a post, front matter and body as one document, the way a careful editor does."""

from typing import Final

__version__: Final = "0.1.0"
