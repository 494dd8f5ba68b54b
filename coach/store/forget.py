"""Deleting everything coach knows about the candidate."""

from pathlib import Path
from shutil import rmtree

from coach.files import sync_folder
from coach.paths import Home
from coach.store.faults import guard
from coach.store.marker import marker_path


def personal(home: Home) -> list[Path]:
    """What there is to forget: the journal, its copies, stories, offers, logs; packs and settings are not personal."""
    # The marker goes first: without it, a store that is already gone is not taken for a damaged one.
    beside = [home.database.with_name(home.database.name + suffix) for suffix in ("-journal", "-wal", "-shm")]
    damaged = sorted(home.data.glob("journal-damaged-*")) + sorted(home.data.glob(".*.tmp*"))
    paths = [marker_path(home), home.database, *beside, *damaged, home.backups, home.stories, home.offers, home.logs]
    return [path for path in paths if path.exists() or path.is_symlink()]


def forget(home: Home) -> list[Path]:
    """Delete it all; what was deleted."""
    found = personal(home)
    with guard(home):
        for path in found:
            if path.is_dir() and not path.is_symlink():
                rmtree(path)
            else:
                path.unlink(missing_ok=True)
        if found:
            sync_folder(home.data)
    return found
