"""Rules of the group punctuation."""
