"""`coach prep`: the card for the day of a round."""

from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.errors import UsageFault
from coach.practice.loop import DatedRound
from coach.text import did_you_mean

app = new_app()


@app.command(cls=Command)
def prep(
    ctx: typer.Context,
    round: Annotated[str | None, typer.Argument(metavar="[ROUND]", help="Its id or kind; else the next one.")] = None,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="card.md or .html.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file.")] = False,
) -> None:
    """One page for the last fifteen minutes: stories, numbers, opening line, likely questions, what to ask.

    \b
    Examples:
      coach prep
      coach prep case -o card.html
    """
    from coach.cli.ledger import open_ledger
    from coach.cli.library import open_library
    from coach.cli.own import open_bank
    from coach.cli.rounds import own_rounds
    from coach.days import show_day
    from coach.stories.prep import Round, card

    run = Run.of(ctx)
    library = open_library(run)
    found = _round(own_rounds(run, library), round, run)
    when = show_day(found.day)
    ahead = Round(found.title, found.kind, when, found.minutes, found.interviewer, found.competencies)
    asks = [question.ask for question in open_ledger(run).questions if not question.answer]
    made = card(ahead, open_bank(run).stories, library.of_kind("questions"), asks)
    if output is not None:
        from coach.export.files import export_to
        from coach.export.prep import card_as

        export_to(output, card_as(made, output), force=force)
        if output != "-":
            run.say(f"Wrote {output}. Afterwards: coach debrief {found.id}")
        return
    if run.json:
        run.emit({"card": made._asdict()})
        return
    from coach.terminal.console import show
    from coach.terminal.views.prep import page

    show(page(made, run.plain), run.plain, run.env)


def _round(rounds: list[DatedRound], name: str | None, run: Run) -> DatedRound:
    today = run.moment().day
    if name is None:
        ahead = [found for found in rounds if found.day >= today] or rounds
        return min(ahead, key=lambda found: found.day)
    exact = [found for found in rounds if name in (found.id, found.kind)]
    fitting = exact or [found for found in rounds if found.id.endswith(name) or name in found.kind.split("_")]
    if not fitting:
        known = [found.id for found in rounds]
        raise UsageFault(f"There is no round {name!r}.", did_you_mean(name, known) or "There are: " + ", ".join(known))
    return fitting[0]
