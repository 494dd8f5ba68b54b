"""A second path to the same figures: live through every month and write down what is paid and what vests.

It knows nothing of the engine: it reads the plain data and counts in exact fractions.
"""

from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

Data = dict[str, Any]
PRESETS: dict[str, Data] = {
    "25x4": {"years": ["25%"] * 4},
    "5-15-40-40": {"years": ["5%", "15%", "40%", "40%"]},
    "40-30-20-10": {"years": ["40%", "30%", "20%", "10%"]},
    "cliff-monthly": {"months": "48", "cliff": "12", "every": "1"},
    "cliff-quarterly": {"months": "48", "cliff": "12", "every": "3"},
}


def number(text: str | None, default: str = "0") -> Fraction:
    text = (text or default).replace("_", "")
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def events(grant: Data, start: str) -> list[tuple[int, Fraction]]:
    """(month since the start date, share) of every vesting event, those before the start too."""
    schedule = {"years": grant["weight_by_year"]} if "weight_by_year" in grant else grant["vesting"]
    schedule = PRESETS.get(schedule.get("schedule", ""), schedule)
    later = 12 * (int(grant.get("grant_year", "1")) - 1) + delay(grant, start)
    if "years" in schedule:
        return [(12 * (at + 1) + later, number(share)) for at, share in enumerate(schedule["years"])]
    months, cliff, every = (int(schedule[key]) for key in ("months", "cliff", "every"))
    found, waiting, done = [], Fraction(0), Fraction(0)
    for month in range(1, months + 1):
        if month % every == 0 and month != months:
            waiting += Fraction(every, months)
        if month == months:
            waiting = 1 - done
        if month >= cliff and waiting:
            found.append((month + later, waiting))
            done, waiting = done + waiting, Fraction(0)
    return found


def delay(grant: Data, start: str) -> int:
    """Whole months until vesting begins, a begun month counted."""
    if "vest_start" not in grant:
        return 0
    first, begins = date.fromisoformat(start), date.fromisoformat(grant["vest_start"])
    month = (begins.year - first.year) * 12 + begins.month - first.month
    return month + 1 if begins.day > first.day else month


def payout(grant: Data, year: int) -> Fraction:
    attained = number(grant["attainment_by_year"][year])
    points = [(number(point["attainment"]), number(point["payout"])) for point in grant.get("payout_curve", [])]
    if not points:
        return attained
    if attained < points[0][0]:
        return Fraction(0)
    best = points[0][1]
    for left, right in pairwise(points):
        if attained >= left[0]:
            slope = (right[1] - left[1]) / (right[0] - left[0])
            best = left[1] + slope * (min(attained, right[0]) - left[0])
    return best


def unit_worth(grant: Data, year: int) -> Fraction:
    """The whole grant at the prices of a year, after the liquidity discount."""
    kind, left = grant["type"], 1 - number(grant.get("liquidity_discount"))
    if kind == "psu":
        return number(grant["target"]) * payout(grant, year) * left
    if kind == "percent":
        stake = number(grant["percent"]) * max(
            Fraction(0), number(grant["valuation"]) - number(grant.get("preference_ahead"))
        )
        for later in grant.get("dilution_rounds", []):
            stake -= stake * number(later["dilution"])
        return stake * left
    if "value" in grant:
        return number(grant["value"]) * number(grant["price_multiple_by_year"][year]) * left
    price = number(grant["price_by_year"][year]) - number(grant.get("strike"))
    return number(grant["units"]) * max(Fraction(0), price) * left


NAMES = ("base", "bonus", "sign_on", "settlement_bonus", "cash", "equity", "total", "benefits")


def fx_rate(data: Data, offer: Data) -> Fraction:
    foreign = offer["currency"] != data["base_currency"]
    return number(data["fx"][offer["currency"]]["rate"]) if foreign else Fraction(1)


def signed_on(offer: Data, year: int) -> Fraction:
    return sum((number(paid["amount"]) for paid in offer.get("sign_on", []) if int(paid["year"]) == year), Fraction(0))


def vesting_in(offer: Data, month: int) -> Fraction:
    found = Fraction(0)
    for grant in offer.get("equity", []):
        for when, share in events(grant, offer["start_date"]):
            found += share * unit_worth(grant, (month - 1) // 12) if when == month else 0
    return found


def simulate(data: Data, offer: Data) -> dict[str, list[Fraction]]:
    """Every figure by year, in base currency."""
    years, fx = int(data["horizon_years"]), fx_rate(data, offer)
    rows = {name: [Fraction(0)] * years for name in NAMES}
    salary = number(offer["base_salary"])
    for month in range(1, 12 * years + 1):
        year = (month - 1) // 12
        rows["sign_on"][year] += signed_on(offer, year + 1) * fx if month % 12 == 1 else 0
        rows["base"][year] += salary / 12 * fx
        rows["equity"][year] += vesting_in(offer, month) * fx
        if month % 12 == 0:
            bonus = offer.get("target_bonus", {})
            rows["bonus"][year] = salary * number(bonus.get("percent")) * number(bonus.get("expected_payout"), "1") * fx
            rows["settlement_bonus"][year] = settlement(offer, year) * fx
            rows["benefits"][year] = benefits(offer, salary) * fx
            salary *= 1 + number(offer.get("annual_raise"))
    for year in range(years):
        rows["cash"][year] = sum((rows[name][year] for name in NAMES[:4]), Fraction(0))
        rows["total"][year] = rows["cash"][year] + rows["equity"][year]
    return rows


def settlement(offer: Data, year: int) -> Fraction:
    clause = offer.get("settlement_bonus")
    if not clause:
        return Fraction(0)
    many = max(Fraction(0), number(clause["gain_by_year"][year])) / number(clause["step"])
    if clause["partial_steps"] == "floor":
        many = Fraction(int(many + Fraction(1, 2_000_000_000)))
    paid = number(clause["per_step"]) * many
    return min(paid, number(clause["cap_per_year"])) if "cap_per_year" in clause else paid


def benefits(offer: Data, salary: Fraction) -> Fraction:
    found = offer.get("benefits", {})
    match = found.get("retirement_match")
    worth = number(found.get("annual_value"))
    if match:
        counted = min(salary, number(match["cap"])) if "cap" in match else salary
        worth += counted * min(number(match["employee"]), number(match["limit"])) * number(match["rate"])
    return worth


def leave(data: Data, offer: Data, month: int) -> Fraction:
    """What is kept when leaving at the end of a month."""
    fx, rows, kept = fx_rate(data, offer), simulate(data, offer), Fraction(0)
    for passed in range(1, month + 1):
        year = (passed - 1) // 12
        kept += rows["base"][year] / 12 + vesting_in(offer, passed) * fx
        kept += rows["bonus"][year] + rows["settlement_bonus"][year] if passed % 12 == 0 else 0
    for paid in offer.get("sign_on", []):
        since = month - 12 * (int(paid["year"]) - 1)
        kept += number(paid["amount"]) * fx * (1 - _owed(paid.get("clawback"), since)) if since > 0 else 0
    return kept


def _owed(clawback: Data | None, since: int) -> Fraction:
    if not clawback or since >= int(clawback["months"]):
        return Fraction(0)
    return Fraction(1) if clawback["type"] == "full" else 1 - Fraction(since, int(clawback["months"]))
