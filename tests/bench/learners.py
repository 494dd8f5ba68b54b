"""Simulated learners of five kinds; none of them is a person, and every figure made with them says so."""

import math
import random
from dataclasses import dataclass, field

from coach.memory.model import DEFAULT, Weights, first, later, recall, weights

FIRST, LATER = (0.24, 0.094, 0.495, 0.171), (0.224, 0.631, 0.145)
FAMILIES = ("fsrs", "perturbed", "halflife", "twotrace", "activation")


@dataclass(slots=True)
class Trace:
    """What a simulated learner holds of one card; each family uses the fields its own way."""

    last: int
    a: float
    b: float
    times: list[tuple[int, float]] = field(default_factory=list)


class Fsrs:
    """Forgets as FSRS-6 says; with other weights if perturbed."""

    def __init__(self, rng: random.Random, by: Weights = DEFAULT) -> None:
        self.by = by

    def learn(self, day: int, rating: int, rng: random.Random) -> Trace:
        return Trace(day, *first(rating, self.by))

    def recall(self, trace: Trace, day: int) -> float:
        return recall(day - trace.last, trace.a, self.by)

    def review(self, trace: Trace, day: int, rating: int) -> None:
        trace.a, trace.b = later(trace.a, trace.b, day - trace.last, rating, self.by)
        trace.last = day


class Perturbed(Fsrs):
    """FSRS-6 with every weight bent: the candidate is not the average of other people."""

    def __init__(self, rng: random.Random) -> None:
        bent = [w * math.exp(rng.gauss(0.0, 0.2)) for w in DEFAULT.w]
        scale = math.exp(rng.gauss(0.0, 0.6))
        starts = sorted(min(w * scale, 100.0) for w in bent[:4])
        super().__init__(rng, weights((*starts, *bent[4:20], rng.uniform(0.1, 0.4))))


class HalfLife:
    """Exponential forgetting; a success multiplies the half-life, more so when it was nearly forgotten."""

    def __init__(self, rng: random.Random) -> None:
        self.start = math.exp(rng.gauss(math.log(12.0), 0.4))
        self.growth = rng.uniform(1.5, 4.0)
        self.kept = rng.uniform(0.3, 0.6)

    def learn(self, day: int, rating: int, rng: random.Random) -> Trace:
        return Trace(day, self.start * (0.2, 0.6, 1.0, 2.2)[rating - 1] * math.exp(rng.gauss(0.0, 0.4)), 1.0)

    def recall(self, trace: Trace, day: int) -> float:
        return float(2.0 ** (-(day - trace.last) / trace.a))

    def review(self, trace: Trace, day: int, rating: int) -> None:
        forgotten = 1.0 - self.recall(trace, day)
        if rating == 1:
            trace.a = max(trace.a * self.kept, 0.3)
        else:
            spaced = min(0.3 + forgotten, 1.0) if day > trace.last else 0.06
            trace.a *= 1.0 + self.growth * (0.6, 1.0, 1.4)[rating - 2] * spaced
        trace.last = day


class TwoTrace:
    """A fast trace that fades in a day or two and a slow one that each spaced success feeds."""

    def __init__(self, rng: random.Random) -> None:
        self.fast, self.slow = rng.uniform(1.0, 4.0), rng.uniform(60.0, 200.0)
        self.feed = rng.uniform(0.4, 0.65)

    def learn(self, day: int, rating: int, rng: random.Random) -> Trace:
        slow = self.feed * (0.3, 0.6, 1.0, 1.6)[rating - 1] * math.exp(rng.gauss(0.0, 0.3))
        return Trace(day, min(slow, 0.95), 1.0 if rating > 1 else 0.8)

    def recall(self, trace: Trace, day: int) -> float:
        gap = day - trace.last
        fast = trace.b * math.exp(-gap / self.fast)
        return 1.0 - (1.0 - fast) * (1.0 - trace.a * math.exp(-gap / self.slow))

    def review(self, trace: Trace, day: int, rating: int) -> None:
        gap = day - trace.last
        slow = trace.a * math.exp(-gap / self.slow)
        faded = 1.0 - math.exp(-gap / self.fast)
        trace.a = slow + (0.99 - slow) * self.feed * (0.35, 0.7, 1.0, 1.3)[rating - 1] * (0.15 + 0.85 * faded)
        trace.b, trace.last = 1.0, day


class Activation:
    """Every past answer adds a decaying trace; answers given while it is still fresh decay faster."""

    def __init__(self, rng: random.Random) -> None:
        self.c, self.floor = rng.uniform(0.2, 0.3), rng.uniform(0.12, 0.22)
        self.threshold, self.noise = rng.uniform(-1.1, -0.7), rng.uniform(0.25, 0.4)

    def learn(self, day: int, rating: int, rng: random.Random) -> Trace:
        trace = Trace(day, (-0.5, -0.2, 0.0, 0.4)[rating - 1] + rng.gauss(0.0, 0.25), 0.0)
        trace.times.append((day, self.floor))
        return trace

    def activation(self, trace: Trace, day: int) -> float:
        total = sum(max(day - when, 0.3) ** -decay for when, decay in trace.times)
        return math.log(total) + trace.a

    def recall(self, trace: Trace, day: int) -> float:
        return 1.0 / (1.0 + math.exp((self.threshold - self.activation(trace, day)) / self.noise * 0.8))

    def review(self, trace: Trace, day: int, rating: int) -> None:
        decay = self.c * math.exp(min(self.activation(trace, day), 1.2)) + self.floor
        trace.times.append((day, min(decay, 1.2) + (0.1 if rating == 1 else 0.0)))
        trace.last = day


MINDS = dict(zip(FAMILIES, (Fsrs, Perturbed, HalfLife, TwoTrace, Activation), strict=True))


class Learner:
    """One candidate: a mind, a pace and a deck; the same seed answers the same way whatever the policy asks."""

    def __init__(self, family: str, cards: int, seed: int) -> None:
        rng = random.Random(f"{family} {seed}")
        self.mind = MINDS[family](rng)
        self.exact = family == "fsrs"
        self.pace = 1.0 if self.exact else math.exp(rng.gauss(0.0, 0.25))
        self.luck = [random.Random(f"{seed} {card}") for card in range(cards)]
        self.traces: list[Trace | None] = [None] * cards

    def expected(self, day: int) -> float:
        """Mean recall over the whole deck on the morning of `day`; never seen counts as 0."""
        return sum(self.mind.recall(t, day) for t in self.traces if t is not None) / len(self.traces)

    def answer(self, card: int, day: int) -> tuple[int, float]:
        """Answer a card today: (rating, seconds)."""
        trace, rng = self.traces[card], self.luck[card]
        if trace is None:
            rating = _draw(FIRST, rng) + 1
            self.traces[card] = self.mind.learn(day, rating, rng)
            return rating, self._seconds(25.0, rng)
        chance = 1.0 if trace.last == day and self.exact else self.mind.recall(trace, day)
        shares = LATER if trace.last < day else (LATER[0], LATER[1] + LATER[2], 0.0)
        rating = _draw(shares, rng) + 2 if rng.random() < chance else 1
        self.mind.review(trace, day, rating)
        return rating, self._seconds(20.0 if rating == 1 else 8.0, rng)

    def _seconds(self, mean: float, rng: random.Random) -> float:
        return mean * self.pace * math.exp(rng.gauss(-0.08, 0.4))


def _draw(shares: tuple[float, ...], rng: random.Random) -> int:
    mark = rng.random()
    for place, share in enumerate(shares):
        mark -= share
        if mark < 0:
            return place
    return len(shares) - 1
