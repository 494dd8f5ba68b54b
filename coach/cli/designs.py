"""Choosing a design, or reading the candidate's own, and playing or printing its table."""

from collections.abc import Sequence
from pathlib import Path

from coach.cli.library import open_library
from coach.cli.pick import choose_item
from coach.cli.run import Run
from coach.cli.session import play_one
from coach.errors import InputFault
from coach.packs.load import load_file
from coach.packs.model import Design
from coach.practice.design import check, limits_of, rows_of, to_body, what_if
from coach.practice.design_drill import price


def play_design(run: Run, name: str | None) -> None:
    """Price a design in the terminal; the table is kept for the deck."""
    library = open_library(run)
    design: Design = choose_item(run, library, "designs", name)
    play_one(run, library, design.id, "designs", price(design), lambda: f"coach design {design.id}")


def print_design(run: Run, name: str | None, file: Path | None, edits: Sequence[str]) -> None:
    """A design's table with its sums, after what-if edits beside the table as it was."""
    from coach.terminal.console import show
    from coach.terminal.views.design import changed, design

    chosen: Design = _own(file) if file else choose_item(run, open_library(run), "designs", name)
    before = check(rows_of(chosen), limits_of(chosen))
    after = check(what_if(before.rows, edits), before.limits)
    if run.json:
        run.emit({"design": chosen.id, **to_body(after)})
        return
    show(design(after, run.plain), run.plain, run.env)
    if edits:
        show(changed(before, after), run.plain, run.env)


def _own(file: Path) -> Design:
    loaded = load_file(file)
    designs = [entry.item for entry in loaded.entries if isinstance(entry.item, Design)]
    if loaded.problems or not designs:
        hint = "It needs a list under `designs:`; coach content new writes one."
        raise InputFault(f"{file} is not a cost table.", loaded.problems, hint)
    return designs[0]
