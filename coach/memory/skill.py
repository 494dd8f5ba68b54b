"""Skills in the same memory as facts: how a self-score and the findings on an answer become one rating.

The rule. Findings (0 to 100) fall into four bands: under 40 again, under 60 hard, under 80 good, from 80 easy. The
candidate's own score of 1 to 4 is already on that scale. The rating is half-way between the two, rounded down: people
misjudge their answers in both directions and so do rules, so neither decides alone, and doubt means an earlier return.
"Easy" needs both.
"""

BANDS = (40, 60, 80)


def band(score: float) -> int:
    """The rating, 1 to 4, that findings of 0 to 100 stand for."""
    return 1 + sum(score >= limit for limit in BANDS)


def skill_rating(self_score: int, score: float) -> int:
    """The rating of one triad, case or pitch, 1 (again) to 4 (easy), from the self-score (1-4) and findings (0-100)."""
    own = min(max(self_score, 1), 4)
    return (own + band(score)) // 2
