"""Learns what each sign weighs, from dev and from labelled sentences, and writes content/core/weights.yaml.

Usage: python -m tests.analysis.fit [--write]   (without --write: F1 of each dimension on the authors who marked words,
weighed by what was learned from others)

One logistic regression for each dimension, over sentences: a sentence is positive when the author marked words of it.
A second one, over answers, adds what the other sentences carry (among.py). One more tells private life and small
talk from answers, by words, lists and what words mean (meanings.py), so that words nobody taught weigh too, by
whether a sentence takes up what was said before, and by words that answers do not have (shared.py); what it finds is
taken from what a sentence carries.
What several signs say together is learned for all dimensions and for private life at once (net.py), from the
development half and from all texts with labelled sentences (sentences.py). What a sign by itself weighs for a dimension
is learned without the answers among these: it serves the development half better, where losses are told in other
words. For private life, and for what other sentences add, they teach too. Where to draw the line is told by the
development half alone.
The answers of the first authors (a, b, d, o) have no marked words: of those that have the dimension, the sentences
that the others' weights find are taken, or else the likeliest one. Of a short example likewise.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from coach.analysis.learned import COLUMNS, PRIVATE, WEIGHED
from coach.analysis.lexicon import build
from coach.analysis.weighing import Sum, held
from coach.packs.lexicon import load
from coach.paths import content
from tests.analysis import net as nets
from tests.analysis.among import Answers, learn
from tests.analysis.corpus import pairs
from tests.analysis.lessons import AROUND, EXAMPLES, NOTHING, TALK, Lessons, lessons
from tests.analysis.meanings import table
from tests.analysis.net import Net
from tests.analysis.sentences import ANSWERS, labelled

TARGET: Final = content() / "core" / "weights.yaml"
# An example counts as much as so many sentences of an answer, and as no more than one in so many of all.
EXAMPLE_WEIGHT: Final = 12.0
EXAMPLE_SHARE: Final = 20_000
# How much a sentence of the development half counts beside one of other answers, in what several signs say together
# (but in telling private life).
PAIRS_COUNT: Final = 2.0
# How much all sentences beside the point count, beside those of answers, in learning what is of private life; each of
# them counts the same.
BESIDE_SHARE: Final = 0.4
# A word tells of private life when it stands in so many of these sentences, or in LEAST others.
TOLD_BY: Final = 3
LEAST: Final = 15
PARTS: Final = 6
ABOUT: Final = 0.002
CAUTION: Final = 0.3
# Weights are kept in tenths; a finer end of learning would take longer and change hardly any.
ENOUGH: Final = 1e-3
# From this logarithm of the odds on, that a sentence is of private life is held against it. Two learn them, the
# regression and the net, and both are added.
SURELY: Final = 1.0
# How freely a sign of each sort may weigh: rules and lists were made with care, single words are many.
FREELY: Final = {"!!": 2.5, "!": 1.5, "?": 1.5, "@": 1.0, "^": 1.0, "#": 1.0, "=": 0.7}
FREELY_OTHERS: Final = 0.6
HEAD: Final = """\
# What each sign of a sentence adds to the logarithm of the odds that the sentence carries a dimension.
# Learned by `python -m tests.analysis.fit --write`, not written by hand.
# What a sign is: coach/analysis/signs.py; those with & in front: weighing.py. What patterns are: patterns.py.
# What the last two lists are, familiar words and common stems: signs.py and ties.py.
lexicon:
"""


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
        self.own = np.array([not item.more for item in known.sentences]) | (self.author == EXAMPLES)
        self.beside = np.array([bool(item.beside) for item in known.sentences])
        self.talk = np.array([item.beside == TALK for item in known.sentences])
        self.said = [frozenset(filter(str.isalpha, item.signs)) for item in known.sentences]
        # Of these everything is known: by them it is decided from where on a dimension is there.
        self.told = np.array([side.spans is not None and set(WEIGHED) <= set(side.labels) for side in known.answers])
        names = sorted(set(known.authors) - {EXAMPLES})
        self.fold = np.array(
            [
                (answer if name == EXAMPLES else names.index(name)) % PARTS
                for answer, name in zip(self.of, self.author, strict=True)
            ]
        )
        # Of the development half, whose authors are told by one letter; of answers.txt.
        self.from_dev = np.array([len(name) == 1 for name in self.author])
        self.from_answers = np.array([name.startswith(ANSWERS) for name in self.author])
        example = min(EXAMPLE_WEIGHT, len(self.of) / EXAMPLE_SHARE)
        self.weight = np.where(self.author == EXAMPLES, example, 1.0)
        self.shows = np.array([any(side.labels.values()) for side in known.answers])[self.of]
        self.matrix = self._matrix()
        self.around = np.array([name[0] in AROUND for name in self.names])
        self.own_signs = self.matrix[:, np.flatnonzero(~self.around)]
        self.alone = (self.matrix @ sparse.diags(self._tells_private())).tocsr()
        self.meant = self._meant()

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

    def _tells_private(self) -> Any:
        """1.0 for lists, what is strange or tied, and words in several sentences; others are those of one taught."""
        talk = {said for said, beside in zip(self.said, self.beside, strict=True) if beside}
        there = Counter(name for said in talk for name in said)
        work = Counter(name for said, own in zip(self.said, self.own, strict=True) if own for name in said)
        told = [
            name[0] in "@?" or name == "^tied" or there[name] >= TOLD_BY or work[name] >= LEAST for name in self.names
        ]
        return np.array(told, dtype=float)

    def _meant(self) -> Any:
        """What the words of each sentence mean, added up."""
        row_of, meanings = table()
        cells = [(at, row_of[word]) for at, said in enumerate(self.said) for word in said if word in row_of]
        rows, columns = zip(*cells, strict=True)
        shape = (len(self.said), len(meanings))
        return sparse.csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape) @ meanings

    def has(self, dimension: str) -> Any:
        """Whether each answer has the dimension: 1.0, 0.0, or not a number where nobody knows."""
        return np.array([side.labels.get(dimension, np.nan) for side in self.known.answers], dtype=float)

    def learn(self, dimension: str, used: Any) -> LogisticRegression:
        """What the sentences in `used` teach, but those of answers.txt; an opening is learned from first ones only."""
        known = np.array([dimension in side.labels for side in self.known.answers])[self.of]
        used = used & known & ~self.talk & ~self.from_answers
        if dimension == "opening":
            chosen = used & self.first
            return _regress(self.matrix, chosen, self.has(dimension)[self.of] > 0, self.weight)
        meant = np.array([bool(item.marked and item.marked[dimension]) for item in self.known.sentences])
        found = _regress(self.matrix, used & self.marked, meant, self.weight)
        silent = used & ~self.marked
        for _ in range(2 if silent.any() else 0):
            odds = np.where(silent, found.predict_proba(self.matrix)[:, 1], 0.0)
            meant = np.where(silent, self._taken(dimension, odds), meant)
            found = _regress(self.matrix, used, meant, self.weight)
        return found

    def _taken(self, dimension: str, odds: Any) -> Any:
        best = self.best(odds)[self.of]
        return (self.has(dimension)[self.of] > 0) & ((odds >= 0.5) | (odds >= best - 1e-9))

    def private(self, used: Any) -> tuple[Any, Any, float]:
        """What words and lists weigh for a sentence to be of private life or small talk, what meanings do; the base."""
        weight = self._beside_weight(used)
        signs = sparse.hstack([self.alone, sparse.csr_matrix(self.meant)]).tocsr()
        found = _regress(signs, weight > 0, self.beside, weight)
        words, meanings = np.split(found.coef_[0], [len(self.names)])
        return words, meanings, float(found.intercept_[0]) - SURELY

    def _beside_weight(self, used: Any) -> Any:
        """How much each sentence counts in learning what is of private life."""
        # Passages are of work too, and so is what is read without the kind of question, and each short example of what
        # a dimension is.
        weight = np.where(used & ((self.author != EXAMPLES) | self.shows), self.weight, 0.0)
        beside = np.flatnonzero(weight * self.beside)
        often = Counter(self.said[at] for at in beside)
        each = BESIDE_SHARE * (weight.sum() - len(beside)) / max(1, len(often))
        weight[beside] = [each / often[self.said[at]] for at in beside]
        return weight

    def held(self, together: tuple[Any, Any]) -> Any:
        """What is taken from each sentence for being of private life, by what other authors teach."""
        sums = np.zeros(len(self.of))
        for part in range(PARTS):
            own = self.fold == part
            words, meanings, base = self.private(~own)
            sums[own] = self.alone[own] @ words + self.meant[own] @ meanings + base
        sums += together[0][:, -1] + together[1][:, -1]
        result = np.zeros(len(self.of))
        for chosen in self._own():
            result[chosen] = held(sums[chosen].tolist())
        return result

    def _own(self) -> list[Any]:
        """The rows of the sentences of each answer itself."""
        own = np.flatnonzero(self.own)
        _, starts = np.unique(self.of[own], return_index=True)
        return np.split(own, starts[1:])

    def best(self, odds: Any, rows: Any = True) -> Any:
        """The likeliest sentence of each answer."""
        result = np.zeros(len(self.known.answers))
        chosen = self.own & rows
        np.maximum.at(result, self.of[chosen], odds[chosen])
        return result

    def grouped(self, sums: Sequence[Sequence[Sum]]) -> tuple[Answers, Any]:
        """The sums of the sentences of each answer, and which answers those are."""
        chosen = self._own()
        known = np.array([self.of[found[0]] for found in chosen])
        folds = np.array([self.fold[found[0]] for found in chosen])
        first = [self.first[found] for found in chosen]
        weight = np.array([self.weight[found[0]] for found in chosen])
        rows_of = [[[column[row] for column in sums] for row in found] for found in chosen]
        return Answers(rows_of, first, folds, weight), known

    def net(self, used: Any) -> Net:
        """What signs say together, by what the sentences in `used` teach, and the short examples of one sentence.

        Of private life by what `private` learns it from.
        """
        known = np.array([[name in side.labels for name in WEIGHED] for side in self.known.answers])[self.of]
        known &= (used & ~self.talk)[:, None]
        marks = [item.marked or NOTHING for item in self.known.sentences]
        meant = np.array([[each[name] for name in WEIGHED] for each in marks])
        alone = (self.author == EXAMPLES) & (np.bincount(self.of)[self.of] == 1)
        for at, name in enumerate(WEIGHED):
            by_label = alone | self.first if name == "opening" else alone
            known[:, at] &= by_label if name == "opening" else by_label | self.marked
            meant[:, at] = np.where(by_label, self.has(name)[self.of] > 0, meant[:, at])
        counts = self.weight * np.where(self.from_dev, PAIRS_COUNT, 1.0)
        much = np.column_stack([known * counts[:, None], self._beside_weight(used)])
        rows = np.flatnonzero(much.any(axis=1))
        return nets.learn(self.own_signs[rows], np.column_stack([meant, self.beside])[rows], much[rows])

    def together(self) -> tuple[Any, Any]:
        """What patterns add to each sentence, by what other authors teach; and to the base of each."""
        added = np.zeros((len(self.of), len(COLUMNS)))
        always = np.zeros_like(added)
        for part in range(PARTS):
            own = self.fold == part
            net = self.net(~own)
            added[own] = net.added(self.own_signs[own])
            always[own] = net.bases()
        return added, always

    def weights(self, dimension: str) -> dict[str, float]:
        """What each sign weighs, learned from all sentences; `^always` is the base."""
        every = np.ones(len(self.of), dtype=bool)
        if dimension == PRIVATE:
            values, meanings, base = self.private(every)
            row_of, rows = table()
            meant = dict(zip(row_of, (rows @ meanings).tolist(), strict=True))
        else:
            found = self.learn(dimension, every)
            values, base, meant = found.coef_[0], float(found.intercept_[0]), {}
        weights = {name: value * freely(name) for name, value in zip(self.names, values, strict=True)}
        for word, weight in meant.items():
            weights[word] = weights.get(word, 0.0) + weight
        return weights | {"^always": base}

    def strangers(self, dimension: str, held: Any, together: tuple[Any, Any]) -> list[Sum]:
        """The sums of each sentence, weighed by what other authors teach; `held` is taken from them."""
        sums = np.zeros((len(self.of), 3))
        for part in range(PARTS):
            own = self.fold == part
            found = self.learn(dimension, ~own)
            sums[own, 0] = self.matrix[own] @ np.where(self.around, 0.0, found.coef_[0])
            sums[own, 1] = self.matrix[own] @ np.where(self.around, found.coef_[0], 0.0)
            sums[own, 2] = found.intercept_[0]
        at = WEIGHED.index(dimension)
        sums[:, 0] += together[0][:, at]
        sums[:, 2] += together[1][:, at]
        return [Sum(*row, private=taken) for row, taken in zip(sums, held, strict=True)]

    def least(self, dimension: str, sums: Sequence[Sum]) -> float:
        """From which sum on a sentence weighed by itself carries the dimension."""
        odds = 1.0 / (1.0 + np.exp([-each.total for each in sums]))
        best = self.best(odds, self.first if dimension == "opening" else True)
        return logit(threshold(self.has(dimension)[self.told] > 0, best[self.told]))


def _regress(signs: Any, rows: Any, meant: Any, weight: Any) -> LogisticRegression:
    return LogisticRegression(C=CAUTION, max_iter=300, solver="liblinear", tol=ENOUGH).fit(
        signs[rows], meant[rows], sample_weight=weight[rows]
    )


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


def rows(problem: Problem) -> tuple[dict[str, dict[str, float]], dict[str, list[str]]]:
    """The weights by dimension, and the lists of the patterns.

    What is there from the threshold on is made to weigh 0 and more.
    """
    together = problem.together()
    held = problem.held(together)
    found = {dimension: problem.strangers(dimension, held, together) for dimension in WEIGHED}
    least = {dimension: problem.least(dimension, sums) for dimension, sums in found.items()}
    answers, known = problem.grouped(
        [[each._replace(base=each.base - least[dimension]) for each in sums] for dimension, sums in found.items()]
    )
    told = problem.told[known]
    has = {dimension: problem.has(dimension)[known] for dimension in WEIGHED}
    added, odds = learn(answers, has)
    net = problem.net(np.ones(len(problem.of), dtype=bool))
    *bases, private = net.bases()
    result = {PRIVATE: problem.weights(PRIVATE)}
    result[PRIVATE]["^always"] += float(private)
    for (dimension, among), always in zip(added.items(), bases, strict=True):
        from_on = threshold(has[dimension][told] > 0, odds[dimension][told])
        weights = problem.weights(dimension)
        weights["^always"] += float(always) - least[dimension]
        weights = {name: weight * among.tempered for name, weight in weights.items()}
        others = {f"&{name}": weight for name, weight in among.others.items()}
        result[dimension] = weights | others | {"&always": among.always - logit(from_on)}
        right = f1(has[dimension][told] > 0, odds[dimension][told] >= from_on)
        print(f"{dimension:<12} F1 {right:.4f} from {from_on:.2f} on")
    own = [name for name, around in zip(problem.names, problem.around, strict=True) if not around]
    freed = net._replace(counts=net.counts * np.array([[freely(name)] for name in own], dtype=np.float32))
    return result, nets.lines(freed, own, [*(added[dimension].tempered for dimension in WEIGHED), 1.0])


def logit(probability: float) -> float:
    """The logarithm of the odds."""
    return log(probability / (1.0 - probability))


def write(
    found: dict[str, dict[str, float]], patterns: dict[str, list[str]], words: Mapping[str, Iterable[str]], target: Path
) -> None:
    """The weights as lists, one for each weight that occurs, in tenths; those of the patterns; the lists of words."""
    lines = [HEAD]
    for dimension, weights in found.items():
        by_weight: dict[float, list[str]] = {}
        for name, weight in sorted(weights.items()):
            by_weight.setdefault(round(weight, 1) + 0.0, []).append(name)
        for weight in sorted(set(by_weight) - {0.0}, reverse=True):
            lines.append(f"  weighs {dimension} {weight:g}:\n")
            lines += [f'    - "{line}"\n' for line in folded(by_weight[weight])]
    for name, entries in patterns.items():
        listed = folded(entries) if name == "patterns signs" else entries
        lines += [f"  {name}:\n", *(f'    - "{entry}"\n' for entry in listed)]
    for name, listed in words.items():
        lines += [f"  {name}:\n", *(f'    - "{line}"\n' for line in folded(sorted(listed)))]
    target.write_text("".join(lines), encoding="utf-8")


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
    taught = lessons(build(load(content() / "core" / "lexicon.yaml")[0]), pairs("dev"), labelled())
    found = rows(Problem(taught))
    if "--write" in arguments:
        write(*found, taught.words, TARGET)


if __name__ == "__main__":
    main(sys.argv[1:])
