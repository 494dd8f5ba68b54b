"""What must hold for every set of offers, whatever its numbers."""

from decimal import Decimal
from typing import Any

import pytest

from coach.offers.compare import METRICS, Comparison, compare
from coach.offers.model import Offers
from coach.offers.override import changed
from coach.offers.read import again, load_offers
from coach.offers.scenarios import expected, outcomes
from coach.offers.solve import ask, is_percent, solve
from coach.offers.vesting import vested
from coach.offers.write import dump
from tests.offers.generate import data

CENT = Decimal("0.01")


def worked(plain: dict[str, Any]) -> Comparison:
    return compare(load_offers(dump(plain), "offers.yaml"))


def with_field(offers: Offers, field: str, value: Any) -> Comparison:
    copy, unknown = changed(offers.raw, {field: value})
    moved = again(copy)
    assert not unknown
    assert moved is not None
    return compare(moved)


@pytest.mark.parametrize("seed", range(30))
def test_shares_are_conserved(seed: int) -> None:
    for one in worked(data(seed)).figures:
        for grant in one.grants:
            shares = [vested(grant.grant.vesting, month) for month in range(0, 200)]
            assert shares == sorted(shares)
            assert shares[-1] == 1
            assert sum(grant.fraction) <= 1


@pytest.mark.parametrize("seed", range(20))
def test_money_scales_with_the_rate(seed: int) -> None:
    plain = data(seed)
    before = worked(plain)
    plain["fx"]["GBP"]["rate"] = str(Decimal(plain["fx"]["GBP"]["rate"]) * 3)
    for one, other in zip(before.figures, worked(plain).figures, strict=True):
        factor = 3 if one.offer.currency == "GBP" else 1
        for metric, (_, measure) in METRICS.items():
            assert abs(measure(one) * factor - measure(other)) < CENT, metric


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_offers_does_not_matter(seed: int) -> None:
    plain = data(seed)
    before = {one.offer.id: one for one in worked(plain).figures}
    plain["offers"].reverse()
    assert {one.offer.id: one for one in worked(plain).figures} == before


@pytest.mark.parametrize("seed", range(20))
def test_without_discount_present_value_is_the_total(seed: int) -> None:
    plain = data(seed)
    plain["discount_rate"] = "0%"
    for one in worked(plain).figures:
        assert one.npv_end == one.npv_mid == sum(one.total)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("metric", ["first_year_cash", "total", "npv_end"])
def test_a_tie_put_back_ties_to_the_cent(seed: int, metric: str) -> None:
    model = worked(data(seed, most=2))
    offers = model.offers
    if len(offers.offers) < 2:
        return
    field = f"{offers.offers[-1].id}.base_salary"
    tie = solve(offers, ask(offers, field, metric))
    one, other = tie.question.offer, tie.question.against
    measure = METRICS[metric][1]
    if tie.state == "ahead":
        zero = with_field(offers, field, "0")
        assert measure(zero.of(one)) > measure(zero.of(other))
    else:
        assert tie.value is not None
        assert tie.value >= 0
        text = f"{tie.value * 100:f}%" if is_percent(field) else f"{tie.value:.12f}"
        tied = with_field(offers, field, text)
        assert abs(measure(tied.of(one)) - measure(tied.of(other))) < CENT


@pytest.mark.parametrize("seed", range(20))
def test_expectation_lies_between_the_scenarios(seed: int) -> None:
    offers = worked(data(seed)).offers
    found = outcomes(offers)
    for offer in offers.offers if found else ():
        totals = [sum(each.comparison.of(offer.id).total) for each in found]
        assert min(totals) - CENT <= expected(found, offer.id, "total") <= max(totals) + CENT
