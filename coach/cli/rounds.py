"""The candidate's rounds: those of the journal, else those of the pack's template from tomorrow."""

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.cli.run import Run
from coach.practice.loop import DatedRound, from_body, from_template

if TYPE_CHECKING:
    from coach.cli.library import Library


def kept_rounds(run: Run) -> list[DatedRound]:
    """Every round of the loop in the journal, done ones too; none before setup."""
    loop = run.journal().last("loop") if run.home.database.exists() else None
    return from_body(loop.body) if loop else []


def own_rounds(run: Run, library: "Library") -> list[DatedRound]:
    """The rounds in the journal, else the template's."""
    kept = kept_rounds(run)
    return kept or from_template(library.loop(), run.moment().day + timedelta(days=1))
