"""What an index was made with, so that another release makes anew what it would make differently."""

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

_INDEX: Final = Path(__file__).parent

_READING: Final = ("readers", "furniture", "fields.py", "frontmatter.py", "record.py")
"""What makes a draft of a file, and its outline."""

_READING_LIBRARIES: Final = ("charset-normalizer", "lxml", "markdown-it-py", "PyYAML", "trafilatura")
_MAKING_LIBRARIES: Final = ("nupunkt", "PyStemmer")


@dataclass(frozen=True, slots=True)
class Recipe:
    """Fingerprints of what makes an index.

    Attributes:
        reading: Of what reads files.
        making: Of everything.
    """

    reading: str
    making: str


@cache
def recipe() -> Recipe:
    """That of this release."""
    reading = (file for part in _READING for file in _files(_INDEX / part))
    return Recipe(_digest(reading, _READING_LIBRARIES), _digest(_files(_INDEX), _READING_LIBRARIES + _MAKING_LIBRARIES))


def _files(path: Path) -> Iterable[Path]:
    return (
        [path] if path.is_file() else sorted(file for kind in ("*.py", "*.json", "*.txt") for file in path.rglob(kind))
    )


def _digest(files: Iterable[Path], libraries: Iterable[str]) -> str:
    digest = hashlib.sha256(unicodedata.unidata_version.encode())
    for file in files:
        digest.update(file.read_bytes())
    for library in libraries:
        digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()
