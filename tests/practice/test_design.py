"""The cost table: sums, limits, money, traps and what-if edits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import UsageFault
from coach.practice.design import Limits, Row, check, parse_row, what_if

LIMITS = Limits(Decimal(1000), Decimal("0.2"), Decimal(1_200_000_000), "USD")


def row(name: str, p50: str, p999: str, risk: str = "0.01") -> Row:
    found = parse_row(f"{name}, {p50}, {p999}, {risk}")
    assert found is not None
    return found


def test_the_articles_window_does_not_sit_inside_its_path() -> None:
    found = check([row("Path", "138", "600"), row("Batch window", "125", "250")], LIMITS)
    assert any("cannot sit inside" in trap for trap in found.traps)
    assert (found.p50_ms, found.p999_ms) == (263, 850)
    assert found.median_fits and found.tail_fits


def test_a_window_longer_than_the_rest_is_named() -> None:
    assert not check([row("Path", "300", "600"), row("Batch window", "125", "250")], LIMITS).traps


def test_risk_is_shown_as_money_of_the_firms_volume() -> None:
    found = check([row("Ledger", "10", "20", "0.3")], LIMITS)
    assert (found.at_risk, found.budget_money, found.risk_fits) == (3_600_000, 2_400_000, False)


def test_averages_and_twins_are_named() -> None:
    traps = " ".join(check([row("Risk engine", "30", "30"), row("The risk engine", "30", "90")], LIMITS).traps)
    assert "average where a tail belongs: Risk engine" in traps
    assert "Counted twice: Risk engine and The risk engine" in traps


def test_what_if_changes_one_figure_or_takes_a_component_out() -> None:
    rows = [row("API", "8", "40"), row("Queue", "18", "140")]
    assert check(what_if(rows, ["queue.p999_ms=100"]), LIMITS).p999_ms == 140
    assert check(what_if(rows, ["-queue"]), LIMITS).p999_ms == 40


@pytest.mark.parametrize("edit", ["queue.p99_ms=1", "qeue.p50_ms=1", "-nothing", "queue.p50_ms=-3", "queue.p50_ms=NaN"])
def test_an_edit_that_cannot_be_read_names_itself(edit: str) -> None:
    with pytest.raises(UsageFault, match="--set"):
        what_if([row("Queue", "18", "140")], [edit])


@given(st.text(max_size=60))
def test_any_text_is_a_row_or_none(text: str) -> None:
    found = parse_row(text)
    assert found is None or found.p50_ms >= 0


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=8))
def test_sums_do_not_depend_on_order(numbers: list[tuple[int, int]]) -> None:
    rows = [row(f"part {at}", str(p50), str(p50 + more)) for at, (p50, more) in enumerate(numbers)]
    forward, backward = check(rows, LIMITS), check(rows[::-1], LIMITS)
    assert (forward.p50_ms, forward.p999_ms, forward.at_risk) == (backward.p50_ms, backward.p999_ms, backward.at_risk)
