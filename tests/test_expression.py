"""Arithmetic from untrusted text: right where it is arithmetic, refused with a column where it is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.expression import ExpressionFault, evaluate, parse

RIGHT = {
    "1+2*3": "7",
    "2^3^2": "512",
    "2**-2": "0.25",
    "-2^2": "-4",
    "8-3-2": "3",
    "16/4/2": "2",
    "-(3 - 5)": "2",
    "min(4, 2, 8) + max(1, 2)": "4",
    "round(2.5)": "3",
    "round(2.345, 2)": "2.35",
    "ceil(1.2) + floor(-1.2)": "0",
    "abs(-7)": "7",
    "sqrt(144)": "12",
    "1_000 * 0.1": "100",
    "1.5e3": "1500",
    "exp(0) + log(1)": "1",
}
WRONG = {
    "9**9**9": 2,
    "a.b": 2,
    "().__class__": 3,
    "__import__('os')": 12,
    "open(1)": 1,
    "lambda: 1": 7,
    "1 if 1 else 0": 3,
    "[1]": 1,
    "1e999": 2,
    "1e61": 1,
    "10^50 * 10^50": 7,
    "exp(10^9)": 1,
    "1/(2-2)": 2,
    "0^0": 2,
    "log(0)": 1,
    "log(8, 1)": 1,
    "sqrt(-1)": 1,
    "(-8)^(1/3)": 5,
    "round(1, 0.5)": 1,
    "min()": 5,
    "abs(1, 2)": 1,
    "(1": 1,
    "1 2": 3,
    "1,5": 2,
    "5 %": 3,
    "": 1,
    "1 +": 4,
    "x": 1,
    "٣": 1,
    "1" * 41: 1,
    "(" * 500: 41,
    "-" * 500 + "1": 41,
    "2^" * 500 + "1": 81,
    "1+" * 500_000 + "1": 2_001,
}


@pytest.mark.parametrize(("text", "value"), RIGHT.items())
def test_arithmetic(text: str, value: str) -> None:
    assert evaluate(text, {}) == Decimal(value)


@pytest.mark.parametrize(("text", "column"), WRONG.items(), ids=lambda value: str(value)[:20])
def test_refused_with_a_column(text: str, column: int) -> None:
    with pytest.raises(ExpressionFault) as fault:
        evaluate(text, {})
    assert fault.value.column == column


def test_names_are_known_before_working_it_out() -> None:
    expression = parse("volume * rate / min(days, 30)")
    assert expression.names == {"volume", "rate", "days"}
    assert expression.value({"volume": Decimal(90), "rate": Decimal("0.5"), "days": Decimal(45)}) == Decimal("1.5")


@given(st.text(alphabet="0123456789.+-*/^(), eabcminroud_", max_size=60))
def test_any_text_gives_a_number_or_a_column(text: str) -> None:
    try:
        assert evaluate(text, {"a": Decimal(2)}).is_finite()
    except ExpressionFault as fault:
        assert 1 <= fault.column <= len(text) + 1


numbers = st.integers(-999, 999).map(Decimal)


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> tuple[str, Decimal]:
    """A fully bracketed expression and its value worked out on the way."""
    if depth == 0 or draw(st.booleans()):
        value = draw(numbers)
        return (f"{value}" if value >= 0 else f"({value})"), value
    left, one = draw(trees(depth=depth - 1))
    right, other = draw(trees(depth=depth - 1))
    sign = draw(st.sampled_from("+-*"))
    return f"({left} {sign} {right})", {"+": one + other, "-": one - other, "*": one * other}[sign]


@given(trees())
def test_agrees_with_values_worked_out_beside_it(tree: tuple[str, Decimal]) -> None:
    text, value = tree
    assert evaluate(text, {}) == value


@given(numbers, numbers, numbers)
def test_precedence_and_order(a: Decimal, b: Decimal, c: Decimal) -> None:
    names = {"a": a, "b": b, "c": c}
    assert evaluate("a - b * c - a", names) == a - (b * c) - a
    assert evaluate("a - b - c", names) == (a - b) - c
