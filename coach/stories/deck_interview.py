"""Asks for what the slides need beyond the story: whom it hurt, what was tried, the north star, the risks."""

from collections.abc import Generator, Mapping
from dataclasses import replace
from typing import Final

from coach.stories.interview import Ask, Interview, Keep
from coach.stories.model import NorthStar, Risk, Story

_STAR: Final = (
    ("name", "Which one number would you steer by?"),
    ("definition", "What counts as one of it, so that nobody can game it?"),
    ("baseline", "Where does it stand? The value alone."),
    ("target", "Where should it be? The value alone."),
    ("unit", "In which unit?"),
    ("by", "By when?"),
)
_RISK: Final = (
    ("bound", "How bad can it get before somebody notices? In money, minutes or percent."),
    ("mitigation", "What bounds it?"),
    ("owner", "Who acts?"),
)
_MOST_RISKS: Final = 6


def deck_interview(story: Story) -> Interview:
    """Fill the parts of a story that slides are made from; what is there already is not asked again."""
    for field, question in (
        ("affected", "Who was hurt, how many, at what cost?"),
        ("tried", "What had been tried before?"),
    ):
        text = "" if getattr(story, field) else (yield Ask(field, question))
        if text:
            yield Keep({field: text})
            story = replace(story, affected=text) if field == "affected" else replace(story, tried=text)
    if story.north_star is None:
        story = yield from _star(story)
    if not story.risks:
        story = yield from _risks(story)
    return story


def _star(story: Story) -> Generator[Ask | Keep, str, Story]:
    values = yield from _asked("north_star", _STAR)
    if "name" not in values:
        return story
    guards = yield Ask("north_star", "What must not suffer for it? Two things, separated by a semicolon.")
    guardrails = [part.strip() for part in guards.split(";") if part.strip()]
    yield Keep({"north_star": {**values, **({"guardrails": guardrails} if guardrails else {})}})
    return replace(story, north_star=NorthStar(**values, guardrails=tuple(guardrails)))


def _risks(story: Story) -> Generator[Ask | Keep, str, Story]:
    for number in range(1, _MOST_RISKS + 1):
        risk = yield Ask("risks", f"Risk {number}: what can go wrong? (Enter when that was all)")
        if not risk:
            break
        values = {"risk": risk, **(yield from _asked("risks", _RISK))}
        yield Keep({"risks": [values]})
        story = replace(story, risks=(*story.risks, Risk(**values)))
    return story


def _asked(field: str, questions: tuple[tuple[str, str], ...]) -> Generator[Ask | Keep, str, Mapping[str, str]]:
    """The answers by name; none if the first question is left open."""
    values: dict[str, str] = {}
    for at, (name, question) in enumerate(questions):
        text = yield Ask(field, question)
        if text:
            values[name] = text
        elif at == 0:
            break
    return values
