"""What a drill shows: the heading, the question, the model answer, the candidate's words with their marks."""

from typing import Any, Final

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from coach.analysis import weights
from coach.memory.skill import band
from coach.practice.asks import Beside, Feedback, Question, Reveal
from coach.terminal.views.analysis import brief, weak_spot
from coach.terminal.views.takes import difference
from coach.text import neutral

_NAMES: Final = {
    "facts": "recall card",
    "challenges": "challenge",
    "triads": "triad",
    "mistakes": "rewrite a weak answer",
    "reframes": "reframe",
    "pitches": "pitch",
}


def heading(number: int, kind: str, seconds_left: float, count: int) -> Text:
    """`3 · triad · 21 min left`."""
    parts = [f"{number} of {count}" if count else str(number), _NAMES.get(kind, kind)]
    if seconds_left != float("inf"):
        parts.append(f"{max(round(seconds_left / 60), 1)} min left")
    return Text("── " + " · ".join(parts) + " ──", style="dim")


def question(model: Question) -> Group:
    """The prompt, then a line of guidance."""
    parts: list[Any] = [Text(neutral(model.prompt), style="bold")]
    if model.guidance:
        parts.append(Text(neutral(model.guidance), style="dim"))
    return Group(*parts)


def reveal(model: Reveal) -> Group:
    """Each part under its label, then why."""
    rows: list[Any] = [Text("")]
    for label, text in model.parts:
        if text:
            rows.append(Text.assemble((f"{label}: ", "bold"), neutral(text)))
    if model.why:
        rows.append(Padding(Text("Why: " + neutral(model.why)), (0, 0, 0, 2)))
    if model.source:
        rows.append(Text("Source: " + neutral(model.source), style="dim"))
    rows.append(Text(""))
    return Group(*rows)


def question_and_answer(prompt: str, model: Reveal) -> Group:
    """A prompt with its model answer right under it."""
    return Group(question(Question("", prompt)), reveal(model))


def feedback(model: Feedback, plain: bool) -> Group:
    """The candidate's words with their marks, then how their own score sits beside the findings."""
    words = (Text(""), Text("Your words:", style="bold"), brief(model.text, model.findings, plain))
    if not model.self_score:
        return Group(*words)
    own, found = model.self_score, band(model.findings.score)
    gap = "as the rules see it" if own == found else f"the rules see {found}"
    if own > found and (weak := weak_spot(model.findings)):
        gap += f": the next point is in the {weights.label(weak)}"
    return Group(*words, Text(f"You gave yourself {own} of 4, {gap}."))


def beside(model: Beside) -> Group:
    """Take 1 with its score, then the score of take 2, whose words stand above, and what came and what went."""
    return Group(
        Text(""),
        Text.assemble((f"Take 1 ({model.first.score} of 100): ", "bold"), neutral(model.first.text)),
        Text.assemble((f"Take 2 ({model.second.score} of 100): ", "bold"), difference(model.first, model.second)),
        Text(""),
    )


def note(text: str) -> Text:
    """A quiet line."""
    return Text(neutral(text), style="dim")


def key_help(rating: bool) -> Text:
    """What the keys do anywhere in a session; those that rate only where they do."""
    keys = "w why this now · u undo · s skip for today · e edit in your editor · q stop, all is kept"
    return Text(f"1-4 rate · {keys}" if rating else keys, style="dim")
