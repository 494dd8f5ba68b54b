"""Ways of getting a pack wrong: one change each to the outside pack, `§` where the problem must be reported."""

from typing import NamedTuple


class Wrong(NamedTuple):
    """In `file`, `old` becomes `new` (once); the problem at `§` must begin with `told` and have a hint."""

    file: str
    old: str
    new: str
    told: str


P, R, Q, S = "pack.yaml", "recall.yaml", "practice.yaml", "road.yaml"

WRONG: dict[str, Wrong] = {
    # the file
    "tab": Wrong(R, "    source: [made-up:1]", "§\tsource: [made-up:1]", "a tab in the indentation"),
    "open-quote": Wrong(P, "title: Warehouse robots\n", "title: 'Warehouse robots\n", "something is left open"),
    "open-bracket": Wrong(R, "tags: [conveyor]", "tags: [conveyor", "the list or mapping in brackets goes wrong"),
    "colon-in-text": Wrong(R, "question: What is", "question: What§: is", "a `: ` is not allowed here"),
    "bad-start": Wrong(R, "answer: The seconds", "answer: §@The seconds", "nothing can start with this character"),
    "anchor": Wrong(R, "tags: [conveyor]", "tags: §&t [conveyor]", "anchors (`&t`) are not allowed"),
    "alias": Wrong(R, "tags: [conveyor]", "tags: §*t", "aliases (`*t`) are not allowed"),
    "tag": Wrong(R, "question: What", "question: §!!str What", "tags (`tag:yaml.org,2002:str`) are not allowed"),
    "merge-key": Wrong(R, "    why: Dwell", "    §<<: {a: b}\n    why: Dwell", "merge keys (`<<`) are not allowed"),
    "double-key": Wrong(R, "    why: Dwell", "    why: x\n    §why: Dwell", "the key `why` stands twice"),
    "two-documents": Wrong(R, "\nchallenges:", "\n§---\nchallenges:", "a second document starts here"),
    "nul": Wrong(R, "The seconds", "The §\0seconds", "a character that is not text (U+0000)"),
    "control": Wrong(R, "The seconds", "The §\x1b[2Jseconds", "a character that is not text (U+001B)"),
    "line-separator": Wrong(R, "The seconds", "The §\u2028seconds", "a hidden line separator (U+2028)"),
    "too-deep": Wrong(R, "tags: [conveyor]", "tags: " + "[" * 21 + "§[" + "]" * 22, "nested deeper than 24 levels"),
    "list-key": Wrong(R, "    why: Dwell", "    §[a]: b\n    why: Dwell", "a key must be plain text"),
    "bad-escape": Wrong(R, "question: What is dwell", 'question: "\\q is dwell', "this `\\` escape is not known"),
    # its outline
    "unknown-kind": Wrong(R, "facts:", "§fact:", "unknown kind of item `fact`"),
    "kind-without-list": Wrong(R, "facts:\n", "insights: §none\nfacts:\n", "`insights` is not a list"),
    "empty-kind": Wrong(R, "facts:\n", "insights:§\nfacts:\n", "`insights` is empty"),
    "item-is-text": Wrong(R, "facts:\n", "facts:\n  - §dwell time\n", "`facts` is “dwell time”"),
    "manifest-is-list": Wrong(P, "pack_version: 1", "- pack_version: 1", "this does not line up"),
    # keys
    "unknown-key": Wrong(R, "    why: Dwell", "    §whi: Dwell", "unknown key `whi`"),
    "missing-key": Wrong(R, "  - id: facts/dwell-time", "  - §idd: facts/dwell-time", "the key `id` is missing"),
    "missing-source": Wrong(
        R, "  - id: facts/dwell-time\n    source: [made-up:1]", "  - §id: facts/dwell-time", "the key `source`"
    ),
    "missing-in-part": Wrong(
        Q, "{ id: clarify, title: Clarify, minutes: 5 }", "§{ id: clarify, minutes: 5 }", "the key `title`"
    ),
    "unknown-in-part": Wrong(Q, "{ level: 1, text:", "{ level: 1, §txt: a, text:", "unknown key `txt`"),
    "missing-licence": Wrong(P, "licence: CC-BY-4.0\n", "", "the key `licence` is missing"),
    "unknown-in-manifest": Wrong(P, "licence:", "§license:", "unknown key `license`"),
    # types
    "empty-text": Wrong(
        R,
        "answer: The seconds a parcel waits on the belt between being scanned and being picked.",
        "answer:§",
        "`answer` is empty",
    ),
    "text-for-list": Wrong(R, "source: [made-up:1]", "source: §made-up:1", "`source` is “made-up:1”"),
    "list-for-text": Wrong(
        R, "question: What is dwell time on a sorting belt?", "question: §[a, b]", "`question` is a list"
    ),
    "mapping-for-text": Wrong(
        R, "question: What is dwell time on a sorting belt?", "question: §{a: b}", "`question` is a mapping"
    ),
    "nothing-in-list": Wrong(R, "tags: [conveyor]", "tags: [conveyor, §~]", "`tags` is empty"),
    "words-for-number": Wrong(Q, "title: Clarify, minutes: 5", "title: Clarify, minutes: §five", "`minutes` is “five”"),
    "no-number": Wrong(Q, "title: Clarify, minutes: 5", "title: Clarify, minutes: §nan", "`minutes` is “nan”"),
    "fraction-for-whole": Wrong(S, "minutes: 60\n", "minutes: §60.5\n", "`minutes` is “60.5”"),
    "time-for-number": Wrong(S, "minutes: 60\n", "minutes: §1:00\n", "`minutes` is “1:00”"),
    "maybe": Wrong(S, "splittable: yes", "splittable: §maybe", "`splittable` is “maybe”"),
    "no-such-round": Wrong(Q, "round: product_case", "round: §product_cse", "`round` is “product_cse”"),
    "no-such-kind": Wrong(R, "kind: impact", "kind: §impcat", "`kind` is “impcat”"),
    "no-such-dimension": Wrong(R, "shows: [metric, impact", "shows: [§metrics, impact", "`shows` is “metrics”"),
    "no-such-layout": Wrong(S, "layout: problem", "layout: §problems", "`layout` is “problems”"),
    "no-such-evidence": Wrong(S, "evidence: note", "evidence: §notes", "`evidence` is “notes”"),
    "no-date": Wrong(R, "as_of: 2026-11-01", "as_of: §November", "`as_of` is “November”"),
    "no-such-day": Wrong(R, "as_of: 2026-11-01", "as_of: §2026-11-31", "`as_of` is “2026-11-31”"),
    "date-as-seconds": Wrong(R, "as_of: 2026-11-01", "as_of: §1654646400", "`as_of` is “1654646400”"),
    # ids
    "capital-id": Wrong(
        R, "id: facts/dwell-time", "id: §Facts/dwell-time", "the id “Facts/dwell-time” is not well formed"
    ),
    "path-id": Wrong(
        R, "id: facts/dwell-time", "id: §../../etc/passwd", "the id “../../etc/passwd” is not well formed"
    ),
    "double-id": Wrong(
        R, "id: facts/stop-distance", "id: §facts/dwell-time", "the id `facts/dwell-time` is already taken"
    ),
    "id-of-other-kind": Wrong(
        R, "id: reframes/speed-or-flow", "id: §facts/dwell-time", "the id `facts/dwell-time` is already taken"
    ),
    "bad-former": Wrong(
        R, "id: facts/stop-distance", "id: facts/stop-distance\n    formerly: [§Stop]", "the former id “Stop”"
    ),
    "former-in-use": Wrong(
        R, "id: facts/stop-distance", "id: facts/stop-distance\n    formerly: [§facts/dwell-time]", "the former id"
    ),
    "double-phase": Wrong(
        Q, "{ id: metric, title: Metric", "{ id: §clarify, title: Metric", "the id `clarify` stands twice"
    ),
    "double-round": Wrong(S, "      - id: case\n", "      - id: §screen\n", "the id `screen` stands twice"),
    "double-component": Wrong(Q, "      - id: belt\n", "      - id: §scanner\n", "the id `scanner` stands twice"),
    "bad-slide-id": Wrong(
        S, "      - id: problem\n", "      - id: §The Problem\n", "the id “The Problem” is not well formed"
    ),
    "pack-id": Wrong(
        P, "id: warehouse-robots", "id: §warehouse_robots", "the id “warehouse_robots” is not well formed"
    ),
    "double-competency": Wrong(P, "  - id: safety", "  - id: §throughput", "the competency `throughput` stands twice"),
    # references
    "no-such-competency": Wrong(
        R, "competencies: [throughput]", "competencies: [§thruput]", "there is no competency `thruput`"
    ),
    "no-such-weight": Wrong(
        S, "competencies: { throughput: 2,", "competencies: { §speed: 2,", "there is no competency `speed`"
    ),
    "no-such-rubric": Wrong(Q, "rubrics: [rubrics/throughput]", "rubrics: [§rubrics/thruput]", "there is no rubric"),
    "no-such-phase": Wrong(Q, "phase: options", "phase: §option", "there is no phase `option`"),
    "no-such-task": Wrong(
        S, "prerequisites: [checklist/walk]", "prerequisites: [§checklist/run]", "there is no checklist task"
    ),
    "circle": Wrong(
        S, "prerequisites: [checklist/walk]", "prerequisites: §[checklist/price]", "`checklist/price` can never begin"
    ),
    "no-such-loop": Wrong(
        P, "default_loop: two-rounds", "default_loop: §three-rounds", "there is no loop `three-rounds`"
    ),
    "no-such-pack": Wrong(P, "default_loop:", "needs: [§nobody]\ndefault_loop:", "there is no pack `nobody`"),
    # values
    "blank-text": Wrong(
        R, "scenario: Vans leave eleven minutes late on Mondays.", "scenario: §' '", "`scenario` is blank"
    ),
    "blank-in-list": Wrong(R, "source: [made-up:1]", "source: [§'']", "`source` is blank"),
    "hidden": Wrong(
        R,
        "  - id: triads/late-vans\n",
        '  - §id: triads/late-vans\n    tradeoff: "a \u202e b"\n',
        "a hidden character in",
    ),
    "long-text": Wrong(
        R,
        "  - id: triads/late-vans\n",
        "  - §id: triads/late-vans\n    tradeoff: " + "x" * 5_001 + "\n",
        "a text of 5,001 ",
    ),
    "no-phases": Wrong(S, "    slides:\n", "    slides: []\n    §slidez:\n", "unknown key `slidez`"),
    "no-minutes": Wrong(Q, "title: Clarify, minutes: 5", "title: Clarify, minutes: §0", "0 minutes for a phase"),
    "long-phases": Wrong(
        Q, "phases:\n", "phases:\n      §- { id: a, title: A, minutes: 100 }\n", "the phases take 130 minutes"
    ),
    "levels": Wrong(Q, "{ level: 2,", "{ level: 3,", "the anchors have levels 1, 3, 3, 4"),
    "days": Wrong(S, "day: 6", "day: §0", "day 0 comes after day 1"),
    "decision-day": Wrong(S, "decision_day: 8", "decision_day: §5", "the days are out of order"),
    "no-weight": Wrong(S, "weight: 2", "weight: §0", "a round's weight is 0"),
    "negative-weight": Wrong(
        S, "throughput: 2, safety: 1", "throughput: §-2, safety: 1", "the weight of `throughput` is -2"
    ),
    "nothing-tested": Wrong(S, "competencies: { throughput: 1 }", "competencies: §{}", "a round tests no competency"),
    "no-round-time": Wrong(S, "minutes: 45", "minutes: §-45", "-45 minutes for a round"),
    "no-task-time": Wrong(S, "minutes: 60\n", "minutes: §0\n", "0 minutes for a task"),
    "no-pitch-time": Wrong(S, "seconds: 30", "seconds: §0", "0 seconds for a pitch"),
    "deck-time": Wrong(S, "seconds: 90", "seconds: §50", "the slides take 60 seconds, the deck 50"),
    "no-slide-time": Wrong(S, "seconds: 60", "seconds: §0", "0 seconds for a slide"),
    "latency-word": Wrong(Q, 'sla_ms: "600000"', "sla_ms: §10 min", "“10 min” is not a number"),
    "tail-under-median": Wrong(Q, 'p999_ms: "5000"', 'p999_ms: §"300"', "`p999_ms` is 300"),
    "risk-over-all": Wrong(Q, 'risk_percent: "0.1"', 'risk_percent: §"101"', "`risk_percent` is 101"),
    "negative-latency": Wrong(Q, 'p50_ms: "400"', 'p50_ms: §"-400"', "`p50_ms` is -400"),
    # cases
    "range-turned": Wrong(Q, 'low: "50000", high', 'low: §"500000", high', "`low` 500000 is over `high` 200000"),
    "no-step": Wrong(Q, 'step: "10000"', 'step: §"0"', "`step` is 0"),
    "no-range": Wrong(Q, 'low: "6"', "low: §six", "“six” is not a number"),
    "name-of-function": Wrong(Q, "      price: {", "      §min: {", "`min` is the name of a function"),
    "no-name": Wrong(Q, "      price: {", "      §The Price: {", "the name “The Price” cannot be used"),
    "taken-name": Wrong(Q, "- name: daily", "- name: §extra", "the name `extra` is already taken"),
    "tolerance": Wrong(Q, 'tolerance: "5"', "tolerance: §5 %", "`tolerance` is “5 %”"),
    "power-bomb": Wrong(
        Q, "expression: ceil(price / daily)", "expression: §9**9**9", "the sample cannot be worked out"
    ),
    "attribute": Wrong(
        Q, "expression: ceil(price / daily)", "expression: §price.__class__", "the expression is wrong at its column 6"
    ),
    "call": Wrong(
        Q, "expression: ceil(price / daily)", "expression: §open(price)", "the expression is wrong at its column 1"
    ),
    "open-expression": Wrong(
        Q,
        "expression: ceil(price / daily)",
        "expression: §ceil(price / daily",
        "the expression is wrong at its column 5",
    ),
    "huge-expression": Wrong(
        Q, "expression: ceil(price / daily)", "expression: §" + "1+" * 2_000 + "1", "the expression is wrong"
    ),
    "later-step": Wrong(
        Q, "expression: extra * hours * margin", "expression: §extra * answer", "the expression uses `answer`"
    ),
    "unknown-brace": Wrong(Q, "explanation: EUR", "explanation: §EUR {cost}", "there is no value for `{cost}`"),
    "wrong-sample": Wrong(
        Q, 'answer: "100" }', 'answer: §"101" }', "the sample's answer is 101, but the case gives 100"
    ),
    "sample-incomplete": Wrong(Q, 'sample: { price: "100000",', "sample: §{", "the sample has no `price`"),
    "sample-unknown": Wrong(Q, 'answer: "100" }', 'answer: "100", §cost: "1" }', "the sample's `cost` is no parameter"),
    "sample-outside": Wrong(Q, 'hours: "10"', 'hours: §"20"', "the sample's `hours` is 20"),
    "sample-word": Wrong(Q, 'hours: "10"', "hours: §ten", "“ten” is not a number"),
}
