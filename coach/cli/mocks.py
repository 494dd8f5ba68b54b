"""Choosing a mock's question, playing it, and showing the scorecards that are kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, get_args

from coach.cli.library import Library, open_library
from coach.cli.pick import named
from coach.cli.rounds import kept_rounds, own_rounds
from coach.cli.run import Run
from coach.cli.session import cards, panel, play_one, somebody_there, stretch, time_ahead
from coach.days import show_day
from coach.errors import CoachError, UsageFault
from coach.packs.model import Question, RoundKind
from coach.practice.mock import Setting, draft_of, mock, time_boxes
from coach.practice.pick import Picker
from coach.practice.scorecard import Scorecard, from_body, to_body
from coach.store.heartbeat import seconds_spent
from coach.text import did_you_mean


class Wanted(NamedTuple):
    """What the command line asked for."""

    round: str | None
    question: str | None
    minutes: int | None
    full: bool
    untimed: bool
    extra_time: str | None
    aloud: bool
    resume: bool


def play(run: Run, wanted: Wanted) -> None:
    """Play a mock; a cut-off one is offered first."""
    library = open_library(run)
    question, kept = _unfinished(run, library)
    if wanted.resume and question is None:
        raise CoachError("No mock was cut off.", "Start one with: coach mock")
    if question is None or not (wanted.resume or _goes_on(run, wanted)):
        question, kept = _choose(run, library, wanted), {}
        run.journal().clear_draft(draft_of(question))
    aloud = bool(kept.get("aloud", wanted.aloud))
    boxes = time_boxes(question.phases, _minutes(run, library, wanted, question), _stretch(run, wanted))
    if kept:
        boxes = {phase.id: int(box[1]) for phase, box in zip(question.phases, kept["strip"], strict=True)}
    setting = Setting(boxes, aloud, tuple(kept.get("done", ())), float(kept.get("elapsed", 0.0)), somebody_there())
    rubrics = [rubric for rubric in library.of_kind("rubrics") if rubric.id in question.rubrics]

    def again() -> str:
        begun = draft_of(question) in {draft.key for draft in run.journal().drafts()}
        return "coach mock --resume" if begun else "coach mock"

    play_one(run, library, question.id, "questions", mock(question, rubrics, panel(run), setting), again)


def _minutes(run: Run, library: Library, wanted: Wanted, question: Question) -> int | None:
    if not wanted.full:
        return wanted.minutes
    real = [found.minutes for found in own_rounds(run, library) if found.kind == question.round]
    if not real:
        raise CoachError(f"Your loop has no {question.round} round.", "Say how long: --minutes N")
    return real[0]


def _unfinished(run: Run, library: Library) -> tuple[Question | None, Mapping[str, Any]]:
    for draft in run.journal().drafts():
        for question in library.of_kind("questions"):
            if draft.key == draft_of(question) and "strip" in draft.extra:
                done = len(draft.extra["done"])
                spent = seconds_spent(run.home, draft.key, done, float(draft.extra["elapsed"]))
                return question, {**draft.extra, "elapsed": spent}
    return None, {}


def _goes_on(run: Run, wanted: Wanted) -> bool:
    if wanted.question or wanted.round or run.no_input:
        return False
    return run.yes or run.port().confirm("A mock was cut off. Go on with it?", default=True)


def _choose(run: Run, library: Library, wanted: Wanted) -> Question:
    questions: dict[str, Question] = {question.id: question for question in library.of_kind("questions")}
    if wanted.question:
        return questions[named(questions, "questions", wanted.question)]
    kind = _round_kind(wanted.round) if wanted.round else _next_kind(run)
    fitting = [question for question in questions.values() if question.round == kind] or list(questions.values())
    if not fitting:
        raise CoachError(f"The pack {library.manifest.id} has no questions.", "See what there is: coach content list")
    known = {question.id for question in fitting}
    journal, today = run.journal(), run.moment().day
    chosen = [card for card in cards(library, journal, ["questions"]) if card.id in known]
    found = Picker(chosen, time_ahead(run, today, 3600.0)).pick(["questions"], 3600.0, frozenset())
    return questions[found[0]] if found else fitting[0]


def _next_kind(run: Run) -> str:
    ahead = [found for found in kept_rounds(run) if found.day >= run.moment().day]
    return min(ahead, key=lambda found: found.day).kind if ahead else "product_case"


def _round_kind(name: str) -> str:
    kinds = get_args(RoundKind)
    if name in kinds:
        return name
    raise UsageFault(f"There is no round kind {name!r}.", did_you_mean(name, kinds) or "Kinds: " + ", ".join(kinds))


def _stretch(run: Run, wanted: Wanted) -> float:
    if wanted.untimed:
        return 0.0
    if not wanted.extra_time:
        return stretch(run)
    text = wanted.extra_time.strip().removesuffix("%").rstrip()
    if not wanted.extra_time.strip().endswith("%") or not text.isdecimal() or int(text) > 300:
        raise UsageFault(f"--extra-time: expected a percentage such as 50 %, not {wanted.extra_time!r}.")
    return 1 + int(text) / 100


def _mocks(run: Run) -> list[tuple[int, date, Scorecard]]:
    events = list(run.journal().events("mock"))[::-1]
    return [(number, event.day, from_body(event.body)) for number, event in enumerate(events, 1)]


def _found(run: Run, name: str) -> tuple[int, date, Scorecard]:
    for number, day, card in _mocks(run):
        if name == str(number):
            return number, day, card
    raise UsageFault(f"There is no mock number {name}.", "Numbers are in: coach mock list")


def list_mocks(run: Run) -> None:
    """Every mock in one line."""
    from coach.terminal.console import show
    from coach.terminal.views.mock import listing

    rows = _mocks(run)
    if run.json:
        run.emit({"mocks": [{"number": number, "day": day, **to_body(card)} for number, day, card in rows]})
        return
    show(listing([(number, show_day(day), card) for number, day, card in rows], run.plain), run.plain, run.env)


def show_mock(run: Run, name: str, output: str | None, force: bool) -> None:
    """One scorecard: on the screen, as JSON, or as a Markdown file."""
    number, day, card = _found(run, name)
    if output:
        from coach.export.files import export_to
        from coach.export.scorecard import markdown

        export_to(output, markdown(card, day).encode(), force=force)
        run.say(f"Wrote {output}." if output != "-" else "")
    elif run.json:
        run.emit({"number": number, "day": day, **to_body(card)})
    else:
        from coach.terminal.console import show
        from coach.terminal.views.mock import scorecard

        show(scorecard(card, run.plain), run.plain, run.env)


def compare_mocks(run: Run, first: str, second: str) -> None:
    """Two scorecards, the older first."""
    from coach.terminal.console import show
    from coach.terminal.views.mock import beside

    older, newer = sorted((_found(run, first), _found(run, second)), key=lambda found: -found[0])
    if run.json:
        run.emit({"older": to_body(older[2]), "newer": to_body(newer[2])})
        return
    show(beside(older[2], newer[2]), run.plain, run.env)
