"""A second way to the answer of each numeric case, written apart from the packs so that a slip in one shows."""

import math
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Final

SECOND: Final[Mapping[str, Callable[[SimpleNamespace], float]]] = {
    "case-auth-uplift": lambda v: (
        v.attempts_m * 100 * (v.uplift_pp * (100 - v.cannibal_percent) * v.margin_percent / 100 - v.fee_bp)
    ),
    "case-batch-window-roi": lambda v: (
        1000000.0
        * v.payments_m
        * 30
        * (v.overhead_cents * v.saving_percent / 10000.0 - v.margin_cents * v.lost_bp / 1000000.0)
        - v.build_k * 1000.0
    ),
    "case-breaker-break-even": lambda v: (
        1000000.0
        * v.band_m
        * (v.fraud_percent / 100 * (1 + (v.margin_bp + v.churn_bp) / 10000.0) - (v.margin_bp + v.churn_bp) / 10000.0)
    ),
    "case-dispute-evidence-tool": lambda v: v.disputes * (v.amount * v.gain_pp / 100 - v.price),
    "case-equity-implied-valuation": lambda v: v.share_bp * v.valuation_bn * 100 / v.claimed_k,
    "case-error-budget-release": lambda v: (
        ((100 - v.slo_percent) * 432 - v.spent_min) * 100 / (v.bad_min * v.risk_percent)
    ),
    "case-exemption-value": lambda v: (
        v.checkouts * v.amount * v.exempt_percent / 1000000.0 * (v.drop_percent * v.margin_bp / 100 - v.fraud_bp)
    ),
    "case-fallback-loss": lambda v: v.minutes * v.daily_m * v.pass_percent * v.fraud_bp / 1440,
    "case-fan-out-tail": lambda v: 100 - 100 * math.exp(v.calls * math.log1p(-v.slow_permille / 1000)),
    "case-first-year-cash": lambda v: (
        v.base_a - v.base_b - v.sign_b + v.base_a * v.bonus_percent * v.payout_percent / 10000.0 * (12 + v.months) / 12
    ),
    "case-flagged-precision": lambda v: (10000 - v.fraud_bp) * v.fpr_bp / 10000 / (v.fraud_bp * v.recall_percent / 100),
    "case-fx-hold-risk": lambda v: 100 * v.vol_percent * v.sigmas * (v.minutes / 60 / 24 / 365) ** 0.5,
    "case-inconsistency-interval": lambda v: (
        v.daily_m * 1000000.0 * (v.mismatch_percent / 100) * (v.interval_min / 2) / (24 * 60)
    ),
    "case-instant-payout-adoption": lambda v: (
        100000.0 * v.funding_k / (v.sellers * 12 * v.payouts * (v.size * v.fee_percent - v.cost_cents) / 100)
    ),
    "case-interchange-margin": lambda v: (
        100 * (v.ticket * (v.rate_percent - v.ic_percent - v.scheme_bp / 100) / 100 + (v.fixed_cents - 10) / 100)
    ),
    "case-latency-volume": lambda v: v.rescued_pp * (100 - v.retried_percent),
    "case-littles-law-workers": lambda v: -(-(v.rate * v.ms) // (v.busy_percent * 10)),
    "case-manual-review-staff": lambda v: v.cost * -(-(v.cases * v.minutes * 100) // (60 * v.busy_percent)),
    "case-netting-cycle": lambda v: 10000.0 * min(v.out_m, v.in_m) * v.cycles * v.hours / 24 * v.rate_percent,
    "case-peak-sps": lambda v: (
        v.payments_m * 1000000.0 * v.share_percent * (100 + v.retry_percent) / 10000.0 / v.minutes / 60
    ),
    "case-prefunded-corridor-return": lambda v: (
        v.prefund_m * 100 * v.turns * v.spread_bp - v.prefund_m * 10000.0 * v.rate_percent / 12
    ),
    "case-queue-slowdown": lambda v: v.service_ms * 100 / (100 - v.busy_percent),
    "case-reserve-exposure": lambda v: v.daily_k * v.delay * max(v.claim_percent - v.reserve_percent, 0) / 100,
    "case-retry-economics": lambda v: (
        v.declines * (v.amount * v.success_percent * v.margin_percent / 10000.0 - v.fee_cents / 100)
    ),
    "case-serial-availability": lambda v: 43200 * (1 - math.exp(v.services * math.log(v.availability_percent / 100))),
    "case-settlement-bonus": lambda v: min(2000 * (v.extra * 200 // v.baseline), v.cap_k * 1000),
    "case-threshold-probability": lambda v: (
        100 / (1 + (v.amount * (100 - v.recover_percent) + 100 * v.fee) / (v.amount * v.margin_percent + 100 * v.churn))
    ),
    "case-unknown-payouts-peak": lambda v: v.rate * v.timeout_permille * v.minutes * 0.06,
    "case-weekend-prefunding": lambda v: (
        v.daily_m * 1000000.0 * v.days * v.days * (100 - v.instant_percent) / 100 * v.rate_percent / 36500
    ),
    "case-window-worst-case": lambda v: v.sla_ms - v.path_ms - v.window_ms - v.queue_ms,
    "core-case-test-days": lambda v: (
        32 * v.base_percent * (100 - v.base_percent) / (v.lift_pp * v.lift_pp) / v.visitors
    ),
    "core-case-funnel-gain": lambda v: v.visitors * v.start_percent * v.gain_pp * v.margin / 10_000,
    "core-case-order-of-work": lambda v: abs(v.weeks_a * v.value_b - v.weeks_b * v.value_a),
    "core-case-churn-saved": lambda v: v.members * (_left(v.churn_percent - v.cut_pp, 12) - _left(v.churn_percent, 12)),
    "core-case-answer-bot": lambda v: (
        v.tickets * v.human * v.closed_percent / 100 * (1 - v.wrong_percent / 50) - v.licence
    ),
    "core-case-flag-precision": lambda v: 100 / (1 + (1000 / v.bad_per_1000 - 1) * v.false_percent / v.hit_percent),
    "core-case-price-rise": lambda v: 100 - 100 * (v.price - v.cost) / (v.price * (1 + v.rise_percent / 100) - v.cost),
    "core-case-free-users": lambda v: v.cost_cents / v.margin,
    "offers-case-clawback": lambda v: 10 * v.amount_k * v.tax_percent * (1 - v.stayed / v.months),
    "offers-case-base-or-sign-on": lambda v: sum(
        1000 * v.base_k * (1 + v.raise_percent / 100) ** year * (1 + v.bonus_percent / 100) for year in range(3)
    ),
    "offers-case-leave-month": lambda v: 1000 * v.value_k * sum((0.20, 0.10)[: int(v.years)]),
    "offers-case-option-break-even": lambda v: v.strike + 4 * v.base_k / v.options_k,
    "offers-case-common-after-preference": lambda v: max(0, v.sale_m - v.preference_m) * v.stake_bp * 100,
    "offers-case-year-two-hole": lambda v: v.base_k * (1 + v.bonus_percent * v.payout_percent / 10_000) - v.now_k,
    "sd-case-peak-requests": lambda v: v.users_m * 1e6 / 86_400 * v.requests * 24 * v.hour_percent / 50,
    "sd-case-storage-growth": lambda v: v.files_m * 1e6 * v.kb * 1e3 * v.copies * 365 / 1e12,
    "sd-case-cache-miss-load": lambda v: v.reads / 100 * v.drop_pp,
    "sd-case-mean-with-cache": lambda v: 100 - 100 * (v.goal_ms - v.hit_ms) / (v.miss_ms - v.hit_ms),
    "sd-case-drain-backlog": lambda v: v.minutes / (v.spare_percent / 100),
    "sd-case-zones-spare": lambda v: -(-v.needed // (v.zones - 1)) * v.zones,
    "sd-case-replication-loss": lambda v: v.value * v.paid_permille * v.writes * v.lag_s / 1000,
    "sd-case-reserve-or-hourly": lambda v: 87.6 * v.hourly_cents * (v.used_percent + v.discount_percent - 100) / 100,
    "sd-case-hedge-load": lambda v: v.rate * 3.6e-3 * v.slow_permille**2,
    "sd-case-egress-bill": lambda v: v.kb * v.views_m * (900 - v.cdn_percent * (9 - v.cdn_cents)) / 10_000,
    "sd-case-shard-count": lambda v: math.ceil(
        round(v.writes * (100 + v.skew_percent) / (v.limit * v.busy_percent), 9)
    ),
    "ai-case-action-line": lambda v: 100 / (1 + v.miss_cost / v.false_cost),
    "ai-case-cost-per-solved": lambda v: 10 * v.requests_k * (v.human * v.solved_percent - v.cents),
    "ai-case-token-bill": lambda v: 0.03 * v.requests_k * (v.tokens_in * v.price_in + v.tokens_out * v.price_out),
    "ai-case-answer-length": lambda v: v.rate * (1000 * v.limit_s - v.first_ms) / 1000,
    "ai-case-review-hours": lambda v: -(-(v.cases_k * v.band_percent * v.seconds) // (v.hours * 360)),
    "ai-case-chain-success": lambda v: 100 * math.exp(v.steps * math.log(v.step_percent / 100)),
    "ai-case-test-size": lambda v: math.ceil((1.96 / v.points) ** 2 * (2500 - (v.right_percent - 50) ** 2) - 1e-9),
    "ai-case-routing-saving": lambda v: (
        v.questions_k * v.easy_percent * (v.large * (100 - v.wrong_percent) - 100 * v.small) / 1000
    ),
    "ai-case-silent-drift": lambda v: v.cases * v.extra_pp * v.price * (v.days - 3) / 100 - v.audit * 365,
}


def _left(percent: float, months: int) -> float:
    share = 1.0
    for _ in range(months):
        share -= share * percent / 100
    return share
