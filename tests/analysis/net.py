"""Learns patterns: what signs say together (coach/analysis/patterns.py), in a net with one layer of hidden units.

Every column (the dimensions, and private life) is learned at once, from the sentences of which it is known. Signs and
patterns are left out by chance while learning, so that none leans on a few others. Steps are taken as Adam does (Kingma
and Ba, arXiv:1412.6980).
"""

from base64 import b64encode
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import numpy as np
from scipy import sparse
from scipy.special import expit

PATTERNS: Final = 44
# How often each sentence is read; where they are few, more often, so that there are so many steps.
ROUNDS: Final = 4
STEPS: Final = 800
AT_ONCE: Final = 256
STEP: Final = 4e-3
# So many steps until the full one is taken, and what it has come down to at the end.
RISING: Final = 200
AT_LAST: Final = 0.05
LEFT_OUT: Final = 0.3
_MOST: Final = 127
_WIDTH: Final = 128


class Net(NamedTuple):
    """What each sign counts for each pattern, the base of each, what it adds to each column, the base of those."""

    counts: Any
    base: Any
    adds: Any
    always: Any

    def added(self, signs: Any) -> Any:
        """What the patterns add to each column of each sentence, beside what they add to one without signs."""
        return np.maximum(signs @ self.counts + self.base, 0.0) @ self.adds - np.maximum(self.base, 0.0) @ self.adds

    def bases(self) -> Any:
        """What is always added to each column."""
        return np.maximum(self.base, 0.0) @ self.adds + self.always


def learn(signs: Any, meant: Any, known: Any) -> Net:
    """What sentences teach: `meant` by column, and how much each counts there (0 where it is not `known`)."""
    chance = np.random.default_rng(1)
    columns = meant.shape[1]
    net = Net(
        _numbers(0.1 * chance.standard_normal((signs.shape[1], PATTERNS))),
        _numbers(np.zeros(PATTERNS)),
        _numbers(np.zeros((PATTERNS, columns))),
        _numbers(np.zeros(columns)),
    )
    signs = signs.astype(np.float32)
    slow, square = [np.zeros_like(each) for each in net], [np.zeros_like(each) for each in net]
    for at, (rows, much) in enumerate(_steps(signs.shape[0], chance), start=1):
        slopes = _slopes(net, signs[rows], meant[rows], known[rows], chance)
        for numbers, slope, first, second in zip(net, slopes, slow, square, strict=True):
            first += 0.1 * (slope - first)
            second += 0.001 * (slope * slope - second)
            numbers -= much * first / (1 - 0.9**at) / (np.sqrt(second / (1 - 0.999**at)) + 1e-8)
    return net


def _numbers(values: Any) -> Any:
    return values.astype(np.float32)


def _steps(sentences: int, chance: Any) -> Iterator[tuple[Any, float]]:
    """The rows of each step, and how far it goes."""
    each = -(-sentences // AT_ONCE)
    rounds = max(ROUNDS, -(-STEPS // each))
    steps, at = rounds * each, 0
    for _ in range(rounds):
        order = chance.permutation(sentences)
        for first in range(0, sentences, AT_ONCE):
            at += 1
            yield order[first : first + AT_ONCE], STEP * min(1.0, at / RISING) * max(AT_LAST, 1 - at / steps)


def _slopes(net: Net, signs: Any, meant: Any, known: Any, chance: Any) -> tuple[Any, Any, Any, Any]:
    """How the fault of some sentences rises with each number of the net."""
    kept = (chance.random(len(signs.data)) >= LEFT_OUT) / (1 - LEFT_OUT)
    signs = sparse.csr_matrix((_numbers(signs.data * kept), signs.indices, signs.indptr), shape=signs.shape)
    sums = signs @ net.counts + net.base
    open_ = _numbers((chance.random(sums.shape) >= LEFT_OUT) / (1 - LEFT_OUT)) * (sums > 0)
    above = sums * open_
    fault = _numbers((expit(above @ net.adds + net.always) - meant) * known / AT_ONCE)
    back = (fault @ net.adds.T) * open_
    return signs.T @ back, back.sum(0), above.T @ fault, fault.sum(0)


def lines(net: Net, names: list[str], much: Any) -> dict[str, list[str]]:
    """The lists that `learned.read` reads; what is added to each column is multiplied by `much`."""
    step = np.maximum(np.abs(net.counts).max(axis=0), 1e-9) / _MOST
    counts = np.rint(net.counts / step).astype(np.int16) + _MOST + 1
    rows = np.column_stack([net.base, step, net.adds * much])
    kept = np.flatnonzero((counts != _MOST + 1).any(axis=1))
    text = b64encode(counts[kept].astype(np.uint8).tobytes()).decode("ascii")
    return {
        "patterns": [" ".join(f"{number:.5g}" for number in row) for row in rows],
        "patterns signs": [names[at] for at in kept],
        "patterns counts": [text[at : at + _WIDTH] for at in range(0, len(text), _WIDTH)],
    }
