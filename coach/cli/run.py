"""One run of the command: what was asked, when and where, read once and passed down as values."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from coach.cli.messages import tell
from coach.cli.settings import Value, read_settings
from coach.days import Moment, parse_day, study_day
from coach.errors import CoachError, UsageFault
from coach.paths import Home, content, home

if TYPE_CHECKING:
    from random import Random

    import typer

    from coach.store.journal import Journal
    from coach.terminal.port import Port


class Run:
    """The global options, the settings and, once asked for, the journal and the terminal."""

    def __init__(self, flags: Mapping[str, Any], env: Mapping[str, str] = os.environ) -> None:
        self.flags = flags
        self.env = env
        self.home: Home = home(flags.get("home"), env)
        self.settings: dict[str, Value] = read_settings(
            self.home.settings, env, {"pack": flags.get("pack") or "", "look": "plain" if flags.get("plain") else ""}
        )
        if self.settings["pack"].origin in ("--pack", "COACH_PACK"):
            self._refuse_unknown_pack()
        self.json = bool(flags.get("json"))
        self.yes = bool(flags.get("yes"))
        self.no_input = bool(flags.get("no_input"))
        self.seed: int | None = flags.get("seed")
        self.zone = ZoneInfo(self.setting("zone") or _local_zone(env))
        self._journal: Journal | None = None
        self._port: Port | None = None

    @classmethod
    def of(cls, ctx: "typer.Context") -> "Run":
        """The run that a command's context describes."""
        prefix = "coach.global_"
        return cls({name.removeprefix(prefix): value for name, value in ctx.meta.items() if name.startswith(prefix)})

    def _refuse_unknown_pack(self) -> None:
        """UsageFault naming the packs there are, also where a command would not have opened it."""
        from coach.packs.find import folder

        folder(self.setting("pack"), self.pack_roots())

    def pack_roots(self) -> list[Path]:
        """Where packs are looked for: the candidate's own first, then the bundled ones."""
        return [self.home.packs, content()]

    def arguments(self) -> list[str]:
        """The global options of this run, to start another command with."""
        named = ("home", "pack", "today", "seed")
        given = [f"--{name}={self.flags[name]}" for name in named if self.flags.get(name) is not None]
        return given + [f"--{name}" for name in ("plain", "yes") if self.flags.get(name)]

    def setting(self, name: str) -> str:
        """The text of a setting."""
        return self.settings[name].text

    @property
    def plain(self) -> bool:
        """Appended lines only: asked for, or the terminal can do no better."""
        return self.setting("look") == "plain" or bool(self.env.get("COACH_PLAIN")) or self.env.get("TERM") == "dumb"

    def moment(self) -> Moment:
        """Now; with --today, the same time of that day."""
        now = datetime.now(UTC)
        chosen = self.flags.get("today")
        if not chosen:
            return Moment(now, study_day(now, self.zone, int(self.setting("rollover"))), self.zone.key)
        day = _day_flag(chosen)
        local = now.astimezone(self.zone).time()
        moment = datetime.combine(day, local if local >= time(5) else time(12), self.zone)
        return Moment(moment.astimezone(UTC), day, self.zone.key)

    def random(self) -> "Random":
        """A generator that --seed makes repeatable."""
        from random import Random

        return Random(self.seed)

    def journal(self) -> "Journal":
        """The journal, opened once."""
        if self._journal is None:
            from coach.store.database import open_store

            self._journal = open_store(self.home, self.moment())
        return self._journal

    def back_up(self) -> None:
        """Make the day's backup of the journal, if there is none yet."""
        from coach.store.backup import keep_daily

        kept = keep_daily(self.home, self.moment().day)
        if kept and kept.warning:
            self.say(kept.warning)

    def new_id(self, moment: Moment) -> str:
        """An event id of this moment."""
        from coach.store.seal import new_id

        return new_id(moment, os.urandom(10))

    def append(self, kind: str, item: str, body: Mapping[str, Any]) -> None:
        """Save one event now."""
        now = self.moment()
        self.journal().append(now, kind, item, body, self.new_id(now))

    def port(self) -> "Port":
        """The terminal, for asking and showing."""
        if self._port is None:
            from coach.terminal.opening import open_port

            self._port = open_port(self.plain, self.env)
        return self._port

    def terminal_or_refuse(self, instead: str) -> None:
        """UsageFault naming the flags that answer, if there is no terminal to ask on."""
        if self.no_input or not sys.stdin.isatty():
            raise UsageFault("There is no terminal to ask on.", instead)

    def ask_or_refuse(self, instead: str) -> None:
        """UsageFault naming the flags that answer, if nobody does; in plain mode the lines of a pipe do."""
        if not self.no_input and (sys.stdin.isatty() or (self.plain and not self.port().ended())):
            return
        by_line = "" if self.no_input or self.plain else " To answer line by line from a pipe, add --plain."
        raise UsageFault("There is no terminal to ask on.", instead + by_line)

    def confirm(self, question: str) -> None:
        """Go on only if the candidate says yes; --yes answers, and without a terminal that flag is named."""
        if self.yes:
            return
        self.terminal_or_refuse("Use --yes.")
        if not self.port().confirm(question):
            raise CoachError("Nothing was changed.")

    def emit(self, data: Mapping[str, Any]) -> None:
        """Print JSON with a version, for other programs."""
        import json

        sys.stdout.write(json.dumps({"version": 1, **data}, ensure_ascii=False, indent=2, default=str) + "\n")

    def say(self, text: str) -> None:
        """A message on stderr: what was done and the next useful command."""
        tell(text)


def _day_flag(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError as error:
        raise UsageFault(f"--today: {error}.") from None


def _local_zone(env: Mapping[str, str]) -> str:
    named = env.get("TZ", "").removeprefix(":")
    candidates = [named] if named else []
    with suppress(OSError):
        candidates.append(str(Path("/etc/localtime").readlink()).partition("zoneinfo/")[2])
    for name in candidates:
        try:
            return ZoneInfo(name).key if name else "UTC"
        except (KeyError, ValueError, OSError):
            continue
    return "UTC"
