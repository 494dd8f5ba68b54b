"""What each class of pay rests on, in words, and what a performance-linked clause must settle."""

from decimal import Decimal
from typing import Final, NamedTuple

from coach.money import show_amount, show_percent
from coach.offers.compare import Comparison
from coach.offers.model import Amounts, Offer
from coach.offers.value import Figures
from coach.text import plural

_ZERO: Final = Decimal(0)
CHECKLIST: Final = (
    ("Metric", "Which number counts, who measures it, and where you can read it yourself."),
    ("Baseline", "Its value on which day, written into the letter; what happens if it is restated."),
    (
        "Step and price",
        "So much for each step: for example 2,000 for each 0.5 % of settlements per second above baseline.",
    ),
    ("Partial steps", "Full steps only, or pro rata."),
    ("Period", "Measured over which months; paid by which day after they end."),
    ("Cap and floor", "The most in a year, and what is paid below the threshold."),
    ("Payout curve", "Threshold, target, maximum, and the line between them; an example worked out in the letter."),
    ("Attribution", "What counts if others move the metric too, or if the product is stopped."),
    ("Leaving", "What is paid for a period begun, on notice, on illness, if the job is ended without cause."),
    ("Change of control", "Whether targets count as met and vesting speeds up (single or double trigger)."),
    ("Dispute", "Who decides, and the right to see the data."),
    ("In writing", "In the letter or the plan, not in a conversation; signed before you resign."),
)


class Clause(NamedTuple):
    """One offer's pay of one class, in a sentence."""

    offer: str
    name: str
    text: str


def classes(model: Comparison) -> list[Clause]:
    """Guaranteed, contingent and uncertain, apart, for every offer."""
    found = []
    for one in model.figures:
        for name, text in (
            ("Guaranteed cash", guaranteed(one, model.offers.currency)),
            ("Contingent cash", contingent(one, model.offers.currency)),
            ("Uncertain equity", uncertain(one, model.offers.currency)),
        ):
            found.append(Clause(one.offer.name, name, text))
    return found


def _money(amount: Decimal, currency: str) -> str:
    return f"{currency} {show_amount(amount, 0 if amount == amount.to_integral_value() else 2)}"


def _sum(amounts: Amounts, currency: str) -> str:
    return f"{_money(sum(amounts, _ZERO), currency)} over {plural(len(amounts), 'year')}"


def guaranteed(one: Figures, currency: str) -> str:
    """Base and sign-ons in words."""
    offer = one.offer
    parts = [f"{_money(offer.base, offer.currency)} base"]
    if offer.increase:
        parts[0] += f", {show_percent(offer.increase)} more each year"
    parts += [f"{_money(paid.amount, offer.currency)} sign-on in year {paid.year}" for paid in offer.sign_ons]
    return f"{_sum(one.guaranteed, currency)}: {'; '.join(parts)}."


def contingent(one: Figures, currency: str) -> str:
    """Bonuses in words; what was not told is said to be not stated."""
    offer, parts = one.offer, []
    if offer.bonus.percent:
        parts.append(f"{show_percent(offer.bonus.percent)} target bonus at {show_percent(offer.bonus.payout)} payout")
    elif "target_bonus" in offer.not_stated:
        parts.append("target bonus not stated")
    clause = offer.settlement
    if clause:
        how = "pro rata" if clause.linear else "full steps only"
        parts.append(
            f"{_money(clause.per_step, offer.currency)} for each {show_percent(clause.step)} of {clause.metric} above "
            f"baseline, {how}"
        )
    return f"{_sum(one.contingent, currency)}: {'; '.join(parts)}." if parts else "None stated."


def uncertain(one: Figures, currency: str) -> str:
    """Grants in words."""
    if not one.grants:
        return "Not stated." if "equity" in one.offer.not_stated else "None stated."
    parts = [f"{figures.grant.id}: {_grant(one.offer, at)}" for at, figures in enumerate(one.grants)]
    return f"{_sum(one.equity, currency)}: {'; '.join(parts)}."


def _grant(offer: Offer, at: int) -> str:
    grant = offer.grants[at]
    if grant.kind == "percent":
        of = _money(grant.valuation, offer.currency) if grant.valuation is not None else "a valuation not stated"
        share = show_percent(grant.percent, 4) if grant.percent is not None else "a share not stated"
        return f"{share} of {of}"
    if grant.kind == "options":
        strike = _money(grant.strike, offer.currency) if grant.strike is not None else "a strike not stated"
        return f"{show_amount(grant.units or _ZERO)} options at {strike}"
    if grant.kind == "psu":
        return f"{_money(grant.target or _ZERO, offer.currency)} at target, paid by attainment"
    if grant.value is not None:
        return f"{_money(grant.value, offer.currency)} in shares"
    return f"{show_amount(grant.units or _ZERO)} shares"
