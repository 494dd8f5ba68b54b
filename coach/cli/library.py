"""The packs in use: the one asked for with all that it needs, each item read from the cache when it is looked at."""

import time
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach import paths
from coach.cli.run import Run
from coach.errors import InputFault
from coach.store import packcache

if TYPE_CHECKING:
    from coach.packs.model import Loop, Manifest


class Items(Mapping[str, tuple[str, Any]]):
    """Every item of the packs in use by id, with its kind; former ids are followed."""

    def __init__(self, shelf: packcache.Library, own: Callable[[], Mapping[str, tuple[str, Any]]]) -> None:
        self._shelf = shelf
        self._own = own

    def __getitem__(self, name: str) -> tuple[str, Any]:
        from coach.packs.model import kind_of

        if name.startswith("own-") and name in self._own():
            return self._own()[name]
        item = self._shelf.item(name)
        if item is None:
            raise KeyError(name)
        return kind_of(item), item

    def __iter__(self) -> Iterator[str]:
        return (row.id for row in self._shelf.index())

    def __len__(self) -> int:
        return sum(self._shelf.counts().values())


class Library:
    """The items of the packs in use, and the drills made from the stories at `stories`."""

    def __init__(self, shelf: packcache.Library, stories: Path) -> None:
        self.shelf = shelf
        self._stories = stories
        self.items = Items(shelf, lambda: self.own)

    @cached_property
    def own(self) -> Mapping[str, tuple[str, Any]]:
        """The drills from one's own stories by id, with their kinds; stories that need mending make none."""
        if not self._stories.exists():
            return {}
        from coach.stories.drills import drills
        from coach.stories.story import read_bank

        return drills(read_bank(self._stories).stories)

    @cached_property
    def manifest(self) -> "Manifest":
        """The manifest of the pack asked for."""
        return self.shelf.manifests()[-1]

    def of_kind(self, kind: str) -> list[Any]:
        """The items of a kind in the order they were written."""
        return list(self.shelf.of(kind))

    def loop(self) -> "Loop":
        """The pack's default loop, else its first."""
        loops: list[Loop] = self.of_kind("loops")
        if not loops:
            raise InputFault(f"The pack {self.manifest.id} has no interview loop.", hint="Add one under `loops:`.")
        return next((loop for loop in loops if loop.id == self.manifest.default_loop), loops[0])


def open_library(run: Run) -> Library:
    """The packs in use; InputFault with every problem if one is not right."""
    cache = run.home.cache / "packs.db"
    return Library(
        packcache.open_library([run.setting("pack")], run.pack_roots(), cache, time.time_ns()), run.home.stories
    )


def known_ids(run: Run, start: str) -> list[str]:
    """The ids that begin so, for the shell's completion."""
    return [row.id for row in open_library(run).shelf.index() if row.id.startswith(start)]


def bundled_lexicon() -> dict[str, tuple[str, ...]]:
    """The word lists of the answer analysis as they are shipped."""
    from coach.packs import lexicon as lexicons

    lists, problems = lexicons.load(paths.content() / "core" / "lexicon.yaml")
    if problems:
        raise InputFault("The word lists of the answer analysis need mending.", problems)
    return lists


def lexicon(run: Run) -> dict[str, tuple[str, ...]]:
    """The shipped word lists with those of the packs in use over them."""
    from coach.analysis.lexicon import merged

    lists = shipped = bundled_lexicon()
    for own in open_library(run).shelf.lexicons():
        lists = merged(lists, own) if own != shipped else lists
    return lists
