"""The packs in use, loaded: from the path or id asked for, with all that they need."""

from pathlib import Path
from typing import Any, NamedTuple

from coach import paths
from coach.cli.run import Run
from coach.errors import InputFault
from coach.packs import lexicon as lexicons
from coach.packs.find import active
from coach.packs.load import Loaded, load
from coach.packs.model import Loop, Manifest


class Library(NamedTuple):
    """Every item of the packs in use, by id, with its kind; `manifest` is that of the pack asked for."""

    manifest: Manifest
    items: dict[str, tuple[str, Any]]

    def of_kind(self, kind: str) -> list[Any]:
        """The items of a kind in the order they were written."""
        return [item for name, item in self.items.values() if name == kind]

    def loop(self) -> Loop:
        """The pack's default loop, else its first."""
        loops: list[Loop] = self.of_kind("loops")
        if not loops:
            raise InputFault(f"The pack {self.manifest.id} has no interview loop.", hint="Add one under `loops:`.")
        return next((loop for loop in loops if loop.id == self.manifest.default_loop), loops[0])


def roots(run: Run) -> list[Path]:
    """Where packs are looked for: the candidate's own first, then the bundled ones."""
    return [run.home.packs, paths.content()]


def open_library(run: Run) -> Library:
    """The packs in use; InputFault with every problem if one is not right."""
    loaded = [_sound(load(folder)) for folder in active([run.setting("pack")], roots(run), _needs)]
    manifest = loaded[-1].manifest
    assert manifest is not None
    return Library(manifest, {entry.item.id: (entry.kind, entry.item) for pack in loaded for entry in pack.entries})


def _needs(folder: Path) -> tuple[str, ...]:
    manifest = load(folder).manifest
    return manifest.needs if manifest else ()


def _sound(loaded: Loaded) -> Loaded:
    if loaded.problems or loaded.manifest is None:
        raise InputFault(
            f"The pack in {loaded.folder} needs mending.", loaded.problems, "Check it: coach content check"
        )
    return loaded


def lexicon() -> dict[str, tuple[str, ...]]:
    """The bundled word lists of the answer analysis."""
    lists, problems = lexicons.load(paths.content() / "core" / "lexicon.yaml")
    if problems:
        raise InputFault("The word lists of the answer analysis need mending.", problems)
    return lists
