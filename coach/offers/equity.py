"""What a grant is worth: the whole grant at each year's price, then the share of it that vests."""

from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from coach.offers.model import MONTHS, Amounts, Grant
from coach.offers.vesting import by_year, vested_between

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)


class GrantFigures(NamedTuple):
    """A grant in the offer's own currency: `whole` is all of it at a year's price, `value` what vests in that year."""

    grant: Grant
    stated: bool
    keep: Decimal
    payout: Amounts
    whole: Amounts
    fraction: Amounts
    value: Amounts
    exercise_cost: Decimal

    @property
    def total(self) -> Decimal:
        """What vests within the horizon, after the liquidity discount."""
        return sum(self.value, _ZERO)


def keep(grant: Grant) -> Decimal:
    """The share of a stake that is left after all later rounds."""
    left = _ONE
    for later in grant.dilution:
        left *= _ONE - later.share
    return left


def payout(curve: tuple[tuple[Decimal, Decimal], ...], attainment: Decimal) -> Decimal:
    """Share of target paid: straight between the points, 0 below the first, flat above the last; no curve: 1 for 1."""
    if not curve:
        return attainment
    if attainment < curve[0][0]:
        return _ZERO
    for (x0, y0), (x1, y1) in pairwise(curve):
        if attainment < x1:
            return y0 + (attainment - x0) * (y1 - y0) / (x1 - x0)
    return curve[-1][1]


def _whole(grant: Grant, year: int) -> Decimal | None:
    """All of the grant at the price of a year (0 is the first); None where something needed was not stated."""
    if grant.kind == "percent":
        return _stake(grant)
    if grant.kind == "psu":
        return (grant.target or _ZERO) * payout(grant.curve, grant.attainment[year])
    if grant.value is not None:
        return grant.value * (grant.multiples[year] if grant.multiples else _ONE)
    return _shares(grant, year)


def _stake(grant: Grant) -> Decimal | None:
    """% x (valuation - preference) x what later rounds leave; without a valuation, the value that was stated."""
    if grant.percent is None or grant.valuation is None:
        return None if grant.stated is None else grant.stated * keep(grant)
    return grant.percent * max(_ZERO, grant.valuation - (grant.preference or _ZERO)) * keep(grant)


def _shares(grant: Grant, year: int) -> Decimal | None:
    if grant.units is None or not grant.prices or (grant.kind == "options" and grant.strike is None):
        return grant.stated
    return grant.units * max(_ZERO, grant.prices[year] - (grant.strike or _ZERO))


def grant_figures(grant: Grant, years: int) -> GrantFigures:
    """A grant year by year."""
    known = [_whole(grant, year) for year in range(years)]
    whole = tuple(amount if amount is not None else _ZERO for amount in known)
    fraction = by_year(grant.vesting, years)
    value = tuple(full * share * (_ONE - grant.discount) for full, share in zip(whole, fraction, strict=True))
    paid = tuple(payout(grant.curve, share) for share in grant.attainment)
    cost = (grant.units or _ZERO) * (grant.strike or _ZERO) if grant.kind == "options" else _ZERO
    return GrantFigures(grant, None not in known, keep(grant), paid, whole, fraction, value, cost)


def vested_value(figures: GrantFigures, month: int) -> Decimal:
    """What has vested by the end of a month since the start date, at each year's price, in the offer's currency."""
    years, rest = divmod(month, MONTHS)
    total = sum(figures.value[:years], _ZERO)
    if rest:
        share = vested_between(figures.grant.vesting, MONTHS * years, month)
        total += figures.whole[years] * share * (_ONE - figures.grant.discount)
    return total
