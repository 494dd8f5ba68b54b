"""The drills, one for each kind of item: ask, let the candidate score themselves, and only then show."""

from collections.abc import Callable, Generator
from typing import Any, Final, NamedTuple, Protocol

from coach.pace import PACE, word_budget
from coach.packs.model import Challenge, Fact, Item, Mistake, Pitch, Reframe, Triad
from coach.practice.asks import (
    Ask,
    Beside,
    Drill,
    Edit,
    Feedback,
    Outcome,
    Phase,
    Press,
    Question,
    Reveal,
    Show,
    Spoken,
    Take,
    Write,
)
from coach.practice.pitch import checks

RATINGS: Final = (("1", "again"), ("2", "hard"), ("3", "good"), ("4", "easy"))
_REVEAL: Final = Press((("space", "show the answer"),))
_START: Final = Press((("enter", "start the clock"),))
_TRIAD_LEVELS: Final = (
    ("1", "one part or none"),
    ("2", "two parts"),
    ("3", "all three"),
    ("4", "all three, each following from the last"),
)
_ANSWER_LEVELS: Final = (
    ("1", "missed the point"),
    ("2", "the point, no number"),
    ("3", "point and number"),
    ("4", "point, number and decision"),
)


class Judgement(NamedTuple):
    """What the analysis says of a text: a score out of 100, the weakest part's advice, the findings as plain data."""

    score: int
    advice: str
    findings: Any
    record: dict[str, Any]


class Judge(Protocol):
    """Reads an answer of a kind (opening, impact …) and says what is in it."""

    def __call__(self, text: str, kind: str) -> Judgement: ...


class Rules(NamedTuple):
    """How drills are run for this candidate: who reads their answers, how a self-score becomes a rating, the clock."""

    judge: Judge
    rate: Callable[[int, int], int]
    stretch: float = 1.0  # 1.5 is extra time, 0 untimed
    pace: int = PACE  # spoken words a minute
    aloud: bool = False
    waits: bool = False  # somebody sits there: a clock of its own starts when they say so


def drill(item: Item, rules: Rules) -> Drill:
    """The drill for an item of any kind that can be drilled."""
    return _DRILLS[type(item)](item, rules)


def _recall(question: str, reveal: Reveal, kind: str, guidance: str = "") -> Drill:
    yield Show(Question(kind, question, guidance))
    yield _REVEAL
    yield Show(reveal)
    rating = yield Press(RATINGS)
    return Outcome(int(rating))


def _fact(item: Fact, _rules: Rules) -> Drill:
    dated = f"As of {item.as_of}." if item.as_of else ""
    reveal = Reveal((("Answer", item.answer),), " ".join(filter(None, (item.why, dated))), ", ".join(item.source))
    return _recall(item.question, reveal, "recall")


def _challenge(item: Challenge, _rules: Rules) -> Drill:
    reveal = Reveal((("Answer", item.answer),), "", ", ".join(item.source))
    return _recall(f"{item.claim}\n\nThe interviewer asks: {item.ask}", reveal, "challenge", "Answer aloud first.")


def _triad(item: Triad, rules: Rules) -> Drill:
    yield Show(Question("triad", item.scenario, "Three short lines: metric, the impact it stands for, your decision."))
    lines = []
    for part in ("metric", "impact", "decision"):
        lines.append((yield Write(part.capitalize(), f"{item.id}/{part}")))
    text = "\n".join(lines)
    model = Reveal(
        (("Metric", item.metric), ("Impact", item.impact), ("Decision", item.decision), ("Gives up", item.tradeoff)),
        item.why,
        ", ".join(item.source),
    )
    return (yield from _written(item, text, "impact", _TRIAD_LEVELS, model, rules))


def _mistake(item: Mistake, rules: Rules) -> Drill:
    yield Show(
        Question("mistake", f"{item.prompt}\n\nA weak answer: {item.weak}", "Rewrite it so that it would score.")
    )
    text = yield Write("Your version", f"{item.id}/answer", round(90 * rules.stretch), lines=True)
    model = Reveal((("Strong", item.strong),), item.reason, ", ".join(item.source))
    return (yield from _written(item, text, item.kind, _ANSWER_LEVELS, model, rules))


def _reframe(item: Reframe, rules: Rules) -> Drill:
    yield Show(Question("reframe", f"{item.prompt}\n\nNot: {item.not_this}", "But what? One or two sentences."))
    text = yield Write("But", f"{item.id}/answer", round(60 * rules.stretch), lines=True)
    model = Reveal((("But", item.but_this),), item.reason, ", ".join(item.source))
    return (yield from _written(item, text, "opening", _ANSWER_LEVELS, model, rules))


def _pitch(item: Pitch, rules: Rules) -> Drill:
    limit = item.seconds
    yield Show(Question("pitch", item.prompt, f"{limit} s, {word_budget(limit, rules.pace)} words at your pace."))
    if rules.waits:
        yield _START
    strip = (("Pitch", round(limit * rules.stretch)),)
    spoken: Spoken = yield Phase(
        "Pitch", "Outcome first; end on an ask.", f"{item.id}/answer", strip, 0, aloud=rules.aloud
    )
    yield Show(Reveal(tuple(checks(spoken.text, spoken.seconds if rules.aloud else 0.0, limit, rules.pace))))
    model = Reveal((("Model", item.text), ("Ends on", item.ask)), "", ", ".join(item.source))
    return (yield from _written(item, spoken.text, "pitch", _ANSWER_LEVELS, model, rules))


def _written(
    item: Item, text: str, kind: str, levels: tuple[tuple[str, str], ...], model: Reveal, rules: Rules
) -> Drill:
    text, self_score = yield from _self_score(text, levels)
    first = rules.judge(text, kind)
    yield Show(Feedback(text, first.findings, self_score))
    takes = [Take("first", text, self_score, first.score, first.record)]
    yield Show(model)
    again = yield Press((("space", "next"), ("a", f"again: {first.advice}" if first.advice else "again")))
    if again == "a":
        takes.append((yield from _second_take(item, takes[0], kind, rules)))
    return Outcome(rules.rate(self_score, first.score), tuple(takes))


def _self_score(text: str, levels: tuple[tuple[str, str], ...]) -> Generator[Ask, str, tuple[str, int]]:
    while True:
        key = yield Press((*levels, ("e", "edit first")))
        if key != "e":
            return text, int(key)
        text = yield Edit(text)


def _second_take(item: Item, first: Take, kind: str, rules: Rules) -> Generator[Ask, str, Take]:
    text = yield Write("Second take", f"{item.id}/second", lines=True)
    judged = rules.judge(text, kind)
    yield Show(Beside((first.text, first.score), (text, judged.score)))
    return Take("second", text, first.self_score, judged.score, judged.record)


_DRILLS: Final[dict[type[Item], Callable[[Any, Rules], Drill]]] = {
    Fact: _fact,
    Challenge: _challenge,
    Triad: _triad,
    Mistake: _mistake,
    Reframe: _reframe,
    Pitch: _pitch,
}
# What can be drilled, by the names the command line takes, and about how long one takes in seconds.
DRILLED: Final[dict[str, int]] = {
    "facts": 20,
    "challenges": 40,
    "triads": 120,
    "mistakes": 100,
    "reframes": 60,
    "pitches": 150,
}
