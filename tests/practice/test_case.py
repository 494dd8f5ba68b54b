"""Cases: seeded draws agree with an independent evaluation, numbers are read as people write them, grading is fair."""

import ast
import math
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.expression import ExpressionFault, evaluate
from coach.packs.load import load
from coach.packs.model import Case
from coach.practice.case import draw, grade, in_unit, show_number
from coach.practice.said import read_number

ROOT = Path(__file__).resolve().parents[2]
CASES = [
    entry.item
    for pack in sorted((ROOT / "content").iterdir())
    if (pack / "pack.yaml").exists()
    for entry in load(pack).entries
    if isinstance(entry.item, Case)
]
FUNCTIONS = {"min": min, "max": max, "abs": abs, "ceil": math.ceil, "floor": math.floor, "round": round}
FUNCTIONS |= {"log": math.log, "exp": math.exp, "sqrt": math.sqrt}


def float_value(text: str, names: Mapping[str, float]) -> float:
    """The expression by Python's own parser and floats: a path that shares nothing with the product's."""

    def value(node: ast.expr) -> float:
        match node:
            case ast.Constant(value=int() | float()):
                return float(node.value)
            case ast.Name():
                return names[node.id]
            case ast.UnaryOp(op=ast.USub()):
                return -value(node.operand)
            case ast.BinOp():
                left, right = value(node.left), value(node.right)
                operators = {ast.Add: left.__add__, ast.Sub: left.__sub__, ast.Mult: left.__mul__}
                operators |= {ast.Div: left.__truediv__, ast.Pow: left.__pow__}
                return float(operators[type(node.op)](right))
            case ast.Call(func=ast.Name()):
                return float(FUNCTIONS[node.func.id](*map(value, node.args)))
        raise AssertionError(ast.dump(node))

    return value(ast.parse(text.replace("^", "**").strip(), mode="eval").body)


def test_five_hundred_seeded_cases_agree_with_floats() -> None:
    for seed in range(500):
        case = CASES[seed % len(CASES)]
        drawn = draw(case, Random(seed))
        names = {name: float(drawn.values[name]) for name in case.parameters}
        for step in case.steps:
            names[step.name] = float_value(step.expression, names)
        again = float_value(case.expression, names)
        assert math.isclose(again, float(drawn.answer), rel_tol=1e-9, abs_tol=1e-9), (case.id, seed)


def test_a_seed_draws_the_same_numbers_and_stays_in_range() -> None:
    for case in CASES:
        first, second = draw(case, Random(5)), draw(case, Random(5))
        assert first.values == second.values
        for name, parameter in case.parameters.items():
            assert Decimal(parameter.low) <= first.values[name] <= Decimal(parameter.high)


@pytest.mark.parametrize(
    "text", ["9**9**9", "().__class__", "x.y", "__import__('os')", "1" * 1_000_000, "2**99999", "1/0"]
)
def test_hostile_expressions_are_refused_with_a_place(text: str) -> None:
    with pytest.raises(ExpressionFault) as fault:
        evaluate(text, {"x": Decimal(1)})
    assert fault.value.column >= 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$2.4M", "2400000"),
        ("about 3 %", "3"),
        ("2,4 Mio", "2400000"),
        ("1.2bn", "1200000000"),
        ("3 lakh", "300000"),
        ("2 crore", "20000000"),
        ("1,250,000", "1250000"),
        ("1.250.000,5", "1250000.5"),
        ("-12", "-12"),
        ("−$3.5k", "-3500"),
        ("12 ms", "12"),
        ("0,5", "0.5"),
        ("0,125", "0.125"),
        ("3,500", "3500"),
        ("no idea", None),
    ],
)
def test_numbers_as_people_write_them(text: str, value: str | None) -> None:
    assert read_number(text) == (None if value is None else Decimal(value))


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_a_number_shown_with_separators_is_read_back(number: Decimal) -> None:
    assert read_number(f"{number:,f}") == number


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_number(text)


@given(st.decimals(min_value=1, max_value=10**9, places=2))
def test_grades_by_distance_and_magnitude(answer: Decimal) -> None:
    tolerance = Decimal(2)
    assert grade(answer * Decimal("1.015"), answer, tolerance).verdict == "right"
    assert grade(answer * Decimal("0.95"), answer, tolerance).verdict == "close"
    assert grade(answer * Decimal("1.5"), answer, tolerance).verdict == "off"
    assert grade(answer * 10, answer, tolerance).verdict == "magnitude"
    assert grade(-answer, answer, tolerance).verdict == "magnitude"


def test_shown_numbers_have_no_exponent() -> None:
    shown = [show_number(Decimal(text)) for text in ("1234567.891", "0.000123456", "12.50", "1E+6", "-0.3")]
    assert shown == ["1,234,568", "0.0001235", "12.5", "1,000,000", "-0.3"]


def test_one_of_a_thing_is_in_the_singular() -> None:
    lone = re.compile(r"(?<![\d.,/])1 (?:full |basis )?(?!basis\b)(?:[a-z]{2,}[^sui\W]s\b|(?:are|were|have)\b)")
    for case in CASES:
        chance = Random(case.id)
        for _ in range(120):
            drawn = draw(case, chance)
            told = [drawn.fill(text) for text in (case.prompt, case.explanation, case.decision)]
            told += [in_unit(drawn.values[step.name], step.unit) for step in case.steps]
            for text in (*told, in_unit(drawn.answer, case.unit)):
                assert not lone.search(text), (case.id, text)


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        ("1", "months", "1 month"),
        ("11", "months", "11 months"),
        ("0.1", "months", "0.1 months"),
        ("-1", "basis points", "-1 basis point"),
        ("1", "ms", "1 ms"),
        ("1", "", "1"),
    ],
)
def test_a_number_with_its_unit(value: str, unit: str, told: str) -> None:
    assert in_unit(Decimal(value), unit) == told
