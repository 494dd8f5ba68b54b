"""Choosing a rung of the pitch ladder and playing it."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from coach.cli.answers_in import read_answer
from coach.cli.judge import words_of
from coach.cli.library import open_library
from coach.cli.pick import choose_item, of_kind
from coach.cli.run import Run
from coach.cli.session import begin, play_one, rules
from coach.cli.transcripts import Looking
from coach.packs.model import Pitch
from coach.practice.asks import Reveal
from coach.practice.pitch import ending

# What a transcript is held to when nothing else is said.
_RUNG: Final = 90


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


def check_transcript(run: Run, file: Path, name: str | None, seconds: int | None, speaker: str) -> None:
    """A spoken pitch held to the rung, or else to that of the pitch named: ending, what it has and lacks, delivery."""
    from rich.text import Text

    from coach.terminal.console import show
    from coach.terminal.views.drill import reveal

    named: Pitch | None = choose_item(run, open_library(run), "pitches", name) if name else None
    limit = seconds or (named.seconds if named else _RUNG)
    looking = Looking(words_of(run), int(run.setting("pace")), limit)
    look = looking.listen(read_answer(str(file), run.no_input), str(file), "pitch", speaker)
    checked = ending(look.text)
    if run.json:
        run.emit(look.as_json() | {"checks": dict([checked])})
        return
    if named:
        show(Text(f"{named.prompt}\n"), run.plain, run.env)
    look.show(run)
    show(reveal(Reveal((checked,))), run.plain, run.env)
    run.say("A transcript is not kept as a take. One that you speak here is: coach pitch --aloud")
