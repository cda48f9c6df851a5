"""The formats that there is a reader for: endings of file names, lower case and with their dot, to its module."""

from typing import Final

MAX_BYTES: Final = 32 * 1024 * 1024
"""The largest document that is read: a text of 32 MiB is ten times the longest novel."""

# What parses hostile input with more than a scan over its lines runs in the worker.
HERE: Final = {".txt": "text", ".text": "text"}
CONFINED: Final = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}

SUFFIXES: Final = frozenset({*HERE, *CONFINED})
"""The endings of file names, lower case and with their dot, that there is a reader for."""
