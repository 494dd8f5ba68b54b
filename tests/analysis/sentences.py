"""Answers, and passages out of the middle of answers, in which every sentence is labelled by what it carries.

`corpus/answers.txt` holds whole answers, good and weak; they have no other side to be ranked against. The passages in
`corpus/passages.txt` were written for what is hard to tell: losses and gains without a cue word, and sentences that
look like them. Each begins with `# kind author`; before each sentence stand its letters (`-` for none) and a tab.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tests.analysis.corpus import FOLDER, Labelled

# What the letters before a sentence say that it carries. How an answer opens is learned from pairs alone.
LETTERS: Final = {"m": "metric", "i": "impact", "d": "decision", "t": "tradeoff", "o": "ownership", "p": "tail"}
ANSWERS, PASSAGES = "answers", "passages"
# What is learned from each. In passages nearly every choice has its loss behind it, as in no real answer, and so they
# mislead about decisions, losses and acts.
TEACH: Final = {ANSWERS: frozenset(LETTERS.values()), PASSAGES: frozenset({"impact", "tail"})}


class Told(NamedTuple):
    """An answer, or a passage out of one (not `whole`), with the spans that carry something."""

    author: str
    kind: str
    side: Labelled
    whole: bool


def told() -> Iterator[Told]:
    """All answers, then all passages; ValueError on a malformed line."""
    for name, taught in TEACH.items():
        for block in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n"):
            head, *lines = block.splitlines()
            _, kind, author = head.split(" ")
            parted = [(text, letters) for letters, text in (line.split("\t") for line in lines)]
            yield Told(f"{name} {author}", kind, _side(parted, taught), name == ANSWERS)


def _side(parted: Sequence[tuple[str, str]], taught: frozenset[str]) -> Labelled:
    spans = {name: [text for text, letters in parted if letter in letters] for letter, name in LETTERS.items()}
    labels = {name: bool(found) for name, found in spans.items() if name in taught}
    return Labelled(" ".join(text for text, _ in parted), labels, spans)
