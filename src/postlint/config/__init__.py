"""The configuration: one frozen value, one reader."""
