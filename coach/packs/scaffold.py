"""A new pack that is right from the start: the commented templates under a name of its own, with their schema."""

from pathlib import Path

from coach.packs.schema import schemas

_NAME = "my-pack"


def scaffold(name: str, templates: Path) -> dict[str, str]:
    """The files of a new pack by their path in its folder; `name` becomes its id and title."""
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted((templates / "pack").glob("*.yaml"))}
    title = name.replace("-", " ").capitalize()
    manifest = (
        files["pack.yaml"].replace(f"id: {_NAME} ", f"id: {name} ", 1).replace("title: My pack", f"title: {title}", 1)
    )
    return {**files, "pack.yaml": manifest, **{f"schema/{path}": text for path, text in schemas().items()}}
