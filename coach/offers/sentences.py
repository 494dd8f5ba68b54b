"""Answers said as a sentence a candidate can say aloud."""

from decimal import Decimal
from typing import Final

from coach.money import show_amount, show_percent
from coach.offers.compare import METRICS
from coach.offers.solve import Tie

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
    verb = "ties" if tie.exact else "is the least that reaches"
    article = "an" if what[0] in "aeiou" else "a"
    return f"{article.capitalize()} {what} of {shown(tie, tie.value)} {verb} {metric} with {question.against}{unit}."
