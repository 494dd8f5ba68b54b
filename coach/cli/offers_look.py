"""`coach offers check|show|compare`."""

import sys
from typing import Annotated

import typer

from coach.cli.offers_source import FileArgument, document, offers
from coach.cli.run import Run


def check(ctx: typer.Context, file: FileArgument = None) -> None:
    """Every problem, with line and column (exit code 4), then every doubt an honest reader would have.

    \b
    Examples:
      coach offers check
      coach offers check offers.yaml --json
    """
    from coach.offers.check import refused, warnings
    from coach.offers.compare import compare as work_out
    from coach.offers.read import reading
    from coach.text import neutral, plural

    run = Run.of(ctx)
    found = reading(document(run, file))
    doubts = warnings(work_out(found.offers)) if found.offers else refused(found.problems)
    if run.json:
        problems = [problem._asdict() for problem in found.problems]
        run.emit({"problems": problems, "warnings": [doubt._asdict() for doubt in doubts]})
    else:
        sys.stdout.write("".join(neutral(str(problem)) + "\n" for problem in found.problems))
        if found.offers:
            from coach.terminal.console import show as put
            from coach.terminal.views.offers import warnings as view

            put(view(doubts), run.plain, run.env)
    if found.problems:
        run.say(f"{plural(len(found.problems), 'problem')}; nothing was worked out.")
        raise SystemExit(4)
    run.say(f"No problems, {plural(len(doubts), 'doubt')}. Next: coach offers compare")


def show(
    ctx: typer.Context,
    file: FileArgument = None,
    offer: Annotated[str, typer.Option("--offer", help="Only the offer with this id.")] = "",
) -> None:
    """Each offer year by year: guaranteed cash, contingent cash, uncertain equity.

    \b
    Examples:
      coach offers show
      coach offers show offers.yaml --offer fintech
      coach offers show --json
    """
    from coach.offers.as_json import comparison_json
    from coach.offers.compare import compare as work_out
    from coach.terminal.console import show as put
    from coach.terminal.views.offers import offer as view

    run = Run.of(ctx)
    model = work_out(offers(run, file))
    only = chosen(offer, [one.offer.id for one in model.figures])
    if run.json:
        run.emit(comparison_json(model, only))
        return
    for one in model.figures:
        if only in ("", one.offer.id):
            put(view(one, model.offers.currency, run.plain), run.plain, run.env)
            sys.stdout.write("\n")


def chosen(name: str, ids: list[str]) -> str:
    """The id asked for, or a UsageFault that names what there is; empty for all."""
    from coach.errors import UsageFault
    from coach.text import did_you_mean

    if name and name not in ids:
        raise UsageFault(f"There is no offer {name}.", did_you_mean(name, ids) or "There are: " + ", ".join(ids))
    return name


def compare(
    ctx: typer.Context,
    file: FileArgument = None,
    sensitivity: Annotated[bool, typer.Option("--sensitivity", help="Also what moves the total most.")] = False,
) -> None:
    """The offers side by side: first year, horizon, present value, gaps, scenarios.

    \b
    Examples:
      coach offers compare
      coach offers compare offers.yaml --sensitivity
      coach offers compare --json
    """
    from coach.offers.as_json import comparison_json, drivers_json
    from coach.offers.compare import compare as work_out
    from coach.offers.sensitivity import sensitivity as vary
    from coach.terminal.console import show as put
    from coach.terminal.views.offers import comparison as view
    from coach.terminal.views.offers import sensitivity as drivers_view

    run = Run.of(ctx)
    model = work_out(offers(run, file))
    drivers = vary(model.offers) if sensitivity else []
    if run.json:
        run.emit(comparison_json(model) | (drivers_json(drivers) if sensitivity else {}))
        return
    put(view(model, run.plain), run.plain, run.env)
    if drivers:
        sys.stdout.write("\n")
        put(drivers_view(drivers[:12], run.plain), run.plain, run.env)
