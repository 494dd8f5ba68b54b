"""A mock interview: phases under their clocks, probes and curveballs at their moments, then the scorecard."""

from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from coach.packs.model import Phase as Box
from coach.packs.model import Question, Rubric
from coach.practice.asks import Ahead, Ask, Drill, Outcome, Phase, Press, Reveal, Show, Spoken, Take, Write
from coach.practice.asks import Question as Shown
from coach.practice.drill import Judge
from coach.practice.scorecard import (
    DEPTH,
    JUDGMENT,
    PhaseScore,
    Rated,
    Scorecard,
    share,
    to_body,
    weakest,
)

_NEXT: Final = (("space", "go on"),)
_SAID: Final = {
    "curveball": "The interviewer changes the case. What do you do now?",
    "probe": "The interviewer asks back.",
}
_BEGIN: Final = Press((("enter", "begin"),))


class Setting(NamedTuple):
    """How a mock is run: seconds for each phase (0: untimed), spoken or typed, and what was done before a break.

    `waits`: the clock starts when the candidate says so, because somebody sits there; a pipe begins at once.
    """

    seconds: Mapping[str, int]
    aloud: bool = False
    done: tuple[dict[str, Any], ...] = ()
    elapsed: float = 0.0
    waits: bool = False

    @property
    def cut_off(self) -> bool:
        """Whether it goes on from a break."""
        return bool(self.done or self.elapsed)


class Panel(NamedTuple):
    """Who scores: the reader of answers, and the count of outcome and model phrases in a text."""

    judge: Judge
    phrases: Callable[[str], tuple[int, int]]


def time_boxes(phases: Sequence[Box], minutes: float | None, stretch: float) -> dict[str, int]:
    """Seconds for each phase: the pack's boxes, scaled to `minutes` in all, times `stretch` (0: untimed)."""
    whole = sum(phase.minutes for phase in phases)
    scale = (minutes / whole if minutes and whole else 1.0) * stretch
    return {phase.id: round(phase.minutes * scale * 60) for phase in phases}


def draft_of(question: Question) -> str:
    """The name under which a mock on this question is kept while it runs."""
    return f"{question.id}/mock"


def mock(question: Question, rubrics: Sequence[Rubric], panel: Panel, setting: Setting) -> Drill:
    """What is ahead, question, phases, self-rating, scorecard, model answer, second take of the weakest phase."""
    strip = tuple((phase.title, setting.seconds[phase.id]) for phase in question.phases)
    if not setting.cut_off:
        yield Show(Ahead(question.round, strip, setting.aloud))
        if setting.waits:
            yield _BEGIN
    yield Show(Shown("mock", question.prompt))
    done = list(setting.done)
    for at in range(len(done), len(question.phases)):
        elapsed = setting.elapsed if at == len(setting.done) else 0.0
        done.append((yield from _phase(question, strip, setting.aloud, at, elapsed, tuple(done))))
    ratings = yield from _rate_yourself(rubrics)
    card = score(question, panel, setting.seconds, done, ratings)
    yield Show(card)
    yield Press(_NEXT)
    yield Show(_model_answer(question, done))
    takes = [Take(part.id, part.text, 0, part.score, part.findings) for part in card.phases if part.text]
    takes += yield from _second_take(question, card, panel.judge)
    return Outcome(card.rating, tuple(takes), ("mock", to_body(card)))


def _phase(
    question: Question,
    strip: tuple[tuple[str, int], ...],
    aloud: bool,
    at: int,
    elapsed: float,
    done: tuple[dict[str, Any], ...],
) -> Generator[Ask, Any, dict[str, Any]]:
    box = question.phases[at]
    curveball = next((found for found in question.curveballs if found.phase == box.id), None)
    spoken: Spoken = yield Phase(
        box.title,
        box.hint,
        draft_of(question),
        strip,
        at,
        elapsed,
        curveball.ask if curveball else "",
        aloud,
        done,
    )
    answers = []
    for kind, probe in [("curveball", curveball), *(("probe", found) for found in question.probes)]:
        if probe is not None and probe.phase == box.id:
            yield Show(Shown(kind, probe.ask, _SAID[kind]))
            text = yield Write("You", f"{question.id}/{kind}-{at}", lines=True, optional=True)
            answers.append({"ask": probe.ask, "text": text, "model": probe.answer})
    return {"id": box.id, "text": spoken.text, "seconds": spoken.seconds, "paused": spoken.paused, "probes": answers}


def _rate_yourself(rubrics: Sequence[Rubric]) -> Generator[Ask, Any, list[Rated]]:
    rated = []
    for rubric in rubrics:
        anchors = {str(anchor.level): anchor.text for anchor in rubric.anchors}
        listed = tuple((f"{level}", text) for level, text in sorted(anchors.items()))
        yield Show(Shown("rubric", f"{rubric.title}: rate yourself before anything is shown"))
        yield Show(Reveal(listed))
        key = yield Press(tuple((level, f"level {level}") for level, _ in listed))
        rated.append(Rated(rubric.id, rubric.title, int(key), anchors[key]))
    return rated


def score(
    question: Question,
    panel: Panel,
    seconds: Mapping[str, int],
    done: Sequence[Mapping[str, Any]],
    ratings: Sequence[Rated],
) -> Scorecard:
    """The scorecard of what was said; the whole answer is read as one for the panel's two views."""
    titles = {phase.id: phase.title for phase in question.phases}
    phases = []
    for part in done:
        judged = panel.judge(part["text"], question.kind)
        at = part["id"]
        phases.append(
            PhaseScore(
                at, titles[at], part["text"], part["seconds"], seconds[at], judged.score, judged.advice, judged.record
            )
        )
    whole = panel.judge("\n".join(part["text"] for part in done), question.kind)
    dimensions = whole.record.get("dimensions", {})
    outcome, model = panel.phrases("\n".join(part["text"] for part in done))
    return Scorecard(
        question.id,
        question.round,
        tuple(phases),
        tuple(ratings),
        whole.score,
        share(dimensions, JUDGMENT),
        share(dimensions, DEPTH),
        bool(dimensions.get("opening", {}).get("present")),
        outcome,
        model,
        whole.advice,
    )


def _model_answer(question: Question, done: Sequence[Mapping[str, Any]]) -> Reveal:
    outline = "\n" + "\n".join(f"- {line}" for line in question.outline)
    probes = [(probe["ask"], probe["model"]) for part in done for probe in part["probes"]]
    return Reveal((("Opening", question.opening), ("Outline", outline), *probes), "", ", ".join(question.source))


def _second_take(question: Question, card: Scorecard, judge: Judge) -> Generator[Ask, Any, list[Take]]:
    part = weakest(card.phases)
    if part is None:
        return []
    key = yield Press((("space", "finish"), ("a", f"again: {part.title}")))
    if key != "a":
        return []
    text = yield Write(f"{part.title}, second take", f"{question.id}/second", part.planned, lines=True)
    judged = judge(text, question.kind)
    return [Take(f"{part.id}/second", text, 0, judged.score, judged.record)]
