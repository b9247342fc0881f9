"""House style as data: Vale-format style packs, read, compiled and run as rules like any other."""
