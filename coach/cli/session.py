"""Starting a practice session: the library, the journal and the day's rounds put together."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, timedelta

from coach.analysis.answer import analyze, as_json
from coach.analysis.lexicon import Lexicon
from coach.analysis.observations import observe
from coach.analysis.told import analyze_triad
from coach.cli.attention import attention_of
from coach.cli.judge import words_of
from coach.cli.library import Library, open_library
from coach.cli.rounds import kept_rounds
from coach.cli.run import Run
from coach.cli.settings import weekdays_off
from coach.errors import CoachError, UsageFault
from coach.memory.habits import Answer
from coach.memory.skill import skill_rating
from coach.packs.model import Item, Mistake
from coach.practice.asks import Drill
from coach.practice.attention import attended
from coach.practice.drill import DRILLED, Judge, Judgement, Rules, drill, resumed
from coach.practice.mock import Panel
from coach.practice.pick import Card, Picker, Time
from coach.practice.session import Limits, Session
from coach.practice.takes import take_of
from coach.store.journal import Journal
from coach.store.keeper import JournalKeeper

_STRETCH = {"timed": 1.0, "extra": 1.5, "untimed": 0.0}


def practise(run: Run, kinds: Sequence[str], minutes: int | None, count: int | None) -> None:
    """Run a session in the terminal, from the first item to the closing screen."""
    require_terminal(run)
    from coach.terminal.loop import run_session
    from coach.terminal.views.close import closing

    library, journal, today = open_library(run), run.journal(), run.moment().day
    run.back_up()
    left = _seconds(run, journal, today, minutes, count)
    chosen = list(kinds) or list(DRILLED)
    picker = Picker(cards(library, journal, chosen), time_ahead(run, today, left))
    session = Session(picker.pick, chosen, Limits(left, count or 0))
    session.resume(_unfinished(journal, library))
    keeper = JournalKeeper(journal, picker, run.moment, run.new_id)
    how = rules(run)
    port = run.port()
    with _said_when_stopped(run, lambda: "coach drill"):
        elapsed = run_session(session, lambda item: begin(run, library.items[item][1], how), port, keeper)
    port.show(closing(session.close(elapsed)))


def begin(run: Run, item: Item, how: Rules) -> Drill:
    """The drill of an item, from where the journal says it was left."""
    journal = run.journal()
    drafts = {draft.key for draft in journal.drafts()}
    return resumed(item, how, drafts, (take_of(event.body) for event in journal.events("take", item=item.id)))


def play_one(run: Run, library: Library, item: str, kind: str, ready: Drill, again: Callable[[], str]) -> None:
    """Play one item that is ready to be asked and save what it comes to.

    `again` names, at the time it stops, the command that goes on.
    """
    require_terminal(run)
    from coach.terminal.loop import play_and_keep
    from coach.terminal.views.close import saved

    journal, today = run.journal(), run.moment().day
    run.back_up()
    picker = Picker(cards(library, journal, [kind]), time_ahead(run, today, 1800.0))
    keeper = JournalKeeper(journal, picker, run.moment, run.new_id)
    port = run.port()
    with _said_when_stopped(run, again):
        answered = play_and_keep(item, kind, ready, port, keeper)
    port.show(saved(answered, again()))


@contextmanager
def _said_when_stopped(run: Run, again: Callable[[], str]) -> Iterator[None]:
    """A signal ends it; before that it says that nothing is lost, if there is still a screen to say it on."""
    try:
        yield
    except SystemExit:
        with suppress(OSError, CoachError):
            run.say(f"\nStopped. What you answered and typed is kept; go on with: {again()}")
        raise


def require_terminal(run: Run) -> None:
    """UsageFault if there is nobody to ask."""
    if run.no_input or not (sys.stdin.isatty() or run.plain):
        raise UsageFault("This needs a terminal to ask on.", "To feed it lines from a file or a pipe, add --plain.")


def somebody_there() -> bool:
    """Whether somebody sits there who can say when a clock is to start; a pipe is never waited for."""
    return sys.stdin.isatty()


def try_one(run: Run, library: Library) -> None:
    """One drill that is neither timed nor kept, so that the first question is answered within minutes."""
    from coach.terminal.loop import NothingKept, play

    first: Mistake | None = next(iter(library.of_kind("mistakes")), None)
    if first is None:
        return
    port = run.port()
    port.say("\nTry one now. It is not timed, scored or kept.\n")
    play(drill(first, rules(run)._replace(stretch=0.0)), port, NothingKept(), lambda _: None)
    port.say("That was one. Next: coach drill")


def _seconds(run: Run, journal: Journal, today: date, minutes: int | None, count: int | None) -> float:
    if minutes:
        return minutes * 60.0
    if count:
        return float("inf")
    left = int(run.setting("minutes")) * 60 - journal.total(today).seconds
    return left if left > 60 else 300.0  # more after a finished day is a short round


def time_ahead(run: Run, today: date, left: float) -> Time:
    """Today's seconds, the rounds ahead and the days off before them."""
    tested = [found.tested for found in kept_rounds(run) if found.day > today]
    rounds = attended(tested, attention_of(run))
    daily = int(run.setting("minutes")) * 60.0
    last = max((tested.day for tested in rounds), default=today)
    off = weekdays_off(run.setting("days_off"))
    days = [today + timedelta(days=ahead) for ahead in range(1, (last - today).days)]
    seconds = left if left != float("inf") else daily
    return Time(today, seconds, daily, rounds, [day for day in days if day.weekday() in off])


def _unfinished(journal: Journal, library: Library) -> list[tuple[str, str]]:
    names = dict.fromkeys(draft.key.rpartition("/")[0] for draft in journal.drafts())
    return [(name, library.items[name][0]) for name in names if name in library.items]


def rules(run: Run, *, aloud: bool = False) -> Rules:
    """How drills are run for this candidate."""
    return Rules(_judge(words_of(run)), skill_rating, stretch(run), int(run.setting("pace")), aloud, somebody_there())


def _judge(words: Lexicon) -> Judge:
    """The answer analysis, as drills and mocks ask it."""

    def read(text: str, kind: str, *, triad: bool = False) -> Judgement:
        findings = (analyze_triad if triad else analyze)(text, kind, words)
        return Judgement(round(findings.score), findings.advice, findings, as_json(findings, text))

    return read


def panel(run: Run) -> Panel:
    """Who scores a mock."""
    words, pace = words_of(run), int(run.setting("pace"))

    def phrases(text: str) -> tuple[int, int]:
        seen = observe(text, "", words, pace)
        return seen.outcome_phrases, seen.model_phrases

    return Panel(_judge(words), phrases)


def stretch(run: Run) -> float:
    """How much longer time boxes are for this candidate: 1, 1.5 for extra time, 0 for untimed."""
    return _STRETCH[run.setting("timing")]


def cards(library: Library, journal: Journal, kinds: Sequence[str]) -> list[Card]:
    """Every item of these kinds with its answers so far."""
    histories: dict[str, list[Answer]] = {}
    now_named = library.shelf.formers()
    for event in journal.events("review"):
        answer = (event.day.toordinal(), int(event.body["rating"]), float(event.body["seconds"]))
        histories.setdefault(now_named.get(event.item, event.item), []).append(answer)
    found = [
        Card(row.id, row.kind, tuple(row.competencies.split()), histories.get(row.id, []))
        for row in library.shelf.index(kinds)
    ]
    own = [(kind, item) for kind, item in library.own.values() if kind in kinds]
    return found + [Card(item.id, kind, item.competencies, histories.get(item.id, [])) for kind, item in own]
