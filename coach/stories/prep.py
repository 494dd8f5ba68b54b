"""The card for the day of a round: three stories, five numbers, the opening, what they will ask, what to ask them."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from coach.packs.model import Question
from coach.stories.model import Story
from coach.text import one_line

_STORIES: Final = 3
_NUMBERS: Final = 5
_ASKED: Final = 4
# What one can always ask; the first by the kind of round, where there is one for it.
_ALWAYS: Final = (
    "Which number would tell you in six months that this went well?",
    "What did the last person in this role get wrong at first?",
    "Which decision is waiting for whoever takes this?",
)
_BY_KIND: Final = {
    "recruiter_screen": "Which rounds follow, with whom, and what does each one decide?",
    "hiring_manager_screen": "What should be different three months after I start?",
    "system_design": "Which limit of today's system costs you the most?",
    "product_case": "Which trade-off in this area did you settle last, and how?",
    "deep_dive": "Where does the money wait longest today, and who owns that?",
    "panel": "Where do you three disagree about what this role should do first?",
    "executive": "What would you stop doing if this worked?",
}


class Round(NamedTuple):
    """The round: when it is, how long, with whom, and how much it tests each competency."""

    title: str
    kind: str
    when: str
    minutes: int
    interviewer: str
    competencies: Mapping[str, float]


class Card(NamedTuple):
    """One page; every entry is a line to glance at."""

    title: str
    when: str
    opening: str
    stories: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]
    probes: tuple[str, ...]
    curveballs: tuple[str, ...]
    ask_them: tuple[str, ...]
    logistics: tuple[str, ...]

    def sections(self) -> list[tuple[str, list[str]]]:
        """What is on the card, in the order it is read; empty parts are left out."""
        told = [f"{name}: {result}" for name, result in self.stories]
        rows = [
            ("Open with", [self.opening] if self.opening else []),
            ("Stories", told),
            ("Numbers", list(self.numbers)),
            ("They may ask", list(self.probes)),
            ("Curveballs", list(self.curveballs)),
            ("Ask them", list(self.ask_them)),
            ("Before you go in", list(self.logistics)),
        ]
        return [(title, lines) for title, lines in rows if lines]


def card(ahead: Round, stories: Sequence[Story], questions: Sequence[Question], open_asks: Sequence[str]) -> Card:
    """The card of a round; `open_asks` are the questions that the candidate's own numbers raise."""
    chosen = sorted(stories, key=lambda story: -_worth(story, ahead))[:_STORIES]
    fitting = [question for question in questions if question.round == ahead.kind]
    again = [f"What would you do differently in “{story.name()}”?" for story in chosen[:1]]
    probes = [*open_asks[:2], *again, *(one_line(question.prompt, 100) for question in fitting)]
    turns = [(question.curveballs[0].ask, question.id) for question in fitting if question.curveballs]
    own = [_BY_KIND[ahead.kind]] if ahead.kind in _BY_KIND else []
    return Card(
        ahead.title,
        f"{ahead.when}, {ahead.minutes} min, {ahead.interviewer}",
        next((story.opening for story in chosen if story.opening), ""),
        tuple((story.name(), one_line(story.result or story.sentence, 110)) for story in chosen),
        tuple(number.text() for story in chosen for number in story.numbers)[:_NUMBERS],
        tuple(probes[:_ASKED]),
        tuple(f"{one_line(ask, 90)} ({name})" for ask, name in turns[:2]),
        (*own, *_ALWAYS)[:3],
        _logistics(ahead, chosen),
    )


def _worth(story: Story, ahead: Round) -> float:
    tested = sum(ahead.competencies.get(name, 0.0) for name in story.competencies)
    return (tested + 0.05) * (1 + story.strength)


def _logistics(ahead: Round, chosen: Sequence[Story]) -> tuple[str, ...]:
    shown = [artefact.name for story in chosen for artefact in story.artefacts][:3]
    lines = (f"{ahead.when}, {ahead.minutes} minutes: be there ten minutes early.", "Link, phone number, water, paper.")
    return (*lines, f"Have open: {', '.join(shown)}.") if shown else lines
