"""Where totals so far cross: against the lines themselves, and in the workbook's cells, names and chart."""

from decimal import Decimal
from pathlib import Path

import formualizer
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.offers.compare import compare
from coach.offers.crossing import said, steps
from coach.offers.read import load_offers
from tests.offers.recalculate import values
from tests.offers.test_workbook import export

sums = st.lists(st.integers(0, 9).map(lambda thousands: thousands * 1000), min_size=4, max_size=4)


def offers(*paid: list[int]) -> str:
    """A file of offers that pay nothing but these sums in the years."""
    text = "offers_version: 1\nbase_currency: USD\nhorizon_years: 4\nreference: a\noffers:\n"
    for name, amounts in zip("abc", paid, strict=False):
        entries = ", ".join(f"{{year: {year}, amount: {amount}}}" for year, amount in enumerate(amounts, 1))
        text += f"  - {{id: {name}, company: {name.upper()}, base_salary: 0, sign_on: [{entries}]}}\n"
    return text


@given(sums, sums)
@settings(max_examples=150, deadline=None)
def test_at_a_crossing_both_lines_meet_and_between_crossings_nobody_passes(one: list[int], other: list[int]) -> None:
    found = steps(compare(load_offers(offers(one, other), "x")).figures)
    lines = [[Decimal(sum(amounts[:year])) for year in range(5)] for amounts in (one, other)]
    side = 0
    for step in found:
        before, after = (lines[0][year] - lines[1][year] for year in (step.year - 1, step.year))
        crossed = step.year > 1 and bool(before) and before * after <= 0
        assert crossed == (step.at is not None)
        if step.at is not None and step.total is not None:
            since = step.at - step.year + 1
            heights = [line[step.year - 1] + since * (line[step.year] - line[step.year - 1]) for line in lines]
            assert abs(heights[0] - heights[1]) < Decimal("1e-9")
            assert abs(heights[0] - step.total) < Decimal("1e-9")
            side = 0
        now = (after > 0) - (after < 0)
        assert side == 0 or now == side or step.at is not None
        side = now or side


@pytest.mark.parametrize(
    ("paid", "words"),
    [
        (([10, 1, 1, 1], [5, 5, 5, 5]), "Year 3: B passes A"),
        (([5, 5, 5, 5], [9, 0, 0, 12]), "Year 2: A passes B (crossings in all: 2)"),
        (([9, 1, 9, 9], [5, 5, 5, 5]), "Year 2: A is level with B"),
        (([9, 9, 9, 9], [5, 5, 5, 5]), "They do not cross within the horizon"),
        (([9, 9, 9, 9], [9, 9, 9, 9]), "They do not cross within the horizon"),
    ],
)
def test_a_crossing_is_named_by_the_engine_and_by_the_sheet(
    paid: tuple[list[int], list[int]], words: str, tmp_path: Path
) -> None:
    text = offers(*paid)
    assert said(steps(compare(load_offers(text, "x")).figures)) == words
    path = export(text, tmp_path / "offers.xlsx")
    formualizer.recalculate_xlsx_file(str(path))
    assert words in [value for place, value in values(path).items() if place[0] == "Summary"]


def test_the_charts_mark_where_lines_cross(tmp_path: Path) -> None:
    path = export(offers([9, 1, 1, 1], [5, 5, 5, 5], [1, 2, 9, 9]), tmp_path / "offers.xlsx")
    book = openpyxl.load_workbook(path)
    for chart in (book["Summary"]._charts[1], book["Compare"]._charts[0]):
        mark = chart.series[-1]
        assert mark.marker.symbol == "diamond"
        assert mark.graphicalProperties.line.noFill
        assert len(chart.series) == 4
    ends = book["Summary"]._charts[1].x_axis.scaling
    assert (ends.min, ends.max) == (1, 4)


def test_one_offer_or_one_year_has_nothing_to_cross(tmp_path: Path) -> None:
    for text in (offers([1, 2, 3, 4]), offers([1], [2]).replace("horizon_years: 4", "horizon_years: 1")):
        path = export(text, tmp_path / "offers.xlsx")
        assert not [
            value for place, value in values(path).items() if "cross" in str(value).lower() and place[0] == "Summary"
        ]
