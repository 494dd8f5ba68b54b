"""The end of a session: what was done, how long it took, what comes next; then it stops."""

from typing import Final

from rich.text import Text

from coach.practice.session import Closing
from coach.text import plural

_NAMES: Final = {
    "facts": "card",
    "challenges": "challenge",
    "triads": "triad",
    "mistakes": "rewrite",
    "reframes": "reframe",
    "pitches": "pitch",
}


def closing(model: Closing) -> Text:
    """A few plain facts, then where to go."""
    if not model.done:
        return Text("Nothing answered yet. It is all still here: coach drill")
    parts = [plural(count, _NAMES.get(kind, kind), _many(kind)) for kind, count in model.done.items()]
    rows = ["", f"Done: {', '.join(parts)} in {_minutes(model.seconds)}" + _of(model.planned) + ". All saved."]
    if model.again:
        come = "it comes" if model.again == 1 else "they come"
        rows.append(f"{plural(model.again, 'item')} rated again; {come} back first.")
    if model.skipped:
        rows.append(f"{plural(model.skipped, 'item')} skipped for today.")
    if model.seconds >= model.planned * 0.9:
        rows.append("Done for today.")
    else:
        rows.append("Stop here, or go on with: coach drill")
    return Text("\n".join(rows))


def _many(kind: str) -> str:
    return "pitches" if kind == "pitches" else ""


def _minutes(seconds: float) -> str:
    return f"{round(seconds)} s" if seconds < 90 else f"{round(seconds / 60)} min"


def _of(planned: float) -> str:
    return f" of {round(planned / 60)} min" if planned != float("inf") else ""


def saved(answered: bool, again: str) -> Text:
    """One line after an item on its own; `again` is the command that goes on with one that was left."""
    return Text("Saved. Next: coach" if answered else f"Left. What you typed is kept; go on with: {again}")
