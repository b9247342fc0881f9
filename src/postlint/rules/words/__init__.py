"""Rules of the group words."""
