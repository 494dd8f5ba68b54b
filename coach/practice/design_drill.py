"""Pricing a design aloud: the candidate's own rows first, their sums and traps, then the model table."""

from coach.packs.model import Design
from coach.practice.asks import Drill, Outcome, Press, Question, Reveal, Show, Take, Write
from coach.practice.design import Check, Row, check, limits_of, parse_row, rows_of, to_body

_FORM = "One component a line: name, p50 ms, p99.9 ms, risk %. An empty line ends the table."
_LEVELS = (
    ("1", "components missing"),
    ("2", "all named, costs guessed"),
    ("3", "costs and sums"),
    ("4", "costs, tail, risk in money, a decision"),
)


def price(design: Design) -> Drill:
    """Rows until an empty line, a decision, the own level, and only then sums against the model."""
    limits = limits_of(design)
    fence = f"SLA {limits.sla_ms} ms, inconsistency budget {limits.risk_budget_percent} %. {_FORM}"
    yield Show(Question("design", design.prompt, fence))
    rows: list[Row] = []
    while text := (yield Write(f"Row {len(rows) + 1}", f"{design.id}/row-{len(rows) + 1}", optional=True)):
        row = parse_row(text)
        if row is None:
            yield Show(Question("design", f"That is not a row. {_FORM}"))
        else:
            rows.append(row)
    decision = yield Write("Your decision, in one sentence", f"{design.id}/decision", optional=True)
    level = int((yield Press(_LEVELS)))
    mine, model = check(rows, limits), check(rows_of(design), limits)
    yield Show(mine)
    yield Press((("space", "show the model table"),))
    yield Show(model)
    traps = tuple((trap.name, trap.explanation) for trap in design.traps)
    yield Show(Reveal((*traps, ("Decision", design.decision)), "", ", ".join(design.source)))
    take = Take("table", decision, level, _score(mine, model), to_body(mine))
    return Outcome(level, (take,), ("design", {"design": design.id, "decision": decision, **to_body(mine)}))


def _score(mine: Check, model: Check) -> int:
    """Percent of the model's components that the own table has, one word of the name in common being enough."""
    words = [set(row.name.lower().split()) for row in mine.rows]
    found = sum(any(set(row.name.lower().split()) & own for own in words) for row in model.rows)
    return round(100 * found / max(len(model.rows), 1))
