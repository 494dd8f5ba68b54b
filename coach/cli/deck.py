"""`coach deck`: the story as slides."""

import sys
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.errors import CoachError

app = new_app("Your story as slides: draft, check, export.")
Story = Annotated[str | None, typer.Option("--story", metavar="STORY", help="Its id or number; else your strongest.")]
Which = Annotated[str | None, typer.Option("--deck", metavar="ID", help="A deck of the pack; else its first.")]
Sample = Annotated[bool, typer.Option("--sample", help="Use the pack's sample story.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file.")]


@app.command(cls=Command)
def new(
    ctx: typer.Context, story: Story = None, deck: Which = None, sample: Sample = False, force: Force = False
) -> None:
    """Write deck.yaml from a story and its design table; from then on it is yours to edit.

    \b
    Examples:
      coach deck new
      coach deck new --story settlement-log --force
    """
    from dataclasses import asdict

    from coach.cli.decks import Choice, deck_file, from_story
    from coach.cli.library import open_library
    from coach.files import write_private
    from coach.stories.deck_file import deck_text

    run = Run.of(ctx)
    path = deck_file(run)
    if path.exists() and not force:
        raise CoachError(f"{path} exists already; it was not changed.", "Use --force to make it anew.")
    made = from_story(run, open_library(run), Choice(story, deck, sample))
    write_private(path, deck_text(asdict(made.deck)).encode())
    run.say(f"Wrote {path}. Next: coach deck check")


@app.command(cls=Command)
def check(ctx: typer.Context, story: Story = None, deck: Which = None, sample: Sample = False) -> None:
    """One message a slide, every number in a story, 90 seconds a slide, the outcome first; exit 1 if not.

    \b
    Examples:
      coach deck check
      coach deck check --sample
    """
    from coach.cli.decks import Choice, open_deck
    from coach.cli.judge import story_judge
    from coach.stories.deck_check import check as check_deck
    from coach.stories.said import deck_ledger
    from coach.text import neutral, plural

    run = Run.of(ctx)
    made = open_deck(run, Choice(story, deck, sample))
    found = check_deck(made.deck, deck_ledger(made.story, made.design), story_judge(run))
    seconds = {slide.id: round(slide.spoken()) for slide in made.deck.slides}
    if run.json:
        run.emit({"story": made.story.id, "seconds": seconds, "findings": [one._asdict() for one in found]})
    else:
        lines = [f"{one.slide or 'deck'}: {one.message} ({one.hint})" for one in found]
        sys.stdout.write("".join(neutral(line) + "\n" for line in lines))
    total = sum(seconds.values())
    run.say(f"{plural(len(seconds), 'slide')}, {total} s to say, {plural(len(found), 'thing')} to mend.")
    if found:
        raise SystemExit(1)


@app.command(cls=Command)
def export(
    ctx: typer.Context,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="deck.md, .html or .pptx; - for .md.")],
    story: Story = None,
    deck: Which = None,
    sample: Sample = False,
    audience: Annotated[str, typer.Option("--for", metavar="TEXT", help="Who it is for; story list says so.")] = "",
    force: Force = False,
) -> None:
    """The deck as Markdown for Marp, as one HTML file (print it to PDF), or as native slides.

    \b
    Examples:
      coach deck export --sample -o deck.pptx
      coach deck export -o deck.html --for "the case round"
      coach deck export -o deck.md --story 2
    """
    from coach.cli.decks import Choice, open_deck
    from coach.cli.telling import exported
    from coach.export.deck import deck_as
    from coach.export.files import export_to

    run = Run.of(ctx)
    made = open_deck(run, Choice(story, deck, sample))
    export_to(output, deck_as(made.deck, output), force=force)
    if not sample:
        exported(run, made.story, output, audience)
    if output != "-":
        run.say(f"Wrote {output}. Next: coach deck check" + (" --sample" if sample else ""))
