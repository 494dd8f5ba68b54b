"""Numeric cases: parameters drawn from a seed, worked by their own expressions, graded by tolerance and magnitude."""

import re
from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Final, Literal, NamedTuple

from coach.expression import ExpressionFault, evaluate
from coach.packs.model import Case

Verdict = Literal["right", "close", "off", "magnitude"]
ANSWER: Final = "answer"
_DRAWS: Final = 100
_NOUNS: Final = (
    "basis point|case|cent|cycle|day|dispute|dollar|euro|file|full step|hour|minute|month|order|payment|payout"
    "|point|quarter|release|request|reviewer|second|server|settlement|shard|share|step|time|token|turn|user|visitor|week"
    "|year"
)
_LONE: Final = re.compile(rf"(?<![\d.,])(1 (?:{_NOUNS}))s\b")


class Drawn(NamedTuple):
    """A case with its numbers: `values` holds parameters, steps and the answer."""

    case: Case
    values: Mapping[str, Decimal]

    @property
    def answer(self) -> Decimal:
        """What it comes to, unrounded."""
        return self.values[ANSWER]

    def fill(self, text: str) -> str:
        """The text with every `{name}` replaced by its number; what is counted goes into the singular after a 1."""
        for name, value in self.values.items():
            text = text.replace("{" + name + "}", show_number(value))
        return _LONE.sub(r"\1", text)


class Grade(NamedTuple):
    """How a number compares: a verdict, and how far off it is in percent of the answer (None where that is 0)."""

    verdict: Verdict
    percent_off: Decimal | None


def work(case: Case, values: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Every step of a case and its answer for these parameters; ExpressionFault where the arithmetic has none."""
    known = dict(values)
    for step in case.steps:
        known[step.name] = evaluate(step.expression, known)
    known[ANSWER] = evaluate(case.expression, known)
    return known


def draw(case: Case, chance: Random) -> Drawn:
    """The case with drawn parameters; draws for which the arithmetic has no value are thrown away."""
    for _ in range(_DRAWS):
        drawn = {name: _drawn(p.low, p.high, p.step, chance) for name, p in case.parameters.items()}
        try:
            return Drawn(case, work(case, drawn))
        except ExpressionFault:
            continue
    sample = {name: Decimal(text) for name, text in case.sample.items() if name != ANSWER}
    return Drawn(case, work(case, sample))


def _drawn(low: str, high: str, step: str, chance: Random) -> Decimal:
    steps = int((Decimal(high) - Decimal(low)) / Decimal(step))
    return Decimal(low) + Decimal(step) * chance.randint(0, steps)


def grade(said: Decimal, answer: Decimal, tolerance: Decimal) -> Grade:
    """Right within `tolerance` percent, close within five times that, `magnitude` off by a factor of 8 or more."""
    if answer == 0:
        return Grade("right" if abs(said) < Decimal("0.005") else "off", None)
    off = abs(said - answer) / abs(answer) * 100
    if off <= tolerance:
        return Grade("right", off)
    if off <= tolerance * 5:
        return Grade("close", off)
    same_side = said != 0 and (said > 0) == (answer > 0)
    factor = max(abs(said / answer), abs(answer / said)) if same_side else Decimal(0)
    return Grade("magnitude" if factor >= 8 or not same_side else "off", off)


def rating(grades: list[Verdict], hints: int) -> int:
    """1 to 4 from the final verdict and the hints taken: right without help is 4."""
    last = grades[-1] if grades else "off"
    return max(1, {"right": 4, "close": 3, "off": 1, "magnitude": 1}[last] - min(hints, 2))


def show_number(value: Decimal) -> str:
    """`1,234,567`, `0.35` or `12.5`: four significant digits, no exponent, no trailing zeros."""
    whole = abs(value) >= 1000 or value == value.to_integral_value()
    places = 0 if whole else max(0, 3 - max(value.adjusted(), -4))
    text = f"{round(value, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_unit(value: Decimal, unit: str) -> str:
    """`12 months`, `1 month`, `0.35`: a number as it is shown, with its unit."""
    return _LONE.sub(r"\1", f"{show_number(value)} {unit}".rstrip())
