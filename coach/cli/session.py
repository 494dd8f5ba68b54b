"""Starting a practice session: the library, the journal and the day's rounds put together."""

import os
import sys
from collections.abc import Sequence
from datetime import date, timedelta

from coach.cli.library import Library, open_library
from coach.cli.run import Run
from coach.cli.settings import weekdays_off
from coach.days import Moment
from coach.errors import UsageFault
from coach.memory.habits import Answer
from coach.practice.drill import DRILLED, Rules, drill
from coach.practice.pick import Card, Picker, Tested, Time
from coach.practice.session import Limits, Session
from coach.store.journal import Journal, new_id
from coach.store.keeper import JournalKeeper


def practise(run: Run, kinds: Sequence[str], minutes: int | None, count: int | None) -> None:
    """Run a session in the terminal, from the first item to the closing screen."""
    if run.no_input or not (sys.stdin.isatty() or run.plain):
        raise UsageFault("A drill needs a terminal to ask on.", "To feed it lines from a file or a pipe, add --plain.")
    from coach.terminal.loop import run_session
    from coach.terminal.views import close

    library, journal, today = open_library(run), run.journal(), run.moment()
    left = _seconds(run, journal, today, minutes, count)
    chosen = list(kinds) or list(DRILLED)
    picker = Picker(cards(library, journal, chosen), _time(run, journal, today.day, left))
    session = Session(picker.pick, chosen, Limits(left, count or 0))
    session.resume([(item, library.items[item][0]) for item in _unfinished(journal, library)])
    keeper = JournalKeeper(journal, picker, run.moment, lambda now: new_id(now, os.urandom(10)))
    rules = _rules(run)
    port = run.port()
    elapsed = run_session(session, lambda item: drill(library.items[item][1], rules), port, keeper)
    port.show(close.closing(close.summary(session, elapsed, left)))


def cards(library: Library, journal: Journal, kinds: Sequence[str]) -> list[Card]:
    """Every item of these kinds with its answers so far."""
    histories: dict[str, list[Answer]] = {}
    for event in journal.events("review"):
        answer = (event.day.toordinal(), int(event.body["rating"]), float(event.body["seconds"]))
        histories.setdefault(event.item, []).append(answer)
    return [
        Card(item.id, kind, item.competencies, _history(item, histories))
        for kind, item in library.items.values()
        if kind in kinds
    ]
