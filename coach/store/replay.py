"""Card states made again from the reviews in the journal, whenever the kept ones do not cover every event."""

from coach.memory.state import Review, due_day, replay
from coach.store.journal import Journal
from coach.store.states import State
from coach.store.totals import seconds_of


def refresh_states(journal: Journal) -> bool:
    """Replay all reviews if the kept states are not fresh (after a merge, a restore); whether that was needed."""
    ledger = journal.ledger()
    if ledger.states_fresh:
        return False
    reviews = (
        Review(event.item, event.day.toordinal(), int(event.body["rating"]), seconds_of(event.body))
        for event in journal.events("review")
        if event.body.get("rating") in (1, 2, 3, 4)
    )
    states = (
        State(card, state.stability, state.difficulty, state.last, due_day(state), state.reps, state.lapses)
        for card, state in replay(reviews).items()
    )
    journal.replace_states(states, ledger.events)
    return True
