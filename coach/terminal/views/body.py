"""The view of whatever a drill shows."""

from typing import Any

from coach.practice.asks import Ahead, Beside, Feedback, Question, Reveal
from coach.practice.design import Check
from coach.practice.scorecard import Scorecard
from coach.terminal.views import design, drill, mock


def body(model: Ahead | Question | Reveal | Feedback | Beside | Scorecard | Check, plain: bool) -> Any:
    """A renderable for the model."""
    if isinstance(model, Question):
        return drill.question(model)
    if isinstance(model, Ahead):
        return mock.ahead(model, plain)
    if isinstance(model, Reveal):
        return drill.reveal(model)
    if isinstance(model, Scorecard):
        return mock.scorecard(model, plain)
    if isinstance(model, Check):
        return design.design(model, plain)
    return drill.feedback(model, plain) if isinstance(model, Feedback) else drill.beside(model)
