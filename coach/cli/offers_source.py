"""Which offers file a command works on."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli.run import Run

if TYPE_CHECKING:
    from coach.offers.model import Offers
    from coach.yamlfile import Document

FileArgument = Annotated[
    str | None, typer.Argument(metavar="[FILE]", help="Offers file; - reads stdin; yours if left out.")
]


def document(run: Run, file: str | None) -> "Document":
    """The file named, stdin for `-`, else the candidate's own."""
    from coach.yamlfile import load, read

    if file == "-":
        return load(sys.stdin.read(), "<stdin>")
    return read(Path(file).expanduser() if file else run.home.offers)


def offers(run: Run, file: str | None) -> "Offers":
    """The offers in that file, or a refusal with every problem."""
    from coach.errors import InputFault
    from coach.offers.read import accept, reading

    if not file and not run.home.offers.exists():
        raise InputFault(f"There is no offers file yet ({run.home.offers}).", hint="Make one: coach offers new")
    return accept(reading(document(run, file)))
