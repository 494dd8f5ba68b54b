"""What items are made of: phases, probes, steps of a case, components of a design, rounds of a loop, slides."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final, Literal

RoundKind = Literal[
    "recruiter_screen",
    "hiring_manager_screen",
    "system_design",
    "product_case",
    "deep_dive",
    "behavioral",
    "panel",
    "bar_raiser",
    "executive",
]
Dimension = Literal[
    "metric", "impact", "decision", "tradeoff", "opening", "ownership", "tail", "specificity", "brevity"
]
AnswerKind = Literal["opening", "design", "behavioral", "impact", "negotiation", "resume", "pitch", "estimation"]
Before = Literal[RoundKind, "offer"]
Texts = tuple[str, ...]

# What the validator is told about every record: no unknown keys, no `nan`, no `inf`.
STRICT: Final = {"extra": "forbid", "allow_inf_nan": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One part of an answer, with its time box in minutes."""

    __pydantic_config__: ClassVar[Any] = STRICT

    id: str
    title: str
    minutes: float
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A follow-up question with a reasoned answer; `phase` says when a curveball or probe arrives."""

    __pydantic_config__: ClassVar[Any] = STRICT

    ask: str
    answer: str
    phase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number drawn evenly from low to high in steps, as decimal text."""

    __pydantic_config__: ClassVar[Any] = STRICT

    low: str
    high: str
    step: str
    unit: str = ""
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of working: a name for the result, its expression over parameters and earlier steps, and what to say."""

    __pydantic_config__: ClassVar[Any] = STRICT

    name: str
    expression: str
    unit: str = ""
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One row of the cost table: latency in milliseconds, risk of inconsistency in percent."""

    __pydantic_config__: ClassVar[Any] = STRICT

    id: str
    name: str
    p50_ms: str
    p999_ms: str
    risk_percent: str
    benefit: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A way to get the table wrong, and why it is wrong."""

    __pydantic_config__: ClassVar[Any] = STRICT

    name: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One interview of a loop: day 1 is the first; `competencies` maps ids to weights, `weight` is the round's own."""

    __pydantic_config__: ClassVar[Any] = STRICT

    id: str
    kind: RoundKind
    title: str
    day: int
    minutes: int
    interviewer: str
    weight: float
    competencies: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a level looks like, so that two people rate alike; levels are 1 to 4."""

    __pydantic_config__: ClassVar[Any] = STRICT

    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide of a deck: its one message, what must be on it, and the talk track's limit in seconds."""

    __pydantic_config__: ClassVar[Any] = STRICT

    id: str
    title: str
    message: str
    must_have: Texts
    layout: Literal["problem", "metric", "architecture", "risks", "text"]
    seconds: int
