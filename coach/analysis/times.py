"""Durations: time taken, saved or promised, against tenure, meetings and mere periods."""

from typing import Final

from coach.analysis.place import Class, Place
from coach.analysis.wordset import bag

_TIGHT: Final = bag(
    "cut reduce reduced reduces saved saves save saving shortened shorten dropped drop fell fall falls slipped slip "
    "delay delayed wait waited waits waiting took takes take taken faster earlier sooner late shorter longer less "
    "within under target shrank instead lead turnaround cycle down later quicker ahead overdue every settle missed "
    "lost lose loses lasted stuck"
)
_REPEATED: Final = bag("every each")
_PERIOD_BEFORE: Final = bag("for over after during past last next every since first in per each of through across")
_WAITED: Final = bag(
    "wait waited waiting waits hold holds held queue queued queuing stand stood sat stuck within under takes took"
)
_MINUTE: Final = 60.0
_HALF_DAY: Final = 20_000.0
_DAY: Final = 86_400.0
_YEAR: Final = 3e7


def classify_time(here: Place) -> Class:
    """What a duration measures."""
    if here.near("tenure_words", 1, 4):
        return "tenure", 0.0
    quantity = here.quantity
    longest = max(quantity.value, quantity.high or 0.0)
    if (
        here.head in ("activity_nouns", "team_nouns")
        or here.near("activity_nouns", 0, 1)
        or (here.before in _REPEATED and quantity.shape != "fromto")
    ):
        return "activity", 0.0
    if quantity.value >= _DAY and _of_the_deal(here):
        return "term", 0.9
    if quantity.shape in ("fromto", "target"):
        return "time", 1.0
    if longest < _MINUTE:
        return "time", 0.4 if here.near("activity_nouns", 2, 3) else 0.9
    return _long(here, longest)


def _of_the_deal(here: Place) -> bool:
    return here.near("pay_words", 3, 4) or (here.question == "negotiation" and here.near("negotiation_words", 3, 4))


def _long(here: Place, longest: float) -> Class:
    """Minutes and more: a result beside a word of change, waiting or aim; otherwise a period."""
    near = here.around(_TIGHT, 4, 4) or (here.before in ("by", "to") and here.inside("change_verbs"))
    words, index = here.sentence.words, here.at
    further = index > 1 and words[index - 2].low in _PERIOD_BEFORE and here.before in ("the", "about")
    if here.before in _PERIOD_BEFORE or further:
        waited = here.around(_WAITED, 4, 0) and longest < _YEAR
        return ("time", 0.8) if waited else ("period", 0.2 if longest > _HALF_DAY else 0.4)
    if longest > _YEAR and not near:
        return "tenure", 0.1
    if near:
        return "time", 0.9
    if here.near("target_words", 3, 3) or here.near("person_nouns", 4, 4):
        return "time", 0.7
    return "period", 0.45 if longest < _HALF_DAY else 0.25
