"""Where packs are: a path, or an id looked up in the candidate's folder and then among the bundled ones."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from coach.errors import InputFault, UsageFault
from coach.text import did_you_mean

MANIFEST: Final = "pack.yaml"
LEXICON: Final = "lexicon.yaml"
WEIGHTS: Final = "weights.yaml"
# Read by others: word lists and weights by the answer analysis, vesting presets by the offers.
_NO_ITEMS: Final = (MANIFEST, LEXICON, WEIGHTS, "presets.yaml")


def is_pack(folder: Path) -> bool:
    """Whether a folder has a manifest."""
    return (folder / MANIFEST).is_file()


def files(folder: Path) -> list[Path]:
    """A pack's item files in the order of their names; manifest, lexicon and presets are not among them."""
    return sorted(path for path in folder.glob("*.yaml") if path.name not in _NO_ITEMS)


def available(roots: Iterable[Path]) -> dict[str, Path]:
    """Every pack under the search path by the name of its folder; the earlier root wins."""
    found: dict[str, Path] = {}
    for root in roots:
        folders = sorted(root.iterdir()) if root.is_dir() else []
        for folder in folders:
            if is_pack(folder):
                found.setdefault(folder.name, folder)
    return found


def folder(name: str, roots: Sequence[Path]) -> Path:
    """The folder of a pack named by id or path; a UsageFault that names what there is otherwise."""
    if "/" in name or name.startswith((".", "~")):
        path = Path(name).expanduser()
        if is_pack(path):
            return path
        raise InputFault(f"There is no pack in {name}.", hint=f"A pack is a folder with a {MANIFEST}.")
    known = available(roots)
    if name not in known:
        hint = f"{did_you_mean(name, known)} There are: {', '.join(known)}.".lstrip()
        raise UsageFault(f"There is no pack named {name}.", hint)
    return known[name]


def active(names: Iterable[str], roots: Sequence[Path], needs: Callable[[Path], Iterable[str]]) -> list[Path]:
    """The folders of the named packs and of all they need, the needed ones first; each once."""
    order: list[Path] = []
    seen: set[Path] = set()

    def visit(name: str) -> None:
        place = folder(name, roots)
        key = place.resolve()
        if key in seen:
            return
        seen.add(key)
        for other in needs(place):
            visit(other)
        order.append(place)

    for name in names:
        visit(name)
    return order


def packs_in(path: Path) -> list[Path]:
    """The pack at a path, or the packs in the folders right under it."""
    if is_pack(path):
        return [path]
    return [child for child in sorted(path.iterdir()) if is_pack(child)] if path.is_dir() else []
