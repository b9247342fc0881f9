"""What is known of site generators: which one a site is made by, and what it makes of a post."""
