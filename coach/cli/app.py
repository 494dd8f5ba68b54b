"""The command tree: a table of verbs, each in a file of its own."""

from typing import Annotated

import typer

from coach import VERSION
from coach.cli.base import SETTINGS, Entry, LazyGroup

_HELP = """Interview coach: from today to the signed offer, half an hour a day. Nothing leaves this computer.

\b
Examples:
  coach                       today's screen, one key to start
  coach demo                  look around with sample data
  coach drill --minutes 10    ten minutes of what helps most
  coach --today 2026-12-03    how that day will look
"""

TABLE: dict[str, Entry] = {
    "setup": Entry("coach.cli.setup", "Start", "Five questions, and the plan is made."),
    "demo": Entry("coach.cli.demo", "Start", "The same day on sample data, in a temporary home."),
    "today": Entry("coach.cli.today", "Start", "Today's screen; the same as bare `coach`."),
    "drill": Entry("coach.cli.drill", "Practise", "Cards and drills that today is for."),
    "due": Entry("coach.cli.due", "Practise", "Today's cards, and why each now."),
    "forecast": Entry("coach.cli.forecast", "Practise", "What you will remember on each round's morning."),
    "mock": Entry("coach.cli.mock", "Practise", "A mock interview under the clock, with a scorecard."),
    "pitch": Entry("coach.cli.pitch", "Practise", "One rung of the pitch ladder, typed or aloud."),
    "case": Entry("coach.cli.case", "Practise", "A numeric case with fresh numbers, graded."),
    "design": Entry("coach.cli.design", "Practise", "A design priced against its SLA and risk budget."),
    "analyze": Entry("coach.cli.analyze", "Practise", "What an answer has and lacks, word by word."),
    "takes": Entry("coach.cli.takes", "Practise", "What you wrote, and what was found in it."),
    "kit": Entry("coach.cli.kit", "Practise", "One page for a friend to interview you with."),
    "debrief": Entry("coach.cli.debrief", "Practise", "Five minutes after a real round."),
    "plan": Entry("coach.cli.plan", "Plan", "A dated plan that fits, and fits again when life happens."),
    "checklist": Entry("coach.cli.checklist", "Plan", "The tasks of the plan, and what proves them done."),
    "calendar": Entry("coach.cli.calendar", "Plan", "The plan on your calendar server (uses the network)."),
    "remind": Entry("coach.cli.remind", "Plan", "A reminder for cron, systemd, launchd or schtasks."),
    "story": Entry("coach.cli.story", "Your story", "Your true stories: tell, check, see what they cover."),
    "claims": Entry("coach.cli.claims", "Your story", "Every number you say, and whether they hold together."),
    "deck": Entry("coach.cli.deck", "Your story", "Your story as slides: draft, check, export."),
    "prep": Entry("coach.cli.prep", "Your story", "One page for the last fifteen minutes before a round."),
    "offers": Entry("coach.cli.offers", "Offers", "Compare what you were offered, to the cent; a live workbook."),
    "stats": Entry("coach.cli.stats", "Progress", "What you did: days, minutes, what stuck."),
    "ready": Entry("coach.cli.ready", "Progress", "How ready you are for the next round, and on what evidence."),
    "report": Entry("coach.cli.report", "Progress", "A page for a mentor, as Markdown."),
    "content": Entry("coach.cli.content", "Content", "Look at packs, check them, write your own."),
    "data": Entry("coach.cli.data", "Data", "Check, back up, restore, export, merge or forget your journal."),
    "sync": Entry("coach.cli.sync", "Data", "Exchange journals with your other devices through a folder."),
    "config": Entry("coach.cli.config", "Data", "Show or change settings, and where each comes from."),
    "paths": Entry("coach.cli.locations", "Data", "Where your files are."),
}


class Root(LazyGroup):
    """`coach` itself."""

    table = TABLE


_app = typer.Typer(
    cls=Root,
    help=_HELP,
    context_settings=SETTINGS,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@_app.callback()
def _bare(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"coach {VERSION}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from coach.cli.front import show_today
        from coach.cli.run import Run

        follow(show_today(Run.of(ctx)))


def run(arguments: list[str] | None = None) -> int:
    """Parse a command line (the process's own by default) and run the verb it names."""
    _app(arguments, prog_name="coach")
    return 0


def follow(command: list[str]) -> None:
    """Run the command that a key on today's screen stands for, if there is one."""
    if command:
        run(command)
