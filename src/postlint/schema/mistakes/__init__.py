"""What breaks a schema, in the words of an editor, with its place and its mend."""
