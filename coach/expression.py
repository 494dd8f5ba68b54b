"""Arithmetic that a content file or a candidate wrote, worked out in Decimal by a small parser of our own.

`+ - * / ^ **`, brackets, names and `min max abs ceil floor round log exp sqrt`; nothing else exists, so nothing can be
reached from it. Text, nesting, digits, powers and magnitudes are bounded, and every refusal has its column.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, DecimalException, localcontext
from typing import Final, NamedTuple

from coach.errors import CoachError

MAX_TEXT: Final = 2_000
MAX_DEPTH: Final = 40
MAX_DIGITS: Final = 40
MAX_POWER: Final = 400
MAX_MAGNITUDE: Final = 60
_TOKEN: Final = re.compile(
    r"\s*(?:(\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d{1,2}(?!\d))?)|([A-Za-z_]\w*)|(\*\*|[-+*/^(),]))",
    re.ASCII,
)
_CONTEXT: Final = Context(prec=34, rounding=ROUND_HALF_UP)

Environment = Mapping[str, Decimal]


class ExpressionFault(CoachError):
    """An expression that cannot be read or worked out; `column` counts from 1."""

    exit_code = 4

    def __init__(self, message: str, column: int, hint: str = "") -> None:
        super().__init__(message, hint)
        self.column = column


class Token(NamedTuple):
    """A number, a name or a sign, and where it starts (from 1)."""

    kind: str
    text: str
    column: int


class Expression(NamedTuple):
    """A parsed expression: its text, the names it needs, and how to work it out."""

    text: str
    names: frozenset[str]
    tree: "Node"

    def value(self, names: Environment) -> Decimal:
        """The result for these values; ExpressionFault when a name is missing or the arithmetic has no answer."""
        with localcontext(_CONTEXT):
            return _work(self.tree, names)


class Node(NamedTuple):
    """One operation: its sign, name or number, where it stands, and what it works on."""

    token: Token
    parts: tuple["Node", ...] = ()


def evaluate(text: str, names: Environment) -> Decimal:
    """The value of an expression; ExpressionFault with a column otherwise."""
    return parse(text).value(names)


def parse(text: str) -> Expression:
    """The expression in a text; ExpressionFault with a column otherwise."""
    if len(text) > MAX_TEXT:
        raise ExpressionFault(f"the expression is longer than {MAX_TEXT:,} characters", MAX_TEXT + 1, "split it")
    parser = _Parser(list(_tokens(text)), len(text) + 1)
    tree = parser.whole()
    return Expression(text, frozenset(parser.names), tree)


def _tokens(text: str) -> Iterator[Token]:
    position, end = 0, len(text.rstrip())
    while position < end:
        found = _TOKEN.match(text, position)
        if not found:
            raise _unreadable(text, position)
        kind = ("number", "name", "sign")[(found.lastindex or 1) - 1]
        column = found.start(found.lastindex or 1) + 1
        if kind == "number" and len(found.group(1)) > MAX_DIGITS:
            raise ExpressionFault(f"a number has more than {MAX_DIGITS} digits", column)
        yield Token(kind, found.group(found.lastindex or 1), column)
        position = found.end()


def _unreadable(text: str, position: int) -> ExpressionFault:
    column = position + len(text[position:]) - len(text[position:].lstrip()) + 1
    hint = "numbers, names, + - * / ^, brackets and " + ", ".join(FUNCTIONS)
    return ExpressionFault(f"`{text[column - 1]}` does not belong in an expression", column, f"expected {hint}")


_SUM: Final = {"+": 1, "-": 1, "*": 2, "/": 2}


class _Parser:
    """Precedence climbing: sums, products, signs, powers (right to left), brackets and calls."""

    def __init__(self, tokens: list[Token], end: int) -> None:
        self.tokens = tokens
        self.end = Token("end", "", end)
        self.at = 0
        self.depth = 0
        self.names: set[str] = set()

    @property
    def next(self) -> Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else self.end

    def take(self) -> Token:
        token = self.next
        self.at += 1
        return token

    def whole(self) -> Node:
        tree = self.binary(1)
        if self.next.kind != "end":
            raise ExpressionFault(f"`{self.next.text}` is not expected here", self.next.column, "expected the end")
        return tree

    def binary(self, level: int) -> Node:
        self.deeper()
        left = self.unary()
        while _SUM.get(self.next.text, 0) >= level:
            sign = self.take()
            left = Node(sign, (left, self.binary(_SUM[sign.text] + 1)))
        self.depth -= 1
        return left

    def unary(self) -> Node:
        if self.next.text not in ("-", "+"):
            return self.power()
        sign = self.take()
        self.deeper()
        inner = self.unary()
        self.depth -= 1
        return Node(Token("sign", "negative", sign.column), (inner,)) if sign.text == "-" else inner

    def power(self) -> Node:
        base = self.atom()
        if self.next.text not in ("^", "**"):
            return base
        sign = self.take()
        self.deeper()
        exponent = self.unary()
        self.depth -= 1
        return Node(Token("sign", "^", sign.column), (base, exponent))

    def atom(self) -> Node:
        token = self.take()
        if token.kind == "number":
            return Node(token)
        if token.kind == "name":
            return self.call(token) if self.next.text == "(" else self.name(token)
        if token.text == "(":
            inner = self.binary(1)
            self.close(token)
            return inner
        what = f"`{token.text}` is not expected here" if token.text else "the expression ends too early"
        raise ExpressionFault(what, token.column, "expected a number, a name or a bracket")

    def name(self, token: Token) -> Node:
        self.names.add(token.text)
        return Node(token)

    def call(self, token: Token) -> Node:
        if token.text not in FUNCTIONS:
            known = ", ".join(FUNCTIONS)
            raise ExpressionFault(f"there is no function `{token.text}`", token.column, f"expected one of {known}")
        opening = self.take()
        parts = [self.binary(1)]
        while self.next.text == ",":
            self.take()
            parts.append(self.binary(1))
        self.close(opening)
        least, most = FUNCTIONS[token.text].takes
        if not least <= len(parts) <= most:
            wanted = str(least) if least == most else f"{least} to {most}"
            raise ExpressionFault(f"`{token.text}` is given {len(parts)} values", token.column, f"expected {wanted}")
        return Node(Token("call", token.text, token.column), tuple(parts))

    def close(self, opening: Token) -> None:
        if self.take().text != ")":
            raise ExpressionFault("this bracket is not closed", opening.column, "expected a `)`")

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ExpressionFault(f"nested deeper than {MAX_DEPTH} levels", self.next.column, "name parts of it")


class Function(NamedTuple):
    """A function that expressions may call: how many values it takes, and what it does."""

    takes: tuple[int, int]
    apply: Callable[..., Decimal]


def _rounded(value: Decimal, places: Decimal = Decimal(0)) -> Decimal:
    if places != int(places) or abs(places) > 20:
        raise ValueError("`round` takes 0 to 20 places")
    return value.quantize(Decimal(1).scaleb(-int(places)), rounding=ROUND_HALF_UP)


def _log(value: Decimal, base: Decimal | None = None) -> Decimal:
    return value.ln() if base is None else value.ln() / base.ln()


# `round` takes halves away from zero, as people do; `log` is natural unless a base is given.
FUNCTIONS: Final[dict[str, Function]] = {
    "min": Function((1, 20), min),
    "max": Function((1, 20), max),
    "abs": Function((1, 1), abs),
    "ceil": Function((1, 1), lambda value: value.to_integral_value(ROUND_CEILING)),
    "floor": Function((1, 1), lambda value: value.to_integral_value(ROUND_FLOOR)),
    "round": Function((1, 2), _rounded),
    "log": Function((1, 2), _log),
    "exp": Function((1, 1), Decimal.exp),
    "sqrt": Function((1, 1), Decimal.sqrt),
}


def _work(node: Node, names: Environment) -> Decimal:
    token = node.token
    if token.kind == "number":
        return _bounded(Decimal(token.text.replace("_", "")), token)
    if token.kind == "name":
        return _named(token, names)
    values = [_work(part, names) for part in node.parts]
    try:
        result = FUNCTIONS[token.text].apply(*values) if token.kind == "call" else _sign(token, values)
    except ZeroDivisionError as error:
        raise ExpressionFault("this divides by zero", token.column) from error
    except (DecimalException, ValueError) as error:
        told = str(error) if type(error) is ValueError else f"`{token.text}` has no answer for these values"
        raise ExpressionFault(told, token.column) from error
    return _bounded(result, token)


def _named(token: Token, names: Environment) -> Decimal:
    if token.text not in names:
        hint = "expected one of " + ", ".join(names) if names else "there are no values"
        raise ExpressionFault(f"there is no value named `{token.text}`", token.column, hint)
    return names[token.text]


def _sign(token: Token, values: list[Decimal]) -> Decimal:
    if token.text == "negative":
        return -values[0]
    left, right = values
    if token.text == "^":
        return _power(left, right)
    return {"+": left.__add__, "-": left.__sub__, "*": left.__mul__}.get(token.text, left.__truediv__)(right)


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    if abs(exponent) > MAX_POWER:
        raise ValueError(f"a power over {MAX_POWER} is refused")
    if base and abs(exponent * base.adjusted()) > 2 * MAX_MAGNITUDE:
        raise ValueError(f"the power is out of bounds (over 10^{MAX_MAGNITUDE})")
    return base**exponent


def _bounded(value: Decimal, token: Token) -> Decimal:
    if not value.is_finite():
        raise ExpressionFault(f"`{token.text}` has no finite answer", token.column)
    if value and abs(value.adjusted()) > MAX_MAGNITUDE:
        raise ExpressionFault(f"the result is out of bounds (10^{MAX_MAGNITUDE} either way)", token.column)
    return value
