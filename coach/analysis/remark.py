"""A remark on a number: which rule, where, and what to say."""

from typing import NamedTuple


class Remark(NamedTuple):
    """`start` and `end` are character offsets of the number; `say` is the question to be ready for."""

    rule: str
    start: int
    end: int
    say: str
