"""From files to documents: finding, decoding, front matter, Markdown."""
