"""Bare `coach`: today's screen and one key to start, without the command-line library or rich."""

import os
import sys
from datetime import date

from coach.cli.run import Run
from coach.cli.settings import weekdays_off
from coach.practice.today import Today, next_round, next_step, streak
from coach.store.journal import Journal
from coach.terminal.views.today import lines


def today() -> int:
    """Today's screen, for the front."""
    return show_today(Run({}))


def show_today(run: Run) -> int:
    """Today's screen; in a terminal, one key starts, otherwise the next command is named."""
    model = today_model(run)
    if run.json:
        run.emit(_data(model))
        return 0
    sys.stdout.write("\n".join(lines(model)) + "\n")
    command, why = next_step(model)
    if run.plain or run.no_input or not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stdout.write(f"Next: {command}  ({why})\n")
        return 0
    return _keys(run, model)


def today_model(run: Run) -> Today:
    """What the journal and the settings say of today."""
    now = run.moment()
    minutes, days_off = int(run.setting("minutes")), weekdays_off(run.setting("days_off"))
    if not os.path.exists(run.home.database):  # noqa: PTH110 - nothing is created just by looking
        return Today(now.day, False, run.setting("pack"), minutes, False, None, 0, 0, 0.0, 0, (0, 0))
    journal = run.journal()
    rounds = current_rounds(journal)
    total = journal.total(now.day)
    return Today(
        now.day,
        bool(rounds),
        run.setting("pack"),
        minutes,
        now.day.weekday() in days_off,
        next_round([found.upcoming for found in rounds], now.day),
        journal.due_count(now.day),
        total.reviews,
        total.seconds,
        len(journal.drafts()),
        streak(journal.days_studied(), now.day, days_off, _first_day(journal, now.day)),
    )
