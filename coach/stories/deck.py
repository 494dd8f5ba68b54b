"""From a story and a design table to the slides that a pack's deck asks for."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from coach.money import parse_amount
from coach.packs.model import Deck as Wanted
from coach.packs.model import Design
from coach.packs.model import Slide as WantedSlide
from coach.stories.model import NorthStar, Risk, Story
from coach.stories.problem import figures, unsaid
from coach.stories.slides import Chart, Deck, Slide, Table

Filled = tuple[str, tuple[str, ...], Table | None, Chart | None, str]


def draft(wanted: Wanted, story: Story, design: Design | None) -> Deck:
    """The deck of a story; what the story does not say yet stays empty, and the check names it."""
    slides = tuple(_slide(slide, story, design) for slide in wanted.slides)
    return Deck(title=story.name(), subtitle=wanted.title, story=story.id, slides=slides, seconds=wanted.seconds)


def _slide(wanted: WantedSlide, story: Story, design: Design | None) -> Slide:
    message, points, table, chart, talk = _LAYOUTS[wanted.layout](story, design)
    large = figures(story) if wanted.layout == "problem" else ()
    return Slide(
        id=wanted.id,
        title=wanted.title,
        layout=wanted.layout,
        message=message,
        figures=large,
        points=unsaid((point for point in points if point), large),
        table=table,
        chart=chart,
        talk=talk,
        seconds=wanted.seconds,
    )


def _problem(story: Story, _design: Design | None) -> Filled:
    talk = _joined(story.opening, story.situation, story.tried)
    message = _first_sentence(story.affected or story.situation)
    return message, (*_sentences(story.situation), story.tried), None, None, talk


def _metric(story: Story, _design: Design | None) -> Filled:
    star = story.north_star
    if star is None:
        return "", tuple(number.text() for number in story.numbers), None, None, ""
    aim = f"{star.name}: from {_grouped(star.baseline)} to {_grouped(star.target)} {star.unit}"
    message = aim.strip() + (f" by {star.by}" if star.by else "") + "."
    points = (star.definition, *(f"Must not suffer: {guardrail}." for guardrail in star.guardrails))
    talk = _joined(f"I steer by one number, {star.name.lower()}.", star.definition, _move(star), _guarded(star))
    return message, points, None, _bars(star), talk


def _architecture(story: Story, design: Design | None) -> Filled:
    table = _cost_table(design) if design else None
    talk = _joined(story.decision, story.action, _sums(design) if design else "", story.result)
    changed = next((part for part in design.components if part.id == story.changed), None) if design else None
    points = (f"Changed: {changed.name}. {changed.benefit}" if changed else "", _sums(design) if design else "")
    return _first_sentence(story.decision), points, table, None, talk


def _risks(story: Story, _design: Design | None) -> Filled:
    rows = tuple((risk.risk, risk.bound, risk.mitigation, risk.owner) for risk in story.risks)
    table = Table(header=("Risk", "Bound", "Mitigation", "Owner"), rows=rows) if rows else None
    worst = (_spoken(risk) for risk in story.risks[:2])
    talk = _joined(story.tradeoff, *worst, story.reflection)
    return _first_sentence(story.tradeoff), (), table, None, talk


def _text(story: Story, _design: Design | None) -> Filled:
    points = tuple(number.text() for number in story.numbers[:5])
    return _first_sentence(story.opening or story.sentence), points, None, None, _joined(story.result, story.reflection)


_LAYOUTS: Final[Mapping[str, Callable[[Story, Design | None], Filled]]] = {
    "problem": _problem,
    "metric": _metric,
    "architecture": _architecture,
    "risks": _risks,
    "text": _text,
}


def _move(star: NorthStar) -> str:
    if not (star.baseline and star.target):
        return ""
    by = f" by {star.by}" if star.by else ""
    return f"We stand at {_grouped(star.baseline)} and should be at {_grouped(star.target)}{by}."


def _guarded(star: NorthStar) -> str:
    return f"Two things must not get worse for it: {' and '.join(star.guardrails)}." if star.guardrails else ""


def _spoken(risk: Risk) -> str:
    if not (risk.bound and risk.owner):
        return ""
    return f"{risk.risk}: bounded at {_small(risk.bound)}, and {_small(risk.owner)} acts."


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _bars(star: NorthStar) -> Chart | None:
    try:
        values = tuple(float(parse_amount(text.replace(",", ""))) for text in (star.baseline, star.target))
    except ValueError:
        return None
    return Chart(labels=("Today", _large(star.by) or "Target"), values=values, unit=star.unit)


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cost_table(design: Design) -> Table:
    rows = [(part.name, part.p50_ms, part.p999_ms, part.risk_percent) for part in design.components]
    sums = ("Sum", *(_number(sum(map(Decimal, column), Decimal(0))) for column in list(zip(*rows, strict=True))[1:]))
    limits = ("Limit", "", _number(Decimal(design.sla_ms)), _number(Decimal(design.risk_budget_percent)))
    header = ("Component", "Added latency, median (ms)", "Added latency, p99.9 (ms)", "Risk of inconsistency (%)")
    return Table(header=header, rows=(*rows, sums, limits), totals=2)


def _sums(design: Design) -> str:
    tail = sum((Decimal(part.p999_ms) for part in design.components), Decimal(0))
    risk = sum((Decimal(part.risk_percent) for part in design.components), Decimal(0))
    return (
        f"The slow ends sum to {_number(tail)} ms against a limit of {_number(Decimal(design.sla_ms))} ms, "
        f"the risk to {_number(risk)} % against {_number(Decimal(design.risk_budget_percent))} %."
    )


def _number(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _grouped(text: str) -> str:
    try:
        return _number(parse_amount(text))
    except ValueError:
        return text


def _joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())


def _sentences(text: str) -> list[str]:
    pieces = text.replace("! ", "!\n").replace("? ", "?\n").replace(". ", ".\n").split("\n")
    return [piece.strip() for piece in pieces if piece.strip()]


def _first_sentence(text: str) -> str:
    return next(iter(_sentences(text)), "")
