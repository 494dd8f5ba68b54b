"""How much each dimension counts for each kind of answer, and what to say when it is missing."""

from typing import Final

DIMENSIONS: Final = (
    "metric", "impact", "decision", "tradeoff", "opening", "ownership", "tail", "specificity", "brevity",
)  # fmt: skip
KINDS: Final = ("opening", "design", "behavioral", "impact", "negotiation", "resume", "pitch", "estimation")

_GENERAL: Final = {
    "metric": 14, "impact": 16, "decision": 14, "tradeoff": 16, "opening": 13, "ownership": 6, "tail": 5,
    "specificity": 7,
    "brevity": 13,
}  # fmt: skip
_BY_KIND: Final[dict[str, dict[str, int]]] = {
    "opening": {"opening": 22, "impact": 18, "tradeoff": 10, "decision": 11},
    "design": {"tradeoff": 18, "tail": 11, "decision": 15, "impact": 14, "ownership": 5},
    "behavioral": {"ownership": 10, "decision": 16, "tail": 3},
    "impact": {"impact": 21, "metric": 15, "tradeoff": 12},
    "negotiation": {"decision": 20, "metric": 17, "tradeoff": 15, "impact": 9, "tail": 2},
    "resume": {"metric": 19, "impact": 20, "ownership": 11, "tradeoff": 9, "decision": 11, "tail": 4},
    "pitch": {"opening": 17, "impact": 19, "tradeoff": 12},
    "estimation": {"metric": 18, "decision": 15, "tradeoff": 17, "impact": 5, "opening": 19, "ownership": 5, "tail": 5},
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
