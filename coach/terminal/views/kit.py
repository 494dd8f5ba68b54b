"""A peer's scorecard beside the candidate's own."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from coach.practice.kit import Gap, Peer
from coach.text import neutral, one_line


def beside(peer: Peer, found: Sequence[Gap], titles: Mapping[str, str]) -> Text:
    """One line a rubric, then the peer's words."""
    rows = [f"{one_line(peer.by, 40) or 'Your peer'} on {one_line(peer.question)}:"]
    rows += [f"  {one_line(titles.get(gap.rubric, gap.rubric), 28):<28} {_levels(gap)}" for gap in found]
    if not found:
        rows.append("  no rubric was rated")
    words = (("Carried", peer.carried), ("One change", peer.change))
    rows += [f"  {label}: {neutral(text)}" for label, text in words if text]
    rows.append("Kept. Practise it again: coach mock --question " + one_line(peer.question))
    return Text("\n".join(rows))


def _levels(gap: Gap) -> str:
    if gap.difference is None:
        return f"peer {gap.peer}, not rated by you yet"
    words = {True: "you rate yourself higher", False: "you rate yourself lower"}
    told = "the same" if gap.difference == 0 else f"{words[gap.difference > 0]} by {abs(gap.difference)}"
    return f"you {gap.own}, peer {gap.peer}: {told}"
