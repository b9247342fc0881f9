"""Findings as text for a person or a machine: one module per format."""
