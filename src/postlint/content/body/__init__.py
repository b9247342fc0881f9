"""The body of a post: from Markdown to segments of prose."""
