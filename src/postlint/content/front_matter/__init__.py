"""The front matter of a post: its fences, its data, its prose."""
