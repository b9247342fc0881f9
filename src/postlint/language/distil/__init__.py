"""Makes lexicon files: only `postlint words build` and scripts/build_lexicon.py import it."""
