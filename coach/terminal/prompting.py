"""The line editor of the real terminal: one way to make it, for lines and for phases."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.key_binding import KeyBindings


def editor(bindings: "KeyBindings", save: Callable[[str], None]) -> "PromptSession[str]":
    """A prompt with these keys; each change is saved before it is shown, so what the candidate sees is on disk."""
    from prompt_toolkit import PromptSession

    # A signal that ends the process while the (empty) history loads is not a failure to be told of.
    logging.getLogger("prompt_toolkit.buffer").disabled = True
    session: PromptSession[str] = PromptSession(key_bindings=bindings, enable_open_in_editor=True, enable_suspend=True)
    session.default_buffer.on_text_changed += lambda buffer: save(buffer.text)
    # A resize is told by its signal; looking for one twice a second would wake the process for nothing.
    session.app.terminal_size_polling_interval = None
    return session
