"""`python -m postlint` is the `postlint` command."""

import os
import sys

# Python looks for modules in the working directory first, which is the linted repository: a file
# html.py in it would be run. Until here only what Python itself has loaded is imported.
if sys.path[:1] in ([""], [os.getcwd()]):  # noqa: PTH109
    del sys.path[0]

from postlint.cli.main import main

if __name__ == "__main__":
    main()
