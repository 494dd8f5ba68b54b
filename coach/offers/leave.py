"""What is left when the job ends after a number of months."""

from decimal import Decimal
from typing import Final, NamedTuple

from coach.errors import UsageFault
from coach.offers.equity import vested_value
from coach.offers.model import MONTHS, SignOn
from coach.offers.value import Figures

_ZERO: Final = Decimal(0)


class Leaving(NamedTuple):
    """In base currency, at the end of a month since the start date."""

    offer: str
    month: int
    base: Decimal
    bonus: Decimal
    settlement_bonus: Decimal
    sign_on: Decimal
    clawback: Decimal
    equity: Decimal
    forfeited: Decimal

    @property
    def cash(self) -> Decimal:
        """Cash kept after paying back."""
        return self.base + self.bonus + self.settlement_bonus + self.sign_on - self.clawback

    @property
    def total(self) -> Decimal:
        """Cash kept and equity vested."""
        return self.cash + self.equity


def owed(paid: SignOn, month: int) -> Decimal:
    """What of a sign-on must be paid back when leaving after this month; 0 if it was not paid yet."""
    since = month - MONTHS * (paid.year - 1)
    if since <= 0 or paid.clawback is None or since >= paid.clawback.months:
        return _ZERO
    return paid.amount if paid.clawback.full else paid.amount * (paid.clawback.months - since) / paid.clawback.months


def leave(one: Figures, month: int) -> Leaving:
    """Base pro rata, bonuses of completed years, sign-ons paid less clawback, equity vested."""
    last = MONTHS * len(one.base)
    if not 0 <= month <= last:
        raise UsageFault(f"There is no month {month} to leave after.", f"Name one from 0 to {last}.")
    years, rest = divmod(month, MONTHS)
    equity = sum((vested_value(grant, month) for grant in one.grants), _ZERO) * one.fx
    begun = -(-month // MONTHS)
    return Leaving(
        one.offer.id,
        month,
        sum(one.base[:years], _ZERO) + (one.base[years] * rest / MONTHS if rest else _ZERO),
        sum(one.bonus[:years], _ZERO),
        sum(one.settlement_bonus[:years], _ZERO),
        sum(one.sign_on[:begun], _ZERO),
        sum((owed(paid, month) for paid in one.offer.sign_ons), _ZERO) * one.fx,
        equity,
        sum(one.equity, _ZERO) - equity,
    )
