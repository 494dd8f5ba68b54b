"""The bundled packs as they are written, their items, and the words answers are judged by."""

import random
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from coach.analysis.lexicon import build
from coach.packs import lexicon
from coach.packs.load import load
from coach.packs.model import Case

CONTENT: Final = Path(__file__).parents[2] / "content"
PACKS: Final = {folder.name: load(folder) for folder in sorted(CONTENT.iterdir()) if (folder / "pack.yaml").exists()}
WORDS: Final = build(lexicon.load(CONTENT / "core" / "lexicon.yaml")[0])


def items(kind: str, *names: str) -> list[Any]:
    """The items of a kind, of all packs or of those named."""
    return [entry.item for name in names or PACKS for entry in PACKS[name].entries if entry.kind == kind]


def draw(case: Case, source: random.Random) -> dict[str, Decimal]:
    """A value for each parameter of a case."""
    values = {}
    for name, one in case.parameters.items():
        low, high, step = Decimal(one.low), Decimal(one.high), Decimal(one.step)
        values[name] = low + step * source.randint(0, int((high - low) / step))
    return values
