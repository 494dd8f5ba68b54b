"""Learns what each sign of a sentence weighs, from the development half, and writes content/core/weights.yaml.

Usage: python -m tests.analysis.fit [--write]   (pip install '.[fit]'; without --write: F1 of each dimension on the
authors who marked words, weighed by what was learned from others)

One logistic regression for each dimension, over sentences: a sentence is positive when the author marked words of it.
The answers of the first authors (a, b, d, o) have no marked words: of those that have the dimension, the sentences
that the others' weights find are taken, or else the likeliest one. Of a short example every sentence is taken.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any, Final, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from coach.analysis.answer import shown
from coach.analysis.lexicon import WEIGHED, Lexicon, build
from coach.analysis.material import material
from coach.analysis.sentence import Sentence
from coach.packs.lexicon import load
from coach.paths import content
from tests.analysis.corpus import FOLDER, Labelled, pairs
from tests.analysis.examples import HAVE, LACK

TARGET: Final = content() / "core" / "weights.yaml"
BESIDE: Final = (FOLDER / "beside.txt").read_text(encoding="utf-8").splitlines()
BESIDE_EACH: Final = 6
EXAMPLES: Final = "examples"
# An example counts as much as so many sentences of an answer.
EXAMPLE_WEIGHT: Final = 3.0
NOTHING: Final = dict.fromkeys(WEIGHED, False)
LEAST: Final = 15
PARTS: Final = 6
ABOUT: Final = 0.003
CAUTION: Final = 0.3
# How freely a sign of each sort may weigh: rules and lists were made with care, single words are many.
FREELY: Final = {"!!": 2.5, "!": 1.5, "@": 1.0, "^": 1.0, "#": 1.0, "=": 0.7}
FREELY_OTHERS: Final = 0.6
HEAD: Final = """\
# What each sign of a sentence adds to the logarithm of the odds that the sentence carries a dimension.
# Learned by `python -m tests.analysis.fit --write`, not written by hand. What a sign is: coach/analysis/signs.py.
lexicon:
"""


class Lesson(NamedTuple):
    """One sentence: its signs with their values, whose answer it is in, and what it carries (None: nobody marked it).

    `more` is one to learn from only: put behind the answer, beside the point, or read without the kind of question.
    """

    answer: int
    signs: dict[str, float]
    marked: dict[str, bool] | None
    more: bool


class Lessons(NamedTuple):
    """All sentences; `answers` with their labels, `authors` of the answers."""

    sentences: list[Lesson]
    answers: list[Labelled]
    authors: list[str]


def lessons(lexicon: Lexicon) -> Lessons:
    """Every sentence of the development half, read with and without its kind of question, and the short examples."""
    found = Lessons([], [], [])
    chance = Random(1)
    for pair in pairs("dev"):
        for side in (pair.weak, pair.strong):
            for kind in (pair.kind, ""):
                found.sentences.extend(
                    _read(side, kind, len(found.answers), chance.sample(BESIDE, BESIDE_EACH), lexicon)
                )
            found.answers.append(side)
            found.authors.append(pair.id[0])
    for side in examples():
        found.sentences.extend(_read(side, "", len(found.answers), [], lexicon))
        found.answers.append(side)
        found.authors.append(EXAMPLES)
    return found


def examples() -> Iterator[Labelled]:
    """Short texts of which one dimension is known."""
    for texts, known in ((HAVE, True), (LACK, False)):
        for dimension in WEIGHED:
            for text in texts.get(dimension, ()):
                yield Labelled(text, {dimension: known}, None)


def _read(side: Labelled, kind: str, answer: int, behind: list[str], lexicon: Lexicon) -> Iterator[Lesson]:
    text = side.text if side.text.endswith((".", "!", "?")) else f"{side.text}."
    for sentence, signs in shown(material(" ".join([text, *behind]), kind, lexicon)):
        beside = sentence.start >= len(text)
        values = {name: sign.value for name, sign in signs.items()}
        yield Lesson(answer, values, NOTHING if beside else marked(side, sentence), beside or not kind)


def marked(side: Labelled, sentence: Sentence) -> dict[str, bool] | None:
    """What the author marked in a sentence."""
    if side.spans is None:
        return None
    return {
        name: any(start < sentence.end and end > sentence.start for start, end in side.marked(name)) for name in WEIGHED
    }


class Problem:
    """The matrix of all signs, and for each dimension what is to be learned."""

    def __init__(self, known: Lessons) -> None:
        self.known = known
        counts = Counter(name for item in known.sentences for name in item.signs)
        self.names = sorted(name for name, count in counts.items() if count >= LEAST)
        self.of = np.array([item.answer for item in known.sentences])
        self.author = np.array(known.authors)[self.of]
        self.marked = np.array([item.marked is not None for item in known.sentences])
        self.first = np.array(["^first" in item.signs for item in known.sentences])
        self.own = np.array([not item.more for item in known.sentences])
        self.weight = np.where(self.author == EXAMPLES, EXAMPLE_WEIGHT, 1.0)
        self.matrix = self._matrix()

    def _matrix(self) -> Any:
        column = {name: at for at, name in enumerate(self.names)}
        cells = [
            (row, column[name], value * freely(name))
            for row, item in enumerate(self.known.sentences)
            for name, value in item.signs.items()
            if name in column
        ]
        rows, columns, values = zip(*cells, strict=True)
        return sparse.csr_matrix((values, (rows, columns)), shape=(len(self.known.sentences), len(self.names)))

    def has(self, dimension: str) -> Any:
        """Whether each answer has the dimension, as far as is known."""
        return np.array([side.labels.get(dimension, False) for side in self.known.answers])

    def learn(self, dimension: str, used: Any) -> LogisticRegression:
        """What the sentences in `used` teach; an opening is learned from first sentences only."""
        used = used & np.array([dimension in side.labels for side in self.known.answers])[self.of]
        if dimension == "opening":
            chosen = used & self.first
            return self._regress(chosen, self.has(dimension)[self.of])
        meant = np.array([bool(item.marked and item.marked[dimension]) for item in self.known.sentences])
        found = self._regress(used & self.marked, meant)
        silent = used & ~self.marked
        for _ in range(2 if silent.any() else 0):
            odds = np.where(silent, found.predict_proba(self.matrix)[:, 1], 0.0)
            meant = np.where(silent, self._taken(dimension, odds), meant)
            found = self._regress(used, meant)
        return found

    def _taken(self, dimension: str, odds: Any) -> Any:
        best = self.best(odds)[self.of]
        return self.has(dimension)[self.of] & ((odds >= 0.5) | (odds >= best - 1e-9))

    def _regress(self, rows: Any, meant: Any) -> LogisticRegression:
        return LogisticRegression(C=CAUTION, max_iter=300, solver="liblinear").fit(
            self.matrix[rows], meant[rows], sample_weight=self.weight[rows]
        )

    def best(self, odds: Any, rows: Any = True) -> Any:
        """The likeliest sentence of each answer."""
        result = np.zeros(len(self.known.answers))
        chosen = self.own & rows
        np.maximum.at(result, self.of[chosen], odds[chosen])
        return result

    def strangers(self, dimension: str) -> Any:
        """The odds of each answer, weighed by what other authors teach."""
        odds = np.zeros(len(self.of))
        authors = sorted(set(self.known.authors) - {EXAMPLES})
        for part in range(PARTS):
            own = np.isin(self.author, authors[part::PARTS])
            odds[own] = self.learn(dimension, ~own).predict_proba(self.matrix[own])[:, 1]
        return self.best(odds, self.first if dimension == "opening" else True)


def freely(name: str) -> float:
    """How freely a sign may weigh."""
    if "=" in name[1:]:
        return FREELY_OTHERS
    return next((value for mark, value in FREELY.items() if name.startswith(mark)), FREELY_OTHERS)


def f1(meant: Any, said: Any) -> float:
    """The harmonic mean of precision and recall."""
    return float(2 * (meant & said).sum() / max(1, meant.sum() + said.sum()))


def threshold(meant: Any, odds: Any) -> float:
    """The highest odds from which on the dimension is said to be there about as rightly as from the best ones on."""
    rightly = {least: f1(meant, odds >= least) for least in np.quantile(odds, np.linspace(0.02, 0.98, 193))}
    most = max(rightly.values())
    return float(max(least for least, right in rightly.items() if right >= most - ABOUT))


def rows(problem: Problem) -> dict[str, dict[str, float]]:
    """The weights by dimension; what is there from the threshold on is made to weigh 0 and more."""
    result = {}
    told = np.array([side.spans is not None for side in problem.known.answers])
    for dimension in WEIGHED:
        odds = problem.strangers(dimension)
        least = threshold(problem.has(dimension)[told], odds[told])
        found = problem.learn(dimension, np.ones(len(problem.of), dtype=bool))
        weights = {name: value * freely(name) for name, value in zip(problem.names, found.coef_[0], strict=True)}
        base = float(found.intercept_[0]) - float(np.log(least / (1 - least)))
        result[dimension] = weights | {"^always": base}
        print(f"{dimension:<12} F1 {f1(problem.has(dimension)[told], odds[told] >= least):.3f} from {least:.2f} on")
    return result


def write(found: dict[str, dict[str, float]]) -> None:
    """The weights as lists, one for each weight that occurs, in tenths."""
    lines = [HEAD]
    for dimension, weights in found.items():
        by_weight: dict[float, list[str]] = {}
        for name, weight in sorted(weights.items()):
            by_weight.setdefault(round(weight, 1) + 0.0, []).append(name)
        for weight in sorted(set(by_weight) - {0.0}, reverse=True):
            lines.append(f"  weighs {dimension} {weight:g}:\n")
            lines += [f'    - "{line}"\n' for line in folded(by_weight[weight])]
    TARGET.write_text("".join(lines), encoding="utf-8")


def folded(names: list[str], width: int = 130) -> list[str]:
    """Names with commas between them, in lines."""
    lines: list[str] = []
    for name in names:
        if lines and len(lines[-1]) + len(name) < width:
            lines[-1] += f", {name}"
        else:
            lines.append(name)
    return lines


def main(arguments: list[str]) -> None:
    """Print the cross-validation; write the weights if asked to."""
    found = rows(Problem(lessons(build(load(content() / "core" / "lexicon.yaml")[0]))))
    if "--write" in arguments:
        write(found)


if __name__ == "__main__":
    main(sys.argv[1:])
