"""What a style rule can look for: one module for each of Vale's extension points."""
