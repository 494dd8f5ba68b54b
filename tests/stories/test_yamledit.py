"""Edits change one value and keep every other byte: comments, order, notes, odd formatting."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.errors import InputFault
from coach.yamledit import with_data, with_entry, with_value
from coach.yamlparse import parse
from coach.yamlwrite import written

TEXT = """\
# my stories, do not sort
stories:
  # the best one
  - id: a   # never change
    title: >-  # folded
      a long title
      over two lines
    # between two keys

    note: |
      kept as it is: "even" this
    competencies: [x, y]  # two
    last_used:
    numbers:
      - of: latency   # end to end
        value: 138
      # after the last number

  # the other one
  - {id: b, title: 'it''s flow', x-mine: [1, 2]}  # one line
# the end"""

texts = st.text(
    st.one_of(st.sampled_from("abc :#-'\"{}[]|>*&!%@`,?\n\t~"), st.characters(exclude_categories=["Cs"])), max_size=220
).filter(lambda text: text.strip() not in ("", "~", "null", "Null", "NULL") or text)
places = st.sampled_from(
    [("stories", at, key) for at in (0, 1) for key in ("title", "id", "last_used", "result", "note")]
)


@given(places, texts)
@settings(max_examples=300, deadline=None)
def test_a_value_is_set_and_every_comment_stays_in_its_order(steps: tuple[str | int, ...], value: str) -> None:
    made = with_value(TEXT, steps, value, "f")
    data = parse(made, "f").data
    place = data
    for step in steps:
        place = place[step]
    assert place == value
    kept = iter(made.split("\n"))
    for comment in re.findall(r"#.*", TEXT):
        assert any(line.endswith(comment) for line in kept), comment


@given(st.lists(st.dictionaries(st.sampled_from(["of", "value", "unit"]), texts, min_size=1), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_entries_are_added_behind_the_last_and_nothing_else_moves(entries: list[dict[str, str]]) -> None:
    made = TEXT
    for entry in entries:
        made = with_entry(made, ("stories", 0, "numbers"), entry, "f")
    assert parse(made, "f").data["stories"][0]["numbers"][1:] == entries
    head, tail = TEXT.split("        value: 138\n")
    assert made.startswith(head)
    assert made.endswith(tail)


@given(st.dictionaries(texts, st.one_of(texts, st.lists(texts, max_size=3)), max_size=4))
@settings(max_examples=150, deadline=None)
def test_what_is_written_reads_back(value: dict[str, str | list[str]]) -> None:
    again = parse(written({"stories": [{"id": "a", "more": value}]}), "f")
    assert again.problems == []
    assert again.data["stories"][0]["more"] == value


def test_the_exact_text_after_four_edits() -> None:
    made = with_value(TEXT, ("stories", 0, "last_used"), "2026-11-23", "f")
    made = with_value(made, ("stories", 0, "title"), "short", "f")
    made = with_entry(made, ("stories", 0, "competencies"), "z-z", "f")
    made = with_value(made, ("stories", 1, "title"), "new", "f")
    wanted = TEXT.replace("last_used:\n", "last_used: 2026-11-23\n").replace("[x, y]", "[x, y, z-z]")
    wanted = wanted.replace("'it''s flow'", "new")
    wanted = wanted.replace(">-  # folded\n      a long title\n      over two lines\n", "short  # folded\n")
    assert made == wanted


@pytest.mark.parametrize("text", ["stories: [", "a: &x 1\n", "stories:\n  - id: a\n    id: b\n"])
def test_a_file_that_needs_mending_is_not_touched(text: str) -> None:
    with pytest.raises(InputFault):
        with_value(text, ("stories",), "x", "f")


def test_windows_line_ends_stay() -> None:
    text = "a: 1  # one\r\nb: 2\r\n"
    assert with_value(text, ("a",), "x", "f") == "a: x  # one\r\nb: 2\r\n"


def test_entries_of_lists_are_set_in_their_place() -> None:
    text = "a: [1%, 2%]  # two\nb:\n  - x  # first\n  # between\n  - {c: 1}\n  - d: 2  # block\n    e: 3\n"
    data = parse(text, "f").data
    wanted = {"a": ["1%", "2.5%", "3%"], "b": ["y", {"c": "4"}, {"d": "5", "e": None}, "z"]}
    made = with_data(text, data, wanted, "f")
    assert made == (
        "a: [1%, 2.5%, 3%]  # two\nb:\n  - y  # first\n  # between\n  - {c: 4}\n  - d: 5  # block\n    e: null\n  - z\n"
    )


def test_a_mapping_that_is_one_value_is_replaced_as_a_whole() -> None:
    text = "v: {schedule: 25x4}  # why\nw: {p: 1}\n"
    wanted = {"v": {"years": ["50%", "50%"]}, "w": {"q": "2"}}
    made = with_data(text, parse(text, "f").data, wanted, "f", frozenset({"v"}))
    assert made == "v: {years: [50%, 50%]}  # why\nw: {p: null, q: 2}\n"


nodes = st.recursive(
    texts,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(st.sampled_from("abcd"), inner, min_size=1)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from("abcd"), nodes, min_size=1), st.dictionaries(st.sampled_from("abcd"), nodes))
@settings(max_examples=200, deadline=None)
def test_one_data_becomes_the_other_with_what_is_gone_left_empty(old: dict[str, Any], new: dict[str, Any]) -> None:
    text = "# head\n" + written(old) + "# end\n"
    made = with_data(text, parse(text, "f").data, new, "f")
    assert made.startswith("# head\n")
    assert "# end\n" in made
    assert filled(parse(made, "f").data) == filled(new)


def filled(node: Any) -> Any:
    """Without the keys that hold nothing."""
    if isinstance(node, dict):
        return {key: filled(inner) for key, inner in node.items() if inner is not None}
    return [filled(inner) for inner in node] if isinstance(node, list) else node
