"""Claims: the ledger, one claim with what touches it, the questions it raises."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from coach.days import show_day
from coach.stories.amount import amount
from coach.stories.ledger import Entry, Ledger, Question
from coach.text import neutral, one_line


def listing(model: Ledger, plain: bool) -> Any:
    """One row a claim."""
    if not model.entries:
        return Text("No numbers yet. They come from your stories: coach story new")
    if plain:
        return Text("\n".join(_sentence(at, entry) for at, entry in enumerate(model.entries, 1)))
    table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    for name, width in (("#", 3), ("claim", 22), ("meant", 6)):
        table.add_column(name, width=width, no_wrap=True, justify="right" if width == 3 else "left")
    table.add_column("said", no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column("where", no_wrap=True, overflow="ellipsis", ratio=1)
    for at, entry in enumerate(model.entries, 1):
        claim = entry.claim
        cells = (str(at), one_line(claim.quote, 22), claim.stance, one_line(claim.sentence, 60))
        table.add_row(*map(Text, cells), Text(one_line(claim.place.text())))
    return table


def _sentence(at: int, entry: Entry) -> str:
    claim = entry.claim
    return f"{at}: {one_line(claim.quote)}, in {one_line(claim.place.text())}: {one_line(claim.sentence, 70)}"


def whole(entry: Entry, questions: Sequence[Question]) -> Group:
    """A claim: what it measures, from what, over what, where it was said, and what is asked about it."""
    claim = entry.claim
    rows = [Text(one_line(claim.quote), style="bold"), Text(one_line(entry.name), style="dim")]
    facts = [
        ("About", claim.about()),
        ("Amount", amount(claim.value, claim.unit)),
        ("From", amount(claim.baseline, claim.unit) if claim.baseline is not None else "not said"),
        ("Counted against", claim.per or "nothing said"),
        ("Meant as", claim.stance),
        ("Said", claim.sentence),
        ("Where", claim.place.text()),
    ]
    rows += [Text.assemble((f"{label}: ", "dim"), neutral(text)) for label, text in facts]
    return Group(*rows, *asked(questions))


def asked(questions: Sequence[Question]) -> list[Text]:
    """Each question with why and the prepared answer."""
    rows = []
    for question in questions:
        answer = f"\n  Your answer: {neutral(question.answer)}" if question.answer else ""
        rows.append(Text(f"\n{question.kind}: {neutral(question.why)}\n  They ask: {neutral(question.ask)}{answer}"))
    return rows


def check(model: Ledger) -> Group:
    """Open questions first, then answered ones, then retired claims that are still said."""
    ordered = sorted(model.questions, key=lambda question: bool(question.answer))
    rows = asked(ordered) or [Text("Nothing contradicts itself.")]
    for mark, claim in model.reused:
        where = one_line(claim.place.text())
        rows.append(Text(f"\nretired on {show_day(mark.day)}, still said: {one_line(claim.quote)} in {where}"))
    return Group(*rows)
