"""The words that everything which judges a text goes by: those of the packs in use."""

from collections.abc import Callable

from coach.analysis.answer import Findings, analyze
from coach.analysis.lexicon import Lexicon, build
from coach.cli.library import lexicon
from coach.cli.run import Run


def words_of(run: Run) -> Lexicon:
    """The lexicon of the packs in use; InputFault if one is not right."""
    return build(lexicon(run))


def story_judge(run: Run) -> Callable[[str], Findings]:
    """What one of the candidate's stories or slides has and lacks."""
    words = words_of(run)
    return lambda text: analyze(text, "behavioral", words)
