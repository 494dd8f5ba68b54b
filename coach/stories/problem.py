"""The problem slide: what hurts, set large, each figure with the candidate's own words around it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from coach.stories.claims import Place, Said, claims
from coach.stories.model import Story
from coach.stories.slides import Figure

_MOST: Final = 3
_LONGEST: Final = 32
_CLAUSE: Final = re.compile(r",? and |, (?!\d)|; |: |[.!?] ")
_SENTENCE: Final = re.compile(r"(?<=[.!?]) ")


def figures(story: Story) -> tuple[Figure, ...]:
    """At most three numbers of the problem: of who is hurt and what it costs them one a clause, then one a sentence."""
    found: dict[str, Figure] = {}
    for piece in (*_pieces(story.affected, _CLAUSE), *_pieces(story.situation, _SENTENCE)):
        figure = _figure(piece)
        if figure and figure.value.casefold() not in found:
            found[figure.value.casefold()] = figure
    return tuple(found.values())[:_MOST]


def unsaid(sentences: Iterable[str], large: Iterable[Figure]) -> tuple[str, ...]:
    """The sentences that do not stand under a figure already."""
    labels = {figure.label for figure in large}
    return tuple(sentence for sentence in sentences if sentence.strip().rstrip(".") not in labels)


def _pieces(text: str, between: re.Pattern[str]) -> Iterator[str]:
    yield from (piece.strip().rstrip(".") for piece in between.split(" ".join(text.split())) if piece.strip())


def _figure(clause: str) -> Figure | None:
    """The clause's first number and what is said of it; None without one, or if it cannot be set large."""
    said = next(iter(claims([Said(Place("story", ""), clause)])), None)
    if said is None or said.quote not in clause or len(said.quote) > _LONGEST:
        return None
    leads = clause.startswith(said.quote) and clause != said.quote
    label = clause.removeprefix(said.quote).strip() if leads else clause
    return Figure(value=said.quote[:1].upper() + said.quote[1:], label=label[:1].upper() + label[1:])
