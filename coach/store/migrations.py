"""The schema as a list of steps; each runs once, in a transaction of its own, and is never edited once released."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from coach.errors import StorageFault
from coach.store.connection import reading, writing
from coach.store.seal import Broken, seal

APPLICATION: Final = 0x636F6163  # "coac", in the header of the file
Step = Callable[[sqlite3.Connection], None]


def first_tables(con: sqlite3.Connection) -> None:
    """Version 1: every table of schema.sql."""
    for statement in Path(__file__).with_name("schema.sql").read_text(encoding="utf-8").split("\n\n"):
        con.execute(statement)
    con.execute(f"PRAGMA application_id = {APPLICATION}")


def no_cache(con: sqlite3.Connection) -> None:
    """Version 2: without the table of derived bodies, which nothing wrote to."""
    con.execute("DROP TABLE cache")


STEPS: Final[Sequence[Step]] = (first_tables, no_cache)
# Checksum of each version's schema text, so that a changed byte in it is not taken for a schema.
SCHEMA_SEALS: Final[Sequence[str]] = ("8eca157e6c2aec73ecd666b7dea23f95", "ac6dda0f3c63a3f2790bf523d770c20e")


def version_of(con: sqlite3.Connection) -> int:
    """The schema version of an open file: 0 for an empty one; Broken if it is not the coach's."""
    with reading(con):
        (tables,) = con.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        (version,) = con.execute("PRAGMA user_version").fetchone()
        (application,) = con.execute("PRAGMA application_id").fetchone()
    if (version, application, tables) != (0, 0, 0) and (application != APPLICATION or not version or not tables):
        raise Broken("it is not a journal of coach")
    return int(version)


def refuse_newer(version: int, steps: Sequence[Step] = STEPS) -> None:
    """StorageFault if this coach is too old for a file's version."""
    if version > len(steps):
        raise StorageFault(
            f"This journal was written by a newer coach (schema {version}; this one reads up to {len(steps)}).",
            f"Update coach to a version that reads schema {version}. Nothing was changed.",
        )


def migrate(con: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Take the file to the newest version, one step and one transaction at a time."""
    while True:
        with writing(con):
            (version,) = con.execute("PRAGMA user_version").fetchone()
            if version >= len(steps):
                return
            steps[version](con)
            con.execute(f"PRAGMA user_version = {version + 1}")


def schema_seal(con: sqlite3.Connection) -> str:
    """Checksum of the schema text in the file."""
    rows = con.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    return seal(rows).hex()


def check_schema(con: sqlite3.Connection) -> None:
    """Broken if the schema is not, to the letter, the one of the version it says; a backup may be older."""
    (version,) = con.execute("PRAGMA user_version").fetchone()
    if [schema_seal(con)] != list(SCHEMA_SEALS[version - 1 : version]):
        raise Broken("its schema was changed")
