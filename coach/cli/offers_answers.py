"""`coach offers breakeven|solve|leave`."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli.offers_source import FileArgument, offers
from coach.cli.run import Run

if TYPE_CHECKING:
    from coach.offers.solve import Tie

Metric = Annotated[
    str,
    typer.Option(
        "--metric", help="first_year_cash, first_year_total, guaranteed, cash, equity, total, npv_end, npv_mid."
    ),
]


def solve(
    ctx: typer.Context,
    field: Annotated[str, typer.Argument(help="The field to move: fintech.base_salary, fintech.grant.valuation.")],
    file: FileArgument = None,
    metric: Metric = "first_year_cash",
    against: Annotated[str, typer.Option("--against", help="The other offer; the reference if left out.")] = "",
) -> None:
    """The ask as a sentence: the value of one field at which two offers tie.

    \b
    Examples:
      coach offers solve fintech.base_salary
      coach offers solve fintech.grant.valuation --metric total
      coach offers solve fintech.sign_on.1.amount --against amazon --json
    """
    from coach.offers.solve import ask
    from coach.offers.solve import solve as work_out

    run = Run.of(ctx)
    case = offers(run, file)
    _say(run, [work_out(case, ask(case, field, metric, against))], case.currency)


def breakeven(ctx: typer.Context, file: FileArgument = None, metric: Metric = "total") -> None:
    """What each grant must be worth for its offer to tie with the reference: a valuation, a price, an attainment.

    \b
    Examples:
      coach offers breakeven
      coach offers breakeven offers.yaml --metric npv_end
    """
    from coach.offers.breakeven import break_evens

    run = Run.of(ctx)
    case = offers(run, file)
    found = break_evens(case, metric)
    if not found and not run.json:
        run.say("No offer but the reference has a grant whose worth was stated.")
    _say(run, found, case.currency)


def _say(run: Run, ties: "list[Tie]", currency: str) -> None:
    from coach.offers.as_json import ties_json
    from coach.offers.sentences import sentence
    from coach.text import neutral

    if run.json:
        run.emit(ties_json(ties, currency))
    else:
        sys.stdout.write("".join(neutral(sentence(tie, currency)) + "\n" for tie in ties))


def leave(
    ctx: typer.Context,
    month: Annotated[int, typer.Argument(help="Months since the start date.")],
    file: FileArgument = None,
    offer: Annotated[str, typer.Option("--offer", help="Only the offer with this id.")] = "",
) -> None:
    """What you keep if you leave after a month: pay, bonuses of full years, sign-on less clawback, vested equity.

    \b
    Examples:
      coach offers leave 14
      coach offers leave 11 offers.yaml --offer fintech --json
    """
    from coach.cli.offers_look import chosen
    from coach.offers.as_json import leaving_json
    from coach.offers.compare import compare
    from coach.offers.leave import leave as work_out
    from coach.terminal.console import show
    from coach.terminal.views.offers import leaving

    run = Run.of(ctx)
    model = compare(offers(run, file))
    only = chosen(offer, [one.offer.id for one in model.figures])
    ones = [one for one in model.figures if only in ("", one.offer.id)]
    found = [work_out(one, month) for one in ones]
    if run.json:
        run.emit(leaving_json(found, model.offers.currency))
        return
    show(leaving(found, [one.offer.name for one in ones], run.plain), run.plain, run.env)
