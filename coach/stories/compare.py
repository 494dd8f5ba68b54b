"""Two claims side by side: the same, different, or in conflict, and why; where in doubt, different."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from coach.stories.claims import Claim

_CLOSE: Final = 0.016
_LOOSE: Final = 0.06
_TOTAL: Final = frozenset({"total", "altogether"})


class Relation(NamedTuple):
    """`kind` is same, different or conflicting; `why` explains it in a sentence."""

    kind: str
    why: str


class Conflict(NamedTuple):
    """Two claims that cannot both be right, why, and what an interviewer would ask."""

    first: Claim
    second: Claim
    why: str
    ask: str


def compare(first: Claim, second: Claim) -> Relation:
    """What two claims are to each other."""
    apart = _apart(first, second)
    if apart:
        return Relation("different", apart)
    pairs = list(_comparable(first, second))
    if not pairs:
        return Relation("different", "they measure in different ways")
    fits = [abs(one - two) <= _tolerance(first, second) * max(abs(one), abs(two)) for one, two in pairs]
    if any(fits) if _derived(first, second) else all(fits):
        return Relation("same", "the figures agree")
    return Relation("conflicting", f"both are about {first.about()}: {first.quote} and {second.quote}")


def conflicts(found: Sequence[Claim]) -> list[Conflict]:
    """Every pair in conflict, each pair of places once."""
    result = []
    for at, first in enumerate(found):
        for second in found[at + 1 :]:
            told_together = first.place == second.place and first.sentence == second.sentence
            relation = compare(first, second)
            if relation.kind == "conflicting" and not told_together:
                result.append(Conflict(first, second, relation.why, _ask(first, second)))
    return result


def _ask(first: Claim, second: Claim) -> str:
    places = (first.place.text(), second.place.text())
    where = "in the same place" if places[0] == places[1] else f"in {places[0]} and in {places[1]}"
    return f"You said {first.quote} and {second.quote} ({where}). Which is it, and what does the other one measure?"


def _apart(first: Claim, second: Claim) -> str:
    """Why two claims need not agree; empty if nothing keeps them apart."""
    if not first.subject.meets(second.subject):
        return "they are about different things"
    if _differ(first.scope.names, second.scope.names) or _differ(first.scope.dates, second.scope.dates):
        return "they are about different places or times"
    if _other_end(first.scope.tail, second.scope.tail):
        return "one is an average or percentile that the other is not"
    if first.timed() != second.timed() or (first.per != second.per and not first.timed()):
        return "they are counted against different things"
    if bool(first.near & _TOTAL) != bool(second.near & _TOTAL):
        return "one is a total"
    stances = {first.stance, second.stance}
    if len(stances) > 1 and stances & {"target", "plan"}:
        return "one is a target or a plan"
    return ""


def _other_end(first: str, second: str) -> bool:
    """Whether one is a slow end and the other is not; a median or average may go unsaid."""
    return first != second and (bool(first and second) or not {first, second} & {"p50", "mean"})


def _differ(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first and second and not first & second)


def _tolerance(first: Claim, second: Claim) -> float:
    return _LOOSE if first.loose or second.loose else _CLOSE


def _derived(first: Claim, second: Claim) -> bool:
    """Whether one is a difference worked out from the other's two ends; then either reading may fit."""
    return (first.baseline is None) != (second.baseline is None)


def _comparable(first: Claim, second: Claim) -> Iterator[tuple[float, float]]:
    """Pairs of values that must agree; for a worked-out difference, one of them."""
    change_one, change_two = _changes(first), _changes(second)
    if first.baseline is not None and second.baseline is not None and _one_unit(first, second):
        yield first.value, second.value
        yield first.baseline, second.baseline
    elif first.stance == "change" and second.stance == "change" and _one_unit(first, second):
        yield first.daily(), second.daily()
    elif change_one and change_two and "change" in (first.stance, second.stance):
        yield from ((one, two) for one in change_one for two in change_two)
    elif "change" not in (first.stance, second.stance) and _one_unit(first, second) and _one_time(first, second):
        one, two = _level(first, second), _level(second, first)
        # 99.9 % and 99.5 % up are a fifth of the time down.
        near_whole = first.family == "share" and min(one, two) >= 90
        yield (100 - one, 100 - two) if near_whole else (one, two)


def _one_time(first: Claim, second: Claim) -> bool:
    """Whether both say where it stands, or one where it stood and the other gives both ends."""
    for one, other in ((first, second), (second, first)):
        if one.stance == "before" and other.stance != "before" and other.baseline is None:
            return False
    return True


def _level(claim: Claim, other: Claim) -> float:
    """Where it stands; where it stood, if the other claim speaks of before."""
    if claim.baseline is not None and (other.stance == "before" or _close(claim.baseline, other.value)):
        return claim.baseline
    return claim.daily()


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _CLOSE * max(abs(one), abs(other))


def _changes(claim: Claim) -> tuple[float, ...]:
    """A change in percent, as a person might mean it: relative, or in points where both ends are shares."""
    if claim.family == "factor":
        return (abs(claim.value - 1) * 100,)
    if claim.baseline:
        relative = abs(claim.value - claim.baseline) / abs(claim.baseline) * 100
        points = (abs(claim.value - claim.baseline),) if claim.family == "share" else ()
        return (relative, *points)
    return (claim.value,) if claim.stance == "change" and claim.family == "share" else ()


def _one_unit(first: Claim, second: Claim) -> bool:
    if first.family == second.family:
        return first.unit == second.unit or "" in (first.unit, second.unit)
    # "3.1 million a year" beside dollars is dollars.
    families = {first.family, second.family}
    return families == {"money", "count"} and min(first.value, second.value) >= 1000
