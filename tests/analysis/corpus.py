"""The labelled weak/strong pairs that the answer analysis is developed and measured on, and the one way to read them.

`corpus/dev.jsonl` is for tuning, `corpus/test.jsonl` is scored only at the end. One pair a line: a question, a weak
answer and a strong one to the same question, each labelled true or false on the nine dimensions. All texts were
written for this corpus, one at a time and without templates; people, firms and figures are invented. Ids and
texts are unique over both files.

Eighty-three authors wrote and labelled without looking at the rules or at each other's texts; the first letter of
an id tells which (d, o and t are one author's three sittings). e f g h s t u w x, E F G H I P Q and κ λ τ υ φ are
of test alone, all others of dev, each in voices and fields of its own. J to Q, 3 and 7 wrote in the manner of
public interview guides, with few prices and choices even in good answers; 8 9 α φ as if from sixty sources each
(notes, forums, transcripts, textbooks). π ψ ω χ ν took, for each pair, one example that stands on a public page,
and told another case in its manner, with its faults. The other Greek letters but τ first looked through what public
pages show of one sort and then wrote their own in that manner. R to X, 4 5 6 0 τ ρ and σ wrote mostly pairs that
differ in one or two dimensions, told with the same facts on both sides. Nearly all went through the labels a second
time against the list below. The labels of e f g h s u w x were given a second time by readers who knew neither the
first labels nor which answer was the weak one; where the two differed for g h s u w x, a third decided. 1,798 answers
of the other authors of test were read again so, to see how far two readers agree: F1 of the second labels against the
first is .96 (brevity) to .99, impact .97, trade-off .98. These labels were left as they were.

In dev, the answers of all authors after d, o, a and b carry `spans`: the words each dimension rests on, marked by the
author; the weights are learned from them (fit.py), with the answers and passages of others (sentences.py),
with `beside.txt`, sentences beside any point, and `private.txt`, private life, small talk and general knowledge told in
the words that also tell of work. `meanings.npz` says which words are alike (meanings.py). `unseen.txt` holds more of
these by writers of its own (from line 301 on three, about 700 each; from line 2,375 on one, 498 made to look like
work); it teaches nothing and is only measured on (tests/bench/analysis.py), and so is `trades.jsonl`, pairs without
labels from trades that are other people's private life.

How labels were assigned, beyond the definitions of the dimensions (doubts were decided once, the same way
everywhere):

- metric: a quantity of a result, target, cost, price, estimate or negotiated term, wherever it stands in the
  answer. Also a technical result (AUC, p99) and a bare "halved". Not: tenure, headcount, counts of tools, meetings,
  documents or places, sizes of data or models, dates, the seconds of a health check.
- impact: the magnitude stands beside a consequence for those served, for people's time or for the money of the
  business. A number of people affected counts as a magnitude, and so does a rate of what users do (they stay,
  finish, come back), as a result, a target or a stake; a wait counts, the latency of a machine does not. A cost
  that the speaker accepts, and the speaker's own pay, are metric (and perhaps trade-off) but not impact. "Every"
  and "nobody ... any more" count where they state a complete change.
- decision: a choice, refusal, ask or recommendation. Bare verbs of choosing count (banned, replaced, dropped,
  moved, took away, stopped, refused, picked), verbs of making alone do not (built, wrote, ran, introduced,
  coordinated). "We chose" counts, a passive does not. In an estimate, leaving something out is a decision; assuming
  a number is not.
- tradeoff: what was lost, risked, paid or who was annoyed, beside a choice. In an estimate, the direction of the
  error.
- opening: the first sentence (or a first fragment with the next one) has the result, the stakes, the need of a
  user, the direct answer or the recommendation. To "tell me about a time", the speaker's own decisive act is a
  direct answer; to "what changed?", only the result or the stakes are. Naming a technique first is method first.
  Superlatives are no result.
- ownership: "I" and a concrete act, or a bare verb in a résumé line. "I'd use best practices", "I take ownership"
  are empty.
- tail: a percentile, the slowest share, the worst case or the peak, where speed or load is the topic; false
  elsewhere, which is no fault of the answer: look at the kind and the topic before scoring it.
- specificity: mostly concrete. Number-stuffed answers are often specific; what they lack is brevity and a result.
- brevity: false from about three fillers on, for repetition, for detail that answers another question, for lectures
  and for slogans, which are filler too.

Tags: number_stuffed (weak is full of numbers that measure nothing), buzzwords (weak is frameworks and slogans),
number_words (strong has its quantities in words only, or nearly), ratio_words (a share or a tail in words),
disfluent, non_native, british, indian_numbers, no_cue (a trade-off without a cue word), fragment (a decision as a
fragment), result_first (an opening without a number), strong_shorter (fewer words than the weak one), two_dims
(labels differ in at most two dimensions).
"""

import json
import re
from pathlib import Path
from typing import NamedTuple

SPLITS = ("dev", "test")
FOLDER = Path(__file__).with_name("corpus")


class Labelled(NamedTuple):
    """One answer and, for each of the nine dimensions, whether it is present; `spans` are the words it rests on."""

    text: str
    labels: dict[str, bool]
    spans: dict[str, list[str]] | None

    def marked(self, dimension: str) -> list[tuple[int, int]]:
        """Where the words stand that the author marked (characters)."""
        words = (self.spans or {}).get(dimension, [])
        return [(found.start(), found.end()) for each in words for found in re.finditer(re.escape(each), self.text)]


class Pair(NamedTuple):
    """A weak and a strong answer to one question."""

    id: str
    field: str
    kind: str
    tags: frozenset[str]
    prompt: str
    weak: Labelled
    strong: Labelled


def stopped(text: str) -> str:
    """`text` with a mark at its end, so that another sentence can follow."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def pairs(split: str) -> list[Pair]:
    """All pairs of "dev" or "test", in file order; KeyError or ValueError on a malformed line."""
    lines = (FOLDER / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_pair(json.loads(line)) for line in lines]


def _pair(row: dict[str, object]) -> Pair:
    weak, strong = (_labelled(row[side]) for side in ("weak", "strong"))
    tags = row["tags"]
    if not isinstance(tags, list):
        raise ValueError(f"{row['id']}: tags must be a list")
    return Pair(
        str(row["id"]), str(row["field"]), str(row["kind"]), frozenset(map(str, tags)), str(row["prompt"]), weak, strong
    )


def _labelled(side: object) -> Labelled:
    if not isinstance(side, dict):
        raise ValueError("weak and strong must be objects")
    return Labelled(side["text"], dict(side["labels"]), side.get("spans"))
