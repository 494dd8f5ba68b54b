"""The strict reader keeps what was typed, and says where every fault is."""

from coach.yamlfile import load


def test_scalars_stay_what_was_typed() -> None:
    document = load("a: 12:30\nb: no\nc: 010\nd: 1_000\ne: 1e12\nf: ~\ng: '~'\n", "f.yaml")
    assert document.problems == []
    assert document.data == {"a": "12:30", "b": "no", "c": "010", "d": "1_000", "e": "1e12", "f": None, "g": "~"}


def test_every_node_has_a_position() -> None:
    document = load("facts:\n  - id: x\n    q: what\n", "f.yaml")
    assert document.where(("facts", 0, "q")) == (3, 8)
    assert document.where(("facts", 0, "q"), key=True) == (3, 5)
    assert document.where(("facts", 0, "absent")) == (2, 5)


def test_all_duplicate_keys_are_reported_at_once() -> None:
    lines = [problem.line for problem in load("a: 1\na: 2\nb: 1\nb: 2\n", "f.yaml").problems]
    assert lines == [2, 4]
