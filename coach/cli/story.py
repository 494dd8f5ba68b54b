"""`coach story`: the candidate's true stories."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.errors import UsageFault

if TYPE_CHECKING:
    from coach.stories.model import Story as Own
    from coach.stories.telling import Telling

app = new_app("Your true stories: tell, check, and see what they cover.")
Name = Annotated[str, typer.Argument(metavar="STORY", help="Its id, the end of it, or its number in the list.")]


@app.command(cls=Command)
def new(
    ctx: typer.Context, sentence: Annotated[str | None, typer.Argument(help="The story in one sentence.")] = None
) -> None:
    """One true sentence becomes a full story: the coach asks for what is missing. Every answer is saved at once.

    \b
    Examples:
      coach story new
      coach story new "I cut settlement from 210 to 138 ms" --no-input
    """
    from coach.cli.own import begin

    run = Run.of(ctx)
    if sentence is None:
        run.ask_or_refuse('Give the sentence: coach story new "I …"')
        sentence = run.port().ask("One true story of yours, in one sentence", "", _not_empty)
    if not sentence.strip():
        raise UsageFault("A story begins with a sentence.", 'coach story new "I …"')
    name = begin(run, sentence)
    if run.no_input or not (sys.stdin.isatty() or run.plain):
        run.say(f"Wrote {name} to {run.home.stories}. Next: coach story edit {name}")
        return
    _talk(run, name)


@app.command("list", cls=Command)
def list_(ctx: typer.Context) -> None:
    """Your stories with the analysis' score and your own, and when and to whom each was last told.

    \b
    Examples:
      coach story list
      coach story list --json
    """
    from coach.cli.judge import story_judge
    from coach.cli.own import open_bank
    from coach.cli.telling import told_to
    from coach.stories.telling import used

    run = Run.of(ctx)
    stories = open_bank(run).stories
    read, last = story_judge(run), told_to(run, stories)
    scores = {story.id: round(read(story.told()).score) for story in stories}
    if run.json:
        run.emit({"stories": [_row(story, scores, last) for story in used(stories, last)]})
        return
    from coach.terminal.console import show as show_view
    from coach.terminal.views.stories import listing

    show_view(listing(stories, scores, last, run.moment().day, run.plain), run.plain, run.env)


def _row(story: "Own", scores: dict[str, int], last: "dict[str, Telling]") -> dict[str, Any]:
    from coach.cli.own import as_data

    heard = last[story.id].to if story.id in last else ""
    return {**as_data(story), "score": scores[story.id], "told_to": heard}


@app.command(cls=Command)
def show(ctx: typer.Context, story: Name = "1") -> None:
    """One story, part by part, with what it still lacks.

    \b
    Examples:
      coach story show 1
      coach story show settlement-log --json
    """
    from coach.analysis.answer import as_json
    from coach.cli.judge import story_judge
    from coach.cli.own import advice, as_data, open_bank

    run = Run.of(ctx)
    found = open_bank(run).find(story)
    findings = story_judge(run)(found.told())
    if run.json:
        run.emit({"story": as_data(found), "analysis": as_json(findings, found.told())})
        return
    from coach.terminal.console import show as show_view
    from coach.terminal.views.stories import whole

    show_view(whole(found, advice(findings), round(findings.score)), run.plain, run.env)


@app.command(cls=Command)
def edit(
    ctx: typer.Context,
    story: Name = "1",
    field: Annotated[list[str] | None, typer.Option("--set", metavar="FIELD=TEXT", help="Set one field.")] = None,
    editor: Annotated[bool, typer.Option("--editor", help="Open the whole file in your editor.")] = False,
    deck: Annotated[bool, typer.Option("--deck", help="Ask for what the slides need.")] = False,
) -> None:
    """Ask for what a story still lacks, or set fields; comments and order of the file stay.

    \b
    Examples:
      coach story edit 1
      coach story edit settlement-log --set strength=4 --set last_used=2026-12-03
      coach story edit 1 --deck
      coach story edit --editor
    """
    from coach.cli.own import open_bank, set_fields

    run = Run.of(ctx)
    if editor:
        _in_editor(run)
        return
    name = open_bank(run).find(story).id
    if field:
        set_fields(run, name, dict(_pair(entry) for entry in field))
        run.say(f"Changed {name} in {run.home.stories}. Next: coach story show {name}")
        return
    run.ask_or_refuse("Set a field: --set result='…'")
    (_talk_deck if deck else _talk)(run, name)


@app.command(cls=Command)
def check(ctx: typer.Context, story: Annotated[str | None, typer.Argument(metavar="STORY")] = None) -> None:
    """What is wrong in the file (exit 4), and what each story still lacks.

    \b
    Examples:
      coach story check
      coach story check settlement-log
    """
    from coach.cli.judge import story_judge
    from coach.cli.library import open_library
    from coach.cli.own import advice, open_bank
    from coach.stories.story import unknown_competencies
    from coach.text import neutral, plural

    run = Run.of(ctx)
    found = open_bank(run)
    known = [competency.id for competency in open_library(run).manifest.competencies]
    chosen = [found.find(story)] if story else list(found.stories)
    read = story_judge(run)
    lacks = {one.id: advice(read(one.told())) for one in chosen}
    warned = [str(problem) for problem in unknown_competencies(found, known)]
    if run.json:
        run.emit({"stories": lacks, "warnings": warned})
        return
    lines = [f"{name} lacks {line}" for name, missing in lacks.items() for line in missing]
    sys.stdout.write("".join(neutral(line) + "\n" for line in [*warned, *lines]))
    run.say(f"{plural(len(chosen), 'story', 'stories')} checked, {plural(len(lines), 'thing')} to add.")


@app.command(cls=Command)
def coverage(ctx: typer.Context) -> None:
    """Stories against the competencies of your loop: gaps, overuse, freshness.

    \b
    Examples:
      coach story coverage
      coach story coverage --json
    """
    from coach.cli.library import open_library
    from coach.cli.own import open_bank
    from coach.cli.rounds import own_rounds
    from coach.cli.telling import told
    from coach.stories.coverage import coverage as cover
    from coach.stories.coverage import weigh

    run = Run.of(ctx)
    library = open_library(run)
    weights = weigh([(found.weight, found.competencies) for found in own_rounds(run, library)])
    titles = {competency.id: competency.title for competency in library.manifest.competencies}
    model = cover(told(run, open_bank(run).stories), weights, titles, run.moment().day)
    if run.json:
        run.emit({**model._asdict(), "rows": [row._asdict() for row in model.rows]})
        return
    from coach.terminal.console import show as show_view
    from coach.terminal.views.stories import matrix

    show_view(matrix(model, run.plain), run.plain, run.env)


def _not_empty(typed: str) -> str:
    return "" if typed.strip() else "One sentence, such as: I cut refunds by half by asking three questions."


def _pair(entry: str) -> tuple[str, Any]:
    name, sign, text = entry.partition("=")
    if not sign:
        raise UsageFault(f"--set needs FIELD=TEXT, not {entry!r}.", "Such as: --set strength=4")
    many = name.strip() in ("competencies",)
    return name.strip(), text.split() if many else text


def _talk(run: Run, name: str) -> None:
    from coach.cli.drafts import JournalDrafts
    from coach.cli.judge import story_judge
    from coach.cli.library import open_library
    from coach.cli.own import advice, open_bank, set_fields
    from coach.stories.interview import interview
    from coach.terminal.interview import run_interview
    from coach.terminal.views.stories import whole

    read = story_judge(run)
    known = [(competency.id, competency.title) for competency in open_library(run).manifest.competencies]
    talk = interview(open_bank(run).find(name), read, known)
    port = run.port()
    port.say("Enter leaves a question open. Everything is saved as you go; Ctrl-C stops.")
    run_interview(talk, f"story-{name}", port, JournalDrafts(run), lambda values: set_fields(run, name, values))
    found = open_bank(run).find(name)
    findings = read(found.told())
    port.show(whole(found, advice(findings), round(findings.score)))
    run.say(f"Saved in {run.home.stories}. Next: coach claims check")


def _talk_deck(run: Run, name: str) -> None:
    from coach.cli.drafts import JournalDrafts
    from coach.cli.own import open_bank, set_fields
    from coach.stories.deck_interview import deck_interview
    from coach.terminal.interview import run_interview

    talk = deck_interview(open_bank(run).find(name))
    run_interview(talk, f"story-{name}", run.port(), JournalDrafts(run), lambda values: set_fields(run, name, values))
    run.say(f"Saved in {run.home.stories}. Next: coach deck check --story {name}")


def _in_editor(run: Run) -> None:
    from coach.cli.drafts import JournalDrafts
    from coach.cli.own import current_text, save
    from coach.errors import InputFault
    from coach.stories.story import HEADER
    from coach.terminal.editor import edit as in_editor

    run.terminal_or_refuse(f"Edit the file yourself: {run.home.stories}")
    drafts, key = JournalDrafts(run), "stories-file"
    text = in_editor(drafts.draft(key) or current_text(run) or HEADER, run.env) + "\n"
    try:
        save(run, text)
    except InputFault:
        drafts.save_draft(key, text)
        run.say("What you wrote is kept; go on from it: coach story edit --editor")
        raise
    drafts.save_draft(key, "")
    run.say(f"Saved {run.home.stories}. Next: coach story check")
