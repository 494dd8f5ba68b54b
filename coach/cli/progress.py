"""The journal and the library brought together for stats, readiness and the report."""

from coach.cli.library import Library, open_library
from coach.cli.rounds import own_rounds
from coach.cli.run import Run
from coach.memory.state import Review, replay
from coach.practice.debrief import latest
from coach.practice.loop import DatedRound
from coach.practice.pick import RECALL
from coach.stats.readiness import Evidence, Readiness, readiness
from coach.stats.summary import Reviewed, Summary, summary


def reviews(run: Run) -> list[Reviewed]:
    """Every review of the journal."""
    return [
        Reviewed(
            event.day, event.item, str(event.body["kind"]), int(event.body["rating"]), float(event.body["seconds"])
        )
        for event in run.journal().events("review")
    ]


def totals(run: Run) -> Summary:
    """What was done."""
    return summary(reviews(run))


def next_round(run: Run, library: Library) -> DatedRound | None:
    """The first round from today on."""
    today = run.moment().day
    ahead = [found for found in own_rounds(run, library) if found.day >= today]
    return min(ahead, key=lambda found: found.day, default=None)


def ready_for(run: Run, library: Library, found: DatedRound) -> list[Readiness]:
    """The evidence for one round, by competency."""
    states = replay(Review(row.item, row.day.toordinal(), row.rating, row.seconds) for row in reviews(run))
    scores: dict[str, int] = {}
    for event in run.journal().events("take"):
        scores[event.item] = max(scores.get(event.item, 0), int(event.body.get("score", 0)))
    items = [
        Evidence(item.competencies, kind in RECALL, states.get(item.id), scores.get(item.id))
        for kind, item in library.items.values()
    ]
    return readiness(found.competencies, items, found.day.toordinal())


def whole(run: Run) -> tuple[Summary, Library, DatedRound | None, list[Readiness]]:
    """Everything the report needs."""
    library = open_library(run)
    found = next_round(run, library)
    return totals(run), library, found, ready_for(run, library, found) if found else []


def rounds_behind(run: Run) -> list[str]:
    """One line for each real round that was debriefed: own level and outcome."""
    kept = latest(event.body for event in run.journal().events("debrief"))
    levels = {name: f"own level {one.rating} of 4" if one.rating else "not rated" for name, one in kept.items()}
    return [f"{name}: {levels[name]}, {one.outcome}" for name, one in kept.items()]
