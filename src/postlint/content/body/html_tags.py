"""Which HTML tags belong to the words they stand among, and which hold no words."""

import re
from typing import Final

TAG_NAME: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")

_FORMATTING: Final = """
    a abbr acronym b bdi bdo big center cite del dfn em font i ins label mark q s small span strike
    strong sub sup time u wbr
"""
FORMATTING_TAGS: Final = frozenset(_FORMATTING.split())
"""The text inside belongs to the text around them: `1<sup>st</sup>` reads "1st"."""

_OPAQUE: Final = """
    audio code iframe kbd math object pre samp script style svg textarea tt var video
"""
OPAQUE_TAGS: Final = frozenset(_OPAQUE.split())
"""What is inside is not prose."""
