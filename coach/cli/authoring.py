"""Writing packs: check, preview, count, scaffold, schema."""

import json
import sys
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from coach.cli.run import Run
from coach.cli.shelf import known_kind
from coach.errors import CoachError, InputFault, Problem, UsageFault
from coach.export.files import export_to
from coach.files import write_private
from coach.packs.check import BASIC, strict
from coach.packs.check_ids import is_id
from coach.packs.find import folder as folder_of
from coach.packs.find import packs_in
from coach.packs.lint import Report, lint
from coach.packs.load import Entry, Loaded
from coach.packs.scaffold import scaffold
from coach.packs.schema import MODELINE, schemas
from coach.packs.stats import Stats, stats
from coach.packs.subject import Rule
from coach.paths import templates
from coach.text import neutral, plural


def check_packs(run: Run, paths: Sequence[Path], strictly: bool) -> bool:
    """Print every problem at these paths, else of every pack there is; whether there was one."""
    reports = _reports(run, paths, _strict_rules() if strictly else BASIC)
    problems = list(dict.fromkeys(problem for report in reports for problem in report.problems))
    packs = [pack for report in reports for pack in report.packs]
    items = sum(len(pack.entries) for pack in packs)
    if run.json:
        told = [problem._asdict() for problem in problems]
        run.emit({"packs": len(packs), "items": items, "problems": told})
    else:
        sys.stdout.write("".join(neutral(str(problem)) + "\n" for problem in problems))
    run.say(f"{plural(len(problems), 'problem')} in {plural(len(packs), 'pack')} with {plural(items, 'item')}.")
    return bool(problems)


def _reports(run: Run, paths: Sequence[Path], rules: Sequence[Rule]) -> list[Report]:
    named = [_place(run, path) for path in paths]
    return [
        lint(path, run.pack_roots(), rules) for path in named or [root for root in run.pack_roots() if packs_in(root)]
    ]


def _place(run: Run, path: Path) -> Path:
    """A pack's folder where its name is given; a path as it is."""
    if path.exists() or "/" in str(path) or not is_id(str(path)):
        return path
    return folder_of(str(path), run.pack_roots())


def _strict_rules() -> tuple[Rule, ...]:
    from coach.analysis.answer import outranks
    from coach.analysis.lexicon import build
    from coach.cli.library import bundled_lexicon

    words = build(bundled_lexicon())
    return strict(lambda weak, strong, kind: outranks(weak, strong, kind, words))


def preview_pack(run: Run, path: Path, kind: str | None) -> None:
    """Every item of a pack as it will be read, with its problems; refuses a folder without a pack."""
    chosen = known_kind(kind)
    report = lint(_place(run, path), run.pack_roots(), _strict_rules())
    if not report.packs:
        raise InputFault(f"There is no pack in {path}.", report.problems)
    from coach.terminal.console import open_console
    from coach.terminal.views.content import card, wrong

    console = open_console(run.plain, run.env)
    for pack in report.packs:
        for entry, problems in _with_problems(pack, report.problems):
            if not chosen or entry.kind in chosen:
                console.print(card(entry.kind, entry.item))
                if problems:
                    console.print(wrong(problems))
    run.say(f"{plural(len(report.problems), 'problem')}. See where: coach content check {path} --strict")


def _with_problems(pack: Loaded, problems: Sequence[Problem]) -> list[tuple[Entry, list[Problem]]]:
    """The pack's entries, each with the problems from its first line up to the next entry's."""
    starts = sorted((entry.document.path, entry.document.where((entry.kind, entry.at))[0]) for entry in pack.entries)
    under: dict[tuple[str, int], list[Problem]] = {start: [] for start in starts}
    for problem in problems:
        at = bisect_right(starts, (problem.path, problem.line)) - 1
        if at >= 0 and starts[at][0] == problem.path:
            under[starts[at]].append(problem)
    return [
        (entry, under[entry.document.path, entry.document.where((entry.kind, entry.at))[0]]) for entry in pack.entries
    ]


def count_packs(run: Run, paths: Sequence[Path]) -> None:
    """Print the counts of these packs, else of every pack there is, each for itself and then together."""
    packs = [pack for report in _reports(run, paths, ()) for pack in report.packs]
    if not packs:
        raise UsageFault("There is no pack to count.", "Name a folder with a pack.yaml.")
    each = [stats([pack]) for pack in packs]
    every = [*each, stats(packs)] if len(packs) > 1 else each
    if run.json:
        run.emit({"packs": [_as_json(one) for one in each], "together": _as_json(every[-1])})
        return
    from coach.terminal.console import show
    from coach.terminal.views.content import statistics

    for one in every:
        show(statistics(one), run.plain, run.env)


def _as_json(found: Stats) -> dict[str, object]:
    return found._asdict() | {"coverage": [one._asdict() for one in found.coverage]}


def write_schemas(run: Run, folder: Path | None, force: bool) -> None:
    """Write both schema files into a folder, or print that of item files."""
    if folder is None:
        text = schemas()["items.json"]
        run.emit(json.loads(text)) if run.json else sys.stdout.write(text)
        return
    for name, text in schemas().items():
        export_to(str(folder / name), text.encode(), force=force)
    modeline = f"{MODELINE}{folder.name}/items.json"
    run.say(f"Wrote pack.json and items.json to {folder}. First line of a file beside it: {modeline}")


def new_pack(run: Run, name: str) -> None:
    """Make a pack's folder with commented examples; refuses one that is there."""
    folder = Path(name).expanduser() if "/" in name else run.home.packs / name
    if not is_id(folder.name):
        raise UsageFault(f"{folder.name!r} cannot be a pack's name.", "Use a-z, 0-9 and hyphens, such as my-pack.")
    if folder.exists():
        raise CoachError(f"{folder} is already there.", "Choose another name, or remove it first.")
    for path, text in scaffold(folder.name, templates()).items():
        write_private(folder / path, text.encode())
    run.say(f"Made {folder}. Edit its files, then: coach content check {folder}")
