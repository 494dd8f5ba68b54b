"""`coach pitch`."""

from pathlib import Path
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.complete import ids
from coach.cli.run import Run
from coach.errors import UsageFault

app = new_app()
RUNGS = (30, 60, 90, 180)


@app.command(cls=Command)
def pitch(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="A pitch of the pack or of your stories (own-STORY-minute).", autocompletion=ids
        ),
    ] = None,
    seconds: Annotated[
        int | None,
        typer.Option(
            "--seconds", metavar="30|60|90|180", help="The rung; default: the pitch's own; 90 for a transcript alone."
        ),
    ] = None,
    transcript: Annotated[
        Path | None, typer.Option("--transcript", metavar="FILE", help="One you spoke: WebVTT, SRT or whisper JSON.")
    ] = None,
    speaker: Annotated[
        str,
        typer.Option("--speaker", metavar="NAME", help="Your name in the transcript; default: whoever says most."),
    ] = "",
    aloud: Annotated[bool, typer.Option("--aloud", help="Speak it; a key starts and stops.")] = False,
) -> None:
    """One rung of the pitch ladder: outcome first, within the words, ending on an ask.

    Without an ID it is the one that helps most, your own stories among them.

    \b
    Examples:
      coach pitch --seconds 30
      coach pitch --seconds 90 --aloud
      coach pitch own-settlement-log-minute
      coach pitch --seconds 60 --transcript call.vtt
      coach pitch own-settlement-log-minute --transcript call.vtt
    """
    from coach.cli.pitches import check_transcript, play_pitch
    from coach.cli.transcripts import needs_transcript

    if seconds is not None and seconds not in RUNGS:
        raise UsageFault(f"--seconds: expected one of 30, 60, 90 or 180, not {seconds}.")
    if transcript is not None:
        if aloud:
            raise UsageFault("--aloud is for speaking now; a --transcript was spoken before. Leave one of them out.")
        check_transcript(Run.of(ctx), transcript, name, seconds, speaker)
    else:
        needs_transcript(speaker)
        play_pitch(Run.of(ctx), name, seconds, aloud)
