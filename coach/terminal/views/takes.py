"""Takes: the list, one with its findings, two side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from coach.days import show_day
from coach.practice.asks import Take
from coach.practice.takes import StoredTake
from coach.terminal.views.analysis import label
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
    """The text, then each dimension with the words it rests on or what to add."""
    scores = f"{take.score} of 100 · self {_own(take, ' of 4')}"
    head = f"{show_day(take.day)} · {one_line(take.item)} · {take.part} take · {scores}"
    return Group(Text(head, style="dim"), Text(neutral(take.text)), Text(""), *_dimensions(take.findings))


def _dimensions(findings: Mapping[str, Any]) -> list[Text]:
    rows = []
    for name, found in dict(findings.get("dimensions", {})).items():
        if found.get("present"):
            words = " · ".join(one_line(str(span.get("text", "")), 40) for span in found.get("evidence", [])[:3])
            rows.append(Text(f"  has   {name:<12} {words}"))
        else:
            rows.append(Text(f"  lacks {name:<12} {neutral(str(found.get('advice') or ''))}"))
    return rows


def beside(older: StoredTake, newer: StoredTake, plain: bool) -> Group:
    """Both texts, the scores, and the dimensions that came or went."""
    rows = [
        Text.assemble((f"{show_day(take.day)} ({take.score} of 100): ", "bold"), neutral(take.text))
        for take in (older, newer)
    ]
    said = [Text(change(older, newer))]
    if older.findings.get("rules") != newer.findings.get("rules"):
        said.append(Text("The rules changed between the two, so part of the difference may be theirs.", style="dim"))
    return Group(*rows, *said)


def change(older: Take | StoredTake, newer: Take | StoredTake) -> str:
    """`+15 points · gained trade-off · lost impact`."""
    before, after = _present(older), _present(newer)
    gained, lost = sorted(map(label, after - before)), sorted(map(label, before - after))
    points = f"{newer.score - older.score:+d} points"
    parts = [points, f"gained {', '.join(gained)}" if gained else "", f"lost {', '.join(lost)}" if lost else ""]
    return " · ".join(filter(None, parts))


def _present(take: Take | StoredTake) -> set[str]:
    return {name for name, found in dict(take.findings.get("dimensions", {})).items() if found.get("present")}
