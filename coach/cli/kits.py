"""Writing a kit for a peer, and reading back what they saved."""

from pathlib import Path

from coach.cli.library import Library, open_library
from coach.cli.pick import choose_item
from coach.cli.run import Run
from coach.errors import InputFault, Problem
from coach.packs.model import Rubric
from coach.practice.kit import Kit, for_question, for_rehearsal, gaps, read_scorecard, to_body
from coach.practice.scorecard import Rated
from coach.practice.scorecard import from_body as scorecard_from


def write_kit(run: Run, name: str | None, output: str, *, rehearsal: bool, force: bool) -> None:
    """Write the page of a question, or of a pitch rehearsal."""
    from coach.export.files import export_to
    from coach.export.kit import html

    kit = _kit(run, open_library(run), name, rehearsal)
    export_to(output, html(kit).encode(), force=force)
    if output != "-":
        run.say(f"Wrote {output}. Send it; then: coach kit import FILE")


def _kit(run: Run, library: Library, name: str | None, rehearsal: bool) -> Kit:
    rubrics: list[Rubric] = library.of_kind("rubrics")
    if rehearsal:
        pitch = choose_item(run, library, "pitches", name)
        fitting = [rubric for rubric in rubrics if set(rubric.competencies) & set(pitch.competencies)]
        return for_rehearsal(pitch, fitting[:3])
    question = choose_item(run, library, "questions", name)
    return for_question(question, [rubric for rubric in rubrics if rubric.id in question.rubrics])


def import_scorecard(run: Run, path: Path) -> None:
    """Keep a peer's scorecard and show it beside the candidate's own."""
    from coach.terminal.console import show
    from coach.terminal.views.kit import beside

    try:
        raw = path.read_bytes()
    except OSError as error:
        problem = Problem(str(path), 1, 1, (error.strerror or "it cannot be read").lower())
        raise InputFault(f"{path} was not imported.", [problem]) from error
    peer = read_scorecard(raw, str(path))
    own = _own(run, peer.question)
    found = gaps(own, peer)
    run.append("peer", peer.question, to_body(peer))
    if run.json:
        run.emit({"peer": to_body(peer), "gaps": [{**gap._asdict(), "difference": gap.difference} for gap in found]})
        return
    titles = {rubric.id: rubric.title for rubric in open_library(run).of_kind("rubrics")}
    show(beside(peer, found, titles), run.plain, run.env)


def _own(run: Run, question: str) -> tuple[Rated, ...]:
    mine = [scorecard_from(event.body) for event in run.journal().events("mock", item=question)]
    return mine[-1].ratings if mine else ()
