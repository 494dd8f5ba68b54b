"""`coach analyze`: what an answer has, what it lacks, and the one change that matters most."""

from typing import Annotated

import typer

from coach.analysis.answer import analyze as find
from coach.analysis.answer import as_json
from coach.analysis.delivery import as_json as delivery_json
from coach.analysis.lexicon import Lexicon
from coach.analysis.observations import DEFAULT_PACE, observe
from coach.analysis.observations import as_json as observations_json
from coach.analysis.transcript import is_timed
from coach.analysis.turns import as_json as turns_json
from coach.analysis.weights import KINDS
from coach.cli.answers_in import called, read_answer, stream
from coach.cli.base import Command, new_app
from coach.cli.judge import words_of
from coach.cli.run import Run
from coach.cli.transcripts import Heard, heard
from coach.errors import UsageFault
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
        str, typer.Option("--speaker", metavar="NAME", help="Who of a transcript is you; else who says most.")
    ] = "",
    limit: Annotated[int | None, typer.Option("--limit", min=1, metavar="SECONDS", help="The time you had.")] = None,
    pace: Annotated[int, typer.Option("--pace", min=60, max=300, help="Your words a minute.")] = DEFAULT_PACE,
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
    if speaker and not transcript:
        raise UsageFault("--speaker chooses whose words of a --transcript are analysed; there is none.")
    words = words_of(run)
    if jsonl:
        stream(file, kind, words)
        return
    text = read_answer(file, run.no_input)
    if not transcript and is_timed(text):
        raise UsageFault(
            f"{called(file)} is a transcript with times, which are no words of an answer.",
            f"Read it as one: coach analyze --transcript {file}",
        )
    talk = heard(text, file, words, limit, speaker) if transcript else None
    if run.json:
        _emit(run, talk.text if talk else text, kind, words, pace, talk)
    else:
        _show(run, talk.text if talk else text, kind, words, pace, talk, why)


def _check(kind: str) -> None:
    if kind and kind not in KINDS:
        raise UsageFault(f"--kind: there is no kind {kind!r}.", did_you_mean(kind, KINDS) or f"Kinds: {_KINDS}")


def _emit(run: Run, text: str, kind: str, words: Lexicon, pace: int, talk: Heard | None) -> None:
    result = as_json(find(text, kind, words), text)
    result["observations"] = observations_json(observe(text, kind, words, pace), text)
    if talk is not None:
        result |= {"text": text, **turns_json(talk.turns), "delivery": delivery_json(talk.delivery)}
    run.emit(result)


def _show(run: Run, text: str, kind: str, words: Lexicon, pace: int, talk: Heard | None, why: bool) -> None:
    from coach.terminal.console import show
    from coach.terminal.views import analysis as view

    findings = find(text, kind, words)
    delivery = talk.delivery if talk else None
    seen = observe(text, kind, words, delivery.per_minute if delivery and delivery.per_minute else pace)
    if talk and talk.turns.left_out:
        show(view.whose(talk.turns), run.plain, run.env)
    show(view.page(text, findings, seen, delivery, run.plain), run.plain, run.env)
    if why or _asked(run):
        show(view.reasons(findings), run.plain, run.env)


def _asked(run: Run) -> bool:
    """On a terminal, one key shows the reasons."""
    import sys

    if run.no_input or run.plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    from coach.terminal.port import Choice

    return run.port().key((Choice("q", "done"), Choice("w", "why?"))) == "w"
