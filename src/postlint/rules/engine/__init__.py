"""Rules of the group engine."""
