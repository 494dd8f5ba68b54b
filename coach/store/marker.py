"""The marker beside the journal: which store must be there, and how far it had come when the marker was written."""

from pathlib import Path
from typing import NamedTuple

from coach.files import write_private
from coach.paths import Home
from coach.store.ledger import Ledger
from coach.store.seal import seal


class Marker(NamedTuple):
    """A store's id, how many events it had, and the last one's chain value in hex."""

    store: str
    events: int
    head: str


def marker_path(home: Home) -> Path:
    """Where the marker is."""
    return home.data / "journal.marker"


def read_marker(home: Home) -> Marker | None:
    """The marker; None if there is none. One that cannot be read says only that there was a store."""
    try:
        words = marker_path(home).read_text(encoding="ascii", errors="replace").split()
    except FileNotFoundError:
        return None
    whole = len(words) == 4 and seal(*words[:3]).hex() == words[3]
    return Marker(words[0], int(words[1]), words[2]) if whole else Marker("", 0, "")


def write_marker(home: Home, ledger: Ledger) -> None:
    """Say that the store is at least this far."""
    words = (ledger.store, str(ledger.events), ledger.head.hex())
    write_private(marker_path(home), f"{' '.join(words)} {seal(*words).hex()}\n".encode("ascii"))
