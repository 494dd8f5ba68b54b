"""Choosing a rung of the pitch ladder and playing it."""

from dataclasses import replace

from coach.cli.library import open_library
from coach.cli.pick import choose_item
from coach.cli.run import Run
from coach.cli.session import play_one, rules
from coach.packs.model import Pitch
from coach.practice.drill import drill


def play_pitch(run: Run, name: str | None, seconds: int | None, aloud: bool) -> None:
    """Play the pitch named, or one whose limit is nearest to the rung, held to the rung's own limit."""
    library = open_library(run)
    ladder: list[Pitch] = library.of_kind("pitches")
    if name is None and seconds is not None and ladder:
        name = min(ladder, key=lambda pitch: abs(pitch.seconds - seconds)).id
    chosen: Pitch = choose_item(run, library, "pitches", name)
    held = replace(chosen, seconds=seconds) if seconds else chosen
    play_one(run, library, chosen.id, "pitches", drill(held, rules(run, aloud=aloud)), f"coach pitch {chosen.id}")
