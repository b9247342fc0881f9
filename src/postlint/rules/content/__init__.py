"""Rules of the group content."""
