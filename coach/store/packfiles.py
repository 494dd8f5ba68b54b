"""Whether a pack's files are the ones a cache was made from: by stat, and by content where that is unsure."""

import os
from pathlib import Path
from typing import Final, NamedTuple

# A file that was written less than this before it was looked at may change again within one tick of its clock.
_YOUNG_NS: Final = 2_000_000_000


class FileState(NamedTuple):
    """A file's name and the parts of its stat that change when it is written."""

    name: str
    mtime_ns: int
    size: int
    inode: int


def states(folder: Path) -> list[FileState]:
    """The YAML files of a pack's folder, by name."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".yaml", ".yml")):
                stat = entry.stat()
                found.append(FileState(entry.name, stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return sorted(found)


def unchanged(now: FileState, then: FileState, seen_ns: int) -> bool:
    """Whether the stat alone says so: the same as then, and the file was old enough when it was looked at."""
    return now == then and now.mtime_ns + _YOUNG_NS < seen_ns


def hashed(path: Path) -> bytes:
    """A digest of a file's content; empty when it cannot be read."""
    from hashlib import sha256

    try:
        return sha256(path.read_bytes()).digest() if path.is_file() else b""
    except OSError:
        return b""
