from fractions import Fraction

import pytest

from coach.offers.compare import compare
from coach.offers.leave import leave
from coach.offers.read import load_offers
from coach.offers.write import dump
from tests.offers.generate import data
from tests.offers.simulate import leave as live_until
from tests.offers.simulate import number, simulate

NEAR = Fraction(5, 1000)
ROWS = ("base", "bonus", "sign_on", "settlement_bonus", "cash", "equity", "total", "benefits")


@pytest.mark.parametrize("seed", range(120))
def test_closed_form_agrees_with_living_through_every_month(seed: int) -> None:
    plain = data(seed)
    found = compare(load_offers(dump(plain), "offers.yaml"))
    rate = number(plain["discount_rate"])
    for one, entry in zip(found.figures, plain["offers"], strict=True):
        lived = simulate(plain, entry)
        for name in ROWS:
            assert all(abs(Fraction(a) - b) < NEAR for a, b in zip(getattr(one, name), lived[name], strict=True)), name
        npv = sum(amount / (1 + rate) ** (year + 1) for year, amount in enumerate(lived["total"]))
        assert abs(Fraction(one.npv_end) - npv) < NEAR
        assert abs(float(one.npv_mid) - float(npv) * float(1 + rate) ** 0.5) < 0.005
        for month in (1, 7, 12, 12 * int(plain["horizon_years"])):
            assert abs(Fraction(leave(one, month).total) - live_until(plain, entry, month)) < NEAR, month
