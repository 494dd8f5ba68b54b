"""Time left, in words."""


def clock(left: float) -> str:
    """`1:25 left`, or `over by 0:12`."""
    seconds = int(abs(left))
    shown = f"{seconds // 60}:{seconds % 60:02d}"
    return f"{shown} left" if left >= 0 else f"over by {shown}"
