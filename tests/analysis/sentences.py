"""Answers, and passages out of the middle of answers, in which every sentence is labelled by what it carries.

`corpus/answers.txt` holds whole answers, good and weak; they teach sentences and are not ranked. The passages in
`corpus/passages.txt` were written for what is hard to tell: losses and gains without a cue word, and sentences that
look like them. Each begins with `# kind author`; before each sentence stand its letters (`-` for none) and a tab.

A hundred and nineteen authors wrote the answers, eight the passages; none saw the rules, and but for G1 to J7 none saw
another's texts. The letters are for these files alone. Each lot of pairs was ranked before anything was learned from
it, by the weights of the time (from A1 on, those pairs whose better answer carries more):

- A to H, W to Z, a and b, weak and better answers to one question, two thirds of the pairs alike but for one or two
  dimensions and told with the same facts: A to F 739 of 781 pairs right, the others 1,014 of 1,040 (by the weights of
  before all these 997; nine one-line regexes 527 and 737); Q to V likewise, less alike: 813 of 832 (regexes 674);
- I to P, and c to h and j to s (4,004 answers), one by one; in the latter more than half name a loss, hardly ever with
  a cue word;
- A1 to A8 and B1 to B7, pairs of which two thirds are alike, with something that looks like a loss or a gain in the
  place of one: 906 of 1,002 and 831 of 915;
- C1 to C8, D1 to D7 and E1 to E7, pairs as candidates ordinarily speak: 1,009 of 1,032, 882 of 918, 897 of 918;
- F1 to F7, pairs mostly of one to three sentences, half of them with the same plain choice in both answers ("I would
  ..."): 964 of 1,001;
- G1 to G8, H1 to H8 and J1 to J7, pairs in the manner of the development half, of which each author had read 45 pairs
  (from J1 on also how its labels are assigned; see corpus.py): 1,107 of 1,123, 1,103 of 1,120 and 971 of 979;
- K1 and K2, 640 answers of one or two short sentences, one by one: results, losses and choices, and what looks like
  them;
- K3 to K8, 420 answers one by one, from trades that are other people's private life: kitchens, animals, children,
  stages, travel, rocks. Before them 58 of 745 sentences of two strangers of such trades were taken for private
  life.

Answers teach what signs say together, and passages also what a sign says by itself (fit.py).
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


class Text(NamedTuple):
    """An answer, or a passage out of one (not `whole`), with the spans that carry something."""

    author: str
    kind: str
    side: Labelled
    whole: bool


def blocks(name: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Of each text in a file its head, and its sentences with their letters; ValueError on a malformed line."""
    for block in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        head, *lines = block.splitlines()
        yield head, [(text, letters) for letters, text in (line.split("\t") for line in lines)]


def labelled() -> Iterator[Text]:
    """All answers, then all passages."""
    for name, taught in TEACH.items():
        for head, parted in blocks(name):
            _, kind, author = head.split(" ")
            yield Text(f"{name} {author}", kind, _side(parted, taught), name == ANSWERS)


def _side(parted: Sequence[tuple[str, str]], taught: frozenset[str]) -> Labelled:
    spans = {name: [text for text, letters in parted if letter in letters] for letter, name in LETTERS.items()}
    labels = {name: bool(found) for name, found in spans.items() if name in taught}
    return Labelled(" ".join(text for text, _ in parted), labels, spans)
