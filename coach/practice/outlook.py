"""One card of today, and one round ahead, as screens and scripts see them."""

from datetime import date
from typing import NamedTuple


class CardToday(NamedTuple):
    """A card that fits today's minutes, and why now; `new` was never answered."""

    id: str
    question: str
    why: str
    new: bool


class RoundAhead(NamedTuple):
    """Expected mean recall, 0 to 1, on the morning of a round; a model's figure, cards never seen counting as 0."""

    day: date
    title: str
    cards: int
    kept: float
    stopped: float
    less: float
    more: float
