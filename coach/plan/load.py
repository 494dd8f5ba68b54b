"""How many minutes the cards ask for on each day ahead, from the days they fall due."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach.plan.calendar import REVIEW

# A known card takes about 8 s and a forgotten one 20; one in six is forgotten at 90 % by the day it is due.
SECONDS_A_CARD: Final = 10


def review_load(due: Mapping[date, int], today: date) -> dict[date, int]:
    """Whole minutes for each day on which more falls due than the usual share holds; what is overdue counts today."""
    cards: dict[date, int] = {}
    for day, count in due.items():
        cards[max(day, today)] = cards.get(max(day, today), 0) + count
    minutes = {day: -(-count * SECONDS_A_CARD // 60) for day, count in sorted(cards.items())}
    return {day: needed for day, needed in minutes.items() if needed > REVIEW}
