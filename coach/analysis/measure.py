"""What a quantity measures, read from the words around it: a result, money … or tenure, headcount, tools, dates."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.quantities import Quantity
from coach.analysis.reading import Sentence, Word
from coach.analysis.wordset import bag

METRIC_CLASSES: Final = bag("result money time share tail target cost term estimate")
_NOUN_LISTS: Final = ("business_nouns", "person_nouns", "team_nouns", "activity_nouns", "tool_nouns", "hyper_words")
_TIGHT: Final = bag(
    "cut reduce reduced reduces saved saves save saving shortened shorten dropped drop fell fall falls slipped slip "
    "delay delayed wait waited waits waiting took takes take taken faster earlier sooner late shorter longer less "
    "within under target shrank instead lead turnaround cycle down later quicker ahead overdue every settle lost "
    "lose loses lasted stuck"
)
_PERIOD_BEFORE: Final = bag("for over after during past last next every since first in per each of through across")
_ADJACENT: Final = bag("to by under below least most than reach reached hit target")
_COMMITTED: Final = bag(
    "sure committed dedicated confident passionate honest agree certain ready complete completed done remote there "
    "behind"
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
            head = _head(sentence.words, index)
            kind, strength = _classify(sentence, index, word.quantity, head, question)
            result.append(Measured(sentence, index, word.quantity, kind, strength, head))
    return _paired(sentence, result)


_THEN_AND_NOW: Final = bag(
    "before was were used today now earlier previously instead not formerly then against versus vs where until had "
    "been once"
)


def _paired(sentence: Sentence, items: list[Measured]) -> list[Measured]:
    """Two amounts set against each other: "in eight days and not in thirty", "40 days, and it was 130 before"."""
    result = list(items)
    for at in range(1, len(items)):
        first, second = items[at - 1], items[at]
        bare = second.quantity.form == "count" and not second.head
        if not (first.quantity.form == second.quantity.form or bare) or second.place - first.place > 12:
            continue
        between = {word.low for word in sentence.words[first.place + 1 : second.place]}
        after = {word.low for word in sentence.words[second.place + 1 : second.place + 3]}
        if between & _THEN_AND_NOW or after & {"before", "earlier", "previously"}:
            if first.kind in ("headcount", "tenure", "date", "label", "hyper", "tools", "activity", "score"):
                continue
            kind = "time" if first.quantity.form == "time" else "result"
            result[at - 1] = first._replace(quantity=first.quantity._replace(shape="fromto"), kind=kind, strength=0.9)
            result[at] = second._replace(quantity=second.quantity._replace(shape="fromto"), kind=kind, strength=0.9)
    return result


_MONEY_VERBS: Final = bag(
    "worth costs cost costing pay pays paid saved save saves saving losing lost lose spent spend spends earn earns "
    "earned rent price priced charged charge charges owe owes fine fined penalty"
)


def _paid(sentence: Sentence, index: int) -> bool:
    """Worth 86,000, losing 6,000 a day: money although no currency is named."""
    return any(word.low in _MONEY_VERBS for word in sentence.words[max(0, index - 3) : index])


def _head(words: list[Word], index: int) -> str:
    """The list of the noun counted: the last listed noun in the run of words after the number."""
    found = ""
    at = index + 1
    if at < len(words) and words[at].low in ("of", "in") and words[index].low != "":
        at += 1
        while at < len(words) and words[at].low in ("the", "our", "my", "their", "all", "its", "a", "every"):
            at += 1
    for word in words[at : at + 4]:
        if word.gap or word.quantity or word.low in FUNCTION_WORDS:
            break
        lists = [name for name in _NOUN_LISTS if name in word.tags]
        if not lists:
            if word.tags & {"past", "third"}:
                break
            continue
        found = _which(lists, word)
    return found


def _which(lists: Sequence[str], word: Word) -> str:
    """People who are both served and employed count as headcount."""
    if "team_nouns" in lists:
        return "team_nouns"
    return lists[0]


def _classify(sentence: Sentence, index: int, quantity: Quantity, head: str, question: str) -> tuple[str, float]:
    form = quantity.form
    if form == "date":
        return "date", 0.0
    if sentence.near("score_words", index, 4, 4) and form in ("count", "tail", "ratio"):
        return "score", 0.0
    if form == "tail":
        return "tail", 1.0
    if form == "money":
        return _money(sentence, index)
    if form == "time":
        return _time(sentence, index, quantity, head)
    if form in ("percent", "points", "fraction", "ratio", "factor", "rate"):
        return _share(sentence, index, quantity, head)
    return _count(sentence, index, quantity, head, question)


def _money(sentence: Sentence, index: int) -> tuple[str, float]:
    if sentence.near("scale_words", index, 4, 3) and not sentence.near("negotiation_words", index, 4, 4):
        return "scale", 0.3
    if sentence.near("negotiation_words", index, 5, 5):
        return "term", 1.0
    return "money", 1.0


def _share(sentence: Sentence, index: int, quantity: Quantity, head: str) -> tuple[str, float]:
    words = sentence.words
    if sentence.near("skip_share_words", index, 0, 4) or (
        quantity.form == "percent"
        and quantity.value >= 100
        and words[index + 1 : index + 2]
        and words[index + 1].low in _COMMITTED
    ):
        return "share", 0.1
    if sentence.near("hyper_words", index, 3, 2) and not _changes(sentence, index, 5):
        return "hyper", 0.0
    if head in ("team_nouns", "activity_nouns") and quantity.form != "points":
        return ("headcount" if head == "team_nouns" else "activity"), 0.2
    if quantity.form == "points" and quantity.unit == "pt":
        return ("result", 0.8) if _changes(sentence, index, 5) else ("activity", 0.1)
    return ("result" if quantity.form in ("factor", "rate") else "share"), 1.0


def _changes(sentence: Sentence, index: int, reach: int) -> bool:
    return any(sentence.near(name, index, reach, reach) for name in ("result_verbs", "change_words", "target_words"))


def _tight(sentence: Sentence, index: int, reach: int) -> bool:
    words = sentence.words[max(0, index - reach) : index + reach + 1]
    return any(word.low in _TIGHT for word in words)


def _time(sentence: Sentence, index: int, quantity: Quantity, head: str) -> tuple[str, float]:
    words = sentence.words
    if sentence.near("tenure_words", index, 1, 4):
        return "tenure", 0.0
    longest = max(quantity.value, quantity.high or 0.0)
    before = words[index - 1].low if index else ""
    if head == "activity_nouns" or head == "team_nouns" or (before == "every" and quantity.shape != "fromto"):
        return "activity", 0.0
    if sentence.near("negotiation_words", index, 3, 4) and quantity.value >= 86400:
        return "term", 0.9
    if quantity.shape in ("fromto", "target"):
        return "time", 1.0
    if longest < 60:
        return "time", 0.4 if sentence.near("activity_nouns", index, 2, 3) else 0.9
    return _long_time(sentence, index, before, longest)


def _long_time(sentence: Sentence, index: int, before: str, longest: float) -> tuple[str, float]:
    """Minutes and more: a result beside a word of change, waiting or aim; otherwise a period."""
    near = _tight(sentence, index, 4) or sentence.words[index].quantity is None
    if before in _PERIOD_BEFORE or (
        index > 1 and sentence.words[index - 2].low in _PERIOD_BEFORE and before in ("the", "about")
    ):
        waited = _waited(sentence, index)
        return ("time", 0.8) if waited and longest < 4e7 else ("period", 0.2 if longest > 20000 else 0.4)
    if longest > 3e7 and not near:
        return "tenure", 0.1
    if near:
        return "time", 0.9
    if sentence.near("target_words", index, 3, 3) or sentence.near("person_nouns", index, 4, 4):
        return "time", 0.7
    return "period", 0.45 if longest < 20000 else 0.25


def _waited(sentence: Sentence, index: int) -> bool:
    words = sentence.words[max(0, index - 4) : index]
    return any(
        word.low in ("wait", "waited", "waiting", "waits", "stuck", "within", "under", "takes", "took")
        for word in words
    )


def _count(sentence: Sentence, index: int, quantity: Quantity, head: str, question: str) -> tuple[str, float]:
    words = sentence.words
    before = words[index - 1] if index else None
    if (
        before is not None
        and "label_words" in before.tags
        and quantity.value < 100
        and before.low not in ("no", "part")
    ):
        return "label", 0.0
    if sentence.near("hyper_words", index, 3, 2) and head != "business_nouns" and _technical(sentence, index):
        return "hyper", 0.0
    if sentence.near("tenure_words", index, 0, 3):
        return "tenure", 0.0
    if sentence.near("model_metric_words", index, 3, 1) and head in ("", "tool_nouns"):
        return "result", 0.9
    if quantity.form == "size":
        return ("result", 0.7) if _changes(sentence, index, 4) else ("scale", 0.2)
    if quantity.form == "count" and quantity.unit == "times":
        return "activity", 0.1
    if quantity.shape == "fromto" or _to_of_pair(sentence, index):
        return ("result", 0.9) if head not in ("activity_nouns", "team_nouns") else ("activity", 0.4)
    return _headed(sentence, index, quantity, head, question)


def _technical(sentence: Sentence, index: int) -> bool:
    return bool(sentence.near("technical_words", index, 9, 9)) or len(sentence.hits.get("hyper_words", ())) > 1


def _to_of_pair(sentence: Sentence, index: int) -> bool:
    """The second or first end of "from 40 complaints a week to 6"."""
    words = sentence.words
    before = words[index - 1].low if index else ""
    if before == "from":
        return any(
            words[at].low == "to" and words[at + 1].quantity for at in range(index + 1, min(index + 7, len(words) - 1))
        )
    if before == "to":
        return any(words[at].low == "from" and words[at + 1].quantity for at in range(max(0, index - 8), index - 1))
    return False


_NOTHING: Final = {
    "team_nouns": "headcount",
    "tool_nouns": "tools",
    "activity_nouns": "activity",
    "hyper_words": "hyper",
}


def _headed(sentence: Sentence, index: int, quantity: Quantity, head: str, question: str) -> tuple[str, float]:
    """A plain count, by the noun it counts."""
    if head in _NOTHING:
        return _NOTHING[head], 0.0
    if question == "estimation":
        return "estimate", 0.8 if quantity.value >= 10 or quantity.per else 0.2
    large = quantity.value >= 20 or bool(quantity.per or quantity.shape)
    if head == "person_nouns" and sentence.near("team_nouns", index, 6, 2) and not large:
        return "headcount", 0.0
    if head:
        return "result", _served(sentence, index, large)
    if _term(sentence, index, quantity, question):
        return "term", 0.9
    if quantity.value >= 500 and _paid(sentence, index):
        return "money", 0.85
    words = sentence.words
    adjacent = index > 0 and words[index - 1].low in _ADJACENT
    changed = _changed(sentence, index)
    if quantity.shape == "target" or quantity.per or adjacent:
        return "target", 0.6 if changed and (large or adjacent) else 0.4
    return "count", 0.45 if changed and large else 0.2


def _served(sentence: Sentence, index: int, large: bool) -> float:
    """A number of people served or of sales: surer when something happens to it."""
    happens = _changed(sentence, index) or sentence.inside("consequence_verbs", sentence.clause(index, 7))
    if not large:
        return 0.4 if happens else 0.3
    return 0.85 if happens else 0.45


def _term(sentence: Sentence, index: int, quantity: Quantity, question: str) -> bool:
    if quantity.value < 10:
        return False
    near = sentence.near("negotiation_words", index, 6, 6) is not None
    return near or (question == "negotiation" and quantity.value >= 1000)


def _changed(sentence: Sentence, index: int) -> bool:
    """A verb of change in the same clause."""
    return sentence.inside("change_verbs", sentence.clause(index, 7)) is not None
