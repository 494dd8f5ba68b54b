"""The lexicon every test of the analysis goes by."""

import pytest

from coach.analysis.lexicon import Lexicon, build
from coach.packs.lexicon import load
from coach.paths import content


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    lists, problems = load(content() / "core" / "lexicon.yaml")
    assert problems == []
    return build(lists)
