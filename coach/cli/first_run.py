"""The five questions of the first run, and what they make: settings, the loop, the plan, story number one."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from coach.cli import settings
from coach.cli.library import Library, open_library
from coach.cli.own import begin
from coach.cli.planmaker import first_plan, keep_plan
from coach.cli.run import Run
from coach.cli.session import try_one
from coach.cli.settings_file import write_settings
from coach.days import Moment, parse_day, show_day, show_distance
from coach.errors import UsageFault
from coach.packs.find import available
from coach.packs.load import load
from coach.plan.figures import left_out, summary
from coach.plan.wording import parse_rounds
from coach.practice.loop import DatedRound, from_dates, from_template, to_body
from coach.terminal.port import Port
from coach.text import one_line

# Without dates the first round is taken to be a week away: what a recruiter's calendar usually gives.
LEAD: Final = 7
_SETTINGS: Final = ("minutes", "days_off", "timing", "look")
_ROUNDS: Final = "2/5  Rounds, such as: recruiter 3 Dec, case 14 Dec (Enter: no dates yet)"
_WAYS: Final = [(timing, look) for look in settings.LOOKS for timing in settings.TIMINGS]


class Flags(NamedTuple):
    """What the command line already answers; None asks."""

    rounds: str | None = None
    start: str | None = None
    minutes: int | None = None
    days_off: str | None = None
    story: str | None = None
    timing: str | None = None
    look: str | None = None


class Answers(NamedTuple):
    """The five answers: pack, rounds as typed (empty: the template), minutes and days off, a story, timing and look."""

    pack: str
    rounds: str
    minutes: str
    days_off: str
    story: str
    timing: str
    look: str


def set_up(run: Run, flags: Flags) -> None:
    """Ask what the flags leave open, then write settings, loop, plan and story."""
    today = run.moment()
    answers = _defaults(run, flags) if run.yes else _asked(run, flags, today)
    for name in _SETTINGS:
        settings.check(name, getattr(answers, name), f"--{name.replace('_', '-')}")
    chosen = {"pack": answers.pack, **{name: getattr(answers, name) for name in _SETTINGS}}
    run.settings |= {name: settings.Value(text, "setup") for name, text in chosen.items()}
    library = open_library(run)
    rounds = _rounds(library, answers.rounds, flags.start, today.day)
    write_settings(run.home.settings, chosen)
    run.append("loop", "", {"pack": answers.pack, **to_body(rounds)})
    if answers.story:
        begin(run, answers.story)
    plan = first_plan(run, library, rounds, today.day)
    keep_plan(run, plan)
    run.say(f"Plan made: {summary(plan)}")
    if missing := left_out(plan):
        run.say(missing)
    run.say(_first_round(rounds, today.day))
    if not answers.rounds.strip() and not flags.start and rounds:
        run.say(f"That date is assumed. A real one: coach plan move {rounds[0].id} {rounds[0].day}")
    if not run.yes:
        try_one(run, library)


def _rounds(library: Library, typed: str, start: str | None, today: date) -> list[DatedRound]:
    try:
        first = parse_day(start) if start else today + timedelta(days=LEAD)
    except ValueError as error:
        raise UsageFault(f"--start: {error}.") from None
    if not typed.strip():
        return from_template(library.loop(), first)
    try:
        return from_dates(library.loop(), parse_rounds(typed, today))
    except ValueError as error:
        raise UsageFault(f"--rounds: {error}.") from None


def _defaults(run: Run, flags: Flags) -> Answers:
    return Answers(
        run.setting("pack"),
        flags.rounds or "",
        str(flags.minutes or run.setting("minutes")),
        flags.days_off or run.setting("days_off"),
        flags.story or "",
        flags.timing or run.setting("timing"),
        flags.look or run.setting("look"),
    )


def _asked(run: Run, flags: Flags, today: Moment) -> Answers:
    run.ask_or_refuse(
        "Take the defaults with --yes, or give --pack, --rounds, --minutes, --days-off, --story, --timing, --look."
    )
    answers = _defaults(run, flags)
    port = run.port()
    port.say(f"Nothing leaves this computer. Your files: {run.home.data}")
    port.say("Five questions; Enter takes what is offered. Ctrl-C leaves, and coach setup starts again.")
    if not run.flags.get("pack"):
        answers = answers._replace(pack=_ask_road(run, port, answers.pack))
    if flags.rounds is None:
        answers = answers._replace(rounds=port.ask(_ROUNDS, "", lambda typed: _rounds_fault(typed, today.day)))
    if flags.minutes is None and flags.days_off is None:
        typed = port.ask("3/5  Minutes a day, and days off", f"{answers.minutes}, {answers.days_off}", _week_fault)
        answers = answers._replace(**_week(typed))
    if flags.story is None:
        answers = answers._replace(
            story=port.ask("4/5  One true story of yours, in one sentence (Enter skips)", "", _fine)
        )
    if flags.timing is None and flags.look is None:
        timing, look = _WAYS[port.choose("5/5  How do you want it?", [" · ".join(way) for way in _WAYS])]
        answers = answers._replace(timing=timing, look=look)
    return answers


def _ask_road(run: Run, port: Port, current: str) -> str:
    known = available(run.pack_roots())
    loaded = {name: load(folder) for name, folder in known.items()}
    roads = [name for name, pack in loaded.items() if any(entry.kind == "loops" for entry in pack.entries)]
    names = sorted(roads, key=lambda name: name != current)
    titles = [one_line(pack.manifest.title if (pack := loaded[name]).manifest else name) for name in names]
    return names[port.choose("1/5  Which road?", titles)]


def _week(typed: str) -> dict[str, str]:
    minutes, _, days = typed.partition(",")
    return {"minutes": minutes.strip(), "days_off": days.strip().lower() or "none"}


def _week_fault(typed: str) -> str:
    parts = _week(typed)
    return settings.fault("minutes", parts["minutes"]) or settings.fault("days_off", parts["days_off"])


def _fine(_typed: str) -> str:
    return ""


def _rounds_fault(text: str, today: date) -> str:
    try:
        parse_rounds(text, today)
    except ValueError as error:
        return f"{error}."
    return ""


def _first_round(rounds: list[DatedRound], today: date) -> str:
    first = min((found for found in rounds if found.day >= today), key=lambda found: found.day, default=None)
    if first is None:
        return "No round is ahead of today. Every day: coach"
    return f"{one_line(first.title)} {show_distance(first.day, today)} ({show_day(first.day)}). Every day: coach"
