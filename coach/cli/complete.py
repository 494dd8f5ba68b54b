"""What the shell's completion offers: ids from the cached index, never from YAML."""

import typer

from coach.cli.run import Run


def ids(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of items that begin so."""
    from coach.cli.library import known_ids

    return known_ids(Run.of(ctx), incomplete)
