"""The answer analysis with the words of the packs in use, the same for everything that judges a text."""

from collections.abc import Callable

from coach.analysis.answer import Findings, analyze
from coach.analysis.lexicon import build
from coach.cli.library import lexicon
from coach.cli.run import Run


def analysis(run: Run) -> Callable[[str, str], Findings]:
    """What a text of a kind has and lacks; InputFault if a pack in use is not right."""
    words = build(lexicon(run))
    return lambda text, kind: analyze(text, kind, words)


def story_judge(run: Run) -> Callable[[str], Findings]:
    """The same for the candidate's stories and slides."""
    read = analysis(run)
    return lambda text: read(text, "behavioral")
