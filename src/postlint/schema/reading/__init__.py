"""From schema files to one form that the rest works with."""
