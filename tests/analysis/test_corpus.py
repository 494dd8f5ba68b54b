"""The corpus is complete, its splits share nothing, and no surface feature tells weak from strong."""

import json
import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from coach.analysis.weights import DIMENSIONS, KINDS
from tests.analysis.corpus import FOLDER, SPLITS, Labelled, Pair, pairs
from tests.analysis.sentences import LETTERS, TEACH, blocks, labelled

# How many pairs of each family a split must have.
AT_LEAST = {
    "number_stuffed": 13,
    "buzzwords": 13,
    "number_words": 13,
    "strong_shorter": 40,
    "two_dims": 25,
    "disfluent": 6,
    "non_native": 6,
    "british": 6,
    "indian_numbers": 6,
    "no_cue": 6,
    "fragment": 6,
    "result_first": 6,
    "ratio_words": 6,
}
SURFACE: dict[str, Callable[[str], int]] = {
    "words": lambda text: len(text.split()),
    "characters": len,
    "digits": lambda text: sum(c.isdigit() for c in text),
    "numerals": lambda text: len(re.findall(r"\d[\d.,]*", text)),
    "commas": lambda text: text.count(","),
    "ands": lambda text: len(re.findall(r"\band\b", text)),
    "sentences": lambda text: len(re.findall(r"[.!?](?:\s|$)", text)),
}
PRESENT = [split for split in SPLITS if (Path(FOLDER) / f"{split}.jsonl").exists()]
EVERY = [pair for split in PRESENT for pair in pairs(split)]


def differing(pair: Pair) -> int:
    return sum(pair.weak.labels[name] != pair.strong.labels[name] for name in DIMENSIONS)


def answers(split: str) -> list[Labelled]:
    return [side for pair in pairs(split) for side in (pair.weak, pair.strong)]


def ranks_strong_above(measure: Callable[[str], int], chosen: list[Pair]) -> float:
    """Share of pairs in which the measure is larger on the strong answer; a tie counts half."""
    gaps = [measure(pair.strong.text) - measure(pair.weak.text) for pair in chosen]
    return sum(1.0 if gap > 0 else 0.5 if gap == 0 else 0.0 for gap in gaps) / len(gaps)


@pytest.mark.parametrize("pair", EVERY, ids=lambda pair: pair.id)
def test_a_pair_is_complete_and_its_strong_side_has_more(pair: Pair) -> None:
    for side in (pair.weak, pair.strong):
        assert set(side.labels) == set(DIMENSIONS)
        assert all(isinstance(value, bool) for value in side.labels.values())
        assert side.text == side.text.strip() and len(side.text.split()) >= 5
    assert pair.kind in KINDS and pair.prompt.strip() and pair.field.strip()
    assert sum(pair.strong.labels.values()) > sum(pair.weak.labels.values())


@pytest.mark.parametrize("pair", EVERY, ids=lambda pair: pair.id)
def test_tags_that_can_be_computed_are_right(pair: Pair) -> None:
    shorter = len(pair.strong.text.split()) < len(pair.weak.text.split())
    assert ("strong_shorter" in pair.tags) == shorter
    assert ("two_dims" in pair.tags) == (differing(pair) <= 2)
    assert pair.tags <= set(AT_LEAST)


@pytest.mark.parametrize("pair", EVERY, ids=lambda pair: pair.id)
def test_impact_has_a_magnitude_and_a_tail_or_none(pair: Pair) -> None:
    for side in (pair.weak, pair.strong):
        assert side.labels["metric"] or not side.labels["impact"]


def test_ids_and_texts_are_unique_over_all_splits() -> None:
    for values in (
        [pair.id for pair in EVERY],
        [side.text for pair in EVERY for side in (pair.weak, pair.strong)],
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_the_sentences_beside_the_point_are_each_in_one_list_once() -> None:
    lists = [
        (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines() for name in ("beside", "private", "unseen")
    ]
    said = Counter(line.casefold() for lines in lists for line in lines)
    assert [line for line, count in said.items() if count > 1] == []
    assert all(line == line.strip() and line.endswith((".", "!", "?")) for line in said)


def test_the_pairs_of_odd_trades_teach_nothing() -> None:
    rows = [json.loads(line) for line in (FOLDER / "trades.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = [row[side] for row in rows for side in ("weak", "strong")]
    taught = {text.side.text for text in labelled()} | {
        side.text for pair in EVERY for side in (pair.weak, pair.strong)
    }
    assert len(set(texts)) == len(texts) and taught.isdisjoint(texts)
    assert {row["kind"] for row in rows} == set(KINDS)


def test_each_labelled_sentence_has_letters_that_are_known() -> None:
    for name in TEACH:
        for head, sentences in blocks(name):
            assert re.fullmatch(rf"# ({'|'.join(KINDS)}) [A-Za-z]\d?", head), head
            for text, letters in sentences:
                assert letters == "-" or (set(letters) <= set(LETTERS) and len(set(letters)) == len(letters) > 0), text
                assert re.fullmatch(r"\S.*[.?!”\")]", text), text


def test_no_text_with_labelled_sentences_is_from_the_test_half_or_there_twice() -> None:
    texts = [each.side.text for each in labelled()]
    assert len(set(texts)) == len(texts) > 5000
    known = set().union(*(tens(answer.text) for answer in answers("test")))
    assert [text for text in texts if tens(text) & known] == []


def test_an_impact_has_a_magnitude_in_labelled_sentences_too() -> None:
    for each in labelled():
        if each.whole:
            assert set(each.side.marked("impact")) <= set(each.side.marked("metric"))


def tens(text: str) -> set[str]:
    words = text.split()
    return {" ".join(words[i : i + 10]) for i in range(len(words) - 9)}


def test_no_scenario_is_in_two_splits() -> None:
    for first, second in combinations(PRESENT, 2):
        known = set().union(*(tens(answer.text) for answer in answers(second)))
        assert [answer.text for answer in answers(first) if tens(answer.text) & known] == []


@pytest.mark.parametrize("split", PRESENT)
def test_each_half_has_every_family_kind_and_many_fields(split: str) -> None:
    chosen = pairs(split)
    tags = Counter(tag for pair in chosen for tag in pair.tags)
    assert {tag: tags[tag] for tag, least in AT_LEAST.items() if tags[tag] < least} == {}
    kinds = Counter(pair.kind for pair in chosen)
    assert len(chosen) >= 135 and all(kinds[kind] >= 10 for kind in KINDS)
    assert len({pair.field for pair in chosen}) >= 16


@pytest.mark.parametrize("split", PRESENT)
@pytest.mark.parametrize("name", SURFACE)
def test_no_surface_feature_separates_weak_from_strong(split: str, name: str) -> None:
    assert 0.35 <= ranks_strong_above(SURFACE[name], pairs(split)) <= 0.65


@pytest.mark.parametrize("split", PRESENT)
def test_every_dimension_is_both_present_and_absent(split: str) -> None:
    for name in DIMENSIONS:
        for side in ("weak", "strong"):
            seen = {getattr(pair, side).labels[name] for pair in pairs(split)}
            assert seen == {True, False} or (side == "strong" and len(seen) == 1), (name, side)
