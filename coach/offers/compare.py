"""All offers side by side against the reference: the object that every screen and the workbook share."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final, NamedTuple

from coach.offers.model import Offers
from coach.offers.value import Figures, figures

_ZERO: Final = Decimal(0)

METRICS: Final[dict[str, tuple[str, Callable[[Figures], Decimal]]]] = {
    "first_year_cash": ("first-year cash", lambda one: one.cash[0]),
    "first_year_total": ("first-year total", lambda one: one.total[0]),
    "guaranteed": ("guaranteed cash", lambda one: sum(one.guaranteed, _ZERO)),
    "cash": ("cash over the horizon", lambda one: sum(one.cash, _ZERO)),
    "equity": ("equity over the horizon", lambda one: sum(one.equity, _ZERO)),
    "total": ("total over the horizon", lambda one: sum(one.total, _ZERO)),
    "npv_end": ("present value, paid at year end", lambda one: one.npv_end),
    "npv_mid": ("present value, paid at mid-year", lambda one: one.npv_mid),
}


class Comparison(NamedTuple):
    """The offers and their figures in the order of the file."""

    offers: Offers
    figures: tuple[Figures, ...]

    @property
    def reference(self) -> Figures:
        """The figures of the offer that the others are compared with."""
        return next(one for one in self.figures if one.offer.id == self.offers.reference)

    def of(self, name: str) -> Figures:
        """The figures of the offer with this id."""
        return next(one for one in self.figures if one.offer.id == name)

    def gap(self, metric: str, one: Figures) -> Decimal:
        """How far an offer is ahead of the reference in a metric; negative: behind."""
        measure = METRICS[metric][1]
        return measure(one) - measure(self.reference)


def compare(offers: Offers) -> Comparison:
    """Work out every offer."""
    return Comparison(offers, tuple(figures(offers, offer) for offer in offers.offers))
