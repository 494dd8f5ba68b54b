"""Random offers files of every kind, as plain data of texts; the seed decides everything."""

from itertools import pairwise
from random import Random
from typing import Any

Data = dict[str, Any]


def percent(random: Random, low: float, high: float, places: int = 2) -> str:
    return f"{random.uniform(low, high):.{places}f}%"


def amount(random: Random, low: int, high: int) -> str:
    return random.choice((str(random.randint(low, high)), f"{random.uniform(low, high):.2f}"))


def fractions(random: Random, count: int) -> list[str]:
    cuts = sorted(random.randint(0, 10_000) for _ in range(count - 1))
    points = [0, *cuts, 10_000]
    return [f"{(b - a) / 100:.2f}%" for a, b in pairwise(points)]


def vesting(random: Random) -> Data:
    kind = random.randrange(4)
    if kind == 0:
        return {"schedule": random.choice(("25x4", "5-15-40-40", "40-30-20-10", "cliff-monthly", "cliff-quarterly"))}
    if kind == 1:
        return {"years": fractions(random, random.randint(1, 5))}
    months = random.randint(6, 60)
    return {
        "months": str(months),
        "cliff": str(random.randint(0, min(18, months))),
        "every": str(random.choice((1, 3, 6))),
    }


def prices(random: Random, years: int) -> list[str]:
    return [amount(random, 1, 300) for _ in range(years)]


def grant(random: Random, name: str, years: int) -> Data:
    kind = random.choice(("rsu", "rsu", "options", "percent", "psu"))
    found: Data = {"id": name, "type": kind}
    found |= _own(random, kind, years)
    if kind == "psu" and random.random() < 0.5:
        found["weight_by_year"] = fractions(random, random.randint(1, 5))
    else:
        found["vesting"] = vesting(random)
    if random.random() < 0.4:
        found["grant_year"] = str(random.randint(1, 3))
    if random.random() < 0.3:
        found["vest_start"] = f"{random.randint(2026, 2028)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
    if random.random() < 0.4:
        found["liquidity_discount"] = percent(random, 0, 60)
    return found


def _own(random: Random, kind: str, years: int) -> Data:
    if kind == "rsu" and random.random() < 0.5:
        return {"units": str(random.randint(10, 5000)), "price_by_year": prices(random, years)}
    if kind == "rsu":
        multiples = [f"{random.uniform(0.2, 3):.3f}" for _ in range(years)]
        return {"value": amount(random, 0, 900_000), "price_multiple_by_year": multiples}
    if kind == "options":
        return {
            "units": str(random.randint(10, 90_000)),
            "strike": f"{random.uniform(0, 200):.2f}",
            "price_by_year": prices(random, years),
        }
    if kind == "percent":
        return _stake(random)
    points = sorted(random.sample(range(10, 200), random.randint(1, 4)))
    curve = [{"attainment": f"{x}%", "payout": percent(random, 0, 200)} for x in points]
    found: Data = {
        "target": amount(random, 1000, 400_000),
        "attainment_by_year": [percent(random, 0, 220) for _ in range(years)],
    }
    return found | ({"payout_curve": curve} if random.random() < 0.8 else {})


def _stake(random: Random) -> Data:
    found: Data = {"percent": percent(random, 0, 2, 4), "valuation": str(random.randint(1, 20_000) * 1_000_000)}
    if random.random() < 0.5:
        rounds = random.randint(1, 3)
        found["dilution_rounds"] = [
            {"name": f"Series {'DEF'[at]}", "dilution": percent(random, 0, 40)} for at in range(rounds)
        ]
    if random.random() < 0.3:
        found["preference_ahead"] = str(random.randint(0, 900) * 1_000_000)
    return found


def offer(random: Random, name: str, years: int, currency: str) -> Data:
    found: Data = {
        "id": name,
        "company": random.choice(("Acme", "=1+1", "@x", "Łódź & Co", "#REF!", "a\nb")),
        "currency": currency,
    }
    found |= {
        "start_date": f"2027-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}",
        "base_salary": amount(random, 0, 400_000),
    }
    if random.random() < 0.6:
        found["annual_raise"] = percent(random, -5, 12)
    if random.random() < 0.7:
        found["target_bonus"] = {"percent": percent(random, 0, 60), "expected_payout": percent(random, 0, 150)}
    if random.random() < 0.7:
        found["sign_on"] = [_sign_on(random, years) for _ in range(random.randint(1, 3))]
    if random.random() < 0.6:
        found["settlement_bonus"] = _settlement(random, years)
    if random.random() < 0.6:
        match = {"employee": percent(random, 0, 12), "rate": percent(random, 0, 100), "limit": percent(random, 0, 10)}
        match |= {"cap": str(random.randint(50_000, 300_000))} if random.random() < 0.5 else {}
        found["benefits"] = {"annual_value": amount(random, 0, 20_000), "retirement_match": match}
    if random.random() < 0.5:
        found["tax"] = {"cash_rate": percent(random, 0, 60), "equity_rate": percent(random, 0, 60)}
    if random.random() < 0.4:
        found["cost_of_living_index"] = str(random.randint(40, 200))
    found["equity"] = [grant(random, f"grant-{at}", years) for at in range(random.randint(0, 3))]
    return found


def _sign_on(random: Random, years: int) -> Data:
    found: Data = {"year": str(random.randint(1, years)), "amount": amount(random, 0, 90_000)}
    if random.random() < 0.6:
        found["clawback"] = {"months": str(random.randint(1, 30)), "type": random.choice(("pro_rata", "full"))}
    return found


def _settlement(random: Random, years: int) -> Data:
    found: Data = {
        "metric": "SPS",
        "per_step": amount(random, 0, 9_000),
        "step": random.choice(("0.5%", "0.1%", "0.3%", "1.25%")),
    }
    found["partial_steps"] = random.choice(("floor", "linear"))
    found["gain_by_year"] = [random.choice((percent(random, -2, 9), "1%", "0.9%", "1.2%")) for _ in range(years)]
    return found | ({"cap_per_year": amount(random, 0, 30_000)} if random.random() < 0.4 else {})


def data(seed: int, most: int = 3) -> Data:
    random = Random(seed)
    years = random.choice((1, 2, 3, 4, 4, 4, 5, 6))
    names = [f"offer-{at}" for at in range(random.randint(1, most))]
    found: Data = {"offers_version": "1", "base_currency": "USD"}
    found["fx"] = {
        "GBP": {"rate": f"{random.uniform(1, 2):.4f}", "as_of": "2026-11-01"},
        "JPY": {"rate": "0.0066", "as_of": "2026-11-01"},
    }
    found |= {"discount_rate": percent(random, 0, 20), "horizon_years": str(years), "reference": random.choice(names)}
    found["offers"] = [offer(random, name, years, random.choice(("USD", "USD", "GBP", "JPY"))) for name in names]
    if random.random() < 0.6:
        found["scenarios"] = scenarios(random, found["offers"])
    return found


def scenarios(random: Random, offers: list[Data]) -> list[Data]:
    first = random.randint(0, 100)
    found = []
    for name, share in (("low", first), ("high", 100 - first)):
        chosen = random.choice(offers)
        changes: Data = {f"{chosen['id']}.base_salary": amount(random, 0, 400_000)}
        for each in chosen["equity"]:
            if each["type"] == "percent":
                changes[f"{chosen['id']}.{each['id']}.valuation"] = str(random.randint(1, 9000) * 1_000_000)
        if random.random() < 0.3:
            changes["discount_rate"] = percent(random, 0, 20)
        found.append({"name": name, "probability": f"{share}%", "set": changes})
    return found
