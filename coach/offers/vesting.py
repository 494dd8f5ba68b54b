"""When a grant vests: presets, reading a schedule, and the share vested after a number of months, in closed form."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from coach.offers import presets
from coach.offers.model import MONTHS, Amounts, Vesting
from coach.offers.scalars import day, part, whole
from coach.offers.table import Table
from coach.text import did_you_mean

SCHEDULE_SUM: Final = "schedule-sum"
_KINDS: Final = ("schedule", "years", "months")


def read_vesting(table: Table, start: date | None, key: str = "vesting") -> Vesting:
    """The schedule of a grant; its fractions must sum to exactly 1."""
    grant_year = table.take("grant_year", whole(1, 15), 1)
    vest_start = table.take("vest_start", day, None)
    shift = _months_between(table, start, vest_start)
    weights = table.many("weight_by_year", part, Decimal(0))
    if weights:
        _must_be_whole(table, ("weight_by_year",), weights)
        if table.has(key):
            table.problem((key,), "give either this or weight_by_year")
    inner = table.table(key)
    if inner is None:
        if not weights:
            table.problem((), "vesting: this field is missing", "write vesting: {schedule: 25x4}")
        return Vesting(weights, 0, 0, 1, grant_year, shift)
    return _schedule(inner)._replace(grant_year=grant_year, shift=shift)


def _schedule(table: Table) -> Vesting:
    given = [kind for kind in _KINDS if table.has(kind)]
    preset: dict[str, Any] = table.take("schedule", _preset, {})
    fractions = table.many("years", part, Decimal(0))
    months = table.take("months", whole(1, 240), 0)
    cliff, every = table.take("cliff", whole(0, 240), 0), table.take("every", whole(1, 60), 1)
    table.done()
    if len(given) != 1:
        table.problem((), "expected exactly one of schedule, years and months", "for example {schedule: 25x4}")
        return Vesting((), 1, 0, 1, 1, 0)
    if preset:
        whole_years = preset.get("years", ())
        return Vesting(whole_years, preset.get("months", 0), preset.get("cliff", 0), preset.get("every", 1), 1, 0)
    if fractions:
        _must_be_whole(table, ("years",), fractions)
    elif table.has("months") and months and (cliff > months or every > months):
        late = "cliff" if cliff > months else "every"
        table.problem((late,), f"expected at most the {months} months of the whole grant")
    return Vesting(fractions, 0 if fractions else months, cliff, every, 1, 0)


def _preset(text: str) -> dict[str, Any]:
    known = presets.vesting()
    if text not in known:
        raise ValueError(f"no such schedule ({did_you_mean(text, known) or 'there are: ' + ', '.join(known)})")
    return known[text]


def _must_be_whole(table: Table, steps: tuple[str, ...], fractions: Amounts) -> None:
    total = sum(fractions, Decimal(0))
    if total != 1:
        table.problem(steps, f"[{SCHEDULE_SUM}] the fractions sum to {total * 100:f} %, not to exactly 100 %")


def _months_between(table: Table, start: date | None, vest_start: date | None) -> int:
    if vest_start is None:
        return 0
    if start is None:
        table.problem(("vest_start",), "the offer has no start_date to count from")
        return 0
    months = MONTHS * (vest_start.year - start.year) + vest_start.month - start.month
    return months + (vest_start.day > start.day)


def vested(vesting: Vesting, month: int) -> Fraction:
    """The share vested at the end of this month since the start date (what vested before it counts in)."""
    passed = month - vesting.offset
    if vesting.fractions:
        return sum((Fraction(share) for share in vesting.fractions[: max(passed, 0) // MONTHS]), Fraction(0))
    if passed < max(vesting.cliff, 1):
        return Fraction(0)
    if passed >= vesting.months:
        return Fraction(1)
    return Fraction(passed // vesting.every * vesting.every, vesting.months)


def vested_between(vesting: Vesting, after: int, until: int) -> Decimal:
    """The share that vests after one month and until another."""
    share = vested(vesting, until) - vested(vesting, after)
    return Decimal(share.numerator) / Decimal(share.denominator)


def by_year(vesting: Vesting, years: int) -> Amounts:
    """The share that vests in each offer year."""
    return tuple(vested_between(vesting, MONTHS * (year - 1), MONTHS * year) for year in range(1, years + 1))
