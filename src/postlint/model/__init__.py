"""The plain data everything speaks in: places, findings, errors. Standard library only."""
