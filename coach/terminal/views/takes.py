"""Takes: the list, one with its findings, two side by side."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from coach.analysis.answer import VERSION, Findings
from coach.analysis.findings import Finding, Span
from coach.analysis.weights import DIMENSIONS, label
from coach.days import show_day
from coach.practice.asks import Take
from coach.practice.takes import StoredTake
from coach.terminal.views.analysis import verdict
from coach.text import neutral, one_line


def listing(takes: Sequence[StoredTake], plain: bool) -> Any:
    """One row a take; plain rows are sentences."""
    if not takes:
        return Text("No takes yet. Write one with: coach drill triads")
    if plain:
        return Text("\n".join(_sentence(take) for take in takes))
    table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    for name, width in (("#", 3), ("day", 10), ("item", 20), ("score", 5), ("self", 4)):
        table.add_column(name, width=width, no_wrap=True, justify="left" if width >= 10 else "right")
    table.add_column("begins", no_wrap=True, overflow="ellipsis", ratio=1)
    for take in takes:
        cells = (str(take.number), show_day(take.day), one_line(take.item, 20), str(take.score), _own(take, "/4"))
        table.add_row(*map(Text, cells), Text(one_line(take.text, 60)))
    return table


def _sentence(take: StoredTake) -> str:
    begins = one_line(take.text, 40)
    return f"{take.number}: {show_day(take.day)}, {one_line(take.item)}, {take.score} of 100: {begins}"


def _own(take: StoredTake, out_of: str) -> str:
    return f"{take.self_score}{out_of}" if take.self_score else "–"


def whole(take: StoredTake, plain: bool) -> Group:
    """The text with its marks, what it has and lacks, as the analysis shows them; without dimensions the text alone."""
    told, score = [Text(neutral(take.text))], f"{take.score} of 100 · "
    if "dimensions" in take.findings:
        # The verdict says the score itself; a case and a design are graded otherwise.
        told, score = verdict(take.text, _kept(take), plain), ""
    head = f"{show_day(take.day)} · {one_line(take.item)} · {take.part} take · {score}self {_own(take, ' of 4')}"
    return Group(Text(head, style="dim"), *told)


def _kept(take: StoredTake) -> Findings:
    """The findings as the journal has them, which is without how strong each one was."""
    kind, change = take.findings.get("kind") or "", take.findings.get("change") or ""
    kept = take.findings["dimensions"]
    dimensions = {name: _finding(name, kept.get(name, {})) for name in DIMENSIONS}
    held, aside = bool(take.findings.get("held")), _spans(take.findings.get("aside", []))
    return Findings(VERSION, kind, take.score, dimensions, change, held, aside)


def _finding(name: str, found: Mapping[str, Any]) -> Finding:
    present, evidence = bool(found.get("present")), found.get("evidence", [])
    # Older takes have no marks of their own.
    marked = found.get("marked", evidence)
    return Finding(name, present, float(present), _spans(evidence), (), found.get("advice"), _spans(marked))


def _spans(kept: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(span["start"], span["end"]) for span in kept)


def beside(older: StoredTake, newer: StoredTake, plain: bool) -> Group:
    """Both texts, the scores, and for one question the points and dimensions that came or went."""
    rows = [
        Text.assemble((f"{show_day(take.day)} ({take.score} of 100): ", "bold"), neutral(take.text))
        for take in (older, newer)
    ]
    if older.item != newer.item:
        names = f"{one_line(older.item)} and {one_line(newer.item)}"
        said = f"Two different questions, {names}, so the points cannot be compared."
        return Group(*rows, Text(said, style="dim"))
    rows.append(Text(difference(older, newer)))
    if older.findings.get("rules") != newer.findings.get("rules"):
        rows.append(Text("The rules changed between the two, so part of the difference may be theirs.", style="dim"))
    return Group(*rows)


def difference(older: Take | StoredTake, newer: Take | StoredTake) -> str:
    """`+15 points · gained trade-off · lost impact`."""
    before, after = _present(older), _present(newer)
    gained, lost = sorted(map(label, after - before)), sorted(map(label, before - after))
    points = f"{newer.score - older.score:+d} points"
    parts = [points, f"gained {', '.join(gained)}" if gained else "", f"lost {', '.join(lost)}" if lost else ""]
    return " · ".join(filter(None, parts))


def _present(take: Take | StoredTake) -> set[str]:
    return {name for name, found in dict(take.findings.get("dimensions", {})).items() if found.get("present")}
