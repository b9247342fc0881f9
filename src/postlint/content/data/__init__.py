"""YAML, TOML and JSON as data with the place of every key and value."""
