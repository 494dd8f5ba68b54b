"""Answer to findings: the one entry to the analysis. Deterministic, offline, nothing read but the arguments.

    findings = analyze(text, "design", lexicon)     # kind may be "" when it is not known
    findings.score                                  # 0.0 .. 100.0, one decimal
    findings.dimensions["impact"].evidence          # spans of the words it rests on
    findings.change                                 # the dimension whose lack costs most, or "" when nothing is missing
    as_json(findings, text)                         # the published contract
    outranks(strong=…, weak=…, kind=…, lexicon=…)   # for content checks

Drills keep `RULES` beside every take, so that it can be told by which rules and weights it was scored.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from coach.analysis import brevity, decision, impact, metric, opening, ownership, specificity, tail, tradeoff
from coach.analysis.findings import PRESENT, Evidence, Finding, Span, best, spans
from coach.analysis.learned import WEIGHED
from coach.analysis.lexicon import Lexicon
from coach.analysis.material import Material, material
from coach.analysis.reading import fluency
from coach.analysis.repetition import fresh
from coach.analysis.sentence import Sentence
from coach.analysis.signs import Place, Signs, signs
from coach.analysis.speaker import first_act
from coach.analysis.ties import matter
from coach.analysis.weighing import BESIDE, NEARLY, weighed
from coach.analysis.weights import DIMENSIONS, IN_ORDER, advice, matters, weakest, weights
from coach.garbage import uncollected

# The published form, and the rules and weights behind it.
VERSION: Final = 1
RULES: Final = 11
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
# What single sentences carry, and what is marked in them.
CARRIERS: Final = ("metric", "impact", "decision", "tradeoff", "ownership", "tail")


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
    seen, marked, aside = _evidence(read)
    carries = _carries(read, [item for name in CARRIERS for item in seen[name]])
    far = {start: min(1.0, value) for start, value in aside.items()}
    concrete = specificity.find(read, carries, far)
    brief, ballast = brevity.find(read, carries, far)
    strengths = {name: best(items) for name, items in seen.items()}
    strengths |= {"specificity": concrete.strength, "brevity": brief}
    seen |= {"specificity": concrete.anchors, "brevity": brevity.all_sentences(read)}
    advise = {name: advice(name, kind) for name in DIMENSIONS}
    if ballast:
        advise["brevity"] = f"{advise['brevity'].rstrip('.')}: {', '.join(ballast[:_NAMED])}."
    marked |= {name: seen[name] for name in _MANNERS}
    found = {name: _finding(name, strengths[name], seen[name], marked[name], text, advise[name]) for name in DIMENSIONS}
    worth = _worth(strengths | _throughout(read, seen) | {"specificity": concrete.worth}, kind)
    fluent, new = fluency(read.reading, carries), fresh(read.reading.sentences, carries)
    # What reads like a heap or a glossary keeps a trace of its worth, so that two such texts can still be compared.
    score = round(max(worth * fluent, _floor(worth)) * new, 1)
    held = fluent * new < _HELD and sum(found[name].present for name in CARRIERS) >= _MUCH
    change = weakest({name: item.strength for name, item in found.items() if not item.present}, kind)
    astray = tuple(
        Span(each.start, each.end)
        for each, carried in zip(read.reading.sentences, carries, strict=True)
        if not carried and aside.get(each.start, 0.0) >= _PLAINLY
    )
    return Findings(VERSION, kind, score, found, change, held, astray)


def _evidence(read: Material) -> tuple[dict[str, list[Evidence]], dict[str, list[Evidence]], dict[int, float]]:
    """What each sentence carries, by dimension, and what is marked; how far each, by its start, is beside the point."""
    seen: dict[str, list[Evidence]] = {name: [] for name in WEIGHED}
    marked: dict[str, list[Evidence]] = {name: [] for name in WEIGHED}
    aside: dict[int, float] = {}
    # The whole beginning is what the listener hears first; the finding rests on all that is said with it.
    head = opening.head(read)
    begun = Span(head[0].start, head[-1].end) if head else None
    breath = opening.in_one_breath(read, head)
    signs_of = shown(read)
    for (sentence, _), each in zip(signs_of, weighed(signs_of, read.reading.lexicon.learned), strict=True):
        aside[sentence.start] = each.aside
        for into, given, whole in ((seen, each.found, breath), (marked, each.marked, begun)):
            for name, items in given.items():
                into[name] += [item._replace(span=whole) for item in items] if whole and name == "opening" else items
    if best(seen["metric"]) < PRESENT:
        told = metric.plain(read, aside)
        seen["metric"] += told
        marked["metric"] += told
    return seen, marked, aside


def shown(read: Material) -> list[tuple[Sentence, Signs]]:
    """The sentences that say something for the first time, with their signs."""
    sentences = read.reading.sentences
    decided = first_act(sentences)
    ruled = _ruled(read, decided)
    head = opening.head(read)
    learned = read.reading.lexicon.learned
    result: list[tuple[Sentence, Signs]] = []
    before: Signs = {}
    said: set[str] = set()
    for sentence, items in zip(sentences, read.measured, strict=True):
        if sentence.words and not sentence.again:
            about = matter(sentence, learned.common)
            place = Place(
                first=sentence in head,
                after=0 <= decided <= sentence.start,
                act=sentence.start <= decided <= sentence.end,
                tied=not said.isdisjoint(about),
            )
            said |= about
            seen = ruled.get(sentence.start, {})
            before = signs(sentence, items, seen, place, read.reading.kind, before, learned.familiar)
            result.append((sentence, before))
    return result


def _ruled(read: Material, decided: int) -> dict[int, dict[str, list[Evidence]]]:
    """What the rules saw, by the start of the sentence and by dimension."""
    seen = {
        "metric": metric.find(read),
        "impact": impact.find(read, decided),
        "decision": decision.find(read),
        "tradeoff": tradeoff.find(read, decided),
        "opening": opening.find(read),
        "ownership": ownership.find(read),
        "tail": tail.find(read),
    }
    starts = _starts(read)
    result: dict[int, dict[str, list[Evidence]]] = {}
    for name, items in seen.items():
        for item in items:
            result.setdefault(starts[_place(starts, item)], {}).setdefault(name, []).append(item)
    return result


def _starts(read: Material) -> list[int]:
    return [sentence.start for sentence in read.reading.sentences if sentence.words]


def _place(starts: Sequence[int], item: Evidence) -> int:
    """In which of the sentences with these starts `item` stands."""
    return bisect_right(starts, item.span.start) - 1


def _finding(
    name: str, strength: float, items: Sequence[Evidence], marked: Sequence[Evidence], text: str, advise: str
) -> Finding:
    if strength < PRESENT:
        return Finding(name, False, round(strength, 4), (), (), advise)
    sure = sorted((item for item in marked if item.strength >= PRESENT), key=lambda item: -item.strength)
    why = tuple(dict.fromkeys(f"{item.rule}: {text[item.span.start : item.span.end]}" for item in sure))
    carried = spans(items, max(NEARLY, strength - BESIDE))
    clearest = sure[0].span if sure else None
    return Finding(name, True, round(strength, 4), carried, why, None, spans(sure), clearest)


def _worth(strengths: Mapping[str, float], kind: str) -> float:
    """What an answer of these strengths is worth (0..100), as far as it is language."""
    table = weights(kind)
    carried = sum(table[name] * strengths[name] for name in DIMENSIONS if name not in _MANNERS)
    manner = sum(table[name] * strengths[name] for name in _MANNERS)
    # Manner alone is worth little: a concrete, short answer that says nothing stays under ten points.
    return 100 * min(1.0, carried + manner * min(1.0, 0.3 + carried * 2))


def _carries(read: Material, carrying: Sequence[Evidence]) -> list[bool]:
    """Which sentences carry something."""
    starts = _starts(read)
    carried = {starts[_place(starts, item)] for item in carrying if item.strength >= PRESENT}
    return [bool(sentence.words) and sentence.start in carried for sentence in read.reading.sentences]


def _floor(said: float) -> float:
    """Under five points, however much is in the words."""
    return _FLOOR * said / (said + _FLOOR)


def _throughout(read: Material, seen: Mapping[str, Sequence[Evidence]]) -> dict[str, float]:
    """How far each dimension is carried by its best sentence, and partly by all of them (0..1).

    A sentence beside the point lowers the mean of all.
    """
    starts = _starts(read)
    result = {}
    for name in CARRIERS:
        most = [0.0] * len(starts)
        for item in seen[name]:
            at = _place(starts, item)
            most[at] = max(most[at], item.strength)
        highest = max(most, default=0.0)
        result[name] = (1.0 - _ALL) * _graded(highest) + _ALL * sum(most) / max(1, len(most))
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
