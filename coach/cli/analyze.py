"""`coach analyze`: what an answer has, what it lacks, and the one change that matters most."""

from typing import Annotated

import typer

from coach.analysis.transcript import is_timed
from coach.analysis.weights import KINDS
from coach.cli.answers_in import called, is_lines, read_answer, stream
from coach.cli.base import Command, new_app
from coach.cli.judge import words_of
from coach.cli.run import Run
from coach.cli.transcripts import Look, Looking, needs_transcript
from coach.errors import UsageFault
from coach.pace import LEAST_PACE, MOST_PACE
from coach.text import did_you_mean

app = new_app("What an answer has, what it lacks, and the one change that matters most.")
_KINDS = " ".join(KINDS)


@app.command(cls=Command)
def analyze(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="A text file; - or nothing is standard input.")] = "-",
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help=f"What it answers: {_KINDS}.")] = "",
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='One {"id", "text", "kind"} a line in, one result a line out.')
    ] = False,
    transcript: Annotated[
        bool, typer.Option("--transcript", help="FILE has times: WebVTT, SRT or whisper JSON.")
    ] = False,
    speaker: Annotated[
        str, typer.Option("--speaker", metavar="NAME", help="Your name in the transcript; default: whoever says most.")
    ] = "",
    limit: Annotated[int | None, typer.Option("--limit", min=1, metavar="SECONDS", help="The time you have.")] = None,
    pace: Annotated[
        int | None,
        typer.Option("--pace", min=LEAST_PACE, max=MOST_PACE, help="Your words a minute; default: the setting `pace`."),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Show the rule and the words behind each point.")] = False,
) -> None:
    """Underline the words that carry the answer, and say what is missing.

    \b
    Examples:
      coach analyze answer.txt --kind design
      pbpaste | coach analyze --kind behavioral --why
      coach analyze --transcript call.vtt --limit 90
      coach analyze --transcript call.vtt --speaker Sam
      coach analyze --jsonl answers.jsonl > findings.jsonl
    """
    run = Run.of(ctx)
    _check(kind)
    _agree(jsonl, transcript, speaker, pace)
    looking = Looking(words_of(run), pace or int(run.setting("pace")), limit)
    if jsonl:
        stream(file, kind, lambda text, kind: looking.look(text, kind).as_json())
        return
    text = read_answer(file, run.no_input)
    if transcript:
        _tell(run, looking.listen(text, file, kind, speaker), why)
    elif is_timed(text):
        raise UsageFault(
            f"{called(file)} is a transcript with times, which are no words of an answer.",
            f"Read it as one: coach analyze --transcript {file}",
        )
    elif is_lines(text):
        raise UsageFault(
            f"{called(file)} holds answers as JSON, one a line, and not the words of one.",
            f"Read them as such: coach analyze --jsonl {file}",
        )
    else:
        _tell(run, looking.look(text, kind), why)


def _check(kind: str) -> None:
    if kind and kind not in KINDS:
        raise UsageFault(f"--kind: there is no kind {kind!r}.", did_you_mean(kind, KINDS) or f"Kinds: {_KINDS}")


def _agree(jsonl: bool, transcript: bool, speaker: str, pace: int | None) -> None:
    if jsonl and transcript:
        raise UsageFault("--jsonl reads answers and --transcript one talk with times; choose one of them.")
    if pace and transcript:
        raise UsageFault("--pace is for an answer without times; a --transcript has the pace you spoke at.")
    if not transcript:
        needs_transcript(speaker)


def _tell(run: Run, look: Look, why: bool) -> None:
    """The look on the screen, with its reasons where they are asked for, or as JSON."""
    if run.json:
        run.emit(look.as_json())
        return
    look.show(run)
    if look.seen.english and (why or _asked(run)):
        from coach.terminal.console import show
        from coach.terminal.views.analysis import reasons

        show(reasons(look.findings), run.plain, run.env)


def _asked(run: Run) -> bool:
    """On a terminal, one key shows the reasons."""
    import sys

    if run.no_input or run.plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    from coach.terminal.port import Choice

    return run.port().key((Choice("q", "done"), Choice("w", "why?"))) == "w"
