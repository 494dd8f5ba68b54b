"""`coach analyze`: what an answer has, what it lacks, and the one change that matters most."""

from typing import Annotated, Any, NamedTuple

import typer

from coach.analysis.answer import Findings, as_json
from coach.analysis.answer import analyze as find
from coach.analysis.delivery import as_json as delivery_json
from coach.analysis.lexicon import Lexicon
from coach.analysis.observations import Observations, observe
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


class Means(NamedTuple):
    """What an answer is looked at with: the lexicon, the pace in words a minute and the time allowed in seconds."""

    words: Lexicon
    pace: int
    limit: int | None

    def look(self, text: str, kind: str) -> tuple[Findings, Observations]:
        """What `text` has and lacks, and what stands beside the score."""
        found = find(text, kind, self.words)
        return found, observe(text, kind, self.words, self.pace, self.limit, found.dimensions["metric"])

    def as_json(self, text: str, kind: str) -> dict[str, Any]:
        """Both in the published form."""
        findings, seen = self.look(text, kind)
        return as_json(findings, text) | {"observations": observations_json(seen, text)}


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
    limit: Annotated[int | None, typer.Option("--limit", min=1, metavar="SECONDS", help="The time you have.")] = None,
    pace: Annotated[
        int | None, typer.Option("--pace", min=60, max=300, help="Your words a minute; else the setting pace.")
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
    _agree(jsonl, transcript, speaker)
    means = Means(words_of(run), pace or int(run.setting("pace")), limit)
    if jsonl:
        stream(file, kind, means.as_json)
        return
    text = read_answer(file, run.no_input)
    if transcript:
        talk = heard(text, file, means.words, limit, speaker)
        own = means._replace(pace=talk.delivery.per_minute or means.pace, limit=None)
        _tell(run, talk.text, kind, own, talk, why)
    elif is_timed(text):
        raise UsageFault(
            f"{called(file)} is a transcript with times, which are no words of an answer.",
            f"Read it as one: coach analyze --transcript {file}",
        )
    else:
        _tell(run, text, kind, means, None, why)


def _check(kind: str) -> None:
    if kind and kind not in KINDS:
        raise UsageFault(f"--kind: there is no kind {kind!r}.", did_you_mean(kind, KINDS) or f"Kinds: {_KINDS}")


def _agree(jsonl: bool, transcript: bool, speaker: str) -> None:
    if jsonl and transcript:
        raise UsageFault("--jsonl reads answers and --transcript one talk with times; choose one of them.")
    if speaker and not transcript:
        raise UsageFault("--speaker chooses whose words of a --transcript are analysed; there is none.")


def _tell(run: Run, text: str, kind: str, means: Means, talk: Heard | None, why: bool) -> None:
    """`text`, which is all of an answer or what was heard in `talk`, on the screen or as JSON."""
    if run.json:
        told = {"text": text, **turns_json(talk.turns), "delivery": delivery_json(talk.delivery)} if talk else {}
        run.emit(means.as_json(text, kind) | told)
        return
    from coach.terminal.console import show
    from coach.terminal.views import analysis as view

    findings, seen = means.look(text, kind)
    if talk and talk.turns.left_out:
        show(view.whose(talk.turns), run.plain, run.env)
    show(view.page(text, findings, seen, talk.delivery if talk else None, run.plain), run.plain, run.env)
    if why or _asked(run):
        show(view.reasons(findings), run.plain, run.env)


def _asked(run: Run) -> bool:
    """On a terminal, one key shows the reasons."""
    import sys

    if run.no_input or run.plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    from coach.terminal.port import Choice

    return run.port().key((Choice("q", "done"), Choice("w", "why?"))) == "w"
