"""What a content pack holds: one frozen record per kind of item, in the field's own words.

Plain dataclasses of plain types, so that a warm start needs no validator; `load` validates YAML against them with
pydantic at the boundary. A field without a default must be written; lists may be left out.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Literal

from coach.packs.parts import STRICT as STRICT
from coach.packs.parts import Anchor as Anchor
from coach.packs.parts import AnswerKind as AnswerKind
from coach.packs.parts import Before as Before
from coach.packs.parts import Component as Component
from coach.packs.parts import Dimension as Dimension
from coach.packs.parts import Parameter as Parameter
from coach.packs.parts import Phase as Phase
from coach.packs.parts import Probe as Probe
from coach.packs.parts import Round as Round
from coach.packs.parts import RoundKind as RoundKind
from coach.packs.parts import Slide as Slide
from coach.packs.parts import Step as Step
from coach.packs.parts import Texts as Texts
from coach.packs.parts import Trap as Trap


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every item has: a written id that never changes (`formerly` for renames), and where it comes from."""

    __pydantic_config__: ClassVar[Any] = STRICT

    id: str
    source: Texts
    tags: Texts
    competencies: Texts
    formerly: Texts = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Triad(Item):
    """A situation to answer with a metric, the impact it stands for and the decision that follows."""

    scenario: str
    metric: str
    impact: str
    decision: str
    why: str
    tradeoff: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake(Item):
    """A weak answer, the strong one, and the reason; `shows` are the dimensions that the strong one has."""

    prompt: str
    weak: str
    strong: str
    reason: str
    kind: AnswerKind
    shows: tuple[Dimension, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reframe(Item):
    """Not X but Y, with the reason; `when` says where in the loop it helps."""

    prompt: str
    not_this: str
    but_this: str
    reason: str
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Item):
    """A recall card: one question, one short answer; `as_of` for what dates."""

    question: str
    answer: str
    why: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge(Item):
    """A figure that does not hold together: the claim, what a sharp interviewer asks, and a reasoned answer."""

    claim: str
    ask: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """A mock question: its round, phases, rubrics (ids), probes, curveballs and a model-answer outline."""

    prompt: str
    round: RoundKind
    kind: AnswerKind
    phases: tuple[Phase, ...]
    rubrics: Texts
    probes: tuple[Probe, ...]
    curveballs: tuple[Probe, ...] = ()
    opening: str
    outline: Texts
    shows: tuple[Dimension, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Item):
    """A numeric case; `{name}` in prompt and explanation is filled from parameters and steps.

    `tolerance` is in percent of the answer; `sample` names one set of parameters and the answer it must give.
    """

    prompt: str
    parameters: dict[str, Parameter]
    steps: tuple[Step, ...]
    expression: str
    unit: str
    tolerance: str
    explanation: str
    decision: str
    sample: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Design(Item):
    """A design to price: components with latency, risk and benefit against an SLA, a risk budget and a daily volume."""

    prompt: str
    sla_ms: str
    risk_budget_percent: str
    daily_volume: str
    currency: str
    components: tuple[Component, ...]
    traps: tuple[Trap, ...]
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistTask(Item):
    """A piece of preparation: minutes, before which round it is due, what comes first, and what proves it done."""

    task: str
    minutes: int
    before: Before
    prerequisites: Texts = ()
    splittable: bool = False
    evidence: Literal["take", "file", "note"]
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop(Item):
    """The rounds of an interview loop with day offsets, and the days of decision and offer."""

    title: str
    rounds: tuple[Round, ...]
    decision_day: int
    offer_day: int
    debrief_minutes: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric(Item):
    """Anchored levels for one competency or dimension."""

    title: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck(Item):
    """A story deck, slide by slide."""

    title: str
    slides: tuple[Slide, ...]
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight(Item):
    """Something worth knowing about the loop or the panel, and what to do about it."""

    title: str
    body: str
    so_what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitch(Item):
    """A pitch or opening line: what it is for, its limit in seconds, a model text, and the ask it ends on."""

    prompt: str
    seconds: int
    text: str
    ask: str = ""
    round: RoundKind


# The order of study when nothing else decides, and the YAML keys that files use.
KINDS: Final[dict[str, type[Item]]] = {
    "triads": Triad,
    "mistakes": Mistake,
    "reframes": Reframe,
    "facts": Fact,
    "challenges": Challenge,
    "questions": Question,
    "cases": Case,
    "designs": Design,
    "checklist": ChecklistTask,
    "loops": Loop,
    "rubrics": Rubric,
    "decks": Deck,
    "insights": Insight,
    "pitches": Pitch,
}


def kind_of(item: Item) -> str:
    """The kind of an item, as files name it."""
    return _KIND_OF[type(item)]


_KIND_OF: Final = {record: kind for kind, record in KINDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """Something a round tests; items and rounds name it by id."""

    __pydantic_config__: ClassVar[Any] = STRICT

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`pack.yaml`: what the pack is, for whom, under which licence, and where its facts come from."""

    __pydantic_config__: ClassVar[Any] = STRICT

    pack_version: int
    id: str
    title: str
    description: str
    language: str
    licence: str
    provenance: Texts
    competencies: tuple[Competency, ...]
    needs: Texts = ()
    default_loop: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A manifest and its items by kind, in the order they were written."""

    manifest: Manifest
    items: dict[str, tuple[Any, ...]]
