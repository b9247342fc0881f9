"""The run: bytes in, findings out."""
