"""Loops, checklists and candidates' weeks for the tests of the plan."""

from datetime import date, timedelta

from hypothesis import strategies as st

from coach.packs.model import ChecklistTask, Loop, Round
from coach.plan.loop import WEIGHTS, decision_and_offer
from coach.plan.loop import dated as dated_rounds
from coach.plan.model import PlanRound, Settings, Task

START = date(2026, 11, 30)  # a Monday


def article_loop():
    rows = (
        ("recruiter", "recruiter_screen", "recruiter screen", 1, 30),
        ("design", "system_design", "system design round", 5, 60),
        ("case", "product_case", "case round", 12, 45),
        ("vp", "deep_dive", "deep dive with the VP", 18, 90),
        ("ceo", "executive", "final with the CEO", 25, 30),
    )
    rounds = tuple(
        Round(
            id=name,
            kind=kind,
            title=title,
            day=day,
            minutes=minutes,
            interviewer="",
            weight=WEIGHTS[kind],
            competencies={},
        )
        for name, kind, title, day, minutes in rows
    )
    return Loop(
        id="loop/article",
        source=(),
        tags=(),
        competencies=(),
        title="Thirty days",
        rounds=rounds,
        decision_day=30,
        offer_day=31,
        debrief_minutes=45,
    )


def checklist():
    rows = (
        ("triads", "Triads: latency to churn, three scenarios", 45, "recruiter_screen", (), True, "take"),
        ("deck", "Draft the four-slide story deck", 90, "product_case", ("triads",), True, "file"),
        ("design-mock", "Full system design with a peer", 60, "system_design", ("triads",), False, "note"),
        ("case-mock", "Mock case: burst or single transaction", 45, "product_case", ("triads",), False, "take"),
        ("pay", "Compensation worksheet", 40, "offer", (), True, "file"),
        ("pitch", "Merchant-first pitch with a mentor", 15, "executive", ("deck",), False, "take"),
    )
    return tuple(
        ChecklistTask(
            id=name,
            source=(),
            tags=(),
            competencies=(),
            task=task,
            minutes=minutes,
            before=before,
            prerequisites=after,
            splittable=split,
            evidence=evidence,
            how="",
        )
        for name, task, minutes, before, after, split, evidence in rows
    )


def article_rounds(day_one=START + timedelta(days=3)):
    return dated_rounds(article_loop(), day_one, "Europe/Berlin"), *decision_and_offer(article_loop(), day_one)


@st.composite
def candidates(draw, tasks_most=14):
    """Rounds, tasks and settings that hang together, feasible or not."""
    length = draw(st.integers(5, 35))
    days = st.integers(0, length - 1).map(lambda n: START + timedelta(days=n))
    kinds = draw(st.lists(st.sampled_from(sorted(WEIGHTS)), min_size=1, max_size=5))
    rounds = tuple(
        PlanRound(f"r{n}", kind, kind, draw(days), draw(st.sampled_from((30, 45, 60))), WEIGHTS[kind])
        for n, kind in enumerate(kinds)
    )
    settings = Settings(
        minutes=tuple(draw(st.lists(st.sampled_from((0, 10, 20, 30, 45, 60, 90)), min_size=7, max_size=7))),
        days_off=frozenset(draw(st.lists(days, max_size=4))),
        exceptions=draw(st.dictionaries(days, st.sampled_from((0, 5, 15, 60, 120)), max_size=4)),
        review=draw(st.dictionaries(days, st.integers(0, 40), max_size=10)),
        buffers=draw(st.integers(0, 3)),
        taper=draw(st.integers(0, 2)),
        mock_weekday=draw(st.integers(-1, 6)),
    )
    tasks = []
    for n in range(draw(st.integers(1, tasks_most))):
        served = draw(st.sampled_from(rounds))
        after = draw(st.lists(st.sampled_from(range(n)), max_size=2, unique=True)) if n else []
        minutes = draw(st.integers(1, 70))
        tasks.append(
            Task(
                f"t{n}",
                f"Task {n}",
                minutes,
                START,
                served.day - timedelta(days=1),
                served.id,
                tuple(f"t{i}" for i in after),
                draw(st.booleans()),
                served.weight,
                at_least=draw(st.integers(1, minutes)),
            )
        )
    return rounds, tuple(tasks), settings
