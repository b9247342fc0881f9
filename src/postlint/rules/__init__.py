"""The rules: one rule, one module, examples inside."""
