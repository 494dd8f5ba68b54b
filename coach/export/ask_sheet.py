"""The ask sheet: one page of Markdown with the three classes apart, the ask, the doubts and the clause checklist."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from coach.export.inert import readable as inert
from coach.offers.breakeven import break_evens
from coach.offers.check import Warning, warnings
from coach.offers.clauses import CHECKLIST, contingent, guaranteed, uncertain
from coach.offers.compare import Comparison
from coach.offers.sentences import sentence, standing
from coach.offers.solve import ask, solve
from coach.offers.talk import Said
from coach.offers.value import Figures

_MOST_DOUBTS: Final = 6
_MOST_SAID: Final = 5


def ask_sheet(model: Comparison, said: Sequence[Said], today: date) -> str:
    """The page; everything is worked out from the same figures as the screen."""
    lines = [f"# Ask sheet, {today.isoformat()}", ""]
    for one in model.figures:
        lines += _offer(one, model)
    lines += ["## The ask", "", *_asks(model), ""]
    doubts = [each for each in warnings(model) if each.name != "not-stated"]
    if doubts:
        lines += ["## To clear up first", "", *(_doubt(each) for each in doubts[:_MOST_DOUBTS]), ""]
    lines += ["## A performance-linked clause must say", ""]
    lines += [f"- [ ] **{name}**: {text}" for name, text in CHECKLIST]
    if said:
        lines += ["", "## Said so far", "", *(_said(each) for each in said[-_MOST_SAID:])]
    return "\n".join(lines) + "\n"


def _offer(one: Figures, model: Comparison) -> list[str]:
    code = model.offers.currency
    mark = " (reference)" if one.offer.id == model.offers.reference else ""
    first = f"first-year cash {code} {one.cash[0]:,.0f}"
    return [
        f"## {inert(one.offer.name)}{mark}: {first}",
        "",
        f"- **Guaranteed cash**: {inert(guaranteed(one, code))}",
        f"- **Contingent cash**: {inert(contingent(one, code))}",
        f"- **Uncertain equity**: {inert(uncertain(one, code))}",
        *([f"- **Not stated**: {inert(', '.join(one.offer.not_stated))}"] if one.offer.not_stated else []),
        "",
    ]


def _asks(model: Comparison) -> Iterator[str]:
    offers, some = model.offers, False
    for one in model.figures:
        if one.offer.id == offers.reference:
            continue
        some = True
        for metric in ("first_year_cash", "total"):
            words = standing(model, metric, one)
            if model.gap(metric, one) < 0:
                asked = ask(offers, f"{one.offer.id}.base_salary", metric)
                words += " " + sentence(solve(offers, asked), offers.currency)
            yield f"- {inert(words)}"
    for tie in break_evens(offers):
        yield f"- {inert(sentence(tie, offers.currency))}"
    if not some:
        yield "- There is only one offer: nothing to compare it with yet."


def _doubt(found: Warning) -> str:
    return f"- `{found.name}` {inert(found.field)}: {inert(found.message)} *{inert(found.ask)}*"


def _said(each: Said) -> str:
    how = "in writing" if each.written else "verbal only"
    then = f" Next ask: {inert(each.next_ask)}" if each.next_ask else ""
    who = inert(each.who) or "someone"
    return f"- {each.day.isoformat()} · {who} · {how}: “{inert(each.words)}”{then}"
