"""The tables of the pack cache: open them, ask whether a pack's rows are still right, write them anew."""

import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from coach import VERSION
from coach.store.packfiles import FileState, hashed, states, unchanged

# Changes with the tables or with what their columns mean.
FORMAT: Final = f"1 {VERSION}"
_SCHEMA: Final = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS packs (
  folder TEXT PRIMARY KEY, format TEXT NOT NULL, manifest TEXT NOT NULL, lexicon TEXT NOT NULL, needs TEXT NOT NULL,
  items INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS files (
  folder TEXT NOT NULL, name TEXT NOT NULL, mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL, inode INTEGER NOT NULL,
  hash BLOB NOT NULL, seen_ns INTEGER NOT NULL, PRIMARY KEY (folder, name)
) STRICT;
CREATE TABLE IF NOT EXISTS items (
  folder TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, pack TEXT NOT NULL, competencies TEXT NOT NULL,
  title TEXT NOT NULL, tags TEXT NOT NULL, body TEXT NOT NULL, crc INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS formers (folder TEXT NOT NULL, former TEXT NOT NULL, id TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS items_id ON items (folder, id);
CREATE INDEX IF NOT EXISTS items_kind ON items (folder, kind);
COMMIT;
"""
_TABLES: Final = ("packs", "files", "items", "formers")


def connect(file: Path | None) -> sqlite3.Connection:
    """The cache in a file, or in memory where the file cannot be used; sqlite3.DatabaseError for a damaged one."""
    if file is not None:
        with suppress(OSError, sqlite3.OperationalError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return _connect(str(file))
    return _connect(":memory:")


def _connect(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=1.0, isolation_level=None)
    try:
        # A cache that a power cut damages is made anew, so no fsync is paid for it.
        connection.execute("PRAGMA synchronous = OFF")
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'items_kind'").fetchone():
            connection.executescript(_SCHEMA)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def key(folder: Path) -> str:
    """What a pack's rows are filed under."""
    return str(folder.absolute())


def crc(name: str, kind: str, body: str) -> int:
    """The checksum of an item's row."""
    return zlib.crc32(f"{name} {kind} {body}".encode())


def sound_ids(connection: sqlite3.Connection, folder: Path) -> set[str]:
    """The ids of a pack's items, read without an index; ValueError if an item is lost or damaged."""
    (expected,) = connection.execute("SELECT items FROM packs WHERE folder = ?", (key(folder),)).fetchone() or (-1,)
    rows = connection.execute("SELECT id, kind, body, crc FROM items NOT INDEXED WHERE folder = ?", (key(folder),))
    sound = {row[0] for row in rows if crc(*row[:3]) == row[3]}
    if len(sound) != expected:
        raise ValueError("damaged rows")
    return sound


def needs(connection: sqlite3.Connection, folder: Path, roots: Sequence[Path], now_ns: int) -> list[str]:
    """The ids of the packs that a pack needs; its rows are brought up to date first."""
    found = states(folder)
    query = "SELECT needs FROM packs WHERE folder = ? AND format = ?"
    row = connection.execute(query, (key(folder), FORMAT)).fetchone()
    if row is None or not _is_fresh(connection, folder, found, now_ns):
        return _rebuild(connection, folder, found, roots, now_ns)
    return str(row[0]).split()


def _is_fresh(connection: sqlite3.Connection, folder: Path, found: Sequence[FileState], now_ns: int) -> bool:
    columns = "name, mtime_ns, size, inode, hash, seen_ns"
    rows = connection.execute(f"SELECT {columns} FROM files WHERE folder = ?", (key(folder),))
    kept = {row[0]: (FileState(*row[:4]), row[4], row[5]) for row in rows}
    if kept.keys() != {state.name for state in found}:
        return False
    unsure = [state for state in found if not unchanged(state, kept[state.name][0], kept[state.name][2])]
    if any(hashed(folder / state.name) != kept[state.name][1] for state in unsure):
        return False
    connection.executemany(
        "UPDATE files SET mtime_ns = ?, size = ?, inode = ?, seen_ns = ? WHERE folder = ? AND name = ?",
        [(*state[1:], now_ns, key(folder), state.name) for state in unsure],
    )
    return True


def _rebuild(
    connection: sqlite3.Connection, folder: Path, found: Sequence[FileState], roots: Sequence[Path], now_ns: int
) -> list[str]:
    from coach.store.packrows import rows_of

    hashes = {state.name: hashed(folder / state.name) for state in found}
    rows = rows_of(folder, roots)
    place = key(folder)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table} WHERE folder = ?", (place,))
        connection.execute("INSERT INTO packs VALUES (?, ?, ?, ?, ?, ?)", (place, FORMAT, *rows.pack, len(rows.items)))
        files = [(place, *state, hashes[state.name], now_ns) for state in found]
        connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", files)
        items = ((place, *row, crc(row.id, row.kind, row.body)) for row in rows.items)
        connection.executemany("INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", items)
        connection.executemany("INSERT INTO formers VALUES (?, ?, ?)", [(place, *pair) for pair in rows.formers])
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    return rows.pack[2].split()
