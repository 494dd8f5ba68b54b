"""Figures that do not hold together on their own: a part longer than the whole, a total that does not follow, a share
without its base, an amount that its base cannot give. Each rule names the figures it rests on and asks a question."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from coach.analysis.wordset import bag
from coach.stories.claims import Claim

_PARTS: Final = bag("window batch batched batching wait queue step write hop commit call component")
_WHOLES: Final = bag("end total path overall whole altogether")
_REPLACED: Final = bag("replace replaced replacing remove removed removing drop dropped dropping instead moving moved")
_OWNED: Final = bag("equity stake ownership shares")
_FLOW: Final = bag("settle settles settled processes process processed handles handled volume firm company flows")
_LOST: Final = bag("loss lost budget inconsistency inconsistent outage tolerate fraud cap fallback disagree error")
_THRESHOLD: Final = bag("confidence score threshold certainty")
_STOPS: Final = bag("abort aborts aborted stop stops block blocks below hold holds breaker decline declines reject <")
_REJECTED: Final = bag("good wrongly falsely false stopped rejected declined")
_TOTAL: Final = bag("total altogether overall cash sum")
_DAYS: Final = {"day": 1.0, "week": 7.0, "month": 365 / 12, "quarter": 365 / 4, "year": 365.0, "hour": 1 / 24}


class Doubt(NamedTuple):
    """What does not hold, the claims it rests on, and what an interviewer would ask."""

    kind: str
    claims: tuple[Claim, ...]
    why: str
    ask: str


def doubts(found: Sequence[Claim]) -> list[Doubt]:
    """Every doubt about these claims, rule by rule."""
    return [doubt for rule in _RULES for doubt in rule(found)]


def _part_of_whole(found: Sequence[Claim]) -> Iterator[Doubt]:
    times = [claim for claim in found if claim.family == "time" and claim.stance != "change"]
    for part in times:
        for whole in times:
            told_together = part.place.id == whole.place.id and not part.near & _WHOLES and not whole.near & _PARTS
            if told_together and part.near & _PARTS and whole.near & _WHOLES and part.value > whole.value:
                why = f"{part.quote} is a part of {whole.quote}, and longer"
                yield Doubt("magnitude", (part, whole), why, f"How does {part.quote} fit inside {whole.quote}?")


def _saving(found: Sequence[Claim]) -> Iterator[Doubt]:
    for path in found:
        if path.family != "time" or path.baseline is None:
            continue
        saved = path.baseline - path.value
        for part in found:
            # "ledger write on PostgreSQL: 45 ms … moving to a log: 210 to 138 ms"
            fits = part.family == "time" and part.baseline is None and part.near & _PARTS and 0 < part.value < saved
            if fits and part.place.id == path.place.id and (part.near | path.near) & _REPLACED:
                why = f"{path.quote} saves {_time(saved)}, more than the {part.quote} that left"
                ask = f"Where did the other {_time(saved - part.value)} come from?"
                yield Doubt("magnitude", (part, path), why, ask)


def _share_of_value(found: Sequence[Claim]) -> Iterator[Doubt]:
    for share in found:
        if share.family != "share" or not share.near & _OWNED or not share.value:
            continue
        amounts = [claim for claim in found if claim.place.id == share.place.id and _is_money(claim)]
        for small, large in combinations(sorted(amounts, key=lambda claim: claim.value), 2):
            implied = small.value / share.value * 100
            named = small.near & bag("valued worth value") and large.near & bag("valued valuation company worth firm")
            if named and large.value > 50 * small.value and _far(implied, large.value, 1.2):
                why = f"{share.quote} for {small.quote} implies {_amount(implied)}, not {large.quote}"
                ask = f"Does {share.quote} of {large.quote} come to {small.quote}?"
                yield Doubt("magnitude", (share, small, large), why, ask)


def _totals(found: Sequence[Claim]) -> Iterator[Doubt]:
    for total in found:
        if not _is_money(total) or not total.near & _TOTAL or total.near & {"base"}:
            continue
        here = [claim for claim in found if claim.place.id == total.place.id and claim is not total]
        base = next((claim for claim in here if _is_money(claim) and "base" in claim.near), None)
        if base is None or base.value >= total.value * 3:
            continue
        extras = _extras(base, here)
        sums = {base.value + sum(taken) for size in range(len(extras) + 1) for taken in combinations(extras, size)}
        if extras and all(_far(total.value, one, 1.005) for one in sums):
            shown = ", ".join(_amount(one) for one in sorted(sums))
            why = f"{total.quote} follows from none of the parts, which give {shown}"
            yield Doubt("total", (base, total), why, f"How do you get to {total.quote}?")


def _extras(base: Claim, here: Sequence[Claim]) -> list[float]:
    """What signing and the bonus add to a base."""
    signing = [one.value for one in here if _is_money(one) and one is not base and one.near & {"sign", "signing"}]
    return signing + [base.value * one.value / 100 for one in here if one.family == "share" and "bonus" in one.near]


def _sums(found: Sequence[Claim]) -> Iterator[Doubt]:
    for total in found:
        if not total.near & {"total", "altogether"} or total.family == "share":
            continue
        parts = [one for one in found if one is not total and _beside(one, total)]
        whole = sum(one.value for one in parts)
        if len(parts) >= 2 and all(one.value < total.value for one in parts) and _far(whole, total.value, 1.01):
            why = f"{' + '.join(one.quote for one in parts)} is {_amount(whole)}, not {total.quote}"
            yield Doubt("total", (*parts, total), why, f"What makes up the {total.quote}?")


def _beside(one: Claim, other: Claim) -> bool:
    """Whether two stand in one sentence and can be added."""
    here = one.sentence == other.sentence and one.place == other.place
    return here and (one.family, one.unit, one.stance) == (other.family, other.unit, other.stance)


def _implied_base(found: Sequence[Claim]) -> Iterator[Doubt]:
    for share in found:
        if share.family != "share" or not share.value or share.stance == "plan":
            continue
        for gain in found:
            linked = gain.sentence == share.sentence and gain.place == share.place and _is_money(gain)
            if not linked or not gain.timed() or not gain.near & bag("worth means equals more extra is adds gives"):
                continue
            implied = gain.daily() / share.value * 100
            for flow in _flows(found, (share, gain)):
                if _far(implied, flow.daily(), 3):
                    shown = _amount(implied * _DAYS.get(gain.per, 1.0))
                    why = f"{gain.quote} for {share.quote} implies {shown} a {gain.per}; you said {flow.quote}"
                    yield Doubt("magnitude", (share, gain, flow), why, f"{share.quote} of what? Name the base.")


def _share_of_flow(found: Sequence[Claim]) -> Iterator[Doubt]:
    for share in found:
        shown = share.family == "share" or share.unit == "bp"
        if not shown or not share.near & bag("volume daily inconsistency budget"):
            continue
        for flow in _flows(found, (share,))[:1]:
            amount = flow.daily() * share.value / (10_000 if share.unit == "bp" else 100)
            why = f"{share.quote} of {flow.quote} is {_amount(amount)} a day"
            lost = share.near & _LOST
            ask = "Would you sign for that, and who finds it?" if lost else "Against what was it measured?"
            yield Doubt("base", (share, flow), why, f"{share.quote} is {_amount(amount)} a day. {ask}")


def _gain_without_base(found: Sequence[Claim]) -> Iterator[Doubt]:
    for gain in found:
        if not (_is_money(gain) and gain.stance == "change" and gain.timed() and gain.near & bag("volume settled")):
            continue
        for flow in _flows(found, (gain,))[:1]:
            part = gain.daily() / flow.daily() * 100
            if part < 1:
                why = f"{gain.quote} is {part:.2g} % of {flow.quote}"
                yield Doubt("base", (gain, flow), why, f"{gain.quote} of what? {why[:1].upper() + why[1:]}.")


def _threshold(found: Sequence[Claim]) -> Iterator[Doubt]:
    answered = any(claim.near & _REJECTED and not claim.near & _THRESHOLD for claim in found)
    for claim in found:
        low = claim.family == "count" and 0 < claim.value < 1
        if not answered and low and claim.near & _THRESHOLD and claim.near & _STOPS:
            why = f"a threshold of {claim.quote} stops good ones too, and no number says how many"
            ask = f"How many good ones does {claim.quote} stop, and what do they cost?"
            yield Doubt("trade-off", (claim,), why, ask)


def _without_base(found: Sequence[Claim]) -> Iterator[Doubt]:
    for claim in found:
        bare = claim.family == "share" and claim.stance == "change" and claim.baseline is None
        if not bare or "of" in claim.near:
            continue
        if not claim.subject.telling():
            yield Doubt("base", (claim,), f"{claim.quote} has no base", f"{claim.quote} of what, and from what?")


_RULES: Final[tuple[Callable[[Sequence[Claim]], Iterator[Doubt]], ...]] = (
    _part_of_whole,
    _saving,
    _share_of_value,
    _totals,
    _sums,
    _implied_base,
    _share_of_flow,
    _gain_without_base,
    _threshold,
    _without_base,
)


def _flows(found: Sequence[Claim], without: Sequence[Claim]) -> list[Claim]:
    """Amounts of money in a stretch of time that something could be a share of, the largest first."""
    flows = [one for one in found if one not in without and _is_money(one) and one.timed() and one.stance == "now"]
    return sorted((one for one in flows if one.near & _FLOW), key=lambda one: -one.daily())


def _is_money(claim: Claim) -> bool:
    return claim.family == "money" or (claim.family == "count" and claim.value >= 1000 and not claim.unit)


def _far(one: float, other: float, factor: float) -> bool:
    low, high = sorted((abs(one), abs(other)))
    return high > low * factor


def _amount(value: float) -> str:
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.4g} {name}"
    return f"{value:,.0f}"


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.4g} ms" if seconds < 1 else f"{seconds:.4g} s"
