"""Learns how much more surely a sentence carries a dimension for what the other sentences of its answer carry.

One logistic regression for each dimension, over answers: from the sum of the likeliest sentence and what the others
carry. How much the sum itself counts (`tempered`) is multiplied into its weights, until it counts as what it is.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from coach.analysis.learned import WEIGHED
from coach.analysis.weighing import ALONE, Sum, carries, elsewhere, opened

OTHERS: Final = (*WEIGHED, ALONE)
_ROUNDS: Final = 4
_ALONE_COUNTS: Final = 0.6
_NOWHERE: Final = -9.0


class Among(NamedTuple):
    """What multiplies the weights of a dimension, what each dimension in other sentences adds, what is always added."""

    tempered: float
    others: dict[str, float]
    always: float


class Answers(NamedTuple):
    """For each answer the sums of its sentences (one row each), which of them are at the beginning.

    And its fold, and how much it counts.
    """

    sums: list[list[list[Sum]]]
    first: list[Any]
    fold: Any
    weight: Any

    def likeliest(self, by: Sequence[float]) -> Any:
        """For each dimension and answer: the highest sum, and what the other sentences add to it."""
        found = [self._likeliest(sums, first, by) for sums, first in zip(self.sums, self.first, strict=True)]
        return np.array(found).swapaxes(0, 1)

    def _likeliest(self, sums: list[list[Sum]], first: Any, by: Sequence[float]) -> list[Any]:
        tempered = [[_tempered(each, much) for each, much in zip(row, by, strict=True)] for row in sums]
        others = elsewhere([carries(row, bool(here)) for row, here in zip(tempered, first, strict=True)])
        rows = []
        for at, name in enumerate(WEIGHED):
            column = [
                row[at].total if here or name != "opening" else _NOWHERE
                for row, here in zip(tempered, first, strict=True)
            ]
            best = int(np.argmax(column))
            open_ = opened(tempered[best][at].own - tempered[best][at].private)
            rows.append(np.array([column[best], *(open_ * others[best].get(each, 0.0) for each in OTHERS)]))
        return rows


def learn(answers: Answers, has: Mapping[str, Any]) -> tuple[dict[str, Among], dict[str, Any]]:
    """What is added for each dimension, and the odds of each answer by what the answers of other folds teach.

    `has` tells for each answer whether it has the dimension: 1.0, 0.0, or not a number where nobody knows.
    """
    by = np.ones(len(WEIGHED))
    every = np.ones(len(answers.fold), dtype=bool)
    for _ in range(_ROUNDS):
        shown = answers.likeliest(by)
        found = [_fit(shown[at], has[name], answers.weight, every) for at, name in enumerate(WEIGHED)]
        by = by * np.array([model.coef_[0][0] for model in found])
    result, odds = {}, {}
    shown = answers.likeliest(by)
    for at, name in enumerate(WEIGHED):
        model = _fit(shown[at], has[name], answers.weight, every)
        others = dict(zip(OTHERS, model.coef_[0][1:], strict=True))
        # What is said alone is never held against it, so that one more sentence beside the point cannot help; nor does
        # it count in full, for most that is said alone is a short example, made to be clear.
        others[ALONE] = max(0.0, others[ALONE]) * _ALONE_COUNTS
        result[name] = Among(by[at], others, float(model.intercept_[0]))
        odds[name] = np.zeros(len(every))
        for part in np.unique(answers.fold):
            own = answers.fold == part
            odds[name][own] = _fit(shown[at], has[name], answers.weight, ~own).predict_proba(shown[at][own])[:, 1]
    return result, odds


def _tempered(each: Sum, much: float) -> Sum:
    # What is taken for private life is the same for all dimensions.
    return each._replace(own=each.own * much, around=each.around * much, base=each.base * much)


def _fit(shown: Any, has: Any, weight: Any, used: Any) -> LogisticRegression:
    rows = used & ~np.isnan(has)
    return LogisticRegression(max_iter=1000).fit(shown[rows], has[rows] > 0, sample_weight=weight[rows])
