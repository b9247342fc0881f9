"""Rules that compare the posts of a site."""
