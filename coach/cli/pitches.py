"""Choosing a rung of the pitch ladder and playing it."""

from dataclasses import replace
from pathlib import Path

from coach.analysis.answer import analyze, as_json
from coach.analysis.delivery import as_json as delivery_json
from coach.analysis.observations import observe
from coach.analysis.turns import as_json as turns_json
from coach.cli.answers_in import read_answer
from coach.cli.judge import words_of
from coach.cli.library import open_library
from coach.cli.pick import choose_item, of_kind
from coach.cli.run import Run
from coach.cli.session import begin, play_one, rules
from coach.cli.transcripts import heard
from coach.packs.model import Pitch
from coach.practice.asks import Reveal
from coach.practice.pitch import checks


def play_pitch(run: Run, name: str | None, seconds: int | None, aloud: bool) -> None:
    """Play the pitch named, or one whose limit is nearest to the rung, held to the rung's own limit."""
    library = open_library(run)
    ladder: list[Pitch] = of_kind(library, "pitches")
    if name is None and seconds is not None and ladder:
        name = min(ladder, key=lambda pitch: abs(pitch.seconds - seconds)).id
    chosen: Pitch = choose_item(run, library, "pitches", name)
    held = replace(chosen, seconds=seconds) if seconds else chosen
    ready = begin(run, held, rules(run, aloud=aloud))
    play_one(run, library, chosen.id, "pitches", ready, lambda: f"coach pitch {chosen.id}")


def check_transcript(run: Run, file: Path, seconds: int, speaker: str) -> None:
    """A spoken pitch held to its limit: words, time, ending, delivery, and what it has and lacks."""
    from coach.terminal.console import show
    from coach.terminal.views.analysis import page, whose
    from coach.terminal.views.drill import reveal

    words, pace = words_of(run), int(run.setting("pace"))
    text, delivery, turns = heard(read_answer(str(file), run.no_input), str(file), words, seconds, speaker)
    findings = analyze(text, "pitch", words)
    held = list(checks(text, delivery.seconds, seconds, pace))
    if run.json:
        told = {"checks": dict(held), "delivery": delivery_json(delivery)}
        run.emit({**as_json(findings, text), **turns_json(turns), **told})
        return
    show(reveal(Reveal(tuple(held))), run.plain, run.env)
    if turns.left_out:
        show(whose(turns), run.plain, run.env)
    seen = observe(text, "pitch", words, delivery.per_minute or pace, metric=findings.dimensions["metric"])
    show(page(text, findings, seen, delivery, run.plain), run.plain, run.env)
