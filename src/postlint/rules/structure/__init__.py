"""Rules about how a post is built: its headings, sections and markup."""
