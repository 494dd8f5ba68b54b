"""Each scenario worked out, and the probability-weighted expectation."""

from decimal import Decimal
from typing import NamedTuple

from coach.offers.compare import METRICS, Comparison, compare
from coach.offers.model import Offers, Scenario


class Outcome(NamedTuple):
    """A scenario and every offer's figures in it."""

    scenario: Scenario
    comparison: Comparison


def outcomes(offers: Offers) -> tuple[Outcome, ...]:
    """Every scenario of the file, worked out."""
    return tuple(Outcome(scenario, compare(scenario.case)) for scenario in offers.scenarios)


def expected(found: tuple[Outcome, ...], offer: str, metric: str) -> Decimal:
    """The metric of an offer, weighted by the probabilities."""
    measure = METRICS[metric][1]
    weighted = (each.scenario.probability * measure(each.comparison.of(offer)) for each in found)
    return sum(weighted, Decimal(0))
