"""A deck as it is exported: slides with one message, points, a table or chart, and what is said to them."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from coach.pace import PACE, count_words, seconds_to_say
from coach.packs.model import STRICT, Texts

# The limit of a slide's talk track in seconds.
MOST_SECONDS: Final = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a header; the last `totals` rows are sums and limits."""

    __pydantic_config__: ClassVar[Any] = STRICT

    header: Texts
    rows: tuple[Texts, ...]
    totals: int = 0

    def is_number(self, at: int) -> bool:
        """Whether a column holds numbers only, and so is set flush right."""
        cells = [row[at] for row in self.rows if row[at]]
        return bool(cells) and all(cell.replace(",", "").replace(".", "", 1).isdigit() for cell in cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars: a label and a value each, in one unit."""

    __pydantic_config__: ClassVar[Any] = STRICT

    labels: Texts
    values: tuple[float, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number set large, and what is said of it."""

    __pydantic_config__: ClassVar[Any] = STRICT

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide; `seconds` is the limit that the pack gives its talk track."""

    __pydantic_config__: ClassVar[Any] = STRICT

    id: str
    title: str
    layout: str = "text"
    message: str = ""
    figures: tuple[Figure, ...] = ()
    points: Texts = ()
    table: Table | None = None
    chart: Chart | None = None
    talk: str = ""
    seconds: int = MOST_SECONDS

    def spoken(self) -> float:
        """How long the talk track takes, in seconds."""
        return seconds_to_say(count_words(self.talk), PACE)

    def shown(self) -> list[str]:
        """Every text on the slide."""
        cells = [cell for row in self.table.rows for cell in row] if self.table else []
        large = [text for figure in self.figures for text in (figure.value, figure.label)]
        return [text for text in (self.message, *large, *self.points, *cells) if text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The slides in order, and how long they may take together."""

    __pydantic_config__: ClassVar[Any] = STRICT

    title: str
    subtitle: str = ""
    story: str = ""
    slides: tuple[Slide, ...]
    seconds: int = 0
