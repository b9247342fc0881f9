"""JSON Schema for front matter: loading, formats, and errors said in plain words."""
