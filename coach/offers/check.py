"""What an honest reader asks about an offer: flagged by name, never corrected."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from coach.errors import Problem
from coach.money import show_amount, show_percent
from coach.offers.compare import Comparison
from coach.offers.model import Grant, Offer
from coach.offers.value import Figures

_ZERO: Final = Decimal(0)
OFF: Final = Decimal("0.05")


class Warning(NamedTuple):
    """A named doubt about one field, with the arithmetic and what to ask."""

    name: str
    field: str
    message: str
    ask: str


def warnings(comparison: Comparison) -> list[Warning]:
    """Every doubt, in the order of the offers."""
    found: list[Warning] = []
    for one in comparison.figures:
        for check in (_totals, _clawbacks, _verbal, _not_stated):
            found += check(one)
        for grant in one.offer.grants:
            for look in (_stake, _missing):
                found += look(one.offer, grant)
    return found


def refused(problems: Sequence[Problem]) -> list[Warning]:
    """The doubts that are so grave that the file was refused: their name stands in brackets in the message."""
    found = []
    for problem in problems:
        field, _, rest = problem.message.partition(": ")
        if rest.startswith("[") and "] " in rest:
            name, _, message = rest[1:].partition("] ")
            found.append(Warning(name, field, message, "What vests, and when?"))
    return found


def _money(amount: Decimal) -> str:
    return show_amount(amount, 0 if amount == amount.to_integral_value() else 2)


def worth(grant: Grant) -> tuple[str, Decimal] | None:
    """What the stated parts of a grant come to before dilution and discount, and the sum in words."""
    if grant.percent is not None and grant.valuation is not None:
        words = f"{show_percent(grant.percent, 4)} of {_money(grant.valuation)}"
        return words, grant.percent * grant.valuation
    if grant.units is not None and grant.prices and (grant.kind != "options" or grant.strike is not None):
        price = max(_ZERO, grant.prices[0] - (grant.strike or _ZERO))
        return f"{_money(grant.units)} units at {_money(price)}", grant.units * price
    return None


def _stake(offer: Offer, grant: Grant) -> Iterator[Warning]:
    found = worth(grant)
    if found is None or grant.stated is None:
        return
    words, value = found
    if abs(value - grant.stated) <= OFF * grant.stated:
        return
    more = f", {_times(value, grant.stated)}" if grant.stated and value else ""
    implied = ""
    if grant.percent and grant.kind == "percent":
        implied = f" The stated value implies a valuation of {_money(grant.stated / grant.percent)}."
    yield Warning(
        "stake-mismatch",
        f"{offer.id}.{grant.id}.stated_value",
        f"{words} is {_money(value)}, not the stated {_money(grant.stated)}{more}.{implied}",
        "Which of the figures is right: the share, the valuation or the value?",
    )


def _times(value: Decimal, stated: Decimal) -> str:
    ratio = max(value, stated) / min(value, stated)
    return f"off by a factor of {show_amount(ratio, 0 if ratio >= 10 else 2)}"


def parts(one: Figures) -> dict[str, Decimal]:
    """Every sum that a total could have been meant as, in the offer's own currency."""
    base, bonus, sign_on, extra = (row[0] / one.fx for row in (one.base, one.bonus, one.sign_on, one.settlement_bonus))
    cash, total = sum(one.cash, _ZERO) / one.fx, sum(one.total, _ZERO) / one.fx
    return {
        "base": base,
        "base + bonus": base + bonus,
        "base + sign-on": base + sign_on,
        "base + bonus + sign-on": base + bonus + sign_on,
        "first-year cash": base + bonus + sign_on + extra,
        "first-year cash + equity": one.total[0] / one.fx,
        f"cash over {len(one.base)} years": cash,
        f"total over {len(one.base)} years": total,
    }


def _totals(one: Figures) -> Iterator[Warning]:
    stated = one.offer.stated_total
    if stated is None or any(abs(value - stated) <= 1 for value in parts(one).values()):
        return
    sums = "; ".join(f"{name} {_money(value)}" for name, value in list(parts(one).items())[:4])
    yield Warning(
        "total-mismatch",
        f"{one.offer.id}.stated_total",
        f"{_money(stated)} follows from none of the parts: {sums}.",
        "What is that total made of?",
    )


def _clawbacks(one: Figures) -> Iterator[Warning]:
    for paid in one.offer.sign_ons:
        if paid.clawback and paid.clawback.months and paid.amount:
            kind = "all of it" if paid.clawback.full else "the part not yet earned"
            yield Warning(
                "sign-on-clawback",
                f"{one.offer.id}.sign_on",
                f"{_money(paid.amount)} paid in year {paid.year} is inside a clawback window: leave within "
                f"{paid.clawback.months} months and {kind} is owed back.",
                "Does it apply if they end the job? Gross or net of tax?",
            )


def _verbal(one: Figures) -> Iterator[Warning]:
    for field in one.offer.verbal:
        yield Warning(
            "verbal-only",
            f"{one.offer.id}.{field}",
            "this term was only said, not written.",
            "Please put it in the letter.",
        )


def _not_stated(one: Figures) -> Iterator[Warning]:
    for field in one.offer.not_stated:
        yield Warning(
            "not-stated",
            f"{one.offer.id}.{field}",
            "not stated: counted as nothing here, which is not the same as zero.",
            "Ask for it.",
        )


def _missing(offer: Offer, grant: Grant) -> Iterator[Warning]:
    lacks = {
        "missing-strike": grant.kind == "options" and grant.strike is None,
        "missing-price": grant.kind == "options" and not grant.prices,
        "missing-valuation": grant.kind == "percent" and grant.valuation is None,
        "missing-instrument": not grant.instrument and grant.kind != "psu",
        "missing-share-count": grant.kind in ("percent", "options") and grant.fully_diluted is None,
    }
    asks = {
        "missing-strike": ("strike", "What is the strike price, and the latest 409A value?"),
        "missing-price": ("price", "What is a share worth today, and on which basis?"),
        "missing-valuation": ("valuation", "At which valuation, preferred or 409A?"),
        "missing-instrument": ("instrument", "RSU, ISO, NSO or shares? It decides tax and what is left after leaving."),
        "missing-share-count": ("fully_diluted", "How many shares are there, fully diluted, after this round?"),
    }
    for name, lacking in lacks.items():
        if lacking:
            field, ask = asks[name]
            yield Warning(name, f"{offer.id}.{grant.id}.{field}", "not stated.", ask)
