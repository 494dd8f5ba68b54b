"""The value of one field at which an offer ties with another, exact where the metric is a straight line in it."""

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from typing import Any, Final, NamedTuple

from coach.errors import CoachError, UsageFault
from coach.offers.compare import METRICS
from coach.offers.fields import number
from coach.offers.model import Offers
from coach.offers.override import find, put
from coach.offers.read import again
from coach.offers.table import Steps
from coach.offers.value import figures
from coach.text import did_you_mean

_ZERO: Final = Decimal(0)
_HALVINGS: Final = 60
_MOST: Final = Decimal(10) ** 11
_TINY: Final = Decimal("1e-6")
_PLACES: Final = Decimal("1e-16")
_LISTS: Final = ("gain_by_year", "attainment_by_year", "price_by_year", "price_multiple_by_year")
_PERCENTS: Final = (
    "annual_raise", "percent", "expected_payout", "step", "gain_by_year", "employee", "limit", "cash_rate",
    "equity_rate", "dilution", "liquidity_discount", "attainment", "attainment_by_year", "payout", "discount_rate",
)  # fmt: skip


class Question(NamedTuple):
    """Which field of which offer is to be moved until a metric ties with another offer's."""

    field: str
    offer: str
    against: str
    metric: str


class Tie(NamedTuple):
    """The answer: `state` is tie, ahead (even at zero), never or flat; `value` the field's value at a tie."""

    question: Question
    state: str
    value: Decimal | None
    current: Decimal | None
    gap: Decimal
    percent: bool
    exact: bool


Gap = Callable[[Decimal], Decimal | None]


def is_percent(field: str) -> bool:
    """Whether a field is written with a percent sign."""
    words = field.split(".")
    last = next(word for word in reversed(words) if not word.isdecimal())
    return last in _PERCENTS or (last == "rate" and "retirement_match" in words)


def ask(offers: Offers, field: str, metric: str, against: str = "") -> Question:
    """A question, checked: the field's offer, the metric and the other offer exist."""
    if metric not in METRICS:
        raise UsageFault(
            f"There is no metric {metric}.", did_you_mean(metric, METRICS) or "One of: " + ", ".join(METRICS)
        )
    ids = [offer.id for offer in offers.offers]
    name = field.split(".")[0]
    if name not in ids or find(offers.raw, field) is None:
        raise UsageFault(f"There is no field {field}.", "Write it as offer.field, such as " + f"{ids[-1]}.base_salary")
    other = against or (offers.reference if offers.reference != name else "")
    if not other and len(ids) > 1:
        other = next(each for each in ids if each != name)
    if other not in ids or other == name:
        raise UsageFault(f"{name} has no other offer to tie with.", "Name one with --against: " + ", ".join(ids))
    return Question(field, name, other, metric)


def solve(offers: Offers, question: Question) -> Tie:
    """Where the offer ties; CoachError if the field is not a number that can be moved."""
    steps = find(offers.raw, question.field) or ()
    percent = is_percent(question.field)
    gap = _gap(offers, question, steps, percent)
    current = _current(offers.raw, steps)
    if gap(_ZERO) is None and gap(Decimal(1) if not percent else Decimal("0.01")) is None:
        raise CoachError(
            f"{question.field} is not a number that can be moved.", "Name a salary, a bonus, a valuation or a price."
        )
    measure = METRICS[question.metric][1]
    now = measure(figures(offers, offers.offer(question.offer))) - measure(
        figures(offers, offers.offer(question.against))
    )

    def answer(state: str, value: Decimal | None = None, *, exact: bool = True) -> Tie:
        return Tie(question, state, value, current, now, percent, exact)

    at_zero = gap(_ZERO)
    if at_zero is not None and at_zero > 0 and _rises(gap, percent):
        return answer("ahead")
    return _search(gap, current, percent, answer)


def _rises(gap: Gap, percent: bool) -> bool:
    low, high = gap(_ZERO), gap(Decimal("0.5") if percent else Decimal(10) ** 6)
    return low is not None and (high is None or high >= low)


def _search(gap: Gap, current: Decimal | None, percent: bool, answer: Callable[..., Tie]) -> Tie:
    points = [(x, y) for x in _grid(current, percent) if (y := gap(x)) is not None]
    if len({y for _, y in points}) <= 1:
        return answer("tie", points[0][0]) if points and points[0][1] == 0 else answer("flat")
    for (x0, y0), (x1, y1) in pairwise(points):
        if y0 == 0:
            return answer("tie", x0)
        if (y0 < 0) != (y1 < 0) or y1 == 0:
            value, exact = _pin(gap, (x0, y0), (x1, y1))
            return answer("tie", value, exact=exact)
    return answer("never")


def _grid(current: Decimal | None, percent: bool) -> Iterator[Decimal]:
    start = current or (Decimal("0.1") if percent else Decimal(100_000))
    yield _ZERO
    yield from (start * factor for factor in (Decimal("0.01"), Decimal("0.25"), Decimal("0.5"), Decimal("0.75")))
    yield from (start * Decimal(2) ** power for power in range(0, 10 if percent else 34))


def _pin(gap: Gap, low: tuple[Decimal, Decimal], high: tuple[Decimal, Decimal]) -> tuple[Decimal, bool]:
    """The crossing between two points: by a straight line if that hits it, else by halving until it does."""
    for _ in range(_HALVINGS):
        straight = low[0] - low[1] * (high[0] - low[0]) / (high[1] - low[1])
        there = gap(straight)
        if there is not None and abs(there) < _TINY:
            return straight, True
        middle = (low[0] + high[0]) / 2
        value = gap(middle)
        if value is None:
            break
        low, high = (low, (middle, value)) if (value < 0) == (high[1] < 0) else ((middle, value), high)
    return _shortest(gap, low, high), False


def _shortest(gap: Gap, low: tuple[Decimal, Decimal], high: tuple[Decimal, Decimal]) -> Decimal:
    """Beyond a jump there is no exact tie: the roundest value just past it that is ahead."""
    ahead = high[0] if high[1] >= 0 else low[0]
    for places in range(2, 12):
        tried = ahead.quantize(Decimal(1).scaleb(-places), ROUND_CEILING)
        value = gap(tried)
        if value is not None and value >= 0 and abs(tried - ahead) <= abs(ahead) * Decimal("1e-6"):
            return tried
    return ahead


def _gap(offers: Offers, question: Question, steps: Steps, percent: bool) -> Gap:
    from copy import deepcopy

    data = deepcopy(offers.raw)
    listed = steps[-1] in _LISTS
    measure = METRICS[question.metric][1]

    def gap(value: Decimal) -> Decimal | None:
        rounded = value.quantize(_PLACES) if abs(value) < _MOST else value
        text = f"{rounded * 100:f}%" if percent else f"{rounded:f}"
        put(data, steps, [text] * offers.years if listed else text)
        moved = again(data)
        if moved is None:
            return None
        one, other = (figures(moved, moved.offer(name)) for name in (question.offer, question.against))
        return measure(one) - measure(other)

    return gap


def _current(data: Any, steps: Steps) -> Decimal | None:
    node = data
    for step in steps:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return None
    if isinstance(node, list):
        found = [number(each) for each in node]
        return sum((each for each in found if each), _ZERO) / len(found) if found else None
    return number(node)
