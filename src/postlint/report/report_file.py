"""What a file with a report begins with, so that no other file is taken for one."""

from typing import Final

HTML_BEGIN: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="postlint report">
"""
MARKDOWN_BEGIN: Final = "<!-- made by postlint report -->\n"
LONGEST_BEGIN: Final = 200
"""In bytes: so much of a file has to be looked at."""


def is_report(begin: bytes) -> bool:
    """Whether a file that begins so is a report of ours, whatever its line ends are."""
    lines = begin.replace(b"\r\n", b"\n")
    return lines.startswith((HTML_BEGIN.encode(), MARKDOWN_BEGIN.encode()))
