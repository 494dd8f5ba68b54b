"""A second way to each numeric case's answer, written apart from the packs so that a slip in one shows."""

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
}
