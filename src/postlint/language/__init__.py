"""The spelling engine: words, the lexicon, near misses. It knows nothing of rules."""
