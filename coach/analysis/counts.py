"""Plain counts: of those served or of sales, against team members, tools, meetings, labels and settings of a model."""

from typing import Final

from coach.analysis.place import Class, Place
from coach.analysis.wordset import bag

_ADJACENT: Final = bag("to by under below least most than reach reached hit target")
_MONEY_VERBS: Final = bag(
    "worth costs cost costing pay pays paid saved save saves saving losing lost lose spent spend spends earn earns "
    "earned rent price priced charged charge charges owe owes fine fined penalty"
)
_BANDS: Final = bag(
    "brigade brigades workforce roster gang startup start-up company group founders cofounders squad squads "
    "department departments unit units crew crews team teams"
)
_NOTHING: Final = {
    "team_nouns": "headcount",
    "tool_nouns": "tools",
    "activity_nouns": "activity",
    "hyper_words": "hyper",
}
_LARGE: Final = 20.0


def classify_count(here: Place) -> Class:
    """What a number without a unit measures."""
    for rule in (_label, _setting, _people, _pair):
        found = rule(here)
        if found is not None:
            return found
    if here.head in _NOTHING:
        return _NOTHING[here.head], 0.0
    if here.question == "estimation":
        return "estimate", 0.8 if here.quantity.value >= 10 or here.quantity.per else 0.2
    return ("result", _served(here)) if here.head else _bare(here)


def _label(here: Place) -> Class | None:
    """Version 3, grade 7, phase 2; three times; 40 TB."""
    quantity = here.quantity
    named = here.at > 0 and "label_words" in here.sentence.words[here.at - 1].tags
    if named and quantity.value < 100 and here.before not in ("no", "part"):
        return "label", 0.0
    if quantity.unit == "times":
        return "activity", 0.1
    if quantity.form == "size":
        return ("result", 0.7) if here.changes(4) or quantity.per else ("scale", 0.2)
    return None


def _setting(here: Place) -> Class | None:
    """Settings of a model, and its scores."""
    if here.near("hyper_words", 3, 2) and here.head != "business_nouns" and _technical(here):
        return "hyper", 0.0
    if here.near("tenure_words", 0, 3):
        return "tenure", 0.0
    if here.near("model_metric_words", 3, 1) and here.head in ("", "tool_nouns"):
        return "result", 0.9
    return None


def _technical(here: Place) -> bool:
    return here.near("technical_words", 9, 9) or len(here.sentence.hits.get("hyper_words", ())) > 1


def _people(here: Place) -> Class | None:
    """A team that grew from 4 to 31 people is headcount."""
    if here.head == "person_nouns" and here.near("team_nouns", 5, 2 if not _large(here) else 0):
        return "headcount", 0.0
    if here.head in ("person_nouns", "team_nouns", "") and here.around(_BANDS, 3, 0):
        return "headcount", 0.0
    return None


def _pair(here: Place) -> Class | None:
    if here.quantity.shape != "fromto" and not _end_of_pair(here):
        return None
    return ("result", 0.9) if here.head not in ("activity_nouns", "team_nouns") else ("activity", 0.4)


def _end_of_pair(here: Place) -> bool:
    """The first or second end of "from 40 complaints a week to 6"."""
    words, index = here.sentence.words, here.at
    if here.before == "from":
        ahead = range(index + 1, min(index + 7, len(words) - 1))
        return any(words[at].low == "to" and words[at + 1].quantity for at in ahead)
    if here.before == "to":
        return any(words[at].low == "from" and words[at + 1].quantity for at in range(max(0, index - 8), index - 1))
    return False


def _large(here: Place) -> bool:
    return here.quantity.value >= _LARGE or bool(here.quantity.per or here.quantity.shape)


def _served(here: Place) -> float:
    """A number of people served or of sales: surer when something happens to it."""
    happens = here.inside("change_verbs", "consequence_verbs")
    if not _large(here):
        return 0.35 if happens else 0.2
    return 0.85 if happens else 0.28


def _bare(here: Place) -> Class:
    """A number with no noun that says what it counts."""
    if _term(here):
        return "term", 0.9
    if here.quantity.value >= 500 and here.around(_MONEY_VERBS, 3, 3):
        return "money", 0.85
    adjacent = here.before in _ADJACENT
    changed = here.inside("change_verbs")
    if changed and (here.quantity.per or here.before in ("by", "to", "than")):
        return "result", 0.75
    if here.quantity.shape == "target" or here.quantity.per or adjacent:
        return "target", 0.6 if changed and (_large(here) or adjacent) else 0.4
    return "count", 0.45 if changed and _large(here) else 0.2


def _term(here: Place) -> bool:
    """A term of the deal: 190 base, 118,000 for this role."""
    if here.quantity.value < 10:
        return False
    asked = here.question == "negotiation" and (here.quantity.value >= 1000 or here.near("negotiation_words", 6, 6))
    return asked or here.near("pay_words", 6, 6)
