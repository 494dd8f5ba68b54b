"""What a rule of the content check looks at: one loaded pack, and the packs it needs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from coach.errors import Problem
from coach.packs.load import Entry, Loaded
from coach.packs.model import Item

Kind = TypeVar("Kind", bound=Item)


@dataclass(frozen=True)
class Subject:
    """The pack that is checked, the packs it needs and may name, and more that it must not share an id with."""

    loaded: Loaded
    others: tuple[Loaded, ...] = ()
    beside: tuple[Loaded, ...] = ()

    def of(self, kind: type[Kind]) -> Iterator[tuple[Entry, Kind]]:
        """The pack's entries whose item is of this kind, with the item."""
        return ((entry, entry.item) for entry in self.loaded.entries if isinstance(entry.item, kind))

    def every(self, kind: type[Kind]) -> Iterator[Kind]:
        """Items of this kind in the pack and in the packs it needs."""
        for loaded in (self.loaded, *self.others):
            yield from (entry.item for entry in loaded.entries if isinstance(entry.item, kind))

    @cached_property
    def competencies(self) -> frozenset[str] | None:
        """The competencies that items may name; None when no manifest says."""
        if self.loaded.manifest is None:
            return None
        manifests = [loaded.manifest for loaded in (self.loaded, *self.others) if loaded.manifest]
        return frozenset(one.id for manifest in manifests for one in manifest.competencies)


Rule = Callable[[Subject], Iterator[Problem]]
