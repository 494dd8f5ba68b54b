"""The article's two offers, to the cent: figures, ties, doubts."""

from decimal import Decimal

import pytest

from coach.money import cents
from coach.offers.breakeven import break_evens
from coach.offers.check import warnings
from coach.offers.compare import METRICS, compare
from coach.offers.read import load_offers
from coach.offers.sentences import sentence
from coach.offers.solve import ask, solve

ARTICLE = """
offers_version: 1
base_currency: USD
discount_rate: 8%
horizon_years: 4
reference: amazon
offers:
  - id: amazon
    company: Amazon
    base_salary: 190000
    target_bonus: {percent: 10%, expected_payout: 100%}
    sign_on: [{year: 1, amount: 30000}]
    stated_total: 205000
    not_stated: [equity]
  - id: fintech
    company: Fintech
    base_salary: BASE
    sign_on: [{year: 1, amount: SIGN_ON}]
    settlement_bonus: {metric: SPS, per_step: 2000, step: 0.5%, gain_by_year: [0%, 0%, 0%, 0%]}
    equity:
      - id: grant
        type: percent
        percent: 0.06%
        valuation: VALUATION
        stated_value: 180000
        liquidity_discount: DISCOUNT
        vesting: {schedule: 25x4}
"""


def article(base: str = "175000", sign_on: str = "25000", valuation: str = "300_000_000", discount: str = "0%") -> str:
    text = ARTICLE.replace("BASE", base).replace("SIGN_ON", sign_on)
    return text.replace("VALUATION", valuation).replace("DISCOUNT", discount)


RAISED = str(Decimal(190_000) / Decimal("0.0006"))[:16]


@pytest.mark.parametrize(
    ("text", "name", "figures"),
    [
        (article(), "amazon", ("239000", "866000", "866000", "720012.29")),
        (article(), "fintech", ("200000", "725000", "905000", "751816.05")),
        (article(sign_on="30000", valuation=RAISED), "fintech", ("205000", "730000", "920000", "764726.00")),
        (article(base="180000", valuation=RAISED), "fintech", ("205000", "745000", "935000", "776657.00")),
    ],
)
def test_the_table(text: str, name: str, figures: tuple[str, ...]) -> None:
    one = compare(load_offers(text, "offers.yaml")).of(name)
    found = [METRICS[metric][1](one) for metric in ("first_year_cash", "cash", "total", "npv_end")]
    assert [cents(each) for each in found] == [cents(Decimal(each)) for each in figures]


@pytest.mark.parametrize(
    ("field", "metric", "value"),
    [
        ("fintech.base_salary", "first_year_cash", "214000"),
        ("fintech.grant.valuation", "total", "235000000"),
        ("fintech.settlement_bonus.gain_by_year", "first_year_cash", "0.1"),
    ],
)
def test_ties(field: str, metric: str, value: str) -> None:
    case = load_offers(article(), "offers.yaml")
    tie = solve(case, ask(case, field, metric))
    assert (tie.state, tie.value) == ("tie", Decimal(value))


def test_the_ask_is_a_sentence() -> None:
    case = load_offers(article(), "offers.yaml")
    said = sentence(solve(case, ask(case, "fintech.base_salary", "first_year_cash")), case.currency)
    assert said == "A base of 214,000 ties first-year cash of fintech with that of amazon (USD)."


def test_break_even_after_a_discount_is_higher() -> None:
    (tie,) = break_evens(load_offers(article(discount="30%"), "offers.yaml"))
    assert tie.value is not None
    assert round(tie.value / 1_000_000) == 336


def test_average_attainment_that_breaks_even() -> None:
    grant = "type: psu\n        target: 180000\n        attainment_by_year: [100%, 100%, 100%, 100%]"
    text = article().replace("type: percent\n        percent: 0.06%\n        valuation: 300_000_000", grant)
    (tie,) = break_evens(load_offers(text, "offers.yaml"))
    assert tie.value is not None
    assert round(tie.value * 100, 2) == Decimal("78.33")


def test_what_does_not_hold_together_is_flagged() -> None:
    found = {
        each.name: each.message for each in warnings(compare(load_offers(article(valuation="15_000_000_000"), "x")))
    }
    assert "0.06 % of 15,000,000,000 is 9,000,000, not the stated 180,000" in found["stake-mismatch"]
    assert "valuation of 300,000,000" in found["stake-mismatch"]
    assert "factor of 50" in found["stake-mismatch"]
    assert "205,000 follows from none" in found["total-mismatch"]
    names = [each.name for each in warnings(compare(load_offers(article(), "x")))]
    assert "stake-mismatch" not in names


def test_ahead_at_zero_never_proposes_negative_pay() -> None:
    case = load_offers(article(base="100000", valuation="3_000_000_000"), "offers.yaml")
    tie = solve(case, ask(case, "fintech.base_salary", "total"))
    assert (tie.state, tie.value) == ("ahead", None)
    assert "even with a base of zero" in sentence(tie, "USD")
