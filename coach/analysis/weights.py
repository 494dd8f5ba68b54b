"""How much each dimension counts for each kind of answer, and what to say when it is missing."""

from typing import Final

DIMENSIONS: Final = (
    "metric", "impact", "decision", "tradeoff", "opening", "ownership", "tail", "specificity", "brevity",
)  # fmt: skip
KINDS: Final = ("opening", "design", "behavioral", "impact", "negotiation", "resume", "pitch", "estimation")

_GENERAL: Final = {
    "metric": 16, "impact": 18, "decision": 16, "tradeoff": 14, "opening": 12, "ownership": 8, "tail": 4,
    "specificity": 7,
    "brevity": 9,
}  # fmt: skip
_BY_KIND: Final[dict[str, dict[str, int]]] = {
    "opening": {"opening": 22, "impact": 20, "tradeoff": 8, "decision": 12},
    "design": {"tradeoff": 17, "tail": 9, "decision": 17, "impact": 15, "ownership": 6},
    "behavioral": {"ownership": 13, "decision": 18, "tail": 2},
    "impact": {"impact": 23, "metric": 18, "tradeoff": 9},
    "negotiation": {"decision": 22, "metric": 20, "tradeoff": 13, "impact": 9, "tail": 1},
    "resume": {"metric": 22, "impact": 22, "ownership": 14, "tradeoff": 7, "decision": 11, "tail": 3},
    "pitch": {"opening": 17, "impact": 21, "tradeoff": 10},
    "estimation": {"metric": 22, "decision": 14, "tradeoff": 14, "impact": 5, "opening": 20, "ownership": 7, "tail": 3},
}

ADVICE: Final = {
    "metric": "Name one number that measures the result, the target or the cost.",
    "impact": "Say what changed for customers, money or people's time, and by how much.",
    "decision": "Say what you chose, refused or ask for: one verb with you as its subject.",
    "tradeoff": "Name what it cost: who lost, what got worse, what you gave up.",
    "opening": "Begin with the result, the stakes or your recommendation, not with the way there.",
    "ownership": "Say \"I\" and the act itself, so that a listener could film it.",
    "tail": "Give the slow end: the percentile, the worst case or the peak, not the average.",
    "specificity": "Put names, things and amounts in place of the general words.",
    "brevity": "Cut what carries nothing.",
}  # fmt: skip


def weights(kind: str) -> dict[str, float]:
    """Weights of the nine dimensions for a kind of answer, adding up to 1."""
    table = _GENERAL | _BY_KIND.get(kind, {})
    total = sum(table.values())
    return {name: table[name] / total for name in DIMENSIONS}
