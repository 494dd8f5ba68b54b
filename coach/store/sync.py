"""Exchanging journals through a folder that something else keeps the same on every device."""

from pathlib import Path
from typing import NamedTuple

from coach.errors import InputFault
from coach.files import write_private
from coach.store.faults import guard
from coach.store.journal import Journal
from coach.store.jsonl import export
from coach.store.merge import merge_file


class Synced(NamedTuple):
    """Events that came in, by file; whether this device's own file was written anew; files that were not whole."""

    added: dict[str, int]
    wrote: Path | None
    refused: tuple[InputFault, ...]


def sync(journal: Journal, folder: Path) -> Synced:
    """Take in every device's file, then write this device's own; a file still on its way is left for the next time."""
    added: dict[str, int] = {}
    refused: list[InputFault] = []
    for path in sorted(folder.glob("coach-*.jsonl")):
        try:
            added[path.name] = merge_file(journal, path).added
        except InputFault as fault:
            refused.append(fault)
    with guard(journal.home):
        return Synced(added, _write_own(journal, folder), tuple(refused))


def _write_own(journal: Journal, folder: Path) -> Path | None:
    target, content = folder / f"coach-{journal.device}.jsonl", export(journal)
    if target.exists() and target.read_bytes() == content:
        return None
    write_private(target, content)
    return target
