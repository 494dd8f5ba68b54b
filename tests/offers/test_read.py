"""Every invalid set is refused with file:line:column and the field's name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.errors import InputFault
from coach.offers.read import load_offers, reading
from coach.offers.write import dump
from coach.yamlfile import load
from tests.offers.generate import data

GOOD = """\
offers_version: 1
base_currency: USD
fx: {GBP: {rate: "1.27", as_of: 2026-11-01}}
discount_rate: 8%
horizon_years: 4
reference: a
offers:
  - id: a
    currency: GBP
    base_salary: 175000
    annual_raise: 0%
    start_date: 2027-01-01
    target_bonus: {percent: 10%, expected_payout: 100%}
    sign_on: [{year: 1, amount: 25000, clawback: {months: 12, type: pro_rata}}]
    settlement_bonus: {metric: SPS, per_step: 2000, step: 0.5%, partial_steps: floor, gain_by_year: [1%, 1%, 1%, 1%]}
    benefits: {annual_value: 0, retirement_match: {employee: 6%, rate: 50%, limit: 6%}}
    tax: {cash_rate: null, equity_rate: null}
    equity:
      - id: grant
        type: percent
        percent: 0.06%
        valuation: 300_000_000
        vesting: {schedule: 25x4}
        dilution_rounds: [{name: Series E, dilution: 10%}]
        liquidity_discount: 30%
  - id: b
    base_salary: 1
    equity:
      - {id: psu, type: psu, target: 10, attainment_by_year: [1%, 1%, 1%, 1%], payout_curve: [{attainment: 50%, payout: 50%}, {attainment: 80%, payout: 90%}], vesting: {months: 48, cliff: 12, every: 1}}
      - {id: opt, type: options, units: 10, strike: 2, price: 5, vesting: {years: [5%, 15%, 40%, 40%]}}
scenarios:
  - {name: base, probability: 60%, set: {a.grant.valuation: 300_000_000}}
  - {name: low, probability: 40%, set: {a.grant.valuation: 1_000_000}}
"""  # noqa: E501

REFUSED = [
    ("offers_version: 1", "offers_version: 2", "offers_version"),
    ("base_currency: USD", "base_currency: dollars", "base_currency"),
    ("discount_rate: 8%", "discount_rate: 8", "discount_rate"),
    ("horizon_years: 4", "horizon_years: 0", "horizon_years"),
    ("horizon_years: 4", "horizon_years: four", "horizon_years"),
    ("reference: a", "reference: z", "reference"),
    ("currency: GBP", "currency: EUR", "a.currency"),
    ('rate: "1.27"', 'rate: "0"', "fx.GBP.rate"),
    (", as_of: 2026-11-01", "", "fx.GBP.as_of"),
    ("base_salary: 175000", "base_salary: -5", "a.base_salary"),
    ("base_salary: 175000", "base_salary: 1e5", "a.base_salary"),
    ("base_salary: 175000", "base_salary: 175,000", "a.base_salary"),
    ("base_salary: 175000", "base_salary: .inf", "a.base_salary"),
    ("base_salary: 175000", "base_salary: 99999999999999", "a.base_salary"),
    ("base_salary: 175000", "base_salary:", "a.base_salary"),
    ("    base_salary: 175000\n", "", "a.base_salary"),
    ("base_salary: 175000", "base_salery: 175000", "a.base_salery"),
    ("base_salary: 175000", "base_salary: 175000\n    base_salary: 2", "base_salary"),
    ("start_date: 2027-01-01", "start_date: 2027-13-01", "a.start_date"),
    ("start_date: 2027-01-01", "start_date: 01/02/2027", "a.start_date"),
    ("percent: 10%", "percent: 0.1", "a.target_bonus.percent"),
    ("{year: 1,", "{year: 0,", "a.sign_on.1.year"),
    ("type: pro_rata", "type: half", "a.sign_on.1.clawback.type"),
    ("step: 0.5%", "step: 0%", "a.settlement_bonus.step"),
    ("partial_steps: floor", "partial_steps: maybe", "a.settlement_bonus.partial_steps"),
    ("gain_by_year: [1%, 1%, 1%, 1%]", "gain_by_year: [1%, 1%]", "a.settlement_bonus.gain_by_year"),
    ("type: percent", "type: phantom", "a.grant.type"),
    ("schedule: 25x4", "schedule: 25x5", "a.grant.vesting.schedule"),
    ("[5%, 15%, 40%, 40%]", "[5%, 15%, 40%, 30%]", "b.opt.vesting.years"),
    ("cliff: 12", "cliff: 60", "b.psu.vesting.cliff"),
    ("attainment: 80%", "attainment: 40%", "b.psu.payout_curve.2.attainment"),
    ("dilution: 10%", "dilution: 100%", "a.grant.dilution_rounds.1.dilution"),
    ("liquidity_discount: 30%", "liquidity_discount: 130%", "a.grant.liquidity_discount"),
    ("liquidity_discount: 30%", "strike: 3", "a.grant.strike"),
    ("id: opt,", "id: psu,", "b.psu.id"),
    ("- id: b", "- id: a", "a.id"),
    ("- id: b", "- id: B b", "B b.id"),
    ("probability: 40%", "probability: 30%", "probability"),
    ("a.grant.valuation: 1_000_000", "a.grant.valuations: 1", "a.grant.valuations"),
    ("a.grant.valuation: 1_000_000", "a.grant.valuation: -1", "a.grant.valuation"),
    ("a.grant.valuation: 1_000_000", "nobody.grant.valuation: 1", "nobody"),
]


def test_the_good_set_is_good() -> None:
    assert len(load_offers(GOOD, "offers.yaml").offers) == 2


@pytest.mark.parametrize(("old", "new", "field"), REFUSED)
def test_refused_with_place_and_field(old: str, new: str, field: str) -> None:
    assert old in GOOD
    found = reading(load(GOOD.replace(old, new, 1), "offers.yaml"))
    assert found.offers is None
    first = next(str(problem) for problem in found.problems if field in problem.message)
    path, line, column = first.split(":")[:3]
    assert path == "offers.yaml"
    assert int(line) >= 1
    assert int(column) >= 1


def test_all_problems_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("base_salary: 175000", "base_salary: x").replace("discount_rate: 8%", "discount_rate: 8")
    problems = reading(load(text.replace("units: 10", "units: -1"), "offers.yaml")).problems
    assert len(problems) == 3
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    assert "write 8 %" in str(problems[0])


def test_unknown_field_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputFault) as caught:
        load_offers(GOOD.replace("annual_raise", "anual_raise"), "offers.yaml")
    assert "did you mean annual_raise?" in str(caught.value.problems[0])


def test_underscores_do_not_change_a_number() -> None:
    plain, spaced = (load_offers(GOOD.replace("300_000_000", text), "x") for text in ("300000000", "300_000_000"))
    assert plain.offers == spaced.offers


@pytest.mark.parametrize("seed", range(40))
def test_written_data_reads_back_the_same(seed: int) -> None:
    plain = data(seed)
    assert load(dump(plain), "x").data == plain


TEXT = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_any_text_a_file_can_hold_is_written_as_itself(text: str) -> None:
    written = dump({"company": text, "list": [text], "deep": [{"a": text, "b": {"c": text}}]})
    found = load(written, "x")
    if not found.problems:
        assert found.data == {"company": text, "list": [text], "deep": [{"a": text, "b": {"c": text}}]}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    reading(load(GOOD.replace("175000", text), "x"))
