"""Mock interviews on screen: the strip of phases with the clock, the scorecard, the list of mocks."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from coach.practice.asks import Ahead, Phase
from coach.practice.scorecard import PhaseScore, Scorecard
from coach.terminal.views.clock import clock as clock_text
from coach.text import neutral, one_line


def ahead(model: Ahead, plain: bool) -> Group:
    """The first screen of a mock: the round, the phases with their minutes, and the keys; no clock runs yet."""
    whole = minutes(sum(seconds for _, seconds in model.phases))
    width = max((len(one_line(title)) for title, _ in model.phases), default=0)
    rows = [Text(f"Mock interview: {model.round.replace('_', ' ')}, {whole}", style="bold")]
    for number, (title, seconds) in enumerate(model.phases, 1):
        name = one_line(title)
        line = f"Phase {number}: {name}," if plain else f"  {number}  {name:<{width}} "
        rows.append(Text(f"{line} {minutes(seconds)}"))
    told = "The clock starts with the question; questions back have none. Then you rate yourself."
    return Group(*rows, Text(told), Text(_keys(model.aloud, plain), style="dim"))


def _keys(aloud: bool, plain: bool) -> str:
    stop = "Ctrl-C stops and keeps everything"
    if plain:
        return f"An empty line ends a phase; :pause stops and starts the clock, :more adds 30 seconds. {stop}."
    typed = "^D or an empty line: next phase · ^P pause · ^T 30 s more"
    return f"{'space: next phase · p pause · + 30 s more' if aloud else typed} · {stop}"


def minutes(seconds: int) -> str:
    """`2.5 min`, or `untimed`."""
    return f"{seconds / 60:.3g} min" if seconds else "untimed"


def task(ask: Phase, width: int) -> str:
    """What this part is and how to begin it, broken between words: a prompt would cut it at the edge."""
    return "\n".join(wrap(one_line(f"{ask.label}: {ask.hint}"), width - 1))


def toolbar(ask: Phase, left: float, running: bool, half_gone: bool, width: int, *, spoken: bool = False) -> str:
    """`clarify ✓ · METRIC 0:42 left · options · table`, then the keys; a curveball stands in full lines above."""
    names = [name for name, _ in ask.strip]
    shown = f"{names[ask.at].upper()} {_left(left)}" + ("" if running else " PAUSED")
    before = f"{ask.at} done · " if ask.at else ""
    after = f" · then {', '.join(names[ask.at + 1 :])}" if names[ask.at + 1 :] else " · last phase"
    keys = "space next  p pause  + 30 s" if spoken else "^D next  ^P pause  ^T +30 s"
    news = f"Interruption: {one_line(ask.interrupt)}" if ask.interrupt and half_gone else ""
    room = max(width - len(keys) - 4, 20)
    return "\n".join([*wrap(news, width - 2), f" {one_line(f'{before}{shown}{after}', room)}  {keys}"])


def _left(left: float) -> str:
    return "untimed" if left == float("inf") else clock_text(left)


def spoken_start(ask: Phase) -> list[str]:
    """How a phase begins where nothing is redrawn."""
    number = f"Phase {ask.at + 1} of {len(ask.strip)}: {ask.label}. {ask.hint}"
    box = f"{clock_text(ask.seconds - ask.elapsed)}." if ask.seconds else "Untimed."
    return [number, f"{box} An empty line goes on; :pause and :more act on the clock."]


def scorecard(card: Scorecard, plain: bool) -> Group:
    """Own levels, then each phase, then the panel's two views, the gap and the one change."""
    rows: list[Any] = [Text("Scorecard", style="bold")]
    rows += [Text(f"  you: level {rated.level} of 4, {one_line(rated.title)}") for rated in card.ratings]
    rows.append(_phases_plain(card.phases) if plain else _phases(card.phases))
    opening = "product first (+2 at the article's panel)" if card.product_first else "not product first"
    rows += [
        Text(f"  Product judgment {card.judgment} % · technical depth {card.depth} % · opening {opening}"),
        Text(f"  Outcome phrases {card.outcome_phrases} : model phrases {card.model_phrases}"),
        Text(f"  Your words {card.score} of 100, your own rating {card.self_percent}: {_gap(card.gap)}"),
    ]
    if card.change:
        rows.append(Text.assemble(("  One change: ", "bold"), neutral(card.change)))
    return Group(*rows)


def _gap(gap: int) -> str:
    if abs(gap) <= 15:
        return "you see it as the rules do"
    return f"you rate yourself {gap} points higher" if gap > 0 else f"you rate yourself {-gap} points lower"


def _phases(phases: Sequence[PhaseScore]) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False, expand=True)
    for name, width in (("phase", 14), ("time", 12), ("score", 5)):
        table.add_column(name, width=width, no_wrap=True)
    table.add_column("next time", ratio=1)
    for part in phases:
        cells = (one_line(part.title, 14), _time(part), str(part.score) if part.text else "-")
        table.add_row(*map(Text, cells), Text(neutral(part.advice)))
    return table


def _phases_plain(phases: Sequence[PhaseScore]) -> Text:
    lines = [f"  {one_line(part.title)}: {_time(part)}, {part.score} of 100. {neutral(part.advice)}" for part in phases]
    return Text("\n".join(lines))


def _time(part: PhaseScore) -> str:
    used = f"{int(part.seconds) // 60}:{int(part.seconds) % 60:02d}"
    return f"{used}, +{part.over} s" if part.over else used


def listing(mocks: Sequence[tuple[int, str, Scorecard]], plain: bool) -> Any:
    """One line a mock: number, day, round, question, findings and own rating."""
    if not mocks:
        return Text("No mocks yet. Start one with: coach mock")
    rows = [
        f"{number:>3}  {day}  {one_line(card.round, 22):<22} {one_line(card.question, 24):<24} {card.score:>3}"
        f" of 100, self {card.self_percent}"
        for number, day, card in mocks
    ]
    return Text("\n".join(rows))


def beside(older: Scorecard, newer: Scorecard) -> Text:
    """What changed from one mock to the next."""
    rows = [
        f"Findings {older.score} -> {newer.score} ({newer.score - older.score:+d})",
        f"Product judgment {older.judgment} % -> {newer.judgment} %",
        f"Technical depth {older.depth} % -> {newer.depth} %",
        f"Own rating {older.self_percent} -> {newer.self_percent}, gap {older.gap:+d} -> {newer.gap:+d}",
        f"Seconds over {sum(p.over for p in older.phases)} -> {sum(p.over for p in newer.phases)}",
    ]
    return Text("\n".join(rows))
