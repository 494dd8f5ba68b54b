"""`coach checklist`: the tasks of the plan, and what proves them done."""

from pathlib import Path
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.errors import CoachError, UsageFault

app = new_app("The tasks of the plan, and what proves them done.")
Item = Annotated[str, typer.Argument(metavar="TASK", help="Its id, an unambiguous end of it, or its number.")]


@app.command("list", cls=Command)
def list_(
    ctx: typer.Context, open_: Annotated[bool, typer.Option("--open", help="Only what is still to do.")] = False
) -> None:
    """Every task: done or not, when it is planned, what proves it.

    \b
    Examples:
      coach checklist list
      coach checklist list --open --json
    """
    from coach.cli.planning import planned
    from coach.plan.checklist import rows

    run = Run.of(ctx)
    found = planned(run)
    listed = [
        row for row in rows(found.plan, found.state.done, run.moment().day) if not (open_ and row.state == "done")
    ]
    if run.json:
        run.emit({"tasks": [row._asdict() for row in listed]})
        return
    from coach.terminal.console import show
    from coach.terminal.views.checklist import checklist

    show(checklist(listed, run.plain), run.plain, run.env)


@app.command(cls=Command)
def done(
    ctx: typer.Context,
    task: Item,
    take: Annotated[str, typer.Option("--take", metavar="ID", help="The take that proves it.")] = "",
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help="The file that proves it.")] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What came of it, in a sentence.")] = "",
    minutes: Annotated[int | None, typer.Option("--minutes", min=0, max=600, help="What it took.")] = None,
) -> None:
    """A task is done; say what proves it.

    \b
    Examples:
      coach checklist done 3 --take 01J9
      coach checklist done task-story-deck --file deck.pptx
      coach checklist done pitch-with-mentor --note 'Ends on the ask now.'
    """
    from coach.cli.planning import planned, task_named
    from coach.cli.ticking import finish
    from coach.plan.desk import minutes_left

    run = Run.of(ctx)
    found = planned(run)
    wanted = task_named(found.plan, task)
    if not minutes_left(wanted, found.state.done):
        raise CoachError(f"{wanted.id} is done already.", f"To open it again: coach checklist undo {wanted.id}")
    if file is not None and not file.is_file():
        raise UsageFault(f"--file: there is no file {file}.")
    proofs = [("take", take), ("file", str(file.absolute()) if file else ""), ("note", note)]
    evidence = "; ".join(f"{kind}: {text}" for kind, text in proofs if text)
    finish(run, found, wanted, minutes, evidence)
    hint = "" if evidence or not wanted.evidence else f" It asks for a {wanted.evidence}: --{wanted.evidence}."
    run.say(f"Done: {_sentence(wanted.title)}{hint} What is left: coach checklist list --open")


@app.command(cls=Command)
def undo(ctx: typer.Context, task: Item) -> None:
    """A task is not done after all.

    \b
    Examples:
      coach checklist undo 3
    """
    from coach.cli.planning import planned, task_named
    from coach.plan.record import TASK_UNDONE

    run = Run.of(ctx)
    found = planned(run)
    wanted = task_named(found.plan, task)
    if wanted.id not in found.state.done:
        raise CoachError(f"{wanted.id} was not done.", "See: coach checklist list")
    run.append(TASK_UNDONE, wanted.id, {})
    run.say(f"Open again: {_sentence(wanted.title)} To find a place for it: coach plan replan")


def _sentence(title: str) -> str:
    return title if title.endswith((".", "?", "!")) else f"{title}."
