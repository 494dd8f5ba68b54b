"""The card of a round on screen."""

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from coach.stories.prep import Card
from coach.text import neutral


def page(card: Card, plain: bool) -> Group:
    """A heading a section, an entry a line."""
    rows: list[Text | Padding] = [Text(neutral(card.title), style="bold"), Text(neutral(card.when), style="dim")]
    for title, entries in card.sections():
        rows.append(Text(title, style="bold"))
        rows += [Padding(Text(neutral(entry)), (0, 0, 0, 2)) for entry in entries]
    return Group(*rows)
