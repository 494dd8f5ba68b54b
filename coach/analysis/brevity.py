"""Brevity: no fillers, repetition, lectures or detail that carries nothing. Length itself is no fault."""

from collections.abc import Sequence

from coach.analysis.findings import Evidence
from coach.analysis.material import Material


def find(material: Material, carrying: Sequence[Evidence]) -> tuple[float, list[str]]:
    """How free of ballast the answer is (0..1), and what the ballast is."""
    sentences = [sentence for sentence in material.reading.sentences if sentence.words]
    if not sentences:
        return 0.0, []
    faults: list[str] = []
    fillers = sum(len(sentence.hits.get("fillers", ())) for sentence in sentences)
    lectures = sum(len(sentence.hits.get("lecture_phrases", ())) for sentence in sentences)
    numbers = sum(
        1 for items in material.measured for item in items if not item.counts and item.quantity.form != "date"
    )
    repeated = sum(sentence.again for sentence in sentences)
    idle = _idle(material, carrying)
    cost = 0.0
    for name, amount, weight in (
        ("fillers", max(0, fillers - 1), 0.22),
        ("lecture", lectures, 0.25),
        ("numbers that measure nothing", max(0, numbers - 1), 0.15),
        ("repetition", repeated, 0.5),
        ("sentences that carry nothing", idle, 0.5),
    ):
        if amount:
            faults.append(name)
            cost += weight * amount
    return max(0.0, 1.0 - cost), faults


def _idle(material: Material, carrying: Sequence[Evidence]) -> float:
    """The share of words in sentences that carry nothing."""
    starts = sorted(item.span.start for item in carrying if item.strength >= 0.5)
    total = idle = at = 0
    for sentence in material.reading.sentences:
        while at < len(starts) and starts[at] < sentence.start:
            at += 1
        total += len(sentence.words)
        if not (at < len(starts) and starts[at] <= sentence.end):
            idle += len(sentence.words)
    return idle / total if total else 1.0
