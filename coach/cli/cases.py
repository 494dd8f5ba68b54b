"""Choosing a case, drawing its numbers, and playing or printing it."""

from coach.cli.library import Library, open_library
from coach.cli.pick import choose_item
from coach.cli.run import Run
from coach.cli.session import play_one
from coach.packs.model import Case
from coach.practice.case import Drawn, draw, show_number
from coach.practice.case_drill import solution, work_through


def _drawn(run: Run, library: Library, name: str | None) -> Drawn:
    case: Case = choose_item(run, library, "cases", name)
    return draw(case, run.random())


def play_case(run: Run, name: str | None) -> None:
    """Play one case in the terminal; it is saved like a drill."""
    library = open_library(run)
    drawn = _drawn(run, library, name)
    play_one(run, library, drawn.case.id, "cases", work_through(drawn), lambda: f"coach case {drawn.case.id}")


def print_case(run: Run, name: str | None) -> None:
    """The case with its numbers and its working, for reading or for other programs."""
    from coach.terminal.console import show
    from coach.terminal.views.drill import question_and_answer

    drawn = _drawn(run, open_library(run), name)
    if run.json:
        values = {key: str(value) for key, value in drawn.values.items()}
        shown = {"id": drawn.case.id, "prompt": drawn.fill(drawn.case.prompt), "unit": drawn.case.unit}
        run.emit({**shown, "values": values, "answer": str(drawn.answer), "shown": show_number(drawn.answer)})
        return
    show(question_and_answer(drawn.fill(drawn.case.prompt), solution(drawn)), run.plain, run.env)
