"""Patterns add what signs say together, as it was learned, and no more once the words are gone."""

from base64 import b64encode
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from coach.analysis.answer import analyze
from coach.analysis.brought import Brought
from coach.analysis.clauses import Clauses
from coach.analysis.learned import COLUMNS, PARTS, PRIVATE, WEIGHED, Learned, read
from coach.analysis.lexicon import Lexicon, merged
from coach.analysis.signs import Sign
from tests.analysis.net import Net, learn, lines
from tests.analysis.test_weighing import weighing

TEXT = "I closed the night counter, and the union hated it. It saved 40 hours a week."
AT = WEIGHED.index("tradeoff")
# Two clauses: words 0 to 2, and 3 to 8.
FIRST, SECOND = 0b111, 0b111111000
TWO = Clauses([FIRST, SECOND])
SAID = {"hated": Sign(1.0, ((3, 4),)), "union": Sign(1.0, ((2, 3), (6, 7)))}


def patterns(rows: list[str], signs: list[str], counts: bytes) -> dict[str, list[str]]:
    """The lists that patterns are read from."""
    return {"patterns": rows, "patterns signs": signs, "patterns counts": [b64encode(counts).decode()]}


def both(one: str, other: str, much: float, column: str = "tradeoff") -> dict[str, list[str]]:
    """One pattern that adds `much` to the column where both words are, and nothing where only one is."""
    row = [-100.0, 1.0, *(much * (name == column) for name in COLUMNS)]
    return patterns([" ".join(map(str, row))], [one, other], bytes([128 + 101, 128 + 101]))


def with_pattern(much: float) -> Lexicon:
    return weighing(**both("union", "hated", much), tradeoff_1=["hated"], tradeoff__3=["^always"])


def added(learned: Learned, signs: dict[str, Sign], gone: int = 0) -> list[float]:
    """What the signs of a sentence of two clauses bring to each column."""
    brought = Brought(learned, signs, TWO)
    return [brought.own(at, gone) for at in range(len(COLUMNS))]


def test_two_words_together_make_a_finding_that_neither_makes() -> None:
    words = with_pattern(0.1)
    found = analyze(TEXT, "", words).dimensions["tradeoff"]
    assert found.present and [TEXT[start:end] for start, end in found.marked] == ["and the union hated it"]
    for text in ("The depot hated it.", "The union liked it."):
        assert not analyze(text, "", words).dimensions["tradeoff"].present
    assert not analyze(TEXT, "", with_pattern(0.001)).dimensions["tradeoff"].present


def test_words_that_tell_of_private_life_together_take_from_what_they_carry() -> None:
    weights = {"decision_2": ["moved"], "decision__1": ["^always"], "private__1": ["^always"]}
    words, private = weighing(**weights), weighing(**weights, **both("my", "aunt", 0.1, PRIVATE))
    for text, astray in (("I moved to my aunt.", True), ("I moved my desk.", False)):
        assert analyze(text, "", words).dimensions["decision"].present
        found = analyze(text, "", private)
        assert found.dimensions["decision"].present is not astray and bool(found.aside) is astray


def test_where_no_word_is_a_reason_by_itself_all_are() -> None:
    words = weighing(**both("union", "hated", 0.1), tradeoff__3=["^always"])
    found = analyze("The union hated it, as I said.", "", words).dimensions["tradeoff"]
    assert found.why == ("its words taken together: The union hated it",)


def test_the_clause_that_carries_most_is_marked_though_another_word_is_heavier() -> None:
    text = "I closed it on Monday, and the union hated it, as I said."
    words = weighing(**both("union", "hated", 0.1), tradeoff_1=["monday"], tradeoff__3=["^always"])
    found = analyze(text, "", words).dimensions["tradeoff"]
    assert [text[start:end] for start, end in found.marked] == ["and the union hated it"]
    assert found.present and not analyze("I closed it on Monday, as I said.", "", words).dimensions["tradeoff"].present


def test_what_stands_on_gone_words_adds_nothing_any_more() -> None:
    learned = read(both("union", "hated", 1.0))
    # "union" stands in both clauses, "hated" in the second: nothing of either is lost with the first.
    for gone, left in ((0, 102.0), (FIRST, 102.0), (SECOND, 1.0), (FIRST | SECOND, 0.0)):
        assert added(learned, SAID, gone)[AT] == pytest.approx(left)


def test_what_counts_against_a_pattern_adds_again_once_it_is_gone() -> None:
    row = " ".join(map(str, [0.0, 1.0, *(1.0 for _ in COLUMNS)]))
    against = read(patterns([row], ["no", "hated"], bytes([128 - 40, 128 + 30])))
    signs = {"no": Sign(1.0, ((0, 1),)), "hated": SAID["hated"]}
    assert added(against, signs)[AT] == pytest.approx(0.0) and added(against, signs, FIRST)[AT] == pytest.approx(30.0)


