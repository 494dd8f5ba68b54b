"""What the shell's completion offers: ids from the cached index, never from YAML."""

import typer

from coach.cli.run import Run
from coach.errors import CoachError


def ids(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of items that begin so; none where the home or the pack cannot be used."""
    from coach.cli.library import known_ids

    try:
        return known_ids(Run.of(ctx), incomplete)
    except CoachError:
        return []
