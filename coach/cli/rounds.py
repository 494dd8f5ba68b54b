"""The candidate's rounds: those of the journal, else those of the pack's template from tomorrow."""

from datetime import timedelta

from coach.cli.library import Library
from coach.cli.run import Run
from coach.practice.loop import DatedRound, from_body, from_template


def own_rounds(run: Run, library: Library) -> list[DatedRound]:
    """Every round of the loop, done ones too."""
    loop = run.journal().last("loop")
    return from_body(loop.body) if loop else from_template(library.loop(), run.moment().day + timedelta(days=1))
