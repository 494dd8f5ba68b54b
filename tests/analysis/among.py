"""Learns how much more surely a sentence carries a dimension for what the other sentences of its answer carry.

One logistic regression for each dimension, over answers: from the sum of the likeliest sentence and what the others
carry. How much the sum itself counts (`tempered`) is multiplied into its weights, until it counts as what it is.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from coach.analysis.lexicon import WEIGHED
from coach.analysis.weighing import carries, elsewhere, heard

_ROUNDS: Final = 4
_NOWHERE: Final = -9.0


class Among(NamedTuple):
    """What multiplies the weights of a dimension, what each dimension in other sentences adds, what is always added."""

    tempered: float
    others: dict[str, float]
    always: float


class Answers(NamedTuple):
    """For each answer the sums of its sentences (one row each), which of them are at the beginning, and its fold."""

    sums: list[Any]
    first: list[Any]
    fold: Any

    def tempered(self, by: Any) -> "Answers":
        """The same with the sums of each dimension multiplied."""
        return self._replace(sums=[sums * by for sums in self.sums])

    def likeliest(self) -> Any:
        """For each dimension and answer: the highest sum, and what the other sentences carry."""
        found = [self._likeliest(sums, first) for sums, first in zip(self.sums, self.first, strict=True)]
        return np.array(found).swapaxes(0, 1)

    def _likeliest(self, sums: Any, first: Any) -> list[Any]:
        others = elsewhere([carries(list(row), bool(here)) for row, here in zip(sums, first, strict=True)])
        rows = []
        for at, name in enumerate(WEIGHED):
            column = np.where(first, sums[:, at], _NOWHERE) if name == "opening" else sums[:, at]
            best = int(np.argmax(column))
            loud = heard(column[best])
            rows.append(np.array([column[best], *(loud * others[best].get(each, 0.0) for each in WEIGHED)]))
        return rows


def learn(answers: Answers, has: Mapping[str, Any]) -> tuple[dict[str, Among], dict[str, Any]]:
    """What is added for each dimension, and the odds of each answer by what the answers of other folds teach."""
    by = np.ones(len(WEIGHED))
    for _ in range(_ROUNDS):
        shown = answers.tempered(by).likeliest()
        by = by * np.array([_fit(shown[at], has[name]).coef_[0][0] for at, name in enumerate(WEIGHED)])
    shown = answers.tempered(by).likeliest()
    found, odds = {}, {}
    for at, name in enumerate(WEIGHED):
        model = _fit(shown[at], has[name])
        found[name] = Among(by[at], dict(zip(WEIGHED, model.coef_[0][1:], strict=True)), float(model.intercept_[0]))
        odds[name] = _strangers(shown[at], has[name], answers.fold)
    return found, odds


def _strangers(shown: Any, has: Any, fold: Sequence[int] | Any) -> Any:
    odds = np.zeros(len(has))
    for part in np.unique(fold):
        own = fold == part
        odds[own] = _fit(shown[~own], has[~own]).predict_proba(shown[own])[:, 1]
    return odds


def _fit(shown: Any, has: Any) -> LogisticRegression:
    return LogisticRegression(max_iter=1000).fit(shown, has)
