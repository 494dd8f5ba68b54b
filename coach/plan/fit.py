"""When not everything fits: what to keep, in the order of its weight, and what a fit would need."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from coach.plan.gauge import Gauge
from coach.plan.place import place
from coach.plan.relax import Piece, Work, dropped, in_order, tightened, windows

STEP: Final = 5
_PATIENCE: Final = 2_000
_EFFORT: Final = 40_000
_PURSE: Final = 1_000  # works in searches without an answer, after which only the quick filling is tried


def patience(count: int) -> int:
    """Steps of search for one of many tries with so many works."""
    return max(min(_PATIENCE, _EFFORT // max(count, 1)), 1)


class Fit(NamedTuple):
    """What was placed; ids cut; minutes kept of what was shortened; whether that is proven; ids placed late."""

    pieces: tuple[Piece, ...]
    cut: tuple[str, ...] = ()
    shortened: Mapping[str, int] = {}
    proven: bool = True
    late: tuple[str, ...] = ()


def fit(capacity: Sequence[int], works: Sequence[Work], at_least: Mapping[str, int], needed: Mapping[str, int]) -> Fit:
    """All works if they can be placed; else the weightier before the lighter, with as little shortened as possible.

    A work that others wait for counts as much as the weightiest of them, and may come as late as `needed` for them.
    """
    whole = place(capacity, works)
    if whole.pieces is not None:
        return Fit(whole.pieces)
    return _Chooser(capacity, at_least, needed).choose(by_weight(works), proven=whole.proven)


class _Chooser:
    """Adds works in order of weight, as many at a time as fit."""

    def __init__(self, capacity: Sequence[int], at_least: Mapping[str, int], needed: Mapping[str, int]) -> None:
        self._capacity = capacity
        self._at_least, self._needed = at_least, needed
        self._gauge = Gauge(capacity)
        self._kept: list[Work] = []
        self._pieces: tuple[Piece, ...] = ()
        self._shortened: dict[str, int] = {}
        self._cut: list[Work] = []
        self._late: set[str] = set()
        self._failed: list[Work] = []
        self._proven = True
        self._purse = _PURSE

    def choose(self, rest: list[Work], *, proven: bool) -> Fit:
        self._proven = proven
        while rest:
            count = self._most(rest)
            self._keep(rest[:count])
            rest = rest[count:]
            if rest:
                rest = self._give_up(rest[0], rest[1:])
        return Fit(self._pieces, tuple(work.id for work in self._cut), self._shortened, self._proven)

    def _keep(self, works: Sequence[Work]) -> None:
        self._kept += works
        self._gauge = self._gauge.with_(works) or self._gauge

    def _fits(self, more: Sequence[Work]) -> bool:
        if any(_asks_less(failed, work) for failed in self._failed for work in more):
            return False
        pieces = self._placed(more)
        if pieces is not None:
            self._pieces = pieces
        elif len(more) == 1:
            self._failed.append(more[0])
        return pieces is not None

    def _placed(self, more: Sequence[Work]) -> tuple[Piece, ...] | None:
        if self._gauge.with_(more) is None:
            return None
        wanted = [*self._kept, *more]
        found = place(self._capacity, wanted, patience(len(wanted)) if self._purse > 0 else 1)
        self._proven = self._proven and found.proven
        self._purse -= 0 if found.proven else len(wanted)
        return found.pieces

    def _most(self, rest: Sequence[Work]) -> int:
        """How many of the next works fit: twice as many each time, then halving; what fits does so with fewer too."""
        low, step = 0, 1
        while low < len(rest) and self._fits(rest[: min(low + step, len(rest))]):
            low = min(low + step, len(rest))
            step *= 2
        high = min(low + step, len(rest)) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(rest[:middle]):
                low = middle
            else:
                high = middle - 1
        return min(low, len(rest))

    def _give_up(self, work: Work, rest: list[Work]) -> list[Work]:
        """Shorten it, else let it wait for the sake of what needs it, else cut it and all that; what is left to add."""
        if work.id in self._late:
            return self._without(work, rest)
        for minutes in range(work.minutes - STEP, self._at_least.get(work.id, work.minutes) - 1, -STEP):
            shorter = work._replace(minutes=minutes)
            if minutes > 0 and self._fits([shorter]):
                self._keep([shorter])
                self._shortened[work.id] = minutes
                return rest
        late = work._replace(last=self._needed.get(work.id, work.last))
        if late.last <= work.last:
            return self._without(work, rest)
        self._late.add(work.id)
        turn = next(index for index, other in enumerate((*rest, late)) if work.id in other.after or other is late)
        return [*rest[:turn], late, *rest[turn:]]

    def _without(self, work: Work, rest: list[Work]) -> list[Work]:
        gone = {work.id}
        self._cut.append(work)
        staying = []
        for other in rest:
            if gone & set(other.after):
                gone.add(other.id)
                self._cut.append(other)
            else:
                staying.append(other)
        return staying


def without(found: Fit, names: Collection[str], cut: Collection[str]) -> Fit:
    """The fit with these taken out again; those among `cut` count as cut."""
    return found._replace(
        pieces=tuple(piece for piece in found.pieces if piece.work not in names),
        cut=(*found.cut, *(name for name in sorted(names) if name in cut)),
        shortened={name: kept for name, kept in found.shortened.items() if name not in names},
        late=tuple(name for name in found.late if name not in names),
    )


def _asks_less(failed: Work, work: Work) -> bool:
    """Whether a work that found no place would have found one wherever this one does."""
    return (
        failed.minutes <= work.minutes
        and failed.first <= work.first
        and work.last <= failed.last
        and failed.whole <= work.whole
        and set(failed.after) <= set(work.after)
    )


def by_weight(works: Sequence[Work]) -> list[Work]:
    """Weightiest first, soonest due first among equals, and whatever a work waits for before it."""
    ordered = in_order(works)
    counts = {work.id: work.weight for work in ordered}
    for work in reversed(ordered):
        for name in work.after:
            if name in counts:
                counts[name] = max(counts[name], counts[work.id])
    turn = {work.id: index for index, work in enumerate(ordered)}
    last = {work.id: work.last for work in tightened(works)}
    return sorted(ordered, key=lambda work: (-counts[work.id], last[work.id], turn[work.id]))


def shortfall(capacity: Sequence[int], works: Sequence[Work]) -> dict[str, int]:
    """Minutes missing, by the id of the first work due on the day at which they go missing."""
    ready = tightened(works)
    lost = dropped(capacity, windows(ready))
    owner: dict[int, str] = {}
    for work in ready:
        owner.setdefault(work.last, work.id)
    return {owner[day]: minutes for day, minutes in sorted(lost.items()) if minutes}
