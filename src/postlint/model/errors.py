"""Errors for the person at the terminal: what, where, what now. Each ends the run with exit 2."""


class PostlintError(Exception):
    """Something the user has to mend before postlint can run; the message is one line."""


class UsageError(PostlintError):
    """A path, option or rule name on the command line that does not exist."""


class ConfigError(PostlintError):
    """A configuration file that is broken or says something postlint does not know."""


class SchemaError(PostlintError):
    """A front-matter schema that cannot be found, read or understood."""
