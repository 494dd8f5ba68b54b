"""Plays the guided interview on a port: every answer is kept before the next question is asked."""

from collections.abc import Callable, Mapping
from typing import Any

from coach.stories.interview import Ask, Interview, Keep
from coach.stories.model import Story
from coach.terminal.keeping import Drafts
from coach.terminal.port import Draft, Port
from coach.terminal.views import stories as views


def run_interview(
    talk: Interview, key: str, port: Port, keeper: Drafts, save: Callable[[Mapping[str, Any]], None]
) -> Story:
    """The story at the end; `save` is called with each answer, `keeper` has what is typed meanwhile."""
    try:
        step = next(talk)
        while True:
            if isinstance(step, Keep):
                save(step.values)
                keeper.save_draft(key, "")
                step = talk.send("")
            else:
                step = talk.send(_answer(step, key, port, keeper))
    except StopIteration as end:
        story: Story = end.value
        return story


def _answer(ask: Ask, key: str, port: Port, keeper: Drafts) -> str:
    port.show(views.asked(ask))
    draft = Draft(keeper.draft(f"{key}/{ask.field}"), lambda typed: keeper.save_draft(f"{key}/{ask.field}", typed))
    typed = port.text(ask.field.capitalize(), draft) or ""
    keeper.save_draft(f"{key}/{ask.field}", "")
    return typed
