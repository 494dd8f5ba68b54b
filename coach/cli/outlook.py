"""What today holds and what will be remembered: the picker asked without a session."""

from coach.cli.kept_day import kept_day, planner
from coach.cli.library import open_library
from coach.cli.run import Run
from coach.cli.session import cards, time_ahead
from coach.practice.drill import DRILLED
from coach.practice.outlook import CardToday, RoundAhead
from coach.practice.pick import RECALL, Picker


def todays_cards(run: Run) -> list[CardToday]:
    """The recall cards that fit today's minutes, best first, each with its reason."""
    library, picker = open_library(run), _picker(run)

    def plan() -> list[tuple[str, str]]:
        return [(item, picker.why(item)[0]) for item in picker.agenda(sorted(RECALL))]

    return [
        CardToday(item, _question(library.items[item][1]), reason, not picker.history(item))
        for item, reason in kept_day(run.home.cache / "day.kept", (planner(), picker.inputs), plan)
    ]


def due_count(run: Run) -> int:
    """Answered cards whose day to repeat them has come, as today's screen counts them."""
    return run.journal().due_count(run.moment().day)


def rounds_ahead(run: Run) -> list[RoundAhead]:
    """Expected recall on the morning of each round ahead."""
    from datetime import date

    picker = _picker(run)
    titles = {tested.day.toordinal(): tested.title for tested in picker.rounds}
    return [
        RoundAhead(
            date.fromordinal(row.day), titles.get(row.day, ""), row.cards, row.kept, row.stopped, row.less, row.more
        )
        for row in picker.forecast()
    ]


def _picker(run: Run) -> Picker:
    journal, today = run.journal(), run.moment().day
    seconds = int(run.setting("minutes")) * 60.0
    library = open_library(run)
    return Picker(cards(library, journal, list(DRILLED)), time_ahead(run, today, seconds))


def _question(item: object) -> str:
    return str(getattr(item, "question", "") or getattr(item, "ask", ""))
