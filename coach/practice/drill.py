"""The drills, one for each kind of item: ask, let the candidate score themselves, and only then show."""

from collections.abc import Callable, Generator, Sequence
from typing import Any, Final, NamedTuple, Protocol

from coach.pace import PACE, word_budget
from coach.packs.model import Challenge, Fact, Item, Mistake, Pitch, Reframe, Triad
from coach.practice.asks import (
    Ask,
    Beside,
    Drill,
    Edit,
    Feedback,
    Keep,
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
from coach.practice.told import lead_at

RATINGS: Final = (("1", "again"), ("2", "hard"), ("3", "good"), ("4", "easy"))
# Drafts of a second take are kept under an item's id and a name that begins so.
SECOND: Final = "second"
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
    """Reads an answer of a kind (opening, impact …) and says what is in it; `lead` is where told.LEAD is understood."""

    def __call__(self, text: str, kind: str, lead: int = -1) -> Judgement: ...


class Rules(NamedTuple):
    """How drills are run for this candidate: who reads their answers, how a self-score becomes a rating, the clock."""

    judge: Judge
    rate: Callable[[int, int], int]
    stretch: float = 1.0  # 1.5 is extra time, 0 untimed
    pace: int = PACE  # spoken words a minute
    aloud: bool = False
    waits: bool = False  # somebody sits there: a clock of its own starts when they say so


class Written(NamedTuple):
    """A drill answered in writing: the question, how the answer is taken, what a second take asks, and the model.

    `kind` is what the answer is read as, `levels` are the candidate's own scores, `lead` says where told.LEAD is
    understood.
    """

    question: Question
    answer: Generator[Ask, Any, str]
    again: tuple[Write, ...]
    kind: str
    levels: tuple[tuple[str, str], ...]
    model: Reveal
    lead: Callable[[str], int] = lambda _: -1


def drill(item: Item, rules: Rules) -> Drill:
    """The drill for an item of any kind that can be drilled."""
    recall = _RECALLED.get(type(item))
    return recall(item) if recall else _written(_WRITTEN[type(item)](item, rules), rules)


def second_take(item: Item, first: Take, rules: Rules) -> Drill:
    """The second take alone, of an item whose first is saved: it was left half written."""
    written = _WRITTEN[type(item)](item, rules)
    yield Show(written.question)
    return Outcome(0, ((yield from _second_take(written, first, rules)),))


def _recall(question: str, reveal: Reveal, kind: str, guidance: str = "") -> Drill:
    yield Show(Question(kind, question, guidance))
    yield _REVEAL
    yield Show(reveal)
    rating = yield Press(RATINGS)
    return Outcome(int(rating))


def _fact(item: Fact) -> Drill:
    dated = f"As of {item.as_of}." if item.as_of else ""
    reveal = Reveal((("Answer", item.answer),), " ".join(filter(None, (item.why, dated))), ", ".join(item.source))
    return _recall(item.question, reveal, "recall")


def _challenge(item: Challenge) -> Drill:
    reveal = Reveal((("Answer", item.answer),), "", ", ".join(item.source))
    return _recall(f"{item.claim}\n\nThe interviewer asks: {item.ask}", reveal, "challenge", "Answer aloud first.")


def _triad(item: Triad, _rules: Rules) -> Written:
    question = Question("triad", item.scenario, "Three short lines: metric, the impact it stands for, your decision.")
    parts = ("metric", "impact", "decision")
    model = Reveal(
        (("Metric", item.metric), ("Impact", item.impact), ("Decision", item.decision), ("Gives up", item.tradeoff)),
        item.why,
        ", ".join(item.source),
    )
    fields = [Write(part.capitalize(), f"{item.id}/{part}") for part in parts]
    again = tuple(Write(part.capitalize(), f"{item.id}/{SECOND}-{part}") for part in parts)
    return Written(question, _lines(fields), again, "impact", _TRIAD_LEVELS, model, lead_at)


def _mistake(item: Mistake, rules: Rules) -> Written:
    prompt = f"{item.prompt}\n\nA weak answer: {item.weak}"
    question = Question("mistake", prompt, "Rewrite it so that it would score.")
    field = Write("Your version", f"{item.id}/answer", round(90 * rules.stretch), lines=True)
    model = Reveal((("Strong", item.strong),), item.reason, ", ".join(item.source))
    return Written(question, _lines([field]), _again(item), item.kind, _ANSWER_LEVELS, model)


def _reframe(item: Reframe, rules: Rules) -> Written:
    question = Question("reframe", f"{item.prompt}\n\nNot: {item.not_this}", "But what? One or two sentences.")
    field = Write("But", f"{item.id}/answer", round(60 * rules.stretch), lines=True)
    model = Reveal((("But", item.but_this),), item.reason, ", ".join(item.source))
    return Written(question, _lines([field]), _again(item), "opening", _ANSWER_LEVELS, model)


def _pitch(item: Pitch, rules: Rules) -> Written:
    limit = item.seconds
    question = Question("pitch", item.prompt, f"{limit} s, {word_budget(limit, rules.pace)} words at your pace.")
    model = Reveal((("Model", item.text), ("Ends on", item.ask)), "", ", ".join(item.source))
    return Written(question, _pitched(item, rules), _again(item), "pitch", _ANSWER_LEVELS, model)


def _pitched(item: Pitch, rules: Rules) -> Generator[Ask, Any, str]:
    if rules.waits:
        yield _START
    strip = (("Pitch", round(item.seconds * rules.stretch)),)
    spoken: Spoken = yield Phase(
        "Pitch", "Outcome first; end on an ask.", f"{item.id}/answer", strip, 0, aloud=rules.aloud
    )
    seconds = spoken.seconds if rules.aloud else 0.0
    yield Show(Reveal(tuple(checks(spoken.text, seconds, item.seconds, rules.pace))))
    return spoken.text


def _again(item: Item) -> tuple[Write, ...]:
    return (Write("Second take", f"{item.id}/{SECOND}", lines=True),)


def _lines(fields: Sequence[Write]) -> Generator[Ask, Any, str]:
    lines = []
    for field in fields:
        lines.append((yield field))
    return "\n".join(lines)


def _written(written: Written, rules: Rules) -> Drill:
    yield Show(written.question)
    text, self_score = yield from _self_score((yield from written.answer), written.levels)
    judged = rules.judge(text, written.kind, written.lead(text))
    first = Take("first", text, self_score, judged.score, judged.record)
    done = Outcome(rules.rate(self_score, judged.score), (first,))
    yield Keep(done)
    yield Show(Feedback(text, judged.findings, self_score))
    yield Show(written.model)
    again = yield Press((("space", "next"), ("a", f"again: {judged.advice}" if judged.advice else "again")))
    if again != "a":
        return done
    return done._replace(takes=(first, (yield from _second_take(written, first, rules))))


def _self_score(text: str, levels: tuple[tuple[str, str], ...]) -> Generator[Ask, str, tuple[str, int]]:
    while True:
        key = yield Press((*levels, ("e", "edit first")))
        if key != "e":
            return text, int(key)
        text = yield Edit(text)


def _second_take(written: Written, first: Take, rules: Rules) -> Generator[Ask, Any, Take]:
    """It is read like the first and laid beside it; nobody is asked to score it."""
    if len(written.again) > 1:
        yield Show(Question(written.question.kind, "Second take", written.question.guidance))
    text = yield from _lines(written.again)
    judged = rules.judge(text, written.kind, written.lead(text))
    second = Take("second", text, 0, judged.score, judged.record)
    yield Show(Feedback(text, judged.findings, 0))
    yield Show(Beside(first, second))
    return second


_RECALLED: Final[dict[type[Item], Callable[[Any], Drill]]] = {Fact: _fact, Challenge: _challenge}
_WRITTEN: Final[dict[type[Item], Callable[[Any, Rules], Written]]] = {
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
