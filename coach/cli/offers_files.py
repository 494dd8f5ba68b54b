"""`coach offers new|export|verify|import`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from coach.cli.offers_source import FileArgument
from coach.cli.run import Run

Force = Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")]


def new(
    ctx: typer.Context,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where; yours if left out, - is stdout.")
    ] = "",
    package: Annotated[
        list[str] | None, typer.Option("--package", help="Start from a package: big-tech-engineer, fintech-pm, …")
    ] = None,
    force: Force = False,
) -> None:
    """A commented offers file to fill in; on a terminal it asks for the main figures.

    \b
    Examples:
      coach offers new
      coach offers new --package big-tech-engineer --package fintech-pm
      coach offers new -o - --no-input
    """
    from coach.cli.offers_asking import ask_offers
    from coach.export.files import export_to
    from coach.offers.starter import from_packages, starter

    run = Run.of(ctx)
    target = output or str(run.home.offers)
    if package:
        text = from_packages(package)
    elif run.no_input or run.yes or not sys.stdin.isatty() or target == "-":
        text = starter()
    else:
        text = ask_offers(run.port())
    export_to(target, text.encode(), force=force)
    if target != "-":
        run.say(f"Wrote {target}. Next: coach offers check" + (f" {output}" if output else ""))


def export(
    ctx: typer.Context,
    file: FileArgument = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The workbook; - is stdout.")
    ] = "offers.xlsx",
    ask_sheet: Annotated[bool, typer.Option("--ask-sheet", help="The one-page ask sheet (Markdown) instead.")] = False,
    force: Force = False,
) -> None:
    """A live workbook: ten sheets, a value beside every formula, the same figures as the screen.

    \b
    Examples:
      coach offers export
      coach offers export offers.yaml -o compared.xlsx --force
      coach offers export --ask-sheet -o ask.md
    """
    from coach import VERSION
    from coach.export.files import export_to
    from coach.offers.compare import compare
    from coach.offers.read import load_offers

    run = Run.of(ctx)
    name, text = source_text(run, file)
    model = compare(load_offers(text, name))
    if ask_sheet:
        from coach.cli.offers_talk import sheet

        output = "offers-ask.md" if output == "offers.xlsx" else output
        content = sheet(run, model).encode()
    else:
        from coach.export.workbook import plan
        from coach.export.workbook_write import to_bytes

        content = to_bytes(plan(model, text, VERSION))
    export_to(output, content, force=force)
    if output != "-":
        run.say(f"Wrote {output}. Next: coach offers " + ("negotiate" if ask_sheet else f"verify {output}"))


def source_text(run: Run, file: str | None) -> tuple[str, str]:
    """The name and the text of the offers file; InputFault if it cannot be read."""
    from coach.cli.offers_source import document
    from coach.errors import InputFault

    if file == "-":
        return "<stdin>", sys.stdin.read()
    path = Path(file).expanduser() if file else run.home.offers
    if not file and not path.exists():
        raise InputFault(f"There is no offers file yet ({path}).", hint="Make one: coach offers new")
    found = document(run, str(path))
    if found.problems:
        raise InputFault("The offers file cannot be read; nothing was written.", found.problems)
    return str(path), path.read_text(encoding="utf-8-sig")


def verify(
    ctx: typer.Context, workbook: Annotated[Path, typer.Argument(help="A workbook made by `coach offers export`.")]
) -> None:
    """Every value in a workbook against the engine, on the inputs the workbook states; exit code 1 if any differs.

    \b
    Examples:
      coach offers verify offers.xlsx
      coach offers verify offers.xlsx --json
    """
    from coach import VERSION
    from coach.export.workbook_import import verify as work_out
    from coach.export.workbook_read import differences_shown
    from coach.text import neutral, plural

    run = Run.of(ctx)
    found = work_out(workbook, VERSION)
    if run.json:
        rows = [each._asdict() for each in found.differences]
        run.emit({"cells": found.cells, "differences": rows, "edited": list(found.edited), "ok": not rows})
    else:
        sys.stdout.write("".join(f"{neutral(line)}\n" for line in differences_shown(found.differences)))
    edited = f", {plural(len(found.edited), 'input')} edited since the export" if found.edited else ""
    run.say(f"{plural(found.cells, 'formula cell')} compared, {len(found.differences)} differ{edited}.")
    if found.differences:
        raise SystemExit(1)


def import_(
    ctx: typer.Context,
    workbook: Annotated[Path, typer.Argument(help="A workbook made by `coach offers export`, with edited inputs.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The offers file; - is stdout.")] = "",
    force: Force = False,
) -> None:
    """The inputs of a workbook as an offers file; an unedited one gives exactly the file it was made from.

    \b
    Examples:
      coach offers import offers.xlsx -o edited.yaml
      coach offers import offers.xlsx --force
      coach offers import offers.xlsx -o -
    """
    from coach import VERSION
    from coach.export.files import export_to
    from coach.export.workbook_import import read_back
    from coach.text import plural

    run = Run.of(ctx)
    found = read_back(workbook, VERSION)
    target = output or str(run.home.offers)
    export_to(target, found.text.encode(), force=force)
    if not found.kept:
        run.say("The file was written anew: its comments are in your old file only.")
    if target != "-":
        run.say(
            f"Wrote {target}: {plural(len(found.changed), 'edited input')}. Next: coach offers compare"
            + (f" {output}" * bool(output))
        )
