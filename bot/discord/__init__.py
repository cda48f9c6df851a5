"""Footnote on Discord; nothing outside this package imports discord."""
