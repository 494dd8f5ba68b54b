"""What the tests of the screens share."""

from tests.analysis.conftest import lexicon

__all__ = ["lexicon"]
