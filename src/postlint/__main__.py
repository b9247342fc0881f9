"""`python -m postlint` is the `postlint` command."""

from postlint.cli.main import main

if __name__ == "__main__":
    main()
