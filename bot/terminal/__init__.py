"""The ``footnote`` command."""
