"""Prints how right the offers engine and its workbook are, and what an export costs.

python tests/bench/offers.py [--sets 500] [--files 200] [--edits 50] [--rounds 5]

sets     closed form against living through every month, for every figure of every offer
files    every formula cell: cached = LibreOffice, forced = formualizer; a planted wrong value must be caught
edits    one input changed in the sheet, recalculated by LibreOffice: Summary against the engine on the changed file
added    grants filled into the room for them, recalculated by LibreOffice: every formula cell, and Summary as above
export   one process that exports three offers, against the same cells written by openpyxl, user and system time
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import formualizer

from coach.export.workbook import plan
from coach.export.workbook_import import read_back, verify
from coach.export.workbook_write import to_bytes
from coach.offers.compare import compare
from coach.offers.leave import leave
from coach.offers.read import load_offers
from coach.offers.write import dump
from tests.offers.edits import edit
from tests.offers.generate import Data, data
from tests.offers.recalculate import differences, formulas, office, values
from tests.offers.rooms import fill, some
from tests.offers.simulate import NAMES, number, simulate
from tests.offers.simulate import leave as live_until
from tests.offers.test_workbook import export, plant

BATCH = 20


def gaps(plain: Data) -> Iterator[Fraction]:
    """How far the two paths are apart, figure by figure."""
    rate = number(plain["discount_rate"])
    model = compare(load_offers(dump(plain), "x"))
    for one, entry in zip(model.figures, plain["offers"], strict=True):
        lived = simulate(plain, entry)
        for name in NAMES:
            yield from (abs(Fraction(a) - b) for a, b in zip(getattr(one, name), lived[name], strict=True))
        npv = sum(amount / (1 + rate) ** (year + 1) for year, amount in enumerate(lived["total"]))
        yield abs(Fraction(one.npv_end) - npv)
        for month in (5, 12, 12 * len(one.base)):
            yield abs(Fraction(leave(one, month).total) - live_until(plain, entry, month))


def sets(count: int) -> None:
    found = [gap for seed in range(count) for gap in gaps(data(seed))]
    worst = float(max(found))
    apart = sum(gap > Fraction(5, 1000) for gap in found)
    print(f"sets      {count} random sets, {len(found)} figures: {apart} apart by more than 0.005, worst {worst:.2e}")


def files(count: int, folder: Path) -> None:
    cells = second = errors = uncached = caught = 0
    wrong: list[str] = []
    for first in range(0, count, BATCH):
        part = folder / f"part-{first}"
        part.mkdir()
        paths = [export(dump(data(seed)), part / f"{seed}.xlsx") for seed in range(first, min(first + BATCH, count))]
        plant(paths[0], part / "planted.xlsx")
        *again, control = office([*paths, part / "planted.xlsx"], part)
        for path, other in zip(paths, again, strict=True):
            places, cached, recalculated = formulas(path), values(path), values(other)
            cells += len(places)
            uncached += sum(cached[place] is None for place in places)
            errors += sum(str(recalculated[place]).startswith("#") for place in places)
            wrong += [f"{path.stem} {each}" for each in differences(recalculated, cached, places)]
            formualizer.recalculate_xlsx_file(str(path))
            second += len(differences(values(path), cached, places))
        caught += bool(differences(values(control), values(part / "planted.xlsx"), formulas(part / "planted.xlsx")))
    batches = -(-count // BATCH)
    print(f"files     {count} files, {cells} formula cells: {uncached} without a value, {errors} errors")
    print(f"          LibreOffice, forced: {len(wrong)} differ by more than 0.005; formualizer: {second}")
    print("".join(f"          {each}\n" for each in wrong[:5]), end="")
    print(f"          planted wrong values caught: {caught} of {batches}")


def edits(count: int, folder: Path) -> None:
    changed = []
    for seed in range(count):
        path = export(dump(data(1000 + seed)), folder / f"edit-{seed}.xlsx")
        changed.append(edit(path, folder / f"edited-{seed}.xlsx", seed))
    wrong, cells, _ = against_engine(changed, office(changed, folder), folder)
    print(f"edits     {count} inputs changed in the sheet, {cells} Summary cells: {wrong} cases differ from the engine")


def added(count: int, folder: Path) -> None:
    changed, grants = [], 0
    for seed in range(count):
        plain = data(2000 + seed)
        fills = some(Random(seed), len(plain["offers"]))
        grants += len(fills)
        changed.append(fill(export(dump(plain), folder / f"add-{seed}.xlsx"), folder / f"added-{seed}.xlsx", *fills))
    again = office(changed, folder)
    wrong, cells, kept = against_engine(changed, again, folder)
    found = [verify(path, "0") for path in again]
    every, apart = sum(each.cells for each in found), sum(len(each.differences) for each in found)
    print(f"added     {count} files, {grants} grants added, {every} formula cells: {apart} differ from the engine")
    print(f"          {cells} Summary cells against the file read back: {wrong} cases differ; {kept} files spliced")


def against_engine(changed: list[Path], again: list[Path], folder: Path) -> tuple[int, int, int]:
    """How many recalculated Summaries differ from the engine on the file read back, cells compared, files spliced."""
    wrong = cells = kept = 0
    for path, other in zip(changed, again, strict=True):
        back = read_back(path, "0")
        kept += back.kept
        wanted = export(back.text, folder / "wanted.xlsx")
        summary = {place: text for place, text in formulas(wanted).items() if place[0] == "Summary"}
        cells += len(summary)
        wrong += bool(differences(values(other), values(wanted), summary))
    return wrong, cells, kept


def same_bytes(count: int) -> None:
    alike = 0
    for seed in range(count):
        text = dump(data(seed))
        model = compare(load_offers(text, "x"))
        alike += to_bytes(plan(model, text, "0")) == to_bytes(plan(model, text, "0"))
    print(f"same      {alike} of {count} exports byte-identical when repeated")


ONE = """
import sys
sys.path.insert(0, {root!r})
from coach.offers.compare import compare
from coach.offers.read import load_offers
from coach.export.workbook import plan
text = open({path!r}).read()
book = plan(compare(load_offers(text, "x")), text, "0")
{write}
"""
OURS = "from coach.export.workbook_write import to_bytes\nto_bytes(book)"
THEIRS = """
import io, openpyxl
file = openpyxl.Workbook()
file.remove(file.active)
from openpyxl.styles import Font
bold = Font(bold=True)
for sheet in book.sheets:
    page = file.create_sheet(sheet.name)
    for cell in sheet.cells:
        held = page.cell(cell.row + 1, cell.col + 1)
        held.value = "=" + cell.formula if cell.formula else cell.value
        held.font = bold
file.save(io.BytesIO())
"""


def seconds(code: str) -> float:
    """User and system time of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cost(rounds: int, folder: Path) -> None:
    root = str(Path(__file__).resolve().parents[2])
    for name, offers in (("3", 3), ("8", 8)):
        plain = next(found for seed in range(10_000) if len((found := data(seed, most=offers))["offers"]) == offers)
        path = folder / f"cost-{name}.yaml"
        path.write_text(dump(plain))
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(seconds(ONE.format(root=root, path=str(path), write=OURS)))
            theirs.append(seconds(ONE.format(root=root, path=str(path), write=THEIRS)))
        ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        took = statistics.median(ours)
        print(f"export    {name} offers: {took:.2f} s a process, {ratio:.2f} of openpyxl's for the same cells")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("sets", 500), ("files", 200), ("edits", 50), ("rounds", 5)):
        parser.add_argument(f"--{name}", type=int, default=default)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sets(chosen.sets)
        same_bytes(min(20, chosen.files))
        cost(chosen.rounds, folder)
        edits(chosen.edits, folder)
        added(chosen.edits, folder)
        files(chosen.files, folder)


if __name__ == "__main__":
    main()
