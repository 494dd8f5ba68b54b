"""`coach demo`."""

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def demo(ctx: typer.Context) -> None:
    """A day in the middle of a loop, on sample data in a temporary home that is gone afterwards.

    \b
    Examples:
      coach demo
      coach demo --plain
    """
    import tempfile

    from coach.cli.app import follow
    from coach.cli.front import show_today
    from coach.cli.sample import fill

    run = Run.of(ctx)
    with tempfile.TemporaryDirectory(prefix="coach-demo-") as folder:
        sample = Run({**run.flags, "home": folder}, run.env)
        fill(sample)
        sample.say("Sample data, nine days into a loop. Your own files are not touched; this is gone when you leave.")
        follow(show_today(sample))
