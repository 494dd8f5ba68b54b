"""Commands and groups that know the global options, before or after the verb, and load their module only when named."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from coach.errors import UsageFault
from coach.text import did_you_mean

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_NOTE = "Every command also takes the global options shown by `coach --help`."


class Entry(NamedTuple):
    """One line of the command table: where a verb lives, its section in the help, its one-line summary."""

    module: str
    section: str
    summary: str


def _remember(ctx: typer.Context, param: Any, value: Any) -> Any:
    if value is not None and value is not False:
        ctx.meta[f"coach.{param.name}"] = value
    return value


def _global_options(*, hidden: bool) -> list[TyperOption]:
    def option(name: str, metavar: str | None, text: str) -> TyperOption:
        flag = metavar is None
        return TyperOption(
            param_decls=[f"--{name}", f"global_{name.replace('-', '_')}"],
            type=bool if flag else (int if metavar == "N" else str),
            is_flag=flag,
            default=False if flag else None,
            metavar=metavar,
            callback=_remember,
            expose_value=False,
            hidden=hidden,
            help=text,
        )

    return [
        option("home", "DIR", "Keep everything under DIR (also COACH_HOME)."),
        option("pack", "ID|PATH", "Use this content pack."),
        option("today", "DATE", "Plan and practise as if today were DATE (2026-12-03)."),
        option("plain", None, "Appended lines only: no boxes, redraw or colour (also COACH_PLAIN=1)."),
        option("json", None, "Commands that read: print JSON."),
        option("yes", None, "Answer yes to every question."),
        option("no-input", None, "Never ask; refuse instead."),
        option("seed", "N", "Make every random choice repeatable."),
    ]


class Command(TyperCommand):
    """A verb; the global options may stand after it too."""

    def __init__(self, **attrs: Any) -> None:
        attrs["context_settings"] = SETTINGS | (attrs.get("context_settings") or {})
        attrs["epilog"] = attrs.get("epilog") or _NOTE
        super().__init__(**attrs)
        self.params.extend(_global_options(hidden=True))


class Group(TyperGroup):
    """A noun with verbs; the global options may stand after it too."""

    def __init__(self, **attrs: Any) -> None:
        attrs["context_settings"] = SETTINGS | (attrs.get("context_settings") or {})
        super().__init__(**attrs)
        self.params.extend(_global_options(hidden=True))


class LazyGroup(TyperGroup):
    """The root: verbs come from a table, and only the one that is named is imported."""

    table: ClassVar[Mapping[str, Entry]] = {}

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.params.extend(_global_options(hidden=False))

    def list_commands(self, ctx: Any) -> list[str]:
        """Every verb in the order of the table."""
        return list(self.table)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The verb named first; UsageFault with the nearest one if there is none of that name."""
        if args[0] not in self.table and not args[0].startswith("-"):
            hint = did_you_mean(args[0], self.table) or "All commands: coach --help"
            raise UsageFault(f"There is no command {args[0]!r}.", hint)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The verb's command, imported now; None if there is none of that name."""
        entry = self.table.get(cmd_name)
        if entry is None:
            return None
        app: typer.Typer = import_module(entry.module).app
        command = typer.main.get_command(app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The verbs by section, without importing any of them."""
        for section in dict.fromkeys(entry.section for entry in self.table.values()):
            with formatter.section(section):
                rows = [(name, entry.summary) for name, entry in self.table.items() if entry.section == section]
                formatter.write_dl(rows)


def new_app(help: str | None = None) -> typer.Typer:
    """A Typer for one file of `cli`: one command makes a verb, several make a noun with verbs."""
    return typer.Typer(
        cls=Group,
        help=typer.models.Default(None) if help is None else help,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
    )
