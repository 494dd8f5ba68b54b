"""What a quantity measures, read from the words around it: a result, money … or tenure, headcount, tools, dates."""

from typing import Final, NamedTuple

from coach.analysis.counts import classify_count
from coach.analysis.place import Class, Place, place
from coach.analysis.quantities import Quantity
from coach.analysis.sentence import Sentence
from coach.analysis.times import classify_time
from coach.analysis.wordset import bag

METRIC_CLASSES: Final = bag("result money time share tail target cost term estimate")
_FIXED: Final = bag("headcount tenure date label hyper tools activity score")
_LAST_HOUR: Final = 24
_SHARES: Final = bag("percent points fraction ratio factor rate")
_COMMITTED: Final = bag(
    "sure committed dedicated confident passionate honest agree certain ready complete completed done remote there "
    "behind"
)
_EVERY: Final = bag("every each")
_OF_DAY: Final = bag("morning evening afternoon night day weekday saturday sunday")
_GIVING: Final = bag("gave give gives giving given be am was")
_THEN_AND_NOW: Final = bag(
    "before was were today now earlier previously instead not formerly then against versus vs where until had been "
    "once rather"
)


class Measured(NamedTuple):
    """A quantity with its class and how surely it measures something that counts (0..1)."""

    sentence: Sentence
    place: int
    quantity: Quantity
    kind: str
    strength: float
    head: str

    @property
    def counts(self) -> bool:
        """Whether it is a metric at all."""
        return self.kind in METRIC_CLASSES


def measure(sentence: Sentence, question: str) -> list[Measured]:
    """Every quantity of the sentence with what it measures; `question` is the kind of question."""
    result = []
    for index, word in enumerate(sentence.words):
        if word.quantity is not None:
            here = place(sentence, index, word.quantity, question)
            kind, strength = _classify(here)
            result.append(Measured(sentence, index, word.quantity, kind, strength, here.head))
    return _paired(sentence, result)


def _classify(here: Place) -> Class:
    form = here.quantity.form
    if form == "date":
        return "date", 0.0
    if form == "count" and here.quantity.shape == "fromto" and _hours(here):
        return "date", 0.0
    if form in ("count", "tail", "ratio") and here.near("score_words", 4, 4):
        return "score", 0.0
    if form == "tail":
        return "tail", 1.0
    if form == "money":
        return _money(here)
    if form == "time":
        return classify_time(here)
    return _share(here) if form in _SHARES else classify_count(here)


def _hours(here: Place) -> bool:
    """ "From eight to ten every morning": hours of the day; what fell is none."""
    rising = here.quantity.value < (here.quantity.high or 0.0) <= _LAST_HOUR
    return rising and here.around(_EVERY, 0, 1) and here.around(_OF_DAY, 0, 2)


def _money(here: Place) -> Class:
    pay = here.near("pay_words", 5, 5) or (here.question == "negotiation" and here.near("negotiation_words", 5, 5))
    if pay:
        return "term", 1.0
    return ("scale", 0.3) if here.near("scale_words", 4, 3) else ("money", 1.0)


def _share(here: Place) -> Class:
    form = here.quantity.form
    whole = (
        form == "percent" and here.quantity.value >= 100 and (here.around(_COMMITTED, 0, 1) or here.before in _GIVING)
    )
    if whole or here.near("skip_share_words", 0, 4):
        return "share", 0.1
    if here.near("hyper_words", 3, 2) and not here.changes(5):
        return "hyper", 0.0
    if here.head in ("team_nouns", "activity_nouns") and form != "points":
        return ("headcount" if here.head == "team_nouns" else "activity"), 0.2
    if form == "points" and here.quantity.unit == "pt":
        return ("result", 0.8) if here.changes(5) else ("activity", 0.1)
    return ("result" if form in ("factor", "rate") else "share"), 1.0


def _paired(sentence: Sentence, items: list[Measured]) -> list[Measured]:
    """Two amounts set against each other: "in eight days and not in thirty", "40 days, and it was 130 before"."""
    result = list(items)
    for at in range(1, len(items)):
        first, second = items[at - 1], items[at]
        if not {first.kind, second.kind} & _FIXED and _opposed(sentence, first, second):
            kind = "time" if first.quantity.form == "time" else "result"
            result[at - 1] = first._replace(quantity=first.quantity._replace(shape="fromto"), kind=kind, strength=0.9)
            result[at] = second._replace(quantity=second.quantity._replace(shape="fromto"), kind=kind, strength=0.9)
    return result


def _opposed(sentence: Sentence, first: Measured, second: Measured) -> bool:
    bare = second.quantity.form == "count" and not second.head
    if not (first.quantity.form == second.quantity.form or bare) or second.place - first.place > 12:
        return False
    between = {word.low for word in sentence.words[first.place + 1 : second.place]}
    after = {word.low for word in sentence.words[second.place + 1 : second.place + 3]}
    paired = {"used", "to"} <= between or {"down", "from"} <= between or {"up", "from"} <= between
    return bool(between & _THEN_AND_NOW or paired or after & {"before", "earlier", "previously"})
