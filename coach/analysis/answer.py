"""Answer to findings: the one entry to the analysis. Deterministic, offline, nothing read but the arguments.

    findings = analyze(text, "design", lexicon)     # kind may be "" when it is not known
    findings.score                                  # 0.0 .. 100.0, one decimal
    findings.dimensions["impact"].evidence          # spans of the words it rests on
    findings.change                                 # the dimension whose lack costs most, or "" when nothing is missing
    as_json(findings, text)                         # the published contract
    outranks(strong=…, weak=…, kind=…, lexicon=…)   # for content checks

Drills keep `RULES` beside every take, so that it can be told by which rules and weights it was scored.
"""

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import Any, Final, NamedTuple

from coach.analysis import brevity, specificity
from coach.analysis.carried import CARRIERS, Carried, carried, carrying, words
from coach.analysis.findings import PRESENT, Evidence, Finding, Span, spans
from coach.analysis.learned import WEIGHED
from coach.analysis.lexicon import Lexicon
from coach.analysis.material import Material, material
from coach.analysis.reading import fluency
from coach.analysis.repetition import fresh
from coach.analysis.weights import DIMENSIONS, IN_ORDER, advice, matters, weakest, weights
from coach.garbage import uncollected

# The published form, and the rules and weights behind it.
VERSION: Final = 1
RULES: Final = 12
_FLOOR: Final = 5.0
# With so many dimensions there and the score below so much of its worth, it is the order of the words that costs.
_MUCH, _HELD = 3, 0.5
# The best sentence counts less the nearer its strength is to this.
_LEAST: Final = 0.2
# How much all sentences count beside the best one.
_ALL: Final = 0.4
# From here on a sentence is called beside the point. From 1.0 on it would be wrong twice as often, in odd trades.
_PLAINLY: Final = 2.0
# So much ballast is named, the heaviest first: its advice is one line.
_NAMED: Final = 2
_MANNERS: Final = ("specificity", "brevity")


class Findings(NamedTuple):
    """The nine findings of one answer, its score (0..100) and the one change that matters most ("" for none).

    `held` says that much is there and the score held down all the same: the words are in no order, or said twice.
    `aside` is where sentences surely are of private life or small talk, and carry nothing.
    """

    version: int
    kind: str
    score: float
    dimensions: Mapping[str, Finding]
    change: str
    held: bool
    aside: tuple[Span, ...]

    @property
    def advice(self) -> str:
        """What to do first; "" when nothing is missing."""
        if self.held:
            return IN_ORDER
        return self.dimensions[self.change].advice or "" if self.change else ""

    @property
    def lacking(self) -> tuple[Finding, ...]:
        """What is missing and asked of this kind."""
        return tuple(item for name, item in self.dimensions.items() if not item.present and matters(name, self.kind))


class Ranking(NamedTuple):
    """Whether the strong answer scores above the weak one, both scores, and what the strong one lacks."""

    holds: bool
    weak: float
    strong: float
    missing: tuple[str, ...]


@uncollected()
def analyze(text: str, kind: str, lexicon: Lexicon) -> Findings:
    """The findings of `text` as an answer of `kind` (one of weights.KINDS, or "")."""
    read = material(text, kind, lexicon)
    said = carried(read)
    carries = carrying(read, said.sure)
    counting = carries if said.counts is said.sure else carrying(read, said.counts)
    far = {start: min(1.0, value) for start, value in said.aside.items()}
    concrete = specificity.find(read, counting, far)
    brief, ballast = brevity.find(read, carries, far)
    strengths = said.strengths | {"specificity": concrete.strength, "brevity": brief}
    rests = words(read, said)
    manners = {"specificity": concrete.anchors, "brevity": brevity.all_sentences(read)}
    on, marked = rests.on | manners, rests.marked | manners
    advise = {name: advice(name, kind) for name in DIMENSIONS}
    if ballast:
        advise["brevity"] = f"{advise['brevity'].rstrip('.')}: {', '.join(ballast[:_NAMED])}."
    found = {name: _finding(name, strengths[name], on[name], marked[name], text, advise[name]) for name in DIMENSIONS}
    worth = _worth(strengths | _throughout(read, said.counts) | {"specificity": concrete.worth}, kind)
    fluent, new = _fluency(read, said, counting), fresh(read.reading.sentences, counting)
    # What reads like a heap or a glossary keeps a trace of its worth, so that two such texts can still be compared.
    score = round(max(worth * fluent, _floor(worth)) * new, 1)
    held = fluent * new < _HELD and sum(found[name].present for name in CARRIERS) >= _MUCH
    change = weakest({name: item.strength for name, item in found.items() if not item.present}, kind)
    astray = tuple(
        Span(each.start, each.end)
        for each, does in zip(read.reading.sentences, carries, strict=True)
        if not does and said.aside.get(each.start, 0.0) >= _PLAINLY
    )
    return Findings(VERSION, kind, score, found, change, held, astray)


