"""A case worked aloud: the question, then the answer or one number a step; the arithmetic comes after an answer."""

from collections.abc import Generator
from decimal import Decimal
from typing import Any, Final

from coach.practice.asks import Ask, Drill, Outcome, Press, Question, Reveal, Show, Take, Write
from coach.practice.case import Drawn, Grade, Verdict, grade, in_unit, rating, show_number
from coach.practice.said import read_number

_WORDS: Final[dict[Verdict, str]] = {
    "right": "Right.",
    "close": "Close: {off} % off.",
    "off": "Not there: {off} % off.",
    "magnitude": "Off by an order of magnitude, or in its sign.",
}
_UNREADABLE: Final = "That has no number in it. Type one such as 2.4M, 138, -0.3 or 3 %."


def work_through(drawn: Drawn) -> Drill:
    """Ask until the answer is right or the candidate wants the working; steps on request count as hints."""
    case, tries, hints = drawn.case, list[tuple[str, Verdict]](), 0
    yield Show(Question("case", drawn.fill(case.prompt), "Type the answer, or `steps` to go line by line."))
    while not tries or tries[-1][1] != "right":
        text = yield Write(f"Answer in {case.unit}", f"{case.id}/answer")
        if text.strip().lower() == "steps":
            hints += 1
            yield from _steps(drawn)
            continue
        graded = _grade(text, drawn.answer, Decimal(case.tolerance))
        if graded is None:
            yield Show(Question("case", _UNREADABLE))
            continue
        tries.append((text, graded.verdict))
        yield Show(Question("case", _words(graded)))
        if graded.verdict != "right" and (yield Press((("a", "again"), ("space", "show the working")))) != "a":
            break
    yield Show(solution(drawn))
    score = 100 if tries and tries[-1][1] == "right" else 0
    takes = (Take("answer", " / ".join(text for text, _ in tries), 0, score, _record(drawn, tries, hints)),)
    return Outcome(rating([verdict for _, verdict in tries], hints + max(len(tries) - 1, 0)), takes)


def _steps(drawn: Drawn) -> Generator[Ask, str, None]:
    for number, step in enumerate(drawn.case.steps, 1):
        text = yield Write(f"{number}. {step.say} ({step.unit})" if step.unit else f"{number}. {step.say}", "")
        value = drawn.values[step.name]
        graded = _grade(text, value, Decimal(drawn.case.tolerance))
        told = _words(graded) if graded else _UNREADABLE
        yield Show(Question("case", f"{told} {step.expression} = {in_unit(value, step.unit)}"))


def _grade(text: str, answer: Decimal, tolerance: Decimal) -> Grade | None:
    said = read_number(text)
    return None if said is None else grade(said, answer, tolerance)


def _words(graded: Grade) -> str:
    off = "" if graded.percent_off is None else show_number(round(graded.percent_off, 1))
    return _WORDS[graded.verdict].format(off=off or "?")


def solution(drawn: Drawn) -> Reveal:
    """The arithmetic with its numbers, what it comes to, and the decision that follows."""
    case = drawn.case
    lines = [f"{step.name} = {step.expression} = {in_unit(drawn.values[step.name], step.unit)}" for step in case.steps]
    return Reveal(
        (
            ("Working", "\n" + "\n".join(lines)),
            ("Answer", in_unit(drawn.answer, case.unit)),
            ("In words", drawn.fill(case.explanation)),
            ("Decision", drawn.fill(case.decision)),
        ),
        "",
        ", ".join(case.source),
    )


def _record(drawn: Drawn, tries: list[tuple[str, Verdict]], hints: int) -> dict[str, Any]:
    values = {name: str(value) for name, value in drawn.values.items()}
    return {"case": drawn.case.id, "values": values, "tries": [list(found) for found in tries], "hints": hints}
