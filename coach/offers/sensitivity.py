"""What moves the result: each stated number 10 % down and up, the largest swing first."""

from decimal import Decimal
from typing import Any, Final, NamedTuple

from coach.offers.compare import METRICS, compare
from coach.offers.fields import drivers, number
from coach.offers.model import Offers
from coach.offers.override import changed
from coach.offers.read import again

SWING: Final = Decimal("0.1")


class Driver(NamedTuple):
    """How far its own offer's metric moves when a field moves; None where the field may not take that value."""

    field: str
    low: Decimal | None
    high: Decimal | None

    @property
    def swing(self) -> Decimal:
        """The distance between the two ends."""
        return abs((self.high or Decimal(0)) - (self.low or Decimal(0)))


def sensitivity(offers: Offers, metric: str = "total") -> list[Driver]:
    """Every driver of every offer, the largest swing first."""
    found = [
        Driver(field, _moved(offers, field, node, 1 - SWING, metric), _moved(offers, field, node, 1 + SWING, metric))
        for field, node in drivers(offers)
    ]
    return sorted((each for each in found if each.swing), key=lambda each: (-each.swing, each.field))


def _moved(offers: Offers, field: str, node: Any, factor: Decimal, metric: str) -> Decimal | None:
    value = [_scaled(each, factor) for each in node] if isinstance(node, list) else _scaled(node, factor)
    data, _ = changed(offers.raw, {field: value})
    other = again(data)
    if other is None:
        return None
    name, measure = field.split(".")[0], METRICS[metric][1]
    return measure(compare(other).of(name)) - measure(compare(offers).of(name))


def _scaled(text: str, factor: Decimal) -> str:
    value = (number(text) or Decimal(0)) * factor
    return f"{value * 100:f}%" if text.strip().endswith("%") else f"{value:f}"
