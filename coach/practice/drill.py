"""The drills, one for each kind of item: ask, let the candidate score themselves, and only then show."""

from collections.abc import Callable, Collection, Generator, Iterable, Sequence
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

RATINGS: Final = (("1", "again"), ("2", "hard"), ("3", "good"), ("4", "easy"))
_REVEAL: Final = Press((("space", "show the answer"),))
_NEXT: Final = ("space", "next")
_START: Final = Press((("enter", "start the clock"),))
_TRIAD_PARTS: Final = ("metric", "impact", "decision")
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
    """What the analysis says of a text: a score out of 100, what to do first, the findings.

    `record` is the findings as plain data, to be kept.
    """

    score: int
    advice: str
    findings: Any
    record: dict[str, Any]


class Judge(Protocol):
    """Reads an answer of a kind (opening, impact …) and says what is in it; `triad` says it is one."""

    def __call__(self, text: str, kind: str, *, triad: bool = False) -> Judgement: ...


class Rules(NamedTuple):
    """How drills are run for this candidate: who reads their answers, how a self-score becomes a rating, the clock."""

    judge: Judge
    rate: Callable[[int, int], int]
    stretch: float = 1.0  # 1.5 is extra time, 0 untimed
    pace: int = PACE  # spoken words a minute
    aloud: bool = False
    waits: bool = False  # somebody sits there: a clock of its own starts when they say so


class Exercise(NamedTuple):
    """A drill answered in writing: the question, how the answer is taken, what a second take asks, and the model.

    `kind` is what the answer is read as, and whether it is a `triad`; `levels` are the candidate's own scores.
    """

    question: Question
    answer: Generator[Ask, Any, str]
    again: tuple[Write, ...]
    kind: str
    levels: tuple[tuple[str, str], ...]
    model: Reveal
    triad: bool = False


def drill(item: Item, rules: Rules) -> Drill:
    """The drill for an item of any kind that can be drilled."""
    recall = _RECALLED.get(type(item))
    return recall(item) if recall else _in_writing(_EXERCISES[type(item)](item, rules), rules)


def resumed(item: Item, rules: Rules, drafts: Collection[str], takes: Iterable[Take]) -> Drill:
    """The drill of an item with these takes; where its second take is among the drafts, half written, that alone.

    A first take among the drafts comes before it: it was taken back.
    """
    answering = not set(_first_drafts(item)).isdisjoint(drafts)
    half_written = not answering and not set(second_drafts(item)).isdisjoint(drafts)
    firsts = [take for take in takes if take.part == "first"] if half_written else []
    return second_take_alone(item, firsts[-1], rules) if firsts else drill(item, rules)


def second_drafts(item: Item) -> tuple[str, ...]:
    """The names under which a second take of an item is kept while it is typed."""
    return _names(item.id, "second", isinstance(item, Triad))


def _first_drafts(item: Item) -> tuple[str, ...]:
    return _names(item.id, "first", isinstance(item, Triad))


def _names(item: str, part: str, triad: bool) -> tuple[str, ...]:
    if triad:
        return tuple(f"{item}/second-{line}" if part == "second" else f"{item}/{line}" for line in _TRIAD_PARTS)
    return (f"{item}/second" if part == "second" else f"{item}/answer",)


def as_drafts(item: str, kind: str, takes: Iterable[Take]) -> dict[str, str]:
    """The takes of an item that is drilled as the drafts they were typed as: the text under each name."""
    found: dict[str, str] = {}
    for take in takes if kind in DRILLED else ():
        names, lines = _names(item, take.part, kind == "triads"), [take.text]
        if len(names) > 1:  # edited, it can have any number of lines; a field has one
            typed = [line for line in take.text.splitlines() if line.strip()]
            lines = [*typed[: len(names) - 1], " ".join(typed[len(names) - 1 :])]
        found |= {name: line for name, line in zip(names, lines, strict=False) if line}
    return found


def second_take_alone(item: Item, first: Take, rules: Rules) -> Drill:
    """The second take of an item whose first is saved."""
    exercise = _EXERCISES[type(item)](item, rules)
    yield Show(exercise.question)
    text = yield from _again_text(exercise, exercise.again)
    return (yield from _beside(exercise, text, Outcome(0), first, rules))


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


