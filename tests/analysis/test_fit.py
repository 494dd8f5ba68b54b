"""Learning: what a few authors teach finds what strangers' answers carry."""

from pathlib import Path

import pytest

from coach.analysis.answer import analyze
from coach.analysis.learned import WEIGHED
from coach.analysis.lexicon import Lexicon, build
from coach.packs.lexicon import load
from coach.paths import content
from tests.analysis.corpus import Pair, pairs
from tests.analysis.fit import Problem, rows, write
from tests.analysis.lessons import lessons

TEACHERS, STRANGERS, EACH = "iRVXZ", "8S0", 40


def by(authors: str) -> list[Pair]:
    return [pair for pair in pairs("dev") if pair.id[0] in authors and int(pair.id[1:]) <= EACH]


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """The shipped word lists with weights learned from the teachers alone, as written and read again."""
    shipped = content() / "core" / "lexicon.yaml"
    folder: Path = tmp_path_factory.mktemp("learned")
    (folder / "lexicon.yaml").write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    bare, _ = load(folder / "lexicon.yaml")
    known = lessons(build(bare), by(TEACHERS))
    write(*rows(Problem(known)), known.words, folder / "weights.yaml")
    lists, problems = load(folder / "lexicon.yaml")
    assert not problems
    return build(lists)


def test_what_was_learned_ranks_strangers_pairs(taught: Lexicon) -> None:
    known = by(STRANGERS)
    right = sum(
        analyze(pair.strong.text, pair.kind, taught).score > analyze(pair.weak.text, pair.kind, taught).score
        for pair in known
    )
    assert len(known) >= 2 * EACH
    assert right >= 0.8 * len(known)


@pytest.mark.parametrize("dimension", WEIGHED)
def test_every_dimension_is_told_apart(taught: Lexicon, dimension: str) -> None:
    said, meant = [], []
    for pair in by(STRANGERS):
        for side in (pair.weak, pair.strong):
            said.append(analyze(side.text, pair.kind, taught).dimensions[dimension].present)
            meant.append(side.labels[dimension])
    both = sum(map(min, said, meant))
    assert 2 * both / (sum(said) + sum(meant)) >= 0.65
