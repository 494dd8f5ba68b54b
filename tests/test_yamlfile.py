"""The strict reader keeps what was typed, says where every node and every fault is, and bounds what a file can cost."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.errors import InputFault
from coach.yamlfile import MAX_BYTES, Document, Step, load, read, read_data
from coach.yamlparse import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS


def test_scalars_stay_what_was_typed() -> None:
    document = load("a: 12:30\nb: no\nc: 010\nd: 1_000\ne: 1e12\nf: ~\ng: '~'\nh:\ni: 2026-11-30\n", "f.yaml")
    assert document.problems == []
    typed = {"a": "12:30", "b": "no", "c": "010", "d": "1_000", "e": "1e12", "g": "~", "i": "2026-11-30"}
    assert document.data == typed | {"f": None, "h": None}


def test_every_node_has_a_position() -> None:
    document = load("facts:\n  - id: x\n    q: what\n", "f.yaml")
    assert document.where(("facts", 0, "q")) == (3, 8)
    assert document.where(("facts", 0, "q"), key=True) == (3, 5)
    assert document.where(("facts", 0, "absent")) == (2, 5)
    assert load("# a comment\n\n  - x\n", "f.yaml").where(()) == (3, 3)


def test_all_duplicate_keys_are_reported_at_once() -> None:
    lines = [problem.line for problem in load("a: 1\na: 2\nb: 1\nb: 2\n", "f.yaml").problems]
    assert lines == [2, 4]


def test_a_file_may_have_a_byte_order_mark_and_any_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - 2\r\n")
    document = read(path)
    assert (document.data, document.problems) == ({"a": "1", "b": ["2"]}, [])
    assert document.where(("b", 0)) == (3, 5)
    assert load("a: 1\rb: 2", "f.yaml").where(("b",), key=True) == (2, 1)


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_an_empty_file_is_no_data_and_no_problem(text: str) -> None:
    assert (load(text, "f.yaml").data, load(text, "f.yaml").problems) == (None, [])


REFUSED = {
    "a: &x 1\n": (1, 4, "anchors (`&x`) are not allowed"),
    "a: 1\nb: *x\n": (2, 4, "aliases (`*x`) are not allowed"),
    "a: !!python/object:os.system x\n": (1, 4, "tags (`tag:yaml.org,2002:python/object:os.syst…`) are not allowed"),
    "a: !x 1\n": (1, 4, "tags (`!x`) are not allowed"),
    "- ! 1\n": (1, 3, "tags (`!`) are not allowed"),
    "&k a: 1\n": (1, 1, "anchors (`&k`) are not allowed"),
    "a:\n  <<: {b: 1}\n": (2, 3, "merge keys (`<<`) are not allowed"),
    "[a]: 1\n": (1, 1, "a key must be plain text"),
    "{a: 1}: 1\n": (1, 1, "a key must be plain text"),
    "?\n: 1\n": (1, 2, "a key must be plain text"),
    "{: 1}\n": (1, 2, "a value is missing here"),
    "~: 1\n": (1, 1, "a key must be plain text"),
    "a: 1\n---\nb: 2\n": (2, 1, "a second document starts here"),
    "~\n---\nb: 2\n": (2, 1, "a second document starts here"),
    "a: b: c\n": (1, 5, "a `: ` is not allowed here"),
    "a:\n\tb: 1\n": (2, 1, "a tab in the indentation"),
    "a: @x\n": (1, 4, "nothing can start with this character"),
    "a: [1, 2\nb: 3\n": (2, 2, "the list or mapping in brackets goes wrong here"),
    "a: 'x\n": (2, 1, "something is left open up to the end"),
    'a: "\\q"\n': (1, 5, "this `\\` escape is not known"),
    "a: 1\n  b: 2\n": (2, 4, "a `: ` is not allowed here"),
    "- a\nb: 1\n": (2, 1, "this does not line up with the list above"),
    "a: - b\n": (1, 4, "a list cannot start here"),
    "a: x\0y\n": (1, 5, "a character that is not text (U+0000)"),
    "a: 1\nb: x\x1by\n": (2, 5, "a character that is not text (U+001B)"),
    "é: x\ud800\n": (1, 5, "a character that is not text (U+D800)"),
    "a: x\u2028y\n": (1, 5, "a hidden line separator (U+2028)"),
    "a: x\x85y\n": (1, 5, "a hidden line separator (U+0085)"),
    "a: 1\nplain words\n": (3, 1, "a key without its `:`"),
}


@pytest.mark.parametrize(("text", "told"), REFUSED.items(), ids=lambda value: repr(value)[:30])
def test_refused_with_a_place(text: str, told: tuple[int, int, str]) -> None:
    problem = load(text, "f.yaml").problems[0]
    assert (problem.line, problem.column, problem.message) == told
    assert problem.hint


def test_quoted_keys_may_look_odd() -> None:
    assert load("'<<': 1\n'~': 2\n'': 3\n", "f.yaml").data == {"<<": "1", "~": "2", "": "3"}


def test_what_is_not_text_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes("é: 1\nü: ".encode() + b"\xff\n")
    problem = read(path).problems[0]
    assert (problem.line, problem.column, problem.message) == (2, 4, "this is not UTF-8 text")


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    told = {
        tmp_path: "this is not a regular file",
        tmp_path / "pipe": "this is not a regular file",
        Path("/dev/zero"): "this is not a regular file",
        tmp_path / "absent.yaml": "there is no such file",
        tmp_path / "absent" / "x.yaml": "there is no such file",
        tmp_path / "large.yaml": "the file is larger than 4 MB",
        Path("nul\0l"): "this is not a file name",
    }
    for path, message in told.items():
        assert read(path).problems[0].message == message
    with pytest.raises(InputFault) as fault:
        read_data(tmp_path / "absent.yaml")
    assert fault.value.exit_code == 4


BOMBS = {
    "nested lists": ("[" * MAX_BYTES, f"nested deeper than {MAX_DEPTH} levels"),
    "nested mappings": ("{" * MAX_BYTES, f"nested deeper than {MAX_DEPTH} levels"),
    "nested entries": ("- " * (MAX_BYTES // 2), f"nested deeper than {MAX_DEPTH} levels"),
    "nested keys": ("? " * (MAX_BYTES // 2), f"nested deeper than {MAX_DEPTH} levels"),
    "indented": ("".join(" " * n + "a:\n" for n in range(2_800)), f"nested deeper than {MAX_DEPTH} levels"),
    "entries": ("-\n" * (MAX_BYTES // 2), f"more than {MAX_NODES:,} values"),
    "pairs": ("[" + "{a: b}," * (MAX_BYTES // 7 - 1) + "]", f"more than {MAX_NODES:,} values"),
    "empty lists": ("[" + "[]," * (MAX_BYTES // 3 - 1) + "]", f"more than {MAX_NODES:,} values"),
    "keys": ("".join(f"{n:x}:\n" for n in range(MAX_BYTES // 7)), f"more than {MAX_NODES:,} values"),
    "laughs": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "anchors (`&a`) are not allowed"),
    "long tag": ("!" * MAX_BYTES, "tags (`tag:yaml.org,2002:!!!!!!!!!!!!!!!!!!!!!…`) are not allowed"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_before_they_cost_anything(name: str) -> None:
    text, message = BOMBS[name]
    problems = load(text, "f.yaml").problems
    assert [problem.message for problem in problems] == [message]
    assert all(len(str(problem)) < 300 for problem in problems)


@pytest.mark.parametrize("text", ["a: 1\n" * 50_000, "?\n" * 50_000, "{" + "a: 1, " * 50_000 + "}"])
def test_a_file_of_nothing_but_faults_is_not_read_to_its_end(text: str) -> None:
    assert len(load(text, "f.yaml").problems) == MAX_PROBLEMS


def nodes(document: Document, composed: Any, steps: tuple[Step, ...]) -> None:
    """Compare value and position of every node with what PyYAML's composer says."""
    at = (composed.start_mark.line + 1, composed.start_mark.column + 1)
    assert document.where(steps) == at, steps
    value = document.data
    for step in steps:
        value = value[step]
    if isinstance(composed, yaml.MappingNode):
        assert list(value) == [key.value for key, _ in composed.value]
        for key, child in composed.value:
            assert document.where((*steps, key.value), key=True) == (key.start_mark.line + 1, key.start_mark.column + 1)
            nodes(document, child, (*steps, key.value))
    elif isinstance(composed, yaml.SequenceNode):
        assert len(value) == len(composed.value)
        for index, child in enumerate(composed.value):
            nodes(document, child, (*steps, index))
    else:
        plain_null = not composed.style and composed.value in ("", "~", "null", "Null", "NULL")
        assert value == (None if plain_null else composed.value)


texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029", exclude_categories=["Cc"]), max_size=12
)
values = st.recursive(
    st.none() | texts | st.sampled_from(["no", "12:30", "~", "<<", "- x", "a: b", "x\ny\n"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(values, st.sampled_from([None, True, False]), st.sampled_from([None, "|", ">", '"', "'"]), st.integers(10, 90))
@settings(max_examples=300, deadline=None)
def test_positions_and_values_agree_with_the_composer(data: Any, flow: bool | None, style: str, width: int) -> None:
    text = yaml.dump(data, default_flow_style=flow, default_style=style, width=width, allow_unicode=True)
    untagged = text.replace("!!null ", "").replace("!!str ", "")
    document = load(untagged, "f.yaml")
    assert document.problems == []
    nodes(document, yaml.compose(untagged, Loader=yaml.CSafeLoader), ())


@given(st.text(alphabet="ab:-?[]{},#&*!|>'\"%@` \n\t~<\\\r\x00\ud800\u2028é", max_size=40))
@settings(max_examples=1_000, deadline=None)
def test_any_text_is_data_or_problems_at_a_place(text: str) -> None:
    document = load(text, "f.yaml")
    lines = text.count("\n") + text.count("\r") + 2
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in document.problems)
    if not document.problems and document.data is not None:
        nodes(document, yaml.compose(text, Loader=yaml.CSafeLoader), ())


@given(st.binary(max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_data_or_problems(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(raw)
    document = read(path)
    assert document.data is None or isinstance(document.data, str | list | dict)
