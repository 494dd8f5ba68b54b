"""The deck at hand: the candidate's own file, else made from a story; the sample on request."""

from pathlib import Path
from typing import Any, NamedTuple

from coach import paths
from coach.cli.library import Library, open_library
from coach.cli.own import open_bank
from coach.cli.run import Run
from coach.errors import CoachError, InputFault, UsageFault
from coach.packs import validate
from coach.packs.model import Deck as Wanted
from coach.packs.model import Design
from coach.stories.deck import draft
from coach.stories.model import Story
from coach.stories.slides import Deck
from coach.stories.story import read_bank, sound
from coach.text import did_you_mean
from coach.yamlfile import read_data


class Choice(NamedTuple):
    """Which deck: a story by name, a pack's deck by id, the sample story."""

    story: str | None = None
    deck: str | None = None
    sample: bool = False


class AtHand(NamedTuple):
    """A deck with the story and the design table it rests on."""

    deck: Deck
    story: Story
    design: Design | None


def deck_file(run: Run) -> Path:
    """The candidate's own deck."""
    return run.home.data / "deck.yaml"


def open_deck(run: Run, choice: Choice) -> AtHand:
    """The candidate's own deck if there is one and nothing else is named; else the deck of a story."""
    library = open_library(run)
    if deck_file(run).exists() and choice == Choice():
        deck = read_deck(deck_file(run))
        story = open_bank(run).find(deck.story) if deck.story else _story(run, library, choice)
        return AtHand(deck, story, design_of(library, story))
    return from_story(run, library, choice)


def from_story(run: Run, library: Library, choice: Choice) -> AtHand:
    """The deck that a pack asks for, filled from a story."""
    story = _story(run, library, choice)
    design = design_of(library, story)
    return AtHand(draft(_wanted(library, choice.deck), story, design), story, design)


def read_deck(path: Path) -> Deck:
    """A deck's own file; InputFault with every problem."""
    document = read_data(path)
    deck, problems = validate.record(document, Deck, (), document.data)
    if problems:
        raise InputFault(f"{path} needs mending.", problems, "Make it anew: coach deck new --force")
    found: Deck = deck
    return found


def design_of(library: Library, story: Story) -> Design | None:
    """The design table that a story names."""
    designs: list[Design] = library.of_kind("designs")
    if not story.design:
        return None
    found = next((design for design in designs if design.id == story.design), None)
    if found is None:
        hint = did_you_mean(story.design, [design.id for design in designs])
        raise InputFault(f"The story {story.id} names a design {story.design!r} that no pack has.", hint=hint)
    return found


def _story(run: Run, library: Library, choice: Choice) -> Story:
    stories = sample_stories(library) if choice.sample else open_bank(run).stories
    if choice.story:
        bank = sound(read_bank(_sample(library))) if choice.sample else open_bank(run)
        return bank.find(choice.story)
    if not stories:
        raise CoachError("There is no story to make a deck from.", "Begin: coach story new; or look at --sample.")
    return max(stories, key=lambda story: (story.north_star is not None, story.strength))


def sample_stories(library: Library) -> tuple[Story, ...]:
    """The pack's sample stories."""
    return sound(read_bank(_sample(library))).stories


def _sample(library: Library) -> Path:
    return paths.content() / library.manifest.id / "sample" / "stories.yaml"


def _wanted(library: Library, name: str | None) -> Wanted:
    decks: list[Any] = library.of_kind("decks")
    found = next((deck for deck in decks if name in (None, deck.id)), None)
    if found is None:
        hint = did_you_mean(name or "", [deck.id for deck in decks]) or "There are: " + ", ".join(d.id for d in decks)
        raise UsageFault(f"There is no deck named {name!r}." if name else "The pack has no deck.", hint)
    wanted: Wanted = found
    return wanted
