"""An offer year by year in base currency: the one set of figures that the screen, the JSON and the workbook show."""

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from coach.offers.equity import GrantFigures, grant_figures
from coach.offers.model import Amounts, Match, Offer, Offers, Settlement

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
_NINE: Final = Decimal("1e-9")


class Figures(NamedTuple):
    """One offer in base currency; a tuple has one amount for each offer year."""

    offer: Offer
    fx: Decimal
    base: Amounts
    bonus: Amounts
    sign_on: Amounts
    settlement_floor: Amounts
    settlement_linear: Amounts
    settlement_bonus: Amounts
    cash: Amounts
    equity: Amounts
    total: Amounts
    benefits: Amounts
    grants: tuple[GrantFigures, ...]
    npv_end: Decimal
    npv_mid: Decimal

    @property
    def guaranteed(self) -> Amounts:
        """Guaranteed cash: base and sign-on."""
        return _add(self.base, self.sign_on)

    @property
    def contingent(self) -> Amounts:
        """Contingent cash: target bonus and settlement bonus."""
        return _add(self.bonus, self.settlement_bonus)

    @property
    def after_tax(self) -> Amounts:
        """Cash and equity after the flat rates the candidate entered; a rate not entered takes nothing."""
        kept_cash = _ONE - (self.offer.cash_tax or _ZERO)
        kept_equity = _ONE - (self.offer.equity_tax or _ZERO)
        return tuple(c * kept_cash + e * kept_equity for c, e in zip(self.cash, self.equity, strict=True))

    @property
    def living(self) -> Amounts:
        """Cash at a cost-of-living index of 100."""
        return tuple(amount * 100 / self.offer.living for amount in self.cash)

    @property
    def cumulative(self) -> Amounts:
        """The total up to and with each year."""
        return tuple(sum(self.total[: year + 1], _ZERO) for year in range(len(self.total)))


def figures(offers: Offers, offer: Offer) -> Figures:
    """Everything about one offer, worked out."""
    fx = offers.rate(offer)
    base = tuple(offer.base * (_ONE + offer.increase) ** year * fx for year in range(offers.years))
    bonus = tuple(amount * offer.bonus.percent * offer.bonus.payout for amount in base)
    sign_on = tuple(_sign_on(offer, year + 1) * fx for year in range(offers.years))
    floor = _settlement(offer.settlement, offers.years, fx, linear=False)
    linear = _settlement(offer.settlement, offers.years, fx, linear=True)
    settlement = linear if offer.settlement and offer.settlement.linear else floor
    grants = tuple(grant_figures(grant, offers.years) for grant in offer.grants)
    cash = _add(base, bonus, sign_on, settlement)
    equity = tuple(sum((grant.value[year] for grant in grants), _ZERO) * fx for year in range(offers.years))
    total = _add(cash, equity)
    return Figures(
        offer, fx, base, bonus, sign_on, floor, linear, settlement, cash, equity, total,
        _benefits(offer, base, fx), grants, _npv(total, offers.discount, _ZERO), _npv(total, offers.discount, _HALF),
    )  # fmt: skip


def _add(*rows: Amounts) -> Amounts:
    return tuple(sum(column, _ZERO) for column in zip(*rows, strict=True))


def _sign_on(offer: Offer, year: int) -> Decimal:
    return sum((paid.amount for paid in offer.sign_ons if paid.year == year), _ZERO)


def steps(gain: Decimal, step: Decimal, *, linear: bool) -> Decimal:
    """How many steps a gain makes: pro rata, or full ones only (the same rounding as the sheet's)."""
    many = max(_ZERO, gain) / step
    return many if linear else many.quantize(_NINE, ROUND_HALF_UP).to_integral_value(ROUND_FLOOR)


def _settlement(clause: Settlement | None, years: int, fx: Decimal, *, linear: bool) -> Amounts:
    if clause is None:
        return (_ZERO,) * years
    paid = (clause.per_step * steps(gain, clause.step, linear=linear) for gain in clause.gains)
    return tuple((amount if clause.cap is None else min(amount, clause.cap)) * fx for amount in paid)


def matched(match: Match | None, base: Decimal) -> Decimal:
    """The employer's share: min(base, cap) x min(employee, limit) x rate."""
    if match is None:
        return _ZERO
    counted = base if match.cap is None else min(base, match.cap)
    return counted * min(match.employee, match.limit) * match.rate


def _benefits(offer: Offer, base: Amounts, fx: Decimal) -> Amounts:
    return tuple((offer.benefits + matched(offer.match, amount / fx)) * fx for amount in base)


def _npv(total: Amounts, rate: Decimal, earlier: Decimal) -> Decimal:
    factors = ((_ONE + rate) ** (year - earlier) for year in range(1, len(total) + 1))
    return sum((amount / factor for amount, factor in zip(total, factors, strict=True)), _ZERO)
