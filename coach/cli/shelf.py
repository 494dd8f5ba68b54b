"""The items of the packs in use, listed and shown from the cache."""

import sys
from dataclasses import asdict

from coach.cli.library import open_library
from coach.cli.run import Run
from coach.errors import UsageFault
from coach.packs.find import available
from coach.packs.model import KINDS, kind_of
from coach.text import did_you_mean, neutral


def known_kind(kind: str | None) -> tuple[str, ...]:
    """The kind as a choice; empty for all; UsageFault for one that is not there."""
    if kind is not None and kind not in KINDS:
        raise UsageFault(
            f"There is no kind of item {kind!r}.", did_you_mean(kind, KINDS) or "Kinds: " + ", ".join(KINDS)
        )
    return (kind,) if kind else ()


def list_packs(run: Run) -> None:
    """The packs that can be used, and where each is."""
    found = available(run.pack_roots())
    if run.json:
        run.emit({"packs": {name: str(place) for name, place in found.items()}})
        return
    for name, place in found.items():
        sys.stdout.write(neutral(f"{name:<20} {place}") + "\n")


def list_items(run: Run, kind: str | None) -> None:
    """Every item of the packs in use, or of one kind."""
    rows = open_library(run).shelf.index(known_kind(kind))
    if run.json:
        split = [row._asdict() | {"competencies": row.competencies.split(), "tags": row.tags.split()} for row in rows]
        run.emit({"items": split})
        return
    from coach.terminal.console import open_console
    from coach.terminal.views.content import listing

    console = open_console(run.plain, run.env)
    order = list(KINDS)
    rows.sort(key=lambda row: order.index(row.kind))
    console.print(listing(((row.kind, row.id, row.title) for row in rows), console.width))


def show_item(run: Run, name: str) -> None:
    """One item with everything in it."""
    library = open_library(run).shelf
    found = library.matching(name)
    if len(found) != 1:
        hint = did_you_mean(name, [row.id for row in library.index()]) or "List them: coach content list"
        many = f"{name!r} may be {', '.join(found[:5])}." if found else f"There is no item {name!r}."
        raise UsageFault(many, hint if not found else "Write more of it.")
    item = library.item(found[0])
    assert item is not None
    kind = kind_of(item)
    if run.json:
        run.emit({"kind": kind, "item": asdict(item)})
        return
    from coach.terminal.console import show
    from coach.terminal.views.content import card

    show(card(kind, item), run.plain, run.env)