def _triad(item: Triad, _rules: Rules) -> Exercise:
    question = Question("triad", item.scenario, "Three short lines: metric, the impact it stands for, your decision.")
    model = Reveal(
        (("Metric", item.metric), ("Impact", item.impact), ("Decision", item.decision), ("Gives up", item.tradeoff)),
        item.why,
        ", ".join(item.source),
    )
    labels = [part.capitalize() for part in _TRIAD_PARTS]
    fields = [Write(label, draft) for label, draft in zip(labels, _first_drafts(item), strict=True)]
    again = tuple(field._replace(draft=draft) for field, draft in zip(fields, second_drafts(item), strict=True))
    return Exercise(question, _lines(fields), again, "impact", _TRIAD_LEVELS, model, triad=True)


def _mistake(item: Mistake, rules: Rules) -> Exercise:
    prompt = f"{item.prompt}\n\nA weak answer: {item.weak}"
    question = Question("mistake", prompt, "Rewrite it so that it would score.")
    field = Write("Your version", f"{item.id}/answer", round(90 * rules.stretch), lines=True)
    model = Reveal((("Strong", item.strong),), item.reason, ", ".join(item.source))
    return Exercise(question, _lines([field]), _again(item), item.kind, _ANSWER_LEVELS, model)


def _reframe(item: Reframe, rules: Rules) -> Exercise:
    question = Question("reframe", f"{item.prompt}\n\nNot: {item.not_this}", "But what? One or two sentences.")
    field = Write("But", f"{item.id}/answer", round(60 * rules.stretch), lines=True)
    model = Reveal((("But", item.but_this),), item.reason, ", ".join(item.source))
    return Exercise(question, _lines([field]), _again(item), "opening", _ANSWER_LEVELS, model)


def _pitch(item: Pitch, rules: Rules) -> Exercise:
    limit = item.seconds
    question = Question("pitch", item.prompt, f"{limit} s, {word_budget(limit, rules.pace)} words at your pace.")
    model = Reveal((("Model", item.text), ("Ends on", item.ask)), "", ", ".join(item.source))
    return Exercise(question, _pitched(item, rules), _again(item), "pitch", _ANSWER_LEVELS, model)


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
    return tuple(Write("Second take", draft, lines=True) for draft in second_drafts(item))


def _lines(fields: Sequence[Write]) -> Generator[Ask, Any, str]:
    lines: list[str] = []
    for field in fields:
        line: str | None = yield field
        if line is None:
            return ""
        lines.append(line)
    return "\n".join(lines)


def _in_writing(exercise: Exercise, rules: Rules) -> Drill:
    yield Show(exercise.question)
    text, self_score = yield from _self_score((yield from exercise.answer), exercise.levels)
    judged = rules.judge(text, exercise.kind, triad=exercise.triad)
    first = Take("first", text, self_score, judged.score, judged.record)
    done = Outcome(rules.rate(self_score, judged.score), (first,))
    yield Keep(done)
    yield Show(Feedback(text, judged.findings, self_score))
    yield Show(exercise.model)
    again = Press((_NEXT, ("a", f"again: {judged.advice}" if judged.advice else "again")))
    while (yield again) == "a":
        if text := (yield from _again_text(exercise, [field._replace(second=True) for field in exercise.again])):
            return (yield from _beside(exercise, text, done, first, rules))
    return done


def _self_score(text: str, levels: tuple[tuple[str, str], ...]) -> Generator[Ask, str, tuple[str, int]]:
    while True:
        key = yield Press((*levels, ("e", "edit first")))
        if key != "e":
            return text, int(key)
        text = yield Edit(text)


def _again_text(exercise: Exercise, fields: Sequence[Write]) -> Generator[Ask, Any, str]:
    """The text of a second take; empty if it was left."""
    if len(exercise.again) > 1:
        yield Show(Question(exercise.question.kind, "Second take", exercise.question.guidance))
    return (yield from _lines(fields))


def _beside(exercise: Exercise, text: str, so_far: Outcome, first: Take, rules: Rules) -> Drill:
    """A second take is read like the first and laid beside it; nobody is asked to score it."""
    judged = rules.judge(text, exercise.kind, triad=exercise.triad)
    second = Take("second", text, 0, judged.score, judged.record)
    done = so_far._replace(takes=(*so_far.takes, second))
    yield Keep(done)
    yield Show(Feedback(text, judged.findings, 0))
    yield Show(Beside(first, second))
    yield Press((_NEXT,))
    return done


_RECALLED: Final[dict[type[Item], Callable[[Any], Drill]]] = {Fact: _fact, Challenge: _challenge}
_EXERCISES: Final[dict[type[Item], Callable[[Any, Rules], Exercise]]] = {
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
