"""Plain data back to the YAML a person would write: reading it again gives exactly the same texts."""

import json
import re
from typing import Any, Final

_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.%-]*(?: [A-Za-z0-9][A-Za-z0-9_.%-]*)*")
_WIDTH: Final = 110


def scalar(text: str | None) -> str:
    """A scalar, quoted unless every reader would take it as this text."""
    if text is None:
        return "null"
    if _PLAIN.fullmatch(text) and text.lower() != "null":
        return text
    return json.dumps(text, ensure_ascii=False).translate({code: f"\\x{code:02x}" for code in range(0x7F, 0xA0)})


def _flow(node: Any) -> str:
    if isinstance(node, dict):
        return "{" + ", ".join(f"{scalar(key)}: {_flow(inner)}" for key, inner in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(_flow(inner) for inner in node) + "]"
    return scalar(node)


def _is_small(node: Any, used: int) -> bool:
    if not isinstance(node, dict | list) or not node:
        return True
    inner = node.values() if isinstance(node, dict) else node
    deep = any(isinstance(each, dict) and len(each) > 3 for each in inner)
    return not deep and len(node) <= 8 and used + len(_flow(node)) <= _WIDTH


def _lines(node: Any, indent: int) -> list[str]:
    pad = " " * indent
    if isinstance(node, dict):
        return [line for key, inner in node.items() for line in _entry(f"{pad}{scalar(key)}:", inner, indent + 2)]
    found = []
    for inner in node:
        if isinstance(inner, dict) and not _is_small(inner, indent):
            block = _lines(inner, indent + 2)
            found += [f"{pad}- {block[0].lstrip()}", *block[1:]]
        else:
            found.append(f"{pad}- {_flow(inner)}")
    return found


def _entry(head: str, node: Any, indent: int) -> list[str]:
    if _is_small(node, len(head)):
        return [f"{head} {_flow(node)}"]
    return [head, *_lines(node, indent)]


def dump(data: dict[str, Any]) -> str:
    """The whole file as text."""
    return "\n".join(_lines(data, 0)) + "\n"
