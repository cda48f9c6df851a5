"""The word lists that come with Footnote, in ``lists/``.

Written by hand from general knowledge, but for a third of ``common``: words that news and encyclopaedic articles write
without a capital, at least 98 times in a hundred.
"""

from importlib.resources import files


def words(name: str) -> frozenset[str]:
    """The words of a list that has them one after another."""
    return frozenset(_read(name).split())


def lines(name: str) -> tuple[str, ...]:
    """The entries of a list that has one a line."""
    return tuple(_read(name).splitlines())


def _read(name: str) -> str:
    return files("index.actors").joinpath("lists", f"{name}.txt").read_text("utf-8")
