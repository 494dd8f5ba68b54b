"""Learns the table of neighbouring words from the project's own prose, and writes coach/analysis/neighbours.py.

Usage: python -m tests.analysis.neighbours [--write]   (without it: how well tables learned without an author know
that author's answers from the same words in no order)
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from coach.analysis import order
from coach.analysis.lexicon import Lexicon, build
from coach.analysis.reading import read
from coach.analysis.sentence import Word
from coach.packs.lexicon import load
from coach.paths import content
from coach.yamlfile import read as read_yaml
from tests.analysis.corpus import pairs
from tests.analysis.floors import shuffled

Names = list[str]
# d and o are one author's sittings, by the first letters of the ids.
TWICE = "do"
_CAUTION = 2.0
_LOUDEST = 2.5
_TIMES, _FORGOTTEN = 3, 0.35
_HEAD = '"""How much likelier English makes one word beside another: learned, not written by hand.\n'
_TAIL = """
Made by tests/analysis/neighbours.py. A row is a class of words, a column the class that follows, in the same order;
the letter is the logarithm of how often the pair was met against how often chance would make it: "m" as often, "a"
hardly ever, "y" twelve times.
\"\"\"

ROWS = \"\"\"
"""


def prose() -> list[str]:
    """Every text of six words or more in the packs."""
    found: list[str] = []
    for path in sorted(content().glob("*/*.yaml")):
        if path.name != "lexicon.yaml":
            found.extend(text for text in _texts(read_yaml(path).data) if len(text.split()) >= 6)
    return found


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _texts(item)


def answers(without: str = "") -> list[str]:
    """Every answer of the development half but those of one author, told by the letters of the ids."""
    kept = [pair for pair in pairs("dev") if pair.id[0] not in without]
    return [side.text for pair in kept for side in (pair.weak, pair.strong)]


def sequences(text: str, lexicon: Lexicon) -> list[Names]:
    """The word classes of each sentence."""
    return [order.classes(sentence.words) for sentence in read(text, "", lexicon).sentences if sentence.words]


def lessons(texts: Iterable[str], lexicon: Lexicon) -> Iterator[Names]:
    """The word classes of each sentence, with a part of the words forgotten: strangers use words no list has."""
    chance = random.Random(1)
    for text in texts:
        for sentence in read(text, "", lexicon).sentences:
            for _ in range(_TIMES if sentence.words else 0):
                yield order.classes([_forgotten(word, chance) for word in sentence.words])


def _forgotten(word: Word, chance: random.Random) -> Word:
    return word if chance.random() > _FORGOTTEN else word._replace(tags=frozenset())


def learn(sentences: Iterable[Names]) -> dict[tuple[str, str], float]:
    """The logarithm of how much likelier than chance each pair is, drawn towards 0 where little was met."""
    pairs_met = Counter(pair for names in sentences for pair in pairwise(names))
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for (left, right), count in pairs_met.items():
        before[left] += count
        after[right] += count
    total = sum(before.values())
    return {
        (left, right): _lift(pairs_met[left, right], before[left] * after[right] / total)
        for left in before
        for right in after
    }


def _lift(met: int, expected: float) -> float:
    return max(-_LOUDEST, min(_LOUDEST, math.log((met / _TIMES + _CAUTION) / (expected / _TIMES + _CAUTION))))


def table(lifts: dict[tuple[str, str], float]) -> str:
    """The rows of the module: one letter for each pair."""
    names = sorted({name for pair in lifts for name in pair} | set(order.SMALL.values()))

    def letter(value: float) -> str:
        steps = round(value / order.STEP)
        return chr(order.ZERO + max(-order.HIGHEST, min(order.HIGHEST, steps)))

    return "\n".join(f"{left} {''.join(letter(lifts.get((left, right), 0.0)) for right in names)}" for left in names)


def measure(author: str, lexicon: Lexicon) -> str:
    """How a table learned without `author` separates that author's answers from their words in no order."""
    taught = lessons(prose() + answers(author), lexicon)
    known = order.table(table(learn(taught)))
    chance = random.Random(3)
    own = [side.text for pair in pairs("dev") if pair.id[0] in author for side in (pair.weak, pair.strong)]
    own = [text for text in own if len(text.split()) >= 12]
    language = sorted(mean(text, known, lexicon) for text in own)
    heaps = sorted(mean(shuffled(text, chance), known, lexicon) for text in own for _ in range(4))
    low, high = language[len(language) // 50], heaps[-len(heaps) // 50]
    return f"author {author}: language 2 % below {low:.2f}, shuffled 2 % above {high:.2f}"


def mean(text: str, known: order.Table, lexicon: Lexicon) -> float:
    """The mean lift of a text's pairs of words."""
    sums = [order.lifts(names, known) for names in sequences(text, lexicon)]
    return sum(lift for lift, _ in sums) / max(1.0, sum(weight for _, weight in sums))


def main(arguments: list[str]) -> None:
    """Print the cross-validation, or write the module."""
    lexicon = build(load(content() / "core" / "lexicon.yaml")[0])
    if "--write" in arguments:
        rows = table(learn(lessons(prose() + answers(), lexicon)))
        target = Path(order.__file__).with_name("neighbours.py")
        target.write_text(f'{_HEAD}{_TAIL}{rows}\n"""\n', encoding="utf-8")
        return
    for author in (TWICE, *sorted({pair.id[0] for pair in pairs("dev")} - set(TWICE))):
        print(measure(author, lexicon))


if __name__ == "__main__":
    main(sys.argv[1:])
