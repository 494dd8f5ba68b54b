"""The plan's screens at 80 columns and as plain lines, and a hostile title in each of them.

To accept a change: UPDATE_GOLDEN=1 pytest tests/terminal/test_plan_views.py
"""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from rich.console import Console

from coach.export.plan import html, markdown
from coach.plan.checklist import rows
from coach.plan.loop import When, at
from coach.plan.make import make_plan
from coach.plan.model import Settings
from coach.plan.replan import diff, replanned
from coach.plan.work import preparation
from coach.terminal.views import plan as views
from coach.terminal.views.changes import changes_view, unfit
from coach.terminal.views.checklist import checklist as checklist_view
from tests.plan.loops import START, article_rounds, checklist
from tests.plan.test_replan import article_plan, done_until
from tests.terminal.test_golden_screens import check

TODAY = START + timedelta(days=8)


def screen(renderable, columns=80):
    console = Console(file=StringIO(), width=columns, markup=False, highlight=False, emoji=False)
    console.print(renderable)
    return console.file.getvalue()


def shown(plan=None):
    plan = plan or article_plan(zone="Europe/Berlin")
    return views.Shown(plan, done_until(plan, TODAY - timedelta(days=2)), TODAY, frozenset())


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("name", ["month", "week", "rounds", "one_day"])
def test_the_plan_on_screen(name, plain, tmp_path):
    text = screen(getattr(views, name)(shown(), plain))
    assert all(len(line) <= 80 for line in text.splitlines())
    assert plain or len(text.splitlines()) <= 24
    check(f"plan-{name}{'-plain' if plain else ''}", text, tmp_path)


@pytest.mark.parametrize("plain", [False, True])
def test_the_difference_after_a_round_moved(plain, tmp_path):
    old = shown().plan
    case = next(item for item in old.rounds if item.id == "case")
    earlier = tuple(
        at(item, When(case.day - timedelta(days=3)), "UTC") if item is case else item for item in old.rounds
    )
    new = replanned(old, TODAY, shown().done, "now", rounds=earlier)
    check(
        f"plan-diff{'-plain' if plain else ''}",
        screen(changes_view(diff(old, new, TODAY, shown().done), new, plain)),
        tmp_path,
    )


def test_a_plan_that_does_not_fit_says_what_is_short_and_what_was_given_up(tmp_path):
    text = screen(unfit(article_plan(minutes=(15,) * 6 + (0,), mock_weekday=-1)))
    assert "Short by" in text and "lightest first" in text and "a study day would fit" in text
    check("plan-unfit", text, tmp_path)


@pytest.mark.parametrize("plain", [False, True])
def test_the_checklist_on_screen(plain, tmp_path):
    plan = shown().plan
    check(
        f"checklist{'-plain' if plain else ''}",
        screen(checklist_view(rows(plan, shown().done, TODAY), plain)),
        tmp_path,
    )


HOSTILE = "\x1b[31mred\u202e<script>alert(1)</script> [bold]x[/bold] `|` "


def hostile():
    rounds, _, _ = article_rounds()
    rounds = tuple(replace(item, title=HOSTILE) for item in rounds)
    tasks = tuple(replace(task, title=HOSTILE) for task in preparation(checklist(), rounds, Settings(), START))
    return make_plan(rounds, tasks, Settings(minutes=(15,) * 7), START)


def test_hostile_titles_are_inert_everywhere():
    plan = hostile()
    here = views.Shown(plan, {}, START, frozenset())
    texts = [screen(view(here, plain)) for view in (views.month, views.week, views.rounds) for plain in (False, True)]
    texts += [screen(unfit(plan)), screen(checklist_view(rows(plan, {}, START), True)), markdown(plan, {})]
    page = html(plan, {}, START)
    assert "<script>" not in page and "&lt;script&gt;" in page
    for text in (*texts, page):
        assert "\x1b[31m" not in text and "\u202e" not in text
    assert "<script>" not in markdown(plan, {})
