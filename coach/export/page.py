"""Bundled HTML templates, filled in: every text escaped and without control characters."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from coach.paths import templates
from coach.text import neutral


def page(name: str, **values: object) -> str:
    """A template of the bundled folder with its values; a value it names and does not get is a bug."""
    return _environment(templates()).get_template(name).render(**values)


@cache
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: neutral(value) if type(value) is str else value,
    )
