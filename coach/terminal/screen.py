"""The port of a real terminal: single keys, line editing, a toolbar that counts down."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from coach.practice.asks import Phase, Spoken
from coach.terminal.appending import Appending
from coach.terminal.clock import Clock
from coach.terminal.keys import read_key
from coach.terminal.port import Choice, Draft, Toolbar, usual
from coach.terminal.prompting import editor
from coach.terminal.ticker import Ticker

if TYPE_CHECKING:
    import questionary
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent


class Screen(Appending):
    """Keys act at once; text keeps its draft while it is typed."""

    def ended(self) -> bool:
        """Never: there is a terminal."""
        return False

    def key(self, choices: Sequence[Choice], hidden: str = "") -> str:
        """One of the keys offered; Enter and space take the first, but never a score."""
        known = {choice.key for choice in choices} | set(hidden)
        self._console.print(legend(choices))
        while True:
            key = read_key()
            if key in ("enter", "space"):
                if taken := usual(choices):
                    return taken
                continue
            if key == "ctrl-d":
                return "q"
            if key.lower() in known or key in known:
                return key if key in known else key.lower()

    def text(self, label: str, draft: Draft, toolbar: Toolbar | None = None, *, lines: bool = False) -> str | None:
        """Line editing; with `lines`, Enter makes a new line and an empty line, Esc Enter or Ctrl-D ends it."""
        message = f"{label} (an empty line ends it)\n" if lines else f"{label}: "
        session = editor(_bindings(lines), draft.save)
        ticker = Ticker(session, toolbar, Clock(0).until_next, draft.beat) if toolbar else None
        typed = session.prompt(
            message,
            default=draft.text,
            multiline=lines,
            bottom_toolbar=ticker.toolbar if ticker else None,
            pre_run=ticker.start if ticker else None,
            handle_sigint=False,
        )
        return typed.strip() or None

    def phase(self, ask: Phase, draft: Draft, clock: Clock) -> Spoken:
        """One part of an answer under its clock, typed or aloud."""
        from coach.terminal import phase_screen

        if not ask.aloud:
            return phase_screen.typed(ask, draft, clock, _bindings(True))
        notes = Draft(draft.text, draft.save)
        return phase_screen.aloud(ask, draft, clock, lambda: self.text("Notes, or Enter", notes) or "")

    def choose(self, question: str, options: Sequence[str], default: int = 0) -> int:
        """Arrow keys and Enter."""
        import questionary

        choices = [questionary.Choice(option, value=index) for index, option in enumerate(options)]
        return int(_run(questionary.select(question, choices=choices, default=choices[default])))

    def ask(self, question: str, default: str, check: Callable[[str], str]) -> str:
        """A line, checked while it is typed."""
        import questionary

        offered = f"(Enter for {default})" if default else None
        prompt = questionary.text(question, instruction=offered, validate=lambda text: check(text or default) or True)
        return str(_run(prompt)) or default

    def confirm(self, question: str, default: bool = False) -> bool:
        """One key."""
        import questionary

        return bool(_run(questionary.confirm(question, default=default)))


def _run(question: "questionary.Question") -> Any:
    # prompt_toolkit would take SIGINT for a key that questionary does not know; the process's own handler ends it.
    return question.application.run(handle_sigint=False)


def legend(choices: Sequence[Choice]) -> Text:
    """`[1] again  [2] hard`: the keys stand out by brackets, not by colour alone."""
    line = Text("  ".join(f"[{choice.key}] {choice.label}" for choice in choices))
    line.stylize("dim")
    return line


def _bindings(lines: bool) -> "KeyBindings":
    from prompt_toolkit.key_binding import KeyBindings

    bindings = KeyBindings()

    @bindings.add("c-d")
    def _(event: "KeyPressEvent") -> None:
        event.current_buffer.validate_and_handle()

    @bindings.add("c-c")
    def _(event: "KeyPressEvent") -> None:
        event.app.exit(exception=SystemExit(130))

    if lines:

        @bindings.add("enter")
        def _(event: "KeyPressEvent") -> None:
            buffer = event.current_buffer
            if buffer.document.current_line == "" and buffer.document.is_cursor_at_the_end and buffer.text:
                buffer.validate_and_handle()
            else:
                buffer.insert_text("\n")

    return bindings
