"""Choosing one item of a kind: by its id, an unambiguous part of it, or the one that helps most today."""

from collections.abc import Mapping
from typing import Any

from coach.cli.library import Library
from coach.cli.run import Run
from coach.cli.session import cards, time_ahead
from coach.errors import CoachError, UsageFault
from coach.practice.pick import Picker
from coach.text import did_you_mean


def choose_item(run: Run, library: Library, kind: str, name: str | None) -> Any:
    """The item named, else the one the memory would show next; UsageFault for a name that fits none or several."""
    items = {item.id: item for item in of_kind(library, kind)}
    if not items:
        raise CoachError(f"The pack {library.manifest.id} has no {kind}.", "See what there is: coach content list")
    return items[named(items, kind, name)] if name else items[_best(run, library, kind, next(iter(items)))]


def of_kind(library: Library, kind: str) -> list[Any]:
    """Every item of a kind, those from one's own stories first."""
    return [item for own, item in library.own.values() if own == kind] + library.of_kind(kind)


def named(items: Mapping[str, Any], kind: str, name: str) -> str:
    """The id that a name stands for: itself, or the only one that holds it."""
    if name in items:
        return name
    hits = [item for item in items if name in item]
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise UsageFault(f"{name!r} fits several {kind}: {', '.join(hits[:5])}.", "Name one of them in full.")
    hint = did_you_mean(name, items) or f"See them all: coach content list {kind}"
    raise UsageFault(f"There are no {kind} named {name!r}.", hint)


def _best(run: Run, library: Library, kind: str, first: str) -> str:
    today = run.moment().day
    time = time_ahead(run, today, 1800.0)
    found = Picker(cards(library, run.journal(), [kind]), time).pick([kind], 1800.0, frozenset())
    return found[0] if found else first
