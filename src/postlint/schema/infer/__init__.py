"""From the front matter of many posts to the schema that they keep to, with the evidence."""
