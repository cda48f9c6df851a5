"""How a file stands in its folder, told without opening it, so that a pipe cannot block whoever looks."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class Standing(NamedTuple):
    """A file's state.

    Attributes:
        fault: Why it may not be opened, to go on a sentence, else None.
        print: Changes when the file does; empty for a link that leads nowhere.
    """

    fault: str | None
    print: str


def standing(root: Path, entry: os.DirEntry[str], limit: int) -> Standing:
    """The state of a file below a folder.

    Args:
        root: The folder, by its real path.
        entry: The file.
        limit: Bytes; a larger file has a fault.

    Raises:
        FileNotFoundError: It has gone since the folder was listed.
    """
    status, outside = entry.stat(follow_symlinks=False), False
    if stat.S_ISLNK(status.st_mode):
        try:
            target = Path(os.path.realpath(entry, strict=True))
            status = target.stat()
        except OSError:
            return Standing("it is a link that leads nowhere", "")
        outside = not target.is_relative_to(root)
    print_ = f"{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}-{status.st_ino}"
    return Standing("it is a link that leads out of the corpus" if outside else _fault(entry, status, limit), print_)


def _fault(entry: os.DirEntry[str], status: os.stat_result, limit: int) -> str | None:
    if not stat.S_ISREG(status.st_mode):
        return f"it is {_KINDS.get(stat.S_IFMT(status.st_mode), 'not a file')}, not a regular file"
    if not os.access(entry.path, os.R_OK):
        return "it may not be read (permission denied)"
    if status.st_size > limit:
        return f"it is larger ({_mebibytes(status.st_size)}) than the limit of {_mebibytes(limit)}"
    return None


def _mebibytes(size: int) -> str:
    if size < 1 << 20:
        return f"{size:,} bytes"
    return f"{size / (1 << 20):.1f} MiB".replace(".0 MiB", " MiB")
