"""Changing fields by name (`fintech.base_salary`, `fintech.grant.valuation`) in the plain data of a file."""

from copy import deepcopy
from itertools import pairwise
from typing import Any

from coach.offers.table import Steps

Node = Any


def find(data: Node, field: str) -> Steps | None:
    """Where a field is or would be; None if no offer, grant or list entry of that name is there."""
    steps: list[str | int] = []
    node, words = data, field.split(".")
    offers = [offer.get("id") for offer in _list(data, "offers") if isinstance(offer, dict)]
    if words[0] in offers:
        at = offers.index(words.pop(0))
        steps, node = ["offers", at], data["offers"][at]
        words, steps, node = _into_grant(words, steps, node)
    for word in words:
        step: str | int | None = word
        if isinstance(node, list):
            step = int(word) - 1 if word.isdecimal() and 1 <= int(word) <= len(node) + 1 else None
        if step is None or not (node is None or isinstance(node, dict | list)):
            return None
        steps.append(step)
        node = _child(node, step)
    return tuple(steps) if words else None


def _into_grant(words: list[str], steps: list[str | int], node: Node) -> tuple[list[str], list[str | int], Node]:
    grants = [grant.get("id") for grant in _list(node, "equity") if isinstance(grant, dict)]
    rest = words[1:] if words[:1] == ["equity"] and words[1:2] and words[1] in grants else words
    if rest and rest[0] in grants and (rest is not words or rest[0] not in node):
        at = grants.index(rest[0])
        return rest[1:], [*steps, "equity", at], node["equity"][at]
    return words, steps, node


def _list(node: Node, key: str) -> list[Node]:
    found = node.get(key) if isinstance(node, dict) else None
    return found if isinstance(found, list) else []


def _child(node: Node, step: str | int) -> Node:
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def put(data: Node, steps: Steps, value: Node) -> None:
    """Set a node in place, making what is missing on the way; None removes a field."""
    node = data
    for step, after in pairwise(steps):
        child = _child(node, step)
        if child is None:
            child = [] if isinstance(after, int) else {}
            _set(node, step, child)
        node = child
    _set(node, steps[-1], value)


def _set(node: Node, step: str | int, value: Node) -> None:
    if isinstance(node, list) and isinstance(step, int) and step >= len(node):
        node.append(value)
    elif value is None and isinstance(node, dict):
        node.pop(step, None)
    else:
        node[step] = value


def changed(data: Node, changes: dict[str, Node]) -> tuple[Node, list[str]]:
    """A copy with these fields changed, and the names that were not found."""
    copy, unknown = deepcopy(data), []
    for field, value in changes.items():
        steps = find(copy, field)
        if steps is None:
            unknown.append(field)
        else:
            put(copy, steps, value)
    return copy, unknown