def _fluency(read: Material, said: Carried, counting: Sequence[bool]) -> float:
    """How far the answer is language; what is beside the point and counts for nothing does not make it more so."""
    sentences = read.reading.sentences
    kept = [counts or sentence.start not in said.astray for sentence, counts in zip(sentences, counting, strict=True)]
    whole = fluency(read.reading, counting)
    if all(kept) or not any(kept):
        return whole
    rest = read.reading._replace(sentences=list(compress(sentences, kept)))
    return min(whole, fluency(rest, list(compress(counting, kept))))


def _finding(
    name: str, strength: float, items: Sequence[Evidence], marked: Sequence[Evidence], text: str, advise: str
) -> Finding:
    if strength < PRESENT:
        return Finding(name, False, round(strength, 4), (), (), advise)
    sure = sorted((item for item in marked if item.strength >= PRESENT), key=lambda item: -item.strength)
    why = tuple(dict.fromkeys(f"{item.rule}: {text[item.span.start : item.span.end]}" for item in sure))
    clearest = sure[0].span if sure else None
    return Finding(name, True, round(strength, 4), spans(items, 0.0), why, None, spans(sure), clearest)


def _worth(strengths: Mapping[str, float], kind: str) -> float:
    """What an answer of these strengths is worth (0..100), as far as it is language."""
    table = weights(kind)
    carried = sum(table[name] * strengths[name] for name in DIMENSIONS if name not in _MANNERS)
    manner = sum(table[name] * strengths[name] for name in _MANNERS)
    # Manner alone is worth little: a concrete, short answer that says nothing stays under ten points.
    return 100 * min(1.0, carried + manner * min(1.0, 0.3 + carried * 2))


def _floor(said: float) -> float:
    """Under five points, however much is in the words."""
    return _FLOOR * said / (said + _FLOOR)


def _throughout(read: Material, counts: Mapping[int, Mapping[str, float]]) -> dict[str, float]:
    """How far each dimension is carried by its best sentence, and partly by all of them (0..1).

    A sentence beside the point lowers the mean of all. An opening stands at the beginning only.
    """
    sentences = sum(bool(sentence.words) for sentence in read.reading.sentences)
    result = {}
    for name in WEIGHED:
        most = [values.get(name, 0.0) for values in counts.values()]
        highest = max(most, default=0.0)
        of_all = sum(most) / max(1, sentences)
        result[name] = highest if name == "opening" else (1.0 - _ALL) * _graded(highest) + _ALL * of_all
    return result


def _graded(strength: float) -> float:
    """Faint traces count for little, so that chance words around an answer do not lift it."""
    return strength * max(0.0, min(1.0, (strength - _LEAST) / (PRESENT - _LEAST)))


def outranks(weak: str, strong: str, kind: str, lexicon: Lexicon) -> Ranking:
    """Whether `strong` scores above `weak`, for the check of content packs."""
    low, high = analyze(weak, kind, lexicon), analyze(strong, kind, lexicon)
    missing = tuple(name for name, item in high.dimensions.items() if not item.present)
    return Ranking(high.score > low.score, low.score, high.score, missing)


def as_json(findings: Findings, text: str) -> dict[str, Any]:
    """The published form of `findings`."""
    return {
        "version": findings.version,
        "rules": RULES,
        "kind": findings.kind or None,
        "score": findings.score,
        "dimensions": {
            name: {
                "present": item.present,
                "evidence": [_quoted(span, text) for span in item.evidence],
                "marked": [_quoted(span, text) for span in item.marked],
                "advice": item.advice,
            }
            for name, item in findings.dimensions.items()
        },
        "change": findings.change or None,
        "held": findings.held,
        "aside": [_quoted(span, text) for span in findings.aside],
    }


def _quoted(span: Span, text: str) -> dict[str, Any]:
    start, end = span
    return {"start": start, "end": end, "text": text[start:end]}
