"""Time left, in words."""

from math import ceil


def clock(left: float) -> str:
    """`1:25 left`, or `over by 0:12`."""
    seconds = ceil(left) if left >= 0 else int(-left)
    shown = f"{seconds // 60}:{seconds % 60:02d}"
    return f"{shown} left" if left >= 0 else f"over by {shown}"
