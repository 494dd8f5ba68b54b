"""The plain port: appended lines, numbered choices, Enter after every answer; for pipes and screen readers."""

import sys
from collections.abc import Callable, Mapping, Sequence

from coach.errors import UsageFault
from coach.practice.asks import Phase, Spoken
from coach.terminal.appending import Appending
from coach.terminal.clock import Clock
from coach.terminal.port import Choice, Draft, Toolbar, kept, usual
from coach.terminal.reader import LineReader


class Lines(Appending):
    """Reads whole lines; the end of input stands for `q`."""

    plain = True

    def __init__(self, env: Mapping[str, str]) -> None:
        super().__init__(env)
        self._reader = LineReader()

    def ended(self) -> bool:
        """Whether the input is at its end."""
        return self._reader.ended()

    def key(self, choices: Sequence[Choice], hidden: str = "") -> str:
        """The key typed, or the choice with the number typed; Enter takes the first, but never a score."""
        listed = "  ".join(f"{choice.key} {choice.label}" for choice in choices)
        known = [choice.key for choice in choices]
        while True:
            answer = self._line(f"{listed} > ")
            if answer is None:
                return "q"
            if not answer and (taken := usual(choices)):
                return taken
            if answer in known or (len(answer) == 1 and answer in hidden):
                return answer
            self._console.print(f"Type one of: {', '.join(known)}.")

    def text(self, label: str, draft: Draft, toolbar: Toolbar | None = None, *, lines: bool = False) -> str | None:
        """A line; with `lines`, as many as are typed up to an empty one; nothing typed keeps an earlier draft."""
        if draft.text.strip():
            self._console.print(kept(draft.text))
        if toolbar is not None and (said := toolbar()):
            self._console.print(said)
        taken: list[str] = []
        ending = " (an empty line ends it)" if lines else ""
        while True:
            line = self._line(f"{label}{ending}: " if not taken else "… ")
            if line is None or not line:
                break
            taken.append(line)
            draft.save("\n".join(taken))
            if not lines:
                break
        return "\n".join(taken) or draft.text or None

    def phase(self, ask: Phase, draft: Draft, clock: Clock) -> Spoken | None:
        """One part of an answer, with the clock spoken between lines; None where the input ended before it."""
        from coach.terminal import phase_lines

        return phase_lines.run(ask, draft, clock, self._reader, self.say)

    def choose(self, question: str, options: Sequence[str], default: int = 0) -> int:
        """A number from a list; Enter takes the default."""
        self._console.print(question)
        for number, option in enumerate(options, 1):
            self._console.print(f"  {number}  {option}")
        while True:
            answer = self._line(f"Number (Enter for {default + 1}): ")
            if not answer:
                return default
            if answer.isdecimal() and 1 <= int(answer) <= len(options):
                return int(answer) - 1
            self._console.print(f"Type a number from 1 to {len(options)}.")

    def ask(self, question: str, default: str, check: Callable[[str], str]) -> str:
        """A line; Enter takes the default, and so does the end of input; UsageFault if there it cannot be taken."""
        while True:
            line = self._line(f"{question} (Enter for {default}): " if default else f"{question}: ")
            answer = line or default
            fault = check(answer)
            if not fault:
                return answer
            if line is None:
                raise UsageFault(f"The input ended at the question: {question}.", fault)
            self._console.print(fault)

    def confirm(self, question: str, default: bool = False) -> bool:
        """Yes or no; the end of input takes the default."""
        answer = self._line(f"{question} ({'Y/n' if default else 'y/N'}): ")
        return answer.lower().startswith("y") if answer else default

    def _line(self, prompt: str) -> str | None:
        sys.stderr.write(prompt)
        sys.stderr.flush()
        line = self._reader.line()
        return line if line is None else line.strip()
