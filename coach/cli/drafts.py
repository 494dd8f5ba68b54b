"""Drafts of what is typed outside a session, kept in the journal's file."""

from collections.abc import Mapping
from typing import Any

from coach.cli.run import Run


class JournalDrafts:
    """Keeps text while it is typed, so that a kill loses nothing."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def draft(self, name: str) -> str:
        """What was typed under this name and never finished."""
        return next((draft.text for draft in self._run.journal().drafts() if draft.key == name), "")

    def save_draft(self, name: str, text: str, extra: Mapping[str, Any] | None = None) -> None:
        """Keep it; an empty text lets it go."""
        self._run.journal().save_draft(name, text, self._run.moment(), extra)