@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=4),
    st.lists(st.lists(st.integers(0, 15), min_size=1, max_size=3), max_size=6),
    st.binary(min_size=12, max_size=12),
    st.integers(0, 15),
)
def test_with_clauses_goes_what_stands_in_them(
    lengths: list[int], places: list[list[int]], counts: bytes, chosen: int
) -> None:
    ends = list(accumulate(lengths))
    each = [(1 << end) - (1 << end - length) for end, length in zip(ends, lengths, strict=True)]
    names = ["a", "b", "c", "d", "e", "f"]
    learned = read(
        {
            **patterns(["3 1 1 2 3 4 5 6 7 8", "-20 2 1 1 1 1 1 1 1 1"], names, counts),
            "weighs metric 1.5": ["a", "c"],
            "weighs private -4": ["b"],
        }
    )
    said = {
        name: Sign(1.0, tuple((at % ends[-1], at % ends[-1] + 1) for at in stood))
        for name, stood in zip(names, places, strict=False)
    }
    gone = sum(clause for at, clause in enumerate(each) if chosen >> at & 1)
    left = {name: sign for name, sign in said.items() if any(not gone >> first & 1 for first, _ in sign.words)}
    before, after = Brought(learned, said, Clauses(each)), Brought(learned, left, Clauses(each))
    assert [before.own(at, gone) - after.own(at) for at in range(len(COLUMNS))] == pytest.approx([0.0] * len(COLUMNS))


def table(rows: int, columns: int, most: int) -> st.SearchStrategy[list[list[float]]]:
    row = st.lists(st.floats(-most, most, width=32), min_size=columns, max_size=columns)
    return st.lists(row, min_size=rows, max_size=rows)


@given(
    table(4, 3, 2), table(1, 3, 1), table(3, len(COLUMNS), 2), st.lists(st.integers(0, PARTS), min_size=4, max_size=4)
)
def test_what_is_written_adds_what_was_learned(
    counts: list[list[float]], base: list[list[float]], adds: list[list[float]], parts: list[int]
) -> None:
    net = Net(np.array(counts), np.array(base[0]), np.array(adds), np.zeros(len(COLUMNS)))
    names = ["a", "b c", "@d", "#e"]
    learned = read(lines(net, names, np.arange(len(COLUMNS))))
    values = [each / PARTS for each in parts]
    said = {name: Sign(value, ((0, 1),)) for name, value in zip(names, values, strict=True)}
    meant = net.added(np.array([values]))[0]
    # A count is rounded by half a step at most.
    off = sum(values) * np.abs(net.counts).max(axis=0) / 127 / 2 @ np.abs(net.adds)
    for at, more in enumerate(added(learned, said)):
        assert more == pytest.approx(meant[at] * at, abs=off[at] * at + 0.01)


def test_what_no_sign_says_alone_is_learned() -> None:
    chance = np.random.default_rng(7)
    signs = chance.random((60_000, 4)) < 0.5
    meant = np.column_stack([signs[:, 0] ^ signs[:, 1], signs[:, 2]])
    net = learn(sparse.csr_matrix(signs.astype(np.float32)), meant, np.ones(meant.shape))
    odds = net.added(signs.astype(np.float32)) + net.bases()
    assert ((odds > 0) == meant).mean() > 0.95


def test_where_nobody_knows_nothing_is_learned() -> None:
    signs = np.eye(4, dtype=np.float32)[np.arange(40_000) % 4]
    meant = np.column_stack([signs[:, 0] > 0, signs[:, 0] > 0])
    net = learn(sparse.csr_matrix(signs), meant, np.array([[1.0, 0.0]] * 40_000))
    one, other = (net.added(np.eye(4, dtype=np.float32)) + net.bases()).T
    assert one[0] > 2 > -2 > one[1] and not other.any()


def test_a_sign_nobody_knows_and_a_sentence_without_signs_add_nothing() -> None:
    row = " ".join(map(str, [5.0, 1.0, *(2.0 for _ in COLUMNS)]))
    known = read(patterns([row], ["hated"], bytes([128 + 10])))
    for said in ({}, {"depot": Sign(1.0, ((0, 1),))}):
        assert added(known, said) == pytest.approx([0.0] * len(COLUMNS))
    assert added(known, SAID) == pytest.approx([20.0] * len(COLUMNS))
    assert added(read({}), SAID) == [0.0] * len(COLUMNS)


def test_a_packs_patterns_take_the_place_of_the_shipped_ones() -> None:
    base = {"patterns": ("1 2", "3 4"), "patterns signs": ("a, b",), "patterns counts": ("AAAA",)}
    own = {"patterns": ("-5 6",), "patterns signs": ("c",), "patterns counts": ("AA==",)}
    assert merged(base, own) == own


def test_patterns_that_do_not_fit_together_are_refused() -> None:
    with pytest.raises(ValueError, match="fit together"):
        read(patterns(["0 1" + " 2" * len(COLUMNS)], ["a", "b"], b"\0"))
