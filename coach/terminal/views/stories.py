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
from coach.stories.telling import Telling
from coach.text import neutral, one_line, percent, plural


def asked(ask: Ask) -> Group:
    """A question of the interview, why it is asked, and what there is to choose from."""
    rows: list[Any] = [Text(""), Text(neutral(ask.question), style="bold")]
    if ask.why:
        rows.append(Text(neutral(ask.why), style="dim"))
    rows += [Text(f"  {number}  {neutral(option)}") for number, option in enumerate(ask.options, 1)]
    return Group(*rows)


def listing(
    stories: Sequence[Story], scores: Mapping[str, int], last: Mapping[str, Telling], today: date, plain: bool
) -> Any:
    """One row a story; plain rows are sentences."""
    if not stories:
        return Text("No stories yet. Begin with one true sentence: coach story new")
    if plain:
        return Text(
            "\n".join(_sentence(at, story, scores, _last(story, last, today)) for at, story in enumerate(stories, 1))
        )
    table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    table.add_column("#", width=3, justify="right")
    table.add_column("story", no_wrap=True, overflow="ellipsis", ratio=5)
    for name in ("score", "own", "numbers"):
        table.add_column(name, width=len(name), justify="right")
    table.add_column("last told", no_wrap=True, overflow="ellipsis", ratio=4)
    for at, story in enumerate(stories, 1):
        begins = Text.assemble(one_line(story.id, 60), "\n", (one_line(story.name(), 90), "dim"))
        counts = (str(scores[story.id]), str(story.strength or "-"), str(len(story.numbers)))
        table.add_row(Text(str(at)), begins, *map(Text, (*counts, _last(story, last, today, "\n"))))
    return table


def _sentence(at: int, story: Story, scores: Mapping[str, int], told: str) -> str:
    known = f"{scores[story.id]} of 100, {plural(len(story.numbers), 'number')}, {told}"
    return f"{at}: {story.id}, {known}: {one_line(story.name(), 60)}"


def _last(story: Story, last: Mapping[str, Telling], today: date, gap: str = " ") -> str:
    if story.id not in last:
        return "never told"
    found = last[story.id]
    return f"told {show_distance(found.day, today)}" + (f"{gap}to {one_line(found.to, 40)}" if found.to else "")


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
        table.add_row(percent(row.weight), Text(row.title), best, Text(one_line(", ".join(row.stories)) or "GAP"))
    return table


def _covered(row: Row) -> str:
    return f"{row.title}, {percent(row.weight)} of the loop: {one_line(', '.join(row.stories)) or 'no story, a gap'}"


def _findings(model: Coverage) -> list[str]:
    gaps = f"Gaps: {', '.join(model.gaps)}. Begin one: coach story new"
    lines = [gaps if model.gaps else "Every competency has a story."]
    if model.thin:
        lines.append(f"Only weak stories: {', '.join(model.thin)}.")
    lines += [f"{name} would answer more than half of the loop: prepare a second." for name in model.overused]
    lines += [f"{name} was last told {days} days ago: tell it once before the round." for name, days in model.stale]
    return lines + [f"{name} shows nothing that the loop tests." for name in model.unplaced]
