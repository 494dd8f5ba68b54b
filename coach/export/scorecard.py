"""A mock's scorecard as Markdown."""

import re
from datetime import date

from coach.practice.scorecard import Scorecard
from coach.text import neutral

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#!|<>~])")


def escape(text: str) -> str:
    """Untrusted text as Markdown that shows exactly that text, on one line."""
    return _SPECIAL.sub(r"\\\1", neutral(" ".join(text.split())))


def markdown(card: Scorecard, day: date) -> str:
    """The scorecard as a page for a mentor."""
    rows = [
        f"# Mock: {escape(card.question)}",
        "",
        f"{day.isoformat()} · {escape(card.round)} · findings {card.score} of 100 · own rating {card.self_percent}",
        "",
        "| phase | seconds | over | score | next time |",
        "|---|---:|---:|---:|---|",
        *(
            f"| {escape(part.title)} | {part.seconds:.0f} | {part.over} | {part.score} | {escape(part.advice)} |"
            for part in card.phases
        ),
        "",
        f"Product judgment {card.judgment} %, technical depth {card.depth} %.",
        f"Outcome phrases {card.outcome_phrases}, model phrases {card.model_phrases}.",
        "",
        "## Own rating",
        "",
        *(f"- {escape(rated.title)}: level {rated.level} - {escape(rated.anchor)}" for rated in card.ratings),
        "",
        f"**One change:** {escape(card.change)}",
        "",
        *(line for part in card.phases for line in (f"## {escape(part.title)}", "", escape(part.text), "")),
    ]
    return "\n".join(rows)
