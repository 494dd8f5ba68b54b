"""What the disk and SQLite can refuse, as sentences with the path, the free space and the next step."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from coach.errors import StorageFault
from coach.paths import Home
from coach.store.seal import Broken

# What reading a damaged file can raise; SQLite's own message may quote bytes that are no text.
UNREADABLE: Final = (sqlite3.Error, Broken, UnicodeDecodeError, OverflowError)
_KEPT: Final = "Nothing was changed; what was saved before is whole."
# Primary result codes of SQLite: https://www.sqlite.org/rescode.html
_REFUSALS: Final = {
    3: ("may not be opened", "Look at the permissions of the file and its folder."),
    5: ("is busy in another terminal", f"{_KEPT} Close the other one, or try again in a moment."),
    6: ("is busy in another terminal", f"{_KEPT} Close the other one, or try again in a moment."),
    7: ("could not be read: out of memory", _KEPT),
    8: ("may not be written: it is read-only", f"{_KEPT} Look at the permissions, or choose another --home."),
    10: ("could not be read or written: the disk reports an error", f"{_KEPT} Look at the disk, then try again."),
    13: ("could not be written: the disk is full", f"{_KEPT} Make room, then try again."),
    14: ("could not be opened", "Look at the permissions of the file and its folder, or choose another --home."),
}


def backups_in(folder: Path) -> list[Path]:
    """Every dated backup in the folder, the newest first, a daily one before the weekly one of its day."""
    try:
        found = folder.glob("????-??-??-*.db")
        return sorted(found, key=lambda path: (path.name[:10], "-daily" in path.name), reverse=True)
    except OSError:
        return []


def damaged(home: Home, what: str) -> StorageFault:
    """The refusal for a journal that is not what was written; names the newest backup and how to restore."""
    found = backups_in(home.backups)
    newest = f"the newest backup is {found[0]}" if found else "there is no backup yet; what can be read is rescued"
    return StorageFault(
        f"{home.database} is damaged ({what}). It was left as it is.", f"Restore it with: coach data restore ({newest})"
    )


@contextmanager
def guard(home: Home) -> Iterator[None]:
    """Turns everything storage can throw into a StorageFault."""
    try:
        yield
    except (Broken, UnicodeDecodeError, OverflowError) as error:
        raise damaged(home, str(error)) from error
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        raise _refusal(home, error) from error
    except OSError as error:
        raise disk_fault(Path(error.filename or home.data), error) from error


def _refusal(home: Home, error: sqlite3.Error) -> StorageFault:
    refusal = _REFUSALS.get(getattr(error, "sqlite_errorcode", 1) & 0xFF)
    if refusal is None:
        return damaged(home, str(error))
    return StorageFault(f"{home.database} {refusal[0]} ({free_space(home.data)}).", refusal[1])


def disk_fault(path: Path, error: OSError) -> StorageFault:
    """The refusal for a file that could not be read or written."""
    return StorageFault(f"{path}: {error.strerror or error} ({free_space(path)}).", _KEPT)


def free_space(path: Path) -> str:
    """`12.3 MB free` on the disk that holds `path`."""
    while not path.exists() and path != path.parent:
        path = path.parent
    try:
        found = os.statvfs(path)
    except OSError:
        return "free space unknown"
    return f"{found.f_bavail * found.f_frsize / 1e6:,.1f} MB free"
