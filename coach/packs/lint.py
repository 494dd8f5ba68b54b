"""The content check on a path: a pack, a folder of packs, or one file of a pack."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from coach.errors import CoachError, Problem
from coach.packs import check_cases, check_ids, check_values
from coach.packs.check import BASIC, check
from coach.packs.find import MANIFEST, folder, packs_in
from coach.packs.load import Loaded, load, load_file
from coach.packs.subject import Rule


class Report(NamedTuple):
    """What was checked, and what is wrong."""

    packs: tuple[Loaded, ...]
    problems: tuple[Problem, ...]


def lint(path: Path, roots: Sequence[Path], rules: Iterable[Rule] = BASIC) -> Report:
    """Everything that is wrong at a path; `roots` are where needed packs are looked up, after the path's own folder."""
    if path.is_file() and not (path.parent / MANIFEST).is_file():
        alone = load_file(path)
        return Report((alone,), tuple(check(alone, rules=(*check_ids.RULES, *check_values.RULES, *check_cases.RULES))))
    places = packs_in(path.parent if path.is_file() else path)
    if not places:
        hint = f"expected a folder with a {MANIFEST}, or a folder of such folders"
        return Report((), (Problem(str(path), 0, 0, "there is no pack here", hint),))
    report = _lint_packs(places, [places[0].parent, *roots], tuple(rules))
    if path.is_dir():
        return report
    return Report(report.packs, tuple(problem for problem in report.problems if problem.path == str(path)))


def _lint_packs(places: Sequence[Path], roots: Sequence[Path], rules: tuple[Rule, ...]) -> Report:
    shelf = _Shelf(roots)
    packs = [shelf.load(place) for place in places]
    problems: list[Problem] = []
    for at, loaded in enumerate(packs):
        others, missing = shelf.needed(loaded)
        problems += missing
        problems += check(loaded, others, packs[:at], rules)
    return Report(tuple(packs), tuple(problems))


class _Shelf:
    """Loads each folder once."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = roots
        self._loaded: dict[Path, Loaded] = {}

    def load(self, place: Path) -> Loaded:
        key = place.resolve()
        if key not in self._loaded:
            self._loaded[key] = load(place)
        return self._loaded[key]

    def needed(self, loaded: Loaded) -> tuple[list[Loaded], list[Problem]]:
        """The packs that a pack needs, and theirs; a problem for each that is not there."""
        found: dict[Path, Loaded] = {}
        problems: list[Problem] = []
        waiting = [loaded]
        while waiting:
            one = waiting.pop()
            for index, name in enumerate(one.manifest.needs if one.manifest else ()):
                try:
                    place = folder(name, self._roots)
                except CoachError as fault:
                    problems.append(one.document.problem(("needs", index), f"there is no pack `{name}`", fault.hint))
                    continue
                if place.resolve() not in found:
                    found[place.resolve()] = self.load(place)
                    waiting.append(found[place.resolve()])
        found.pop(loaded.folder.resolve(), None)
        return list(found.values()), problems
