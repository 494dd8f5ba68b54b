"""Answers said as a sentence a candidate can say aloud."""

from decimal import Decimal
from typing import Final

from coach.money import show_amount, show_percent
from coach.offers.compare import METRICS, Comparison
from coach.offers.solve import Tie
from coach.offers.value import Figures

_NAMES: Final = {
    "base_salary": "base",
    "annual_raise": "raise",
    "percent": "share",
    "gain_by_year": "gain",
    "price_by_year": "price",
    "attainment_by_year": "average attainment",
    "expected_payout": "bonus payout",
}


def field_name(field: str) -> str:
    """A field in the candidate's words: `fintech.target_bonus.percent` is the target bonus."""
    words = [word for word in field.split(".")[1:] if not word.isdecimal()]
    if words[-1] in ("percent", "amount", "annual_value") and len(words) > 1 and "_" in words[-2]:
        return words[-2].replace("_", " ")
    if words[-2:] == ["benefits", "annual_value"]:
        return "benefits value"
    return _NAMES.get(words[-1], words[-1].replace("_", " "))


def shown(tie: Tie, value: Decimal) -> str:
    """The value as it would be written: an amount to the cent, or a percentage."""
    if tie.percent:
        return show_percent(value, 4)
    return show_amount(value, 0 if value == value.to_integral_value() else 2)


def standing(model: Comparison, metric: str, one: Figures) -> str:
    """Where an offer stands against the reference in a metric, both named."""
    gap, name = model.gap(metric, one), METRICS[metric][0]
    if not gap:
        return f"{one.offer.id} and {model.offers.reference} tie in {name}."
    way = "ahead of" if gap > 0 else "behind"
    places = 0 if abs(gap) >= 1 else 2
    apart = f"{model.offers.currency} {show_amount(abs(gap), places)}"
    return f"{one.offer.id} is {apart} {way} {model.offers.reference} in {name}."


def sentence(tie: Tie, currency: str) -> str:
    """The tie as the ask, or why there is none."""
    question = tie.question
    what, metric = field_name(question.field), METRICS[question.metric][0]
    if tie.state == "ahead":
        even = f"even with a {what} of zero: nothing to ask for"
        return f"{question.offer} is ahead of {question.against} in {metric} {even}."
    if tie.state == "never":
        return f"No {what} makes {question.offer} tie with {question.against} in {metric}."
    if tie.state == "flat" or tie.value is None:
        return f"The {what} of {question.offer} does not change {metric}."
    unit = "" if tie.percent else f" ({currency})"
    article = "An" if what[0] in "aeiou" else "A"
    ties = (
        f"ties {metric} of {question.offer} with"
        if tie.exact
        else f"is the least {metric} of {question.offer} needs for"
    )
    return f"{article} {what} of {shown(tie, tie.value)} {ties} that of {question.against}{unit}."
