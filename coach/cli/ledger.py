"""Everything of the candidate's that holds a number: stories, own drills, pitches, deck, debriefs, offer notes."""

from collections.abc import Iterator

from coach.cli.decks import deck_file, read_deck
from coach.cli.own import open_bank
from coach.cli.run import Run
from coach.stories.claims import Place, Said
from coach.stories.ledger import Ledger, Mark, ledger
from coach.stories.said import deck_said, story_said

OWN = "own-"


def open_ledger(run: Run) -> Ledger:
    """The ledger of today."""
    marks = [
        Mark(event.body["action"], event.item, event.day, event.body["text"], event.body.get("quote", ""))
        for event in run.journal().events("claim")
    ]
    return ledger(list(_said(run)), marks)


def _said(run: Run) -> Iterator[Said]:
    for story in open_bank(run).stories:
        yield from story_said(story)
    if deck_file(run).exists():
        yield from deck_said(read_deck(deck_file(run)))
    yield from _takes(run)
    yield from _debriefs(run)
    yield from _offer_notes(run)


def _takes(run: Run) -> Iterator[Said]:
    """Pitches and drills on one's own stories; an answer about a pack's scenario claims nothing about oneself."""
    for event in run.journal().events("take"):
        if event.item.startswith(OWN) or event.body.get("kind") == "pitches":
            yield Said(Place("take", event.item, event.day.isoformat()), str(event.body.get("text", "")))


def _debriefs(run: Run) -> Iterator[Said]:
    for event in run.journal().events("debrief"):
        for number in event.body.get("numbers", ()):
            yield Said(Place("debrief", event.item, event.day.isoformat()), str(number))


def _offer_notes(run: Run) -> Iterator[Said]:
    """The negotiation log: what was said on both sides, in the exact words."""
    for event in run.journal().events("negotiation"):
        told = f"{event.body.get('who', '')} {event.day.isoformat()}".strip()
        yield Said(Place("offer", event.item, told), str(event.body.get("words", "")))
