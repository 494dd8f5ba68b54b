"""What each dimension is called, how much it counts for each kind of answer, what to say when it is missing or weak."""

from collections.abc import Mapping
from typing import Final

DIMENSIONS: Final = (
    "metric", "impact", "decision", "tradeoff", "opening", "ownership", "tail", "specificity", "brevity",
)  # fmt: skip
KINDS: Final = ("opening", "design", "behavioral", "impact", "negotiation", "resume", "pitch", "estimation")

# Fitted on pairs of the development half, each author judged by what was learned from the others.
_GENERAL: Final = {
    "metric": 5, "impact": 20, "decision": 7, "tradeoff": 19, "opening": 11, "ownership": 10, "specificity": 9,
    "brevity": 12,
}  # fmt: skip
_BY_KIND: Final[dict[str, dict[str, int]]] = {
    "opening": {"opening": 20, "decision": 8},
    "design": {"tradeoff": 22, "decision": 10},
    "behavioral": {"ownership": 11},
    "impact": {"impact": 23},
    "negotiation": {"decision": 13, "metric": 11, "impact": 15},
    "resume": {"metric": 11, "impact": 22, "ownership": 11, "tradeoff": 16},
    "pitch": {"opening": 18},
    "estimation": {"metric": 12, "impact": 12, "decision": 12, "opening": 18, "ownership": 6},
}
# A tail belongs to speed and load: it adds, and its lack costs nothing.
_TAIL: Final = 0.14
_NOT_ASKED: Final = {
    "estimation": ("impact", "ownership", "tail"),
    "negotiation": ("impact", "tail"),
    "resume": ("tradeoff", "tail"),
    "design": (),
}

_SAID: Final = {"tradeoff": "trade-off"}
ADVICE: Final = {
    "metric": "Name one number for the result, the target or the cost.",
    "impact": "Say what it changed for people or money, and how much.",
    "decision": "Say what you chose, refused or ask for, as an act of yours.",
    "tradeoff": "Name the cost: who lost, what got worse, what you gave up.",
    "opening": "Begin with the result, the stakes or your recommendation.",
    "ownership": "Say \"I\" and the act, so that a listener could film it.",
    "tail": "Give the slow end: the percentile, worst case or peak.",
    "specificity": "Trade general words for names, things and amounts.",
    "brevity": "Cut what carries nothing.",
}  # fmt: skip
# Instead of all others, for words in no order or said twice.
IN_ORDER: Final = "Write it in whole sentences, as you would say it, and each thing once."
_ADVICE_BY_KIND: Final[dict[str, dict[str, str]]] = {
    "estimation": {
        "metric": "Carry the chain through to one figure.",
        "decision": "Say what you leave out of the reckoning.",
        "tradeoff": "Say which figure you trust least, and which way it errs.",
        "opening": "Begin with the figure, then show the chain.",
    },
    "negotiation": {
        "metric": "Name the figure you ask for.",
        "decision": "Ask outright for one thing that they can say yes to.",
        "tradeoff": "Say what you give up for it, or do if the answer is no.",
        "opening": "Begin with what you ask for, not with the thanks.",
    },
    "resume": {
        "metric": "Put the figure that shows the result into the line.",
        "impact": "End the line with who gained from it, and how much.",
        "opening": "Begin with the result, or with the act that brought it.",
        "ownership": "Begin with the bare verb of an act: cut, built, led.",
    },
}

STRONGER: Final = {
    "metric": "Tie the number to what it counts and over which time.",
    "impact": "Say who gained or lost it, and how much, in their own unit.",
    "decision": "Lead with the verb: I chose, I refused, I ask for.",
    "tradeoff": "Say it in plainer words, with what it cost.",
    "opening": "Move the result or the stakes into its first words.",
    "ownership": "Make yourself the subject of the act that mattered most.",
    "tail": "Put the share or the moment right beside its number.",
    "specificity": "Trade one more general word for a name, a thing or an amount.",
    "brevity": "Take out what nobody would ask you for.",
}


def label(dimension: str) -> str:
    """The dimension as people are told of it."""
    return _SAID.get(dimension, dimension)


def weights(kind: str) -> dict[str, float]:
    """Weights of the nine dimensions for a kind of answer; without the tail's, which comes on top, they add up to 1."""
    table = _GENERAL | _BY_KIND.get(kind, {})
    total = sum(table.values())
    return {name: table[name] / total if name in table else _TAIL for name in DIMENSIONS}


def advice(dimension: str, kind: str) -> str:
    """What to say when an answer of this kind lacks the dimension."""
    return _ADVICE_BY_KIND.get(kind, {}).get(dimension, ADVICE[dimension])


def matters(dimension: str, kind: str) -> bool:
    """Whether an answer of this kind is asked for the dimension at all (a tail is asked of a design)."""
    return dimension not in _NOT_ASKED.get(kind, ("tail",))


def weakest(strengths: Mapping[str, float], kind: str) -> str:
    """Of what an answer of this kind is asked for, what falls shortest (of 1.0) by its weight; "" if nothing does."""
    table = weights(kind)
    short = {name: table[name] * (1.0 - strength) for name, strength in strengths.items() if matters(name, kind)}
    return max((name for name in short if short[name] > 0), key=lambda name: short[name], default="")
