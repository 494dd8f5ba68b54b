"""Metric: a quantity that measures a result, a target, a cost or a negotiated term."""

from collections.abc import Mapping
from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.measure import Measured
from coach.analysis.wordset import bag

_NAMES = {
    "result": "a result",
    "money": "money",
    "time": "time taken or saved",
    "share": "a share",
    "tail": "a percentile",
    "target": "a target",
    "cost": "a cost",
    "term": "a term of the deal",
    "estimate": "an estimate",
}


_CHANGED: Final = bag("percent fraction factor ratio time money")
# How surely an amount is one that counts, how far before it the verb may stand, and how surely that is a metric.
_SURE, _BEFORE, _PLAINLY = 0.9, 6, 0.6
_CONCLUDES: Final = bag(
    "so gives give makes make comes roughly about around approximately nearly total reckon estimate guess say "
    "between some maybe almost close works answer that's leaves call"
)


def _concluded(material: Material) -> bool:
    """Whether an estimate arrives anywhere: "about forty", "which gives 12,000"."""
    return any(
        word.low in _CONCLUDES
        for items in material.measured
        for item in items
        for word in item.sentence.words[max(0, item.place - 2) : item.place]
    ) or any(items and items[0].place == 0 for items in material.measured[:1])


def plain(material: Material, aside: Mapping[int, float]) -> list[Evidence]:
    """Sentences, not `aside`, that say by how much something changed, or from where to where ("cut it by 75 %").

    However few words there are to weigh, that is a metric.
    """
    return [
        evidence(item.sentence, 0, len(item.sentence.words), _PLAINLY, "by how much it changed")
        for items in material.measured
        for item in items
        if not aside.get(item.sentence.start) and item.counts and item.strength >= _SURE and _changed(item)
    ]


def _changed(item: Measured) -> bool:
    """Whether a verb of change stands before the amount, with from and to, or "by"."""
    words, at = item.sentence.words, item.place
    by = item.quantity.shape in ("fromto", "by") or (at > 0 and words[at - 1].low == "by")
    return by and item.quantity.form in _CHANGED and item.sentence.near("change_verbs", at, _BEFORE, 0) is not None


def find(material: Material) -> list[Evidence]:
    """Every quantity that measures something that counts; parts of an estimate only when it arrives."""
    loose = 1.0 if material.reading.kind != "estimation" or _concluded(material) else 0.7
    return [
        evidence(
            item.sentence,
            item.place,
            item.place + 1,
            item.strength * (loose if item.kind == "estimate" else 1.0),
            f"measures {_NAMES[item.kind]}",
        )
        for items in material.measured
        for item in items
        if item.counts
    ]
