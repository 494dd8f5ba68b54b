"""Every text of the candidate's that can hold a number, with its place: what the ledger of claims is made from."""

from decimal import Decimal
from typing import Final

from coach.packs.model import Design
from coach.stories.claims import Claim, Place, Said, claims
from coach.stories.model import NorthStar, Story
from coach.stories.slides import Deck

_PARTS: Final = (
    "sentence",
    "opening",
    "situation",
    "task",
    "decision",
    "action",
    "tradeoff",
    "result",
    "reflection",
    "affected",
    "tried",
)


def story_said(story: Story) -> list[Said]:
    """What a story says: its parts, its numbers, risks and north star."""
    texts = [(part, getattr(story, part)) for part in _PARTS]
    texts += [("numbers", number.text()) for number in story.numbers]
    texts += [("risks", f"{risk.risk}: {risk.bound}; {risk.mitigation}") for risk in story.risks]
    texts += [("north_star", text) for text in _star(story.north_star)] if story.north_star else []
    return [Said(Place("story", story.id, part), text) for part, text in texts if text]


def _star(star: NorthStar) -> list[str]:
    aim = f"Target {star.name} {star.target} {star.unit}" if star.target else ""
    stood = f"{star.name} was {star.baseline} {star.unit} before" if star.baseline else ""
    return [aim, stood, star.definition, star.by, *star.guardrails]


def deck_said(deck: Deck) -> list[Said]:
    """What the slides of a deck say."""
    return [
        Said(Place("slide", slide.id), text) for slide in deck.slides for text in (*slide.shown(), slide.talk) if text
    ]


def deck_ledger(story: Story, design: Design | None) -> list[Claim]:
    """The numbers a deck may use: those of its story and of its design table."""
    return claims([*story_said(story), *(_design_said(design) if design else [])])


def _design_said(design: Design) -> list[Said]:
    place = Place("design", design.id)
    columns = [[Decimal(getattr(part, name)) for part in design.components] for name in ("p50_ms", "p999_ms")]
    columns.append([Decimal(part.risk_percent) for part in design.components])
    p50, p999, risk = ([*column, sum(column, Decimal(0))] for column in columns)
    times = [*p50, *p999, Decimal(design.sla_ms)]
    shares = [*risk, Decimal(design.risk_budget_percent)]
    said = [f"{value:f} ms" for value in times] + [f"{value:f} %" for value in shares]
    # A cell of the table has its unit in the header.
    said += [f"{value:f}" for value in (*times, *shares)]
    return [Said(place, text) for text in (*said, *(part.benefit for part in design.components))]
