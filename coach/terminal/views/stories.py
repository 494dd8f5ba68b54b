"""Stories: the question asked, the list, one with its marks, what is wrong, the coverage."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from coach.days import show_distance
from coach.stories.coverage import Coverage, Row
from coach.stories.interview import Ask
from coach.stories.model import PARTS, Story
from coach.text import neutral, one_line, plural


def asked(ask: Ask) -> Group:
    """A question of the interview, why it is asked, and what there is to choose from."""
    rows: list[Any] = [Text(""), Text(neutral(ask.question), style="bold")]
    if ask.why:
        rows.append(Text(neutral(ask.why), style="dim"))
    rows += [Text(f"  {number}  {neutral(option)}") for number, option in enumerate(ask.options, 1)]
    return Group(*rows)


def listing(stories: Sequence[Story], scores: Mapping[str, int], today: date, plain: bool) -> Any:
    """One row a story; plain rows are sentences."""
    if not stories:
        return Text("No stories yet. Begin with one true sentence: coach story new")
    if plain:
        return Text("\n".join(_sentence(at, story, scores, today) for at, story in enumerate(stories, 1)))
    table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    for name, width in (("#", 3), ("story", 20), ("score", 5), ("own", 3), ("numbers", 7), ("used", 12)):
        table.add_column(name, width=width, no_wrap=True, justify="right" if width < 10 else "left")
    table.add_column("begins", no_wrap=True, overflow="ellipsis", ratio=1)
    for at, story in enumerate(stories, 1):
        cells = (str(at), one_line(story.id, 20), str(scores[story.id]), str(story.strength or "-"))
        rest = (str(len(story.numbers)), _used(story, today), one_line(story.name(), 60))
        table.add_row(*map(Text, (*cells, *rest)))
    return table


def _sentence(at: int, story: Story, scores: Mapping[str, int], today: date) -> str:
    known = f"{scores[story.id]} of 100, {plural(len(story.numbers), 'number')}, used {_used(story, today)}"
    return f"{at}: {story.id}, {known}: {one_line(story.name(), 60)}"


def _used(story: Story, today: date) -> str:
    return show_distance(story.last_used, today) if story.last_used else "never"


def whole(story: Story, advice: Sequence[str], score: int) -> Group:
    """The story part by part, its numbers, and what the analysis still misses."""
    rows: list[Any] = [Text(neutral(story.name()), style="bold"), Text(f"{story.id} · {score} of 100", style="dim")]
    for part in ("opening", *PARTS):
        if text := getattr(story, part):
            rows += [Text(part.capitalize(), style="dim"), Padding(Text(neutral(text)), (0, 0, 0, 2))]
    if story.numbers:
        rows += [Text("Numbers", style="dim"), *(Text("  " + one_line(number.text())) for number in story.numbers)]
    if story.competencies:
        rows.append(Text("Shows: " + one_line(", ".join(story.competencies))))
    rows += [Text(""), *missing(advice)]
    return Group(*rows)


def missing(advice: Sequence[str]) -> list[Text]:
    """What to add, a line each."""
    return [Text("  lacks " + neutral(line)) for line in advice] or [Text("Nothing is missing.")]


def matrix(model: Coverage, plain: bool) -> Group:
    """Competencies with their stories, then what follows."""
    rows = [Text(_covered(row)) for row in model.rows] if plain else [_matrix_table(model.rows)]
    return Group(*rows, Text(""), *map(Text, _findings(model)))


def _matrix_table(rows: Sequence[Row]) -> Any:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("weight", "competency", "best", "stories"):
        table.add_column(name, justify="right" if name in ("weight", "best") else "left")
    for row in rows:
        best = f"{row.strength}/4" if row.strength else "-"
        table.add_row(f"{row.weight:.0%}", Text(row.title), best, Text(one_line(", ".join(row.stories)) or "GAP"))
    return table


def _covered(row: Row) -> str:
    return f"{row.title}, {row.weight:.0%} of the loop: {one_line(', '.join(row.stories)) or 'no story, a gap'}"


def _findings(model: Coverage) -> list[str]:
    gaps = f"Gaps: {', '.join(model.gaps)}. Begin one: coach story new"
    lines = [gaps if model.gaps else "Every competency has a story."]
    if model.thin:
        lines.append(f"Only weak stories: {', '.join(model.thin)}.")
    lines += [f"{name} would answer more than half of the loop: prepare a second." for name in model.overused]
    lines += [f"{name} was last told {days} days ago: tell it once before the round." for name, days in model.stale]
    return lines + [f"{name} shows nothing that the loop tests." for name in model.unplaced]
