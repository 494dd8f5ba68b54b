"""The lexicon of a pack: `lexicon.yaml`, a mapping of list names to words and phrases."""

from pathlib import Path

from coach.errors import Problem
from coach.yamlfile import read


def load(path: Path) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """The word lists of one `lexicon.yaml`, and what is wrong with it."""
    document = read(path)
    problems = list(document.problems)
    data = document.data.get("lexicon") if isinstance(document.data, dict) else None
    if not isinstance(data, dict):
        if not problems:
            problems.append(document.problem((), "this is not a lexicon", "it begins with the line: lexicon:"))
        return {}, problems
    lists: dict[str, tuple[str, ...]] = {}
    for name, entries in data.items():
        if isinstance(entries, list) and all(isinstance(entry, str) for entry in entries):
            lists[name] = tuple(entries)
        else:
            hint = 'put them under it, each line beginning with "- "'
            problems.append(document.problem(("lexicon", name), f"{name} is not a list of words", hint))
    return lists, problems
