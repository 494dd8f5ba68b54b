"""The active packs as a library read from a cache: a warm start reads the cards it needs, and no YAML.

The cache is a file of its own that can be deleted at any time: old, damaged or absent, it is made anew in silence, and
where it cannot be written everything is kept in memory.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from coach.packs.find import active
from coach.store.packtables import connect, crc, key, needs, sound_ids

if TYPE_CHECKING:
    from coach.packs.model import Item, Manifest

Found = TypeVar("Found")


class Row(NamedTuple):
    """An item without its body; competencies and tags are joined by spaces."""

    id: str
    kind: str
    pack: str
    competencies: str
    title: str
    tags: str


class Library:
    """The items of the active packs, each read when it is asked for."""

    def __init__(self, names: Sequence[str], roots: Sequence[Path], file: Path | None, now_ns: int) -> None:
        self._names, self._roots, self._file, self._now_ns = tuple(names), tuple(roots), file, now_ns
        self.folders: tuple[Path, ...] = ()
        self._connection: sqlite3.Connection | None = None
        self._ids: set[str] | None = None
        self._guarded(lambda: None)

    def _guarded(self, work: Callable[[], Found]) -> Found:
        """What reading gave; a cache that is damaged or cannot be used is made anew, once on disk, then in memory."""
        for _ in range(2):
            try:
                self._ready()
                return work()
            except sqlite3.OperationalError:
                self._replace(None)
            except (sqlite3.DatabaseError, ValueError):
                self._replace(self._file)
        self._replace(None)
        self._ready()
        return work()

    def _ready(self) -> None:
        if self._connection is not None:
            return
        connection = connect(self._file)
        try:
            fresh = active(self._names, self._roots, lambda place: needs(connection, place, self._roots, self._now_ns))
        except BaseException:
            connection.close()
            raise
        self.folders, self._connection, self._ids = tuple(fresh), connection, None

    def _replace(self, file: Path | None) -> None:
        self.close()
        if file is not None:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        self._file = file

    def _rows(self, query: str, *arguments: Any) -> list[Any]:
        """The rows of a query whose first argument is the pack, for every pack in turn."""
        if self._connection is None:
            raise sqlite3.OperationalError("the cache is closed")
        execute = self._connection.execute
        return [row for folder in self.folders for row in execute(query, (key(folder), *arguments))]

    def manifests(self) -> "list[Manifest]":
        """The manifests of the active packs, the needed ones first."""

        def work() -> "list[Manifest]":
            import json

            from coach.packs.model import Manifest
            from coach.packs.shape import rebuild

            rows = self._rows("SELECT manifest FROM packs WHERE folder = ?")
            return [rebuild(Manifest, json.loads(text)) for (text,) in rows]

        return self._guarded(work)

    def lexicons(self) -> list[dict[str, tuple[str, ...]]]:
        """The word lists of the active packs, the needed ones first; empty where a pack has none."""

        def work() -> list[dict[str, tuple[str, ...]]]:
            import json

            rows = self._rows("SELECT lexicon FROM packs WHERE folder = ?")
            return [{name: tuple(words) for name, words in json.loads(text).items()} for (text,) in rows]

        return self._guarded(work)

    def index(self, kinds: Iterable[str] = ()) -> list[Row]:
        """Every item (of these kinds) without its body, in the order of the packs' files."""
        chosen = tuple(kinds)
        among = f"kind IN ({', '.join('?' * len(chosen))})" if chosen else "true"
        query = (
            f"SELECT id, kind, pack, competencies, title, tags FROM items WHERE folder = ? AND {among} ORDER BY rowid"
        )
        return self._guarded(lambda: list(map(Row._make, self._rows(query, *chosen))))

    def counts(self) -> dict[str, int]:
        """How many items of each kind there are."""
        rows = self._guarded(lambda: self._rows("SELECT kind, count(*) FROM items WHERE folder = ? GROUP BY kind"))
        found: dict[str, int] = {}
        for kind, count in rows:
            found[kind] = found.get(kind, 0) + count
        return found

    def formers(self) -> dict[str, str]:
        """The id of an item now by each id that it had before; answers may be kept under either."""
        return dict(self._guarded(lambda: self._rows("SELECT former, id FROM formers WHERE folder = ?")))

    def of(self, kind: str) -> "list[Item]":
        """Every item of a kind, in the order of the packs' files."""
        query = "SELECT id, kind, body, crc FROM items WHERE folder = ? AND kind = ? ORDER BY rowid"
        return self._guarded(lambda: list(map(_item, self._rows(query, kind))))

    def items(self, ids: Iterable[str]) -> "list[Item]":
        """The items with these ids, in this order; ids that nobody has are left out, former ids are followed."""
        return [item for name in ids if (item := self.item(name)) is not None]

    def item(self, name: str) -> "Item | None":
        """The item with this id or former id; None if there is none."""
        query = "SELECT id, kind, body, crc FROM items WHERE folder = ? AND id = ?"

        def work() -> "Item | None":
            found = [row for row in self._rows(query, name) if row[0] == name]
            if not found:
                renamed = self._rows("SELECT id FROM formers WHERE folder = ? AND former = ?", name)
                found = self._rows(query, renamed[0][0]) if renamed else []
                if not found and name in self._sound_ids():
                    raise ValueError("a damaged index")
            return _item(found[0]) if found else None

        return self._guarded(work)

    def _sound_ids(self) -> set[str]:
        """Every id: before an item is said to be absent, make sure that no damage hides it."""
        if self._ids is None and self._connection is not None:
            connection = self._connection
            self._ids = set().union(*(sound_ids(connection, folder) for folder in self.folders))
        return self._ids or set()

    def matching(self, text: str) -> list[str]:
        """The ids that `text` may mean: the id itself, else every id that ends with it."""
        exact = "SELECT id FROM items WHERE folder = ? AND id = ?"
        ending = "SELECT id FROM items WHERE folder = ? AND substr(id, ?) = ? ORDER BY rowid"
        found = self._guarded(lambda: self._rows(exact, text) or self._rows(ending, -len(text), text))
        return [row[0] for row in found]

    def close(self) -> None:
        """Let go of the cache file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _item(row: tuple[str, str, str, int]) -> "Item":
    import json

    from coach.packs.model import KINDS
    from coach.packs.shape import rebuild

    name, kind, body, checksum = row
    if crc(name, kind, body) != checksum:
        raise ValueError("a damaged row")
    item: Item = rebuild(KINDS[kind], json.loads(body))
    return item


def open_library(names: Sequence[str], roots: Sequence[Path], file: Path | None, now_ns: int) -> Library:
    """The named packs and those they need, found under `roots`, cached in `file`.

    `now_ns` is the time in nanoseconds since 1970. InputFault lists everything that is wrong with a pack, UsageFault
    names the packs there are.
    """
    return Library(names, roots, file, now_ns)
