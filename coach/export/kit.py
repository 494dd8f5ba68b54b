"""The kit as one HTML file: no request leaves it, text from packs is escaped."""

from coach.export.page import page
from coach.practice.kit import Kit
from coach.text import neutral


def html(kit: Kit) -> str:
    """The page; the same kit gives the same bytes."""
    phases = [
        {
            "title": neutral(phase.title),
            "hint": neutral(phase.hint),
            "seconds": round(phase.minutes * 60),
            "clock": f"{int(phase.minutes)}:{round(phase.minutes % 1 * 60):02d}",
        }
        for phase in kit.phases
    ]
    probes = [{"when": when, "ask": neutral(probe.ask), "answer": neutral(probe.answer)} for when, probe in kit.probes]
    data = {"question": kit.id, "phases": [{"title": p["title"], "seconds": p["seconds"]} for p in phases]}
    return page(
        "kit/kit.html.j2",
        title=f"Mock: {neutral(kit.id)}",
        prompt=neutral(kit.prompt),
        intro=neutral(kit.intro),
        phases=phases,
        probes=probes,
        rubrics=kit.rubrics,
        data=data,
    )
