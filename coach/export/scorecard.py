"""A mock's scorecard as Markdown."""

from datetime import date

from coach.export.inert import readable as inert
from coach.practice.scorecard import Scorecard


def markdown(card: Scorecard, day: date) -> str:
    """The scorecard as a page for a mentor."""
    rows = [
        f"# Mock: {inert(card.question)}",
        "",
        f"{day.isoformat()} · {inert(card.round)} · findings {card.score} of 100 · own rating {card.self_percent}",
        "",
        "| phase | seconds | over | score | next time |",
        "|---|---:|---:|---:|---|",
        *(
            f"| {inert(part.title)} | {part.seconds:.0f} | {part.over} | {part.score} | {inert(part.advice)} |"
            for part in card.phases
        ),
        "",
        f"Product judgment {card.judgment} %, technical depth {card.depth} %.",
        f"Outcome phrases {card.outcome_phrases}, model phrases {card.model_phrases}.",
        "",
        "## Own rating",
        "",
        *(f"- {inert(rated.title)}: level {rated.level} - {inert(rated.anchor)}" for rated in card.ratings),
        "",
        f"**One change:** {inert(card.change)}",
        "",
        *(line for part in card.phases for line in (f"## {inert(part.title)}", "", inert(part.text), "")),
    ]
    return "\n".join(rows)
