"""Capturing a round's debrief, showing what is kept, and rehearsing the company's panel."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from coach.cli.attention import attention_of, competencies
from coach.cli.planning import state_of
from coach.cli.rounds import kept_rounds
from coach.cli.run import Run
from coach.days import show_day
from coach.errors import CoachError, UsageFault
from coach.plan.record import TASK_DONE, done_body
from coach.practice.debrief import OUTCOMES, RoundDebrief, latest, panel, to_body
from coach.practice.loop import DatedRound
from coach.practice.scorecard import from_body as scorecard_from
from coach.terminal.port import Port
from coach.text import did_you_mean, one_line


class Said(NamedTuple):
    """What the flags already say; None asks."""

    asked: list[str] | None
    story: str | None
    numbers: list[str] | None
    surprises: str | None
    rating: int | None
    outcome: str | None
    weak: list[str] | None


def capture(run: Run, name: str | None, said: Said) -> None:
    """Ask what the flags leave open, on top of what was captured before; one event."""
    found = _round(run, name)
    before = latest(event.body for event in run.journal().events("debrief")).get(found.id, RoundDebrief(found.id))
    if said.outcome is not None and said.outcome not in OUTCOMES:
        raise UsageFault(f"--outcome: expected one of {', '.join(OUTCOMES)}, not {said.outcome!r}.")
    known = competencies(run)
    wrong = next((fault for name in said.weak or () if (fault := _unknown(name, known))), "")
    if wrong:
        raise UsageFault(f"--weak: {wrong}")
    given = before._replace(
        questions=(*before.questions, *(said.asked or ())),
        story=said.story if said.story is not None else before.story,
        numbers=(*before.numbers, *(said.numbers or ())),
        surprises=said.surprises if said.surprises is not None else before.surprises,
        rating=said.rating or before.rating,
        outcome=said.outcome or before.outcome,
        weak=tuple(dict.fromkeys((*before.weak, *(said.weak or ())))),
    )
    full = given if any(part is not None for part in said) else _asked(run, given, found, known)
    run.append("debrief", found.id, to_body(full))
    _tick(run, found.id)
    run.say(
        f"Kept for {found.title}. {_effect(run, full)}Next: coach plan replan; the figures you said: coach claims check"
    )


def _effect(run: Run, full: RoundDebrief) -> str:
    """What counts for more from now on, and until when."""
    now = [found for found in attention_of(run) if found.competency in full.weak]
    if not now:
        return ""
    names = " and ".join(found.competency for found in now)
    until = show_day(now[0].until)
    count = "counts" if len(now) == 1 else "count"
    return f"Until the round on {until}, {names} {count} for more: in drills from now, in the plan after a replan. "


def _unknown(name: str, known: Sequence[str]) -> str:
    """What is wrong with the name of a competency; empty if nothing is."""
    if not name or name in known:
        return ""
    hint = did_you_mean(name, known)
    return f"the rounds do not test {one_line(name, 30)!r}. {hint or 'They test: ' + ', '.join(known) + '.'}"


def _tick(run: Run, name: str) -> None:
    """The plan's debrief slot of that round is done, if there is one today or behind."""
    plan, today = state_of(run).plan, run.moment().day
    slots = plan.slots if plan else ()
    slot = next((slot for slot in slots if slot.kind == "debrief" and slot.item == name and slot.day <= today), None)
    if slot:
        run.append(TASK_DONE, slot.item, done_body(today, slot.minutes, complete=True, evidence="debrief"))


def _asked(run: Run, given: RoundDebrief, found: DatedRound, known: Sequence[str]) -> RoundDebrief:
    run.ask_or_refuse("Give --asked, --story, --number, --surprises, --weak, --rating, --outcome.")
    port = run.port()
    port.say(f"{found.title}: six short questions. Enter skips one.")
    questions = _several(port, "1/6  A question they asked (Enter when that was all)")
    story = port.ask("2/6  Which story did you tell?", given.story, _fine)
    numbers = _several(port, "3/6  A number you said (Enter when that was all)")
    surprises = port.ask("4/6  What surprised you?", given.surprises, _fine)
    port.say("  " + ", ".join(known))
    which = "5/6  Which of these went badly? (Enter when that was all)"
    weak = _several(port, which, lambda name: _unknown(name, known))
    levels = ["1 missed it", "2 parts of it", "3 solid", "4 I would hire me"]
    rating = port.choose("6/6  Your own level", levels, 2) + 1
    return given._replace(
        questions=(*given.questions, *questions),
        story=story,
        numbers=(*given.numbers, *numbers),
        surprises=surprises,
        rating=rating,
        weak=tuple(dict.fromkeys((*given.weak, *weak))),
    )


def _several(port: Port, question: str, check: Callable[[str], str] | None = None) -> list[str]:
    answers: list[str] = []
    while answer := port.ask(question, "", check or _fine):
        answers.append(answer)
    return answers


def _fine(_typed: str) -> str:
    return ""


def _round(run: Run, name: str | None) -> DatedRound:
    rounds, today = kept_rounds(run), run.moment().day
    if not rounds:
        raise CoachError("There are no rounds yet.", "Set them up with: coach setup")
    if name is None:
        past = [found for found in rounds if found.day <= today]
        return max(past, key=lambda found: found.day) if past else rounds[0]
    ids = {found.id: found for found in rounds}
    if name not in ids:
        raise UsageFault(f"There is no round {name!r}.", did_you_mean(name, ids) or "Rounds: " + ", ".join(ids))
    return ids[name]


def show_debriefs(run: Run) -> None:
    """Every round's debrief."""
    from coach.terminal.console import show
    from coach.terminal.views.debrief import debriefs

    kept = latest(event.body for event in run.journal().events("debrief"))
    if run.json:
        run.emit({"debriefs": [to_body(found) for found in kept.values()]})
        return
    show(debriefs(list(kept.values())), run.plain, run.env)


def rehearse_panel(run: Run) -> None:
    """What three panel members would say of the last mock, and the candidate's one addition."""
    from coach.terminal.console import show
    from coach.terminal.views.debrief import voices

    event = run.journal().last("mock")
    if event is None:
        raise CoachError("There is no mock to weigh.", "Do one first: coach mock")
    card = scorecard_from(event.body)
    heard = panel(card.judgment, card.depth)
    if run.json:
        run.emit({"mock": card.question, "panel": [voice._asdict() for voice in heard]})
        return
    show(voices(card, heard), run.plain, run.env)
