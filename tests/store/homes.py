"""Homes and moments for the store's tests."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from coach.days import Moment
from coach.paths import Home
from coach.store.states import State

START = datetime(2026, 12, 1, 9, tzinfo=UTC)


def home_in(folder: Path) -> Home:
    """A home with everything in one folder."""
    return Home(folder, folder, folder)


def moment(minutes: float = 0) -> Moment:
    """So many minutes after nine in the morning of 1 December."""
    at = START + timedelta(minutes=minutes)
    return Moment(at, at.date(), "UTC")


def state(card: str, due: int = 5, reps: int = 1) -> State:
    """A card's state, due on a day's ordinal."""
    return State(card, 2.5, 5.0, 1, due, reps, 0)
