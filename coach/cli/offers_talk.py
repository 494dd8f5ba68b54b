"""`coach offers negotiate`: a dated log of what was said, and the one-page ask sheet."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli.offers_source import FileArgument, offers
from coach.cli.run import Run

if TYPE_CHECKING:
    from coach.offers.compare import Comparison
    from coach.offers.talk import Said

KIND = "negotiation"


def negotiate(
    ctx: typer.Context,
    file: FileArgument = None,
    words: Annotated[str, typer.Option("--said", metavar="WORDS", help="Log their exact words.")] = "",
    who: Annotated[str, typer.Option("--who", help="Who said it.")] = "",
    written: Annotated[
        bool, typer.Option("--written/--verbal", help="In writing, or only said (the default).")
    ] = False,
    next_ask: Annotated[str, typer.Option("--next", metavar="WORDS", help="What you ask next.")] = "",
    offer: Annotated[str, typer.Option("--offer", help="Which offer it is about.")] = "",
    log: Annotated[bool, typer.Option("--log", help="Only the log.")] = False,
) -> None:
    """Log what was said, or print the one-page ask sheet: guaranteed, contingent and uncertain kept apart.

    \b
    Examples:
      coach offers negotiate
      coach offers negotiate --said '5,000 more' --next 'Put it in the letter'
      coach offers negotiate --log
    """
    from coach.offers.compare import compare

    run = Run.of(ctx)
    if words:
        body = {"who": who, "written": written, "words": words, "next": next_ask, "offer": offer}
        run.append(KIND, offer, body)
        run.say(
            "Logged" + ("." if written else ", verbal only: ask for it in writing.") + " Next: coach offers negotiate"
        )
        return
    if run.json or log:
        _show_log(run)
        return
    sys.stdout.write(sheet(run, compare(offers(run, file))))


def said(run: Run) -> "list[Said]":
    """The log, oldest first; nothing is opened where there is no journal yet."""
    from coach.offers.talk import entry

    if not run.home.database.exists():
        return []
    return [entry(event.day, event.body) for event in run.journal().events(KIND)]


def sheet(run: Run, model: "Comparison") -> str:
    """The ask sheet of this run's day."""
    from coach.export.ask_sheet import ask_sheet

    return ask_sheet(model, said(run), run.moment().day)


def _show_log(run: Run) -> None:
    from coach.text import one_line

    rows = said(run)
    if run.json:
        run.emit({"log": [row._asdict() for row in rows]})
        return
    for row in rows:
        how = "written" if row.written else "verbal"
        then = f" -> {row.next_ask}" if row.next_ask else ""
        sys.stdout.write(one_line(f"{row.day} {row.who or '?'} ({how}): {row.words}{then}") + "\n")
    if not rows:
        run.say("Nothing is logged yet: coach offers negotiate --said 'their words' --who NAME")
