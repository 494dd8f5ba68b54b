"""`coach claims`: every number you say, in one ledger."""

from typing import Annotated, Any

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app("Every number you say anywhere, and whether they hold together.")
Name = Annotated[str, typer.Argument(metavar="CLAIM", help="Its number in the list, or its id.")]


@app.command("list", cls=Command)
def list_(ctx: typer.Context) -> None:
    """Every number in stories, slides, pitches, debriefs and offers' notes.

    \b
    Examples:
      coach claims list
      coach claims list --json
    """
    from coach.cli.ledger import open_ledger

    run = Run.of(ctx)
    model = open_ledger(run)
    if run.json:
        run.emit({"claims": [{"name": entry.name, **_data(entry.claim)} for entry in model.entries]})
        return
    from coach.terminal.console import show as show_view
    from coach.terminal.views.claims import listing

    show_view(listing(model, run.plain), run.plain, run.env)


@app.command(cls=Command)
def check(ctx: typer.Context) -> None:
    """Contradictions before the panel finds them; exit 1 while a question has no answer.

    \b
    Examples:
      coach claims check
      coach claims show 3 --answer "34 % is the median, 30 % the 99th percentile."
    """
    from coach.cli.ledger import open_ledger
    from coach.text import plural

    run = Run.of(ctx)
    model = open_ledger(run)
    unanswered = sum(not question.answer for question in model.questions)
    if run.json:
        questions = [{**one._asdict(), "claims": [_data(claim) for claim in one.claims]} for one in model.questions]
        reused = [{"retired": mark.day, "said": _data(claim)} for mark, claim in model.reused]
        run.emit({"questions": questions, "reused": reused})
    else:
        from coach.terminal.console import show as show_view
        from coach.terminal.views.claims import check as check_view

        show_view(check_view(model), run.plain, run.env)
    counted = f"{plural(len(model.entries), 'number')}, {plural(unanswered, 'open question')}"
    after = (
        "coach claims show N --answer '…'" if model.entries else "coach story new: the numbers come from your stories"
    )
    run.say(f"{counted}, {plural(len(model.reused), 'use')} of retired numbers. Next: {after}")
    if unanswered or model.reused:
        raise SystemExit(1)


@app.command(cls=Command)
def show(
    ctx: typer.Context,
    claim: Name,
    answer: Annotated[str | None, typer.Option("--answer", help="What you will say to each question about it.")] = None,
) -> None:
    """One number with what is asked about it; with --answer, prepare yours.

    \b
    Examples:
      coach claims show 3
      coach claims show 3 --answer "The base is the corridor, not the firm."
    """
    from coach.cli.ledger import open_ledger

    run = Run.of(ctx)
    model = open_ledger(run)
    entry = model.find(claim)
    about = [question for question in model.questions if entry.claim in question.claims]
    if answer is not None:
        for question in about:
            run.append("claim", question.key, {"action": "answer", "text": answer})
        run.say(f"Kept for {len(about)} of the questions. Next: coach claims check")
        return
    if run.json:
        run.emit({"claim": {"name": entry.name, **_data(entry.claim)}, "questions": [one.ask for one in about]})
        return
    from coach.terminal.console import show as show_view
    from coach.terminal.views.claims import whole

    show_view(whole(entry, about), run.plain, run.env)


@app.command(cls=Command)
def retire(ctx: typer.Context, claim: Name) -> None:
    """Never say this number again; where it is still said, claims check tells.

    \b
    Examples:
      coach claims retire 3
    """
    from coach.cli.ledger import open_ledger

    run = Run.of(ctx)
    entry = open_ledger(run).find(claim)
    body = {"action": "retire", "text": entry.claim.sentence, "quote": entry.claim.quote}
    run.append("claim", entry.name, body)
    run.say(f"Retired {entry.claim.quote}. Take it out where it stands: coach claims check")


def _data(claim: Any) -> dict[str, Any]:
    """A claim as plain data."""
    return {
        "quote": claim.quote,
        "sentence": claim.sentence,
        "value": claim.value,
        "baseline": claim.baseline,
        "unit": claim.unit,
        "per": claim.per,
        "stance": claim.stance,
        "subject": sorted(claim.subject.telling()),
        "where": claim.place.text(),
    }
