"""What a candidate's story holds: one frozen record, in the words of an interview."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from coach.packs.model import STRICT, Texts

# The parts of a story that are told, in the order they are told.
PARTS: Final = ("situation", "task", "decision", "action", "tradeoff", "result", "reflection")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A figure of a story: what it measures, its value and unit, from what, over which period, of what whole."""

    __pydantic_config__: ClassVar[Any] = STRICT

    of: str
    value: str
    unit: str = ""
    baseline: str = ""
    period: str = ""
    base: str = ""
    source: str = ""

    def text(self) -> str:
        """`end-to-end latency: 138 ms, from 210 ms`."""
        unit = f" {self.unit}" if self.unit else ""
        parts = [f"{self.of}: {self.value}{unit}"]
        parts += [f"from {self.baseline}{unit}"] if self.baseline else []
        parts += [self.period] if self.period else []
        parts += [f"of {self.base}"] if self.base else []
        return ", ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """Something that can be shown: its name, and what it proves."""

    __pydantic_config__: ClassVar[Any] = STRICT

    name: str
    shows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What could go wrong: how bad before anyone notices, what bounds it, and who acts."""

    __pydantic_config__: ClassVar[Any] = STRICT

    risk: str
    bound: str = ""
    mitigation: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NorthStar:
    """The one number to steer by: how it is defined, where it stands, where it should be, what must not suffer."""

    __pydantic_config__: ClassVar[Any] = STRICT

    name: str
    definition: str = ""
    baseline: str = ""
    target: str = ""
    unit: str = ""
    by: str = ""
    guardrails: Texts = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A true story: the sentence it began with, STAR and reflection, and what stands behind it.

    `strength` is the candidate's own, 1 to 4; `design` names a design table of the pack; `changed` the component of it
    that the candidate changed.
    """

    __pydantic_config__: ClassVar[Any] = STRICT

    id: str
    title: str = ""
    sentence: str
    opening: str = ""
    technique: str = ""
    situation: str = ""
    task: str = ""
    decision: str = ""
    action: str = ""
    tradeoff: str = ""
    result: str = ""
    reflection: str = ""
    affected: str = ""
    tried: str = ""
    competencies: Texts = ()
    numbers: tuple[Number, ...] = ()
    artefacts: tuple[Artefact, ...] = ()
    north_star: NorthStar | None = None
    risks: tuple[Risk, ...] = ()
    design: str = ""
    changed: str = ""
    strength: int = 0
    last_used: date | None = None

    def told(self) -> str:
        """The story as it would be told."""
        parts = [self.opening or self.sentence, *(getattr(self, part) for part in PARTS)]
        return "\n".join(part for part in parts if part)

    def name(self) -> str:
        """Its title, else its first words."""
        return self.title or self.sentence
