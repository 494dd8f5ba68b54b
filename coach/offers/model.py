"""What an offers file says, once it is read: plain records, Decimal amounts in each offer's own currency."""

from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

MAX_OFFERS: Final = 8
MAX_YEARS: Final = 15
MONTHS: Final = 12

Amounts = tuple[Decimal, ...]


class Rate(NamedTuple):
    """Base units per unit of a foreign currency, and the day it was looked up."""

    rate: Decimal
    as_of: date


class Clawback(NamedTuple):
    """How long a sign-on must be earned; `full` means all of it is owed back until then."""

    months: int
    full: bool


class SignOn(NamedTuple):
    """A sum paid on the first day of an offer year."""

    year: int
    amount: Decimal
    clawback: Clawback | None


class Bonus(NamedTuple):
    """Target bonus as a share of base, and the share of target that is expected to be paid."""

    percent: Decimal
    payout: Decimal


class Settlement(NamedTuple):
    """So much for each step of a metric above its baseline; one gain a year."""

    metric: str
    per_step: Decimal
    step: Decimal
    linear: bool
    cap: Decimal | None
    gains: Amounts


class Match(NamedTuple):
    """The employer's share of retirement saving; `cap` bounds the pay that counts."""

    employee: Decimal
    rate: Decimal
    limit: Decimal
    cap: Decimal | None


class Vesting(NamedTuple):
    """Yearly fractions, or months with a cliff; `offset` months pass before it begins to run."""

    fractions: Amounts
    months: int
    cliff: int
    every: int
    grant_year: int
    shift: int

    @property
    def offset(self) -> int:
        """Months from the start date until vesting begins; negative if it began before."""
        return MONTHS * (self.grant_year - 1) + self.shift


class Dilution(NamedTuple):
    """A later round and the share it takes from those who were there."""

    name: str
    share: Decimal


class Grant(NamedTuple):
    """One grant of equity; what does not apply to its kind, or was not stated, is None."""

    id: str
    kind: str
    vesting: Vesting
    units: Decimal | None = None
    value: Decimal | None = None
    multiples: Amounts = ()
    prices: Amounts = ()
    strike: Decimal | None = None
    percent: Decimal | None = None
    valuation: Decimal | None = None
    preference: Decimal | None = None
    dilution: tuple[Dilution, ...] = ()
    target: Decimal | None = None
    attainment: Amounts = ()
    curve: tuple[tuple[Decimal, Decimal], ...] = ()
    discount: Decimal = Decimal(0)
    stated: Decimal | None = None
    price_basis: str = ""
    instrument: str = ""
    fully_diluted: Decimal | None = None
    acceleration: str = ""
    vest_start: date | None = None


class Offer(NamedTuple):
    """One offer."""

    id: str
    company: str
    role: str
    currency: str
    start: date | None
    base: Decimal
    increase: Decimal
    bonus: Bonus
    sign_ons: tuple[SignOn, ...]
    settlement: Settlement | None
    benefits: Decimal
    match: Match | None
    cash_tax: Decimal | None
    equity_tax: Decimal | None
    living: Decimal
    grants: tuple[Grant, ...]
    not_stated: tuple[str, ...]
    verbal: tuple[str, ...]
    stated_total: Decimal | None

    @property
    def name(self) -> str:
        """What it is called on screen."""
        return self.company or self.id


class Scenario(NamedTuple):
    """A named set of changed fields and how likely it is; `case` is the offers with these fields."""

    name: str
    probability: Decimal
    case: "Offers"


class Offers(NamedTuple):
    """A whole file; `raw` is its plain data as written, for asking what-if questions."""

    currency: str
    fx: dict[str, Rate]
    discount: Decimal
    years: int
    reference: str
    offers: tuple[Offer, ...]
    scenarios: tuple[Scenario, ...]
    raw: Any

    def offer(self, name: str) -> Offer:
        """The offer with this id."""
        return next(offer for offer in self.offers if offer.id == name)

    def rate(self, offer: Offer) -> Decimal:
        """Base units per unit of the offer's currency."""
        return Decimal(1) if offer.currency == self.currency else self.fx[offer.currency].rate
