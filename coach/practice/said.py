"""A number as people say or type it: `$2.4M`, `about 3 %`, `2,4 Mio`, `1.2bn`, `3 lakh`, `1,250,000`, `-12`."""

import re
from decimal import Decimal
from typing import Final

_SCALES: Final[dict[str, int]] = {
    **dict.fromkeys(("k", "thousand", "tsd", "grand"), 3),
    **dict.fromkeys(("m", "mm", "mn", "mio", "million", "millions", "millionen"), 6),
    **dict.fromkeys(("b", "bn", "mrd", "billion", "billions", "milliarden"), 9),
    **dict.fromkeys(("t", "tn", "trillion"), 12),
    **dict.fromkeys(("lakh", "lakhs", "lac"), 5),
    **dict.fromkeys(("crore", "crores", "cr"), 7),
}
_NUMBER: Final = re.compile(r"([-−+]?)\s*[$€£₹]?\s*([-−]?)(\d[\d.,_'’ \u00a0\u202f]*\d|\d|\.\d+)\s*([A-Za-z]*)")
MAX_TEXT: Final = 200


def read_number(text: str) -> Decimal | None:
    """The first number in a short text, its scale word applied; None if there is none. A percent stays as written."""
    found = _NUMBER.search(text[:MAX_TEXT])
    if not found:
        return None
    negative = bool(found[1] in ("-", "−") or found[2])
    value = Decimal(_plain(found[3])).scaleb(_SCALES.get(found[4].lower(), 0))
    return -value if negative else value


def _plain(digits: str) -> str:
    """Digits with at most one decimal point: grouping is told from decimals by its threes."""
    bare = re.sub(r"[_'’ \u00a0\u202f]", "", digits)
    if "," in bare and "." in bare:
        decimal = "," if bare.rfind(",") > bare.rfind(".") else "."
        return bare.replace("." if decimal == "," else ",", "").replace(decimal, ".")
    if bare.count(",") > 1 or re.fullmatch(r"[1-9]\d{0,2},\d{3}", bare):
        return bare.replace(",", "")
    if bare.count(".") > 1:
        return bare.replace(".", "")
    return bare.replace(",", ".")
