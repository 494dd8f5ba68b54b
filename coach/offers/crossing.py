"""Where two offers' totals so far cross, on straight lines from year end to year end."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import Final, NamedTuple

from coach.offers.value import Figures

_CENT: Final = Decimal("0.01")


class Step(NamedTuple):
    """Two offers at the end of a year: the gap (first less second, to the cent); where they crossed in it, if they did.

    `at` is in years from the start date, `total` what both have been paid by then; both None without a crossing.
    """

    one: Figures
    other: Figures
    year: int
    gap: Decimal
    at: Decimal | None
    total: Decimal | None

    @property
    def words(self) -> str:
        """`Year 3: B passes A`: it begins with words of ours, whatever an offer is called."""
        if self.at is None:
            return f"No crossing: {self.one.offer.name} / {self.other.offer.name}"
        first, second = (self.other, self.one) if self.gap < 0 else (self.one, self.other)
        verb = "passes" if self.gap else "is level with"
        return f"Year {self.year}: {first.offer.name} {verb} {second.offer.name}"


def steps(figures: tuple[Figures, ...]) -> list[Step]:
    """Every pair of offers, year by year."""
    return [step for one, other in combinations(figures, 2) for step in _pair(one, other)]


def said(found: list[Step]) -> str:
    """The first crossing in words, and how many more there are."""
    crossed = [step for step in found if step.at is not None]
    if not crossed:
        return "They do not cross within the horizon"
    first = min(crossed, key=lambda step: step.at or Decimal(0))
    return first.words + (f" (crossings in all: {len(crossed)})" if len(crossed) > 1 else "")


def _pair(one: Figures, other: Figures) -> Iterator[Step]:
    before = Decimal(0)
    for year, (mine, theirs) in enumerate(zip(one.cumulative, other.cumulative, strict=True), 1):
        gap = (mine - theirs).quantize(_CENT, ROUND_HALF_UP)
        if year > 1 and (gap <= 0 < before or before < 0 <= gap):
            since = before / (before - gap)
            start = one.cumulative[year - 2]
            yield Step(one, other, year, gap, year - 1 + since, start + since * (mine - start))
        else:
            yield Step(one, other, year, gap, None, None)
        before = gap
