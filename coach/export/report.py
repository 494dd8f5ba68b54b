"""The page for a mentor: what was done, today's log, readiness for the next round, as Markdown."""

from collections.abc import Mapping, Sequence
from datetime import date

from coach.days import show_day
from coach.export.inert import readable as inert
from coach.stats.readiness import Readiness
from coach.stats.summary import Summary
from coach.text import percent, plural


def report(
    day: date, found: Summary, log: Sequence[str], head: str, rows: Sequence[Readiness], titles: Mapping[str, str]
) -> str:
    """The whole page; `log` holds today's takes, `head` names the next round."""
    kept = "" if found.kept is None else f" {percent(found.kept)} still known on a later day."
    lines = [
        f"# Preparation, {show_day(day)}",
        "",
        f"{plural(found.answers, 'answer')} on {plural(found.days, 'day')}, {found.minutes} minutes.{kept}",
        "",
        f"## {inert(head)}",
        "",
        "| competency | weight | recall that morning | cards seen | takes | mean score |",
        "|---|---:|---:|---:|---:|---:|",
        *(_row(row, titles) for row in rows),
        "",
        "## Today",
        "",
        *([f"- {inert(line)}" for line in log] or ["Nothing written today."]),
        "",
        "Scores are rules on the words; recall is a model's figure. Neither predicts a company's decision.",
    ]
    return "\n".join(lines) + "\n"


def _row(row: Readiness, titles: Mapping[str, str]) -> str:
    recall = "-" if row.recall is None else percent(row.recall)
    score = "-" if row.score is None else str(row.score)
    name = inert(titles.get(row.competency, row.competency))
    return f"| {name} | {percent(row.weight)} | {recall} | {row.seen}/{row.cards} | {row.takes} | {score} |"
