"""Metric: a quantity that measures a result, a target, a cost or a negotiated term."""

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence

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


def find(material: Material) -> list[Evidence]:
    """Every quantity that measures something that counts."""
    return [
        evidence(item.sentence, item.place, item.place + 1, item.strength, f"measures {_NAMES[item.kind]}")
        for items in material.measured
        for item in items
        if item.counts
    ]
