"""Unit words of the quantity grammar: time, money, shares, sizes, rates, fractions."""

from typing import Final

from coach.analysis.wordset import bag

SECONDS: Final = {
    "ms": 0.001, "msec": 0.001, "millisecond": 0.001, "milliseconds": 0.001, "millis": 0.001, "µs": 1e-6, "us": 1e-6,
    "μs": 1e-6, "microseconds": 1e-6, "microsecond": 1e-6, "ns": 1e-9, "nanoseconds": 1e-9, "s": 1.0, "sec": 1.0,
    "secs": 1.0, "second": 1.0, "seconds": 1.0, "min": 60.0, "mins": 60.0, "minute": 60.0, "minutes": 60.0,
    "h": 3600.0, "hr": 3600.0, "hrs": 3600.0, "hour": 3600.0, "hours": 3600.0, "day": 86400.0, "days": 86400.0,
    "week": 604800.0, "weeks": 604800.0, "wk": 604800.0, "wks": 604800.0, "fortnight": 1209600.0, "night": 86400.0,
    "nights": 86400.0, "weekend": 172800.0, "weekends": 172800.0,
    "month": 2629800.0, "months": 2629800.0, "quarter": 7889400.0, "quarters": 7889400.0, "year": 31557600.0,
    "years": 31557600.0, "yr": 31557600.0, "yrs": 31557600.0, "decade": 315576000.0, "decades": 315576000.0,
    "semester": 1.3e7, "semesters": 1.3e7, "shift": 28800.0, "shifts": 28800.0, "term": 1e7, "terms": 1e7,
}  # fmt: skip
GLUED_SECONDS: Final = frozenset({"s", "h"})
CURRENCY_SIGNS: Final = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "rs": "INR", "us": "USD",
    "hk": "HKD", "usd": "USD", "eur": "EUR", "gbp": "GBP", "inr": "INR", "chf": "CHF", "sgd": "SGD", "aud": "AUD",
    "cad": "CAD", "hkd": "HKD", "aed": "AED",
}  # fmt: skip
CURRENCY_WORDS: Final = {
    "dollar": "USD", "dollars": "USD", "usd": "USD", "bucks": "USD", "buck": "USD", "euro": "EUR", "euros": "EUR",
    "eur": "EUR", "pound": "GBP", "pounds": "GBP", "quid": "GBP", "gbp": "GBP", "rupee": "INR", "rupees": "INR",
    "inr": "INR", "yen": "JPY", "yuan": "CNY", "rmb": "CNY", "francs": "CHF", "chf": "CHF", "cent": "USD",
    "cents": "USD",
    "pence": "GBP", "dirhams": "AED", "aed": "AED", "pesos": "MXN", "reais": "BRL", "kroner": "NOK", "ringgit": "MYR",
    "naira": "NGN", "shillings": "KES", "rand": "ZAR", "€": "EUR", "£": "GBP", "$": "USD",
}  # fmt: skip
PERCENT: Final = bag("% percent pct percentage pc ‰")
POINTS: Final = bag("pp pps ppt ppts point points pts")
BASIS: Final = frozenset({"bp", "bps", "bips"})
PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "tenth": 10,
    "tenths": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000, "percent": 100,
}  # fmt: skip
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "fiftieth": 50, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
FACTOR_WORDS: Final = {
    "halved": 0.5, "halving": 0.5, "halve": 0.5, "halves": 0.5, "doubled": 2.0, "doubling": 2.0, "doubles": 2.0,
    "tripled": 3.0, "tripling": 3.0, "triple": 3.0, "triples": 3.0, "trebled": 3.0, "treble": 3.0, "quadrupled": 4.0,
    "quadruple": 4.0, "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0, "sixfold": 6.0,
    "tenfold": 10.0, "double": 2.0, "quintupled": 5.0, "twice": 2.0, "thrice": 3.0, "quartered": 0.25,
}  # fmt: skip
TIMES: Final = bag("x × times fold")
SIZES: Final = bag(
    "kb mb gb tb pb gib mib km mile miles metre metres meter meters kg kilo kilos kilograms tonne tonnes ton tons "
    "litre litres liter liters gallons kwh mwh kw watts degrees calories grams mg ml cm mm acres hectares sqft "
    "pallets"
)
PERIODS: Final = bag(
    "second sec minute min hour hr day night week month quarter year shift term season semester decade annum head "
    "person user customer order transaction patient student seat visit unit call ticket ride trip delivery item "
    "store branch s h case bed room class pupil nurse agent rep driver merchant team site"
)
RATES: Final = bag("rps qps tps sps iops wpm bpm mbps gbps rpm fps mph")
