"""A pack read, checked and turned into rows for the cache; the cold path, so the only one here that reads YAML."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from coach.errors import InputFault
from coach.garbage import uncollected
from coach.packs.headline import headline
from coach.packs.lint import lint
from coach.packs.load import Loaded
from coach.packs.model import KINDS, Manifest
from coach.packs.validate import encode


class ItemRow(NamedTuple):
    """An item for the cache: what lists and the choice of cards need, and the body as JSON."""

    id: str
    kind: str
    pack: str
    competencies: str
    title: str
    tags: str
    body: str


class PackRows(NamedTuple):
    """A pack for the cache: manifest, lexicon and needs as text, items, and (former id, id) pairs."""

    pack: tuple[str, str, str]
    items: list[ItemRow]
    formers: list[tuple[str, str]]


def rows_of(folder: Path, roots: Sequence[Path]) -> PackRows:
    """The rows of a pack; InputFault with everything that is wrong with it."""
    with uncollected():
        return _rows_of(folder, roots)


def _rows_of(folder: Path, roots: Sequence[Path]) -> PackRows:
    report = lint(folder, roots)
    loaded = report.packs[0] if report.packs else None
    if loaded is None or loaded.manifest is None or report.problems:
        hint = f"Check again after mending it: coach content check {folder}"
        raise InputFault(f"The pack {folder.name} cannot be used.", report.problems, hint)
    manifest = loaded.manifest
    pack = (encode(Manifest, manifest).decode(), json.dumps(dict(loaded.lexicon)), " ".join(manifest.needs))
    formers = [(former, entry.item.id) for entry in loaded.entries for former in entry.item.formerly]
    return PackRows(pack, _items(loaded, manifest.id), formers)


def _items(loaded: Loaded, pack: str) -> list[ItemRow]:
    return [
        ItemRow(
            entry.item.id,
            entry.kind,
            pack,
            " ".join(entry.item.competencies),
            headline(entry.item),
            " ".join(entry.item.tags),
            encode(KINDS[entry.kind], entry.item).decode(),
        )
        for entry in loaded.entries
    ]
