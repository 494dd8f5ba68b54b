"""Checksums of rows, ids of events, and bodies as one canonical text."""

from typing import Any, Final

from coach.days import Moment

try:  # hashlib loads OpenSSL (2-6 ms) for the same function; the standard library's random does likewise
    from _blake2 import blake2b
except ImportError:  # a Python built without it
    from hashlib import blake2b

START: Final = bytes(16)
_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Broken(Exception):
    """A row does not carry the checksum it was written with, or rows are missing."""


def seal(*values: object) -> bytes:
    """A 16-byte checksum of a row's values; it protects against damage, not against a forger."""
    return blake2b("\x1f".join(map(str, values)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def check_seal(sealed: bytes, *values: object) -> None:
    """Broken if the values are not the ones that were sealed."""
    if seal(*values) != sealed:
        raise Broken("a row was changed outside coach")


def base32(number: int, length: int) -> str:
    """Crockford's base 32, most significant digit first, `length` digits."""
    return "".join(_CROCKFORD[number >> 5 * place & 31] for place in range(length - 1, -1, -1))


def new_id(moment: Moment, entropy: bytes) -> str:
    """A ULID (26 characters): 48 bits of milliseconds, then the first 10 bytes of the caller's randomness."""
    if len(entropy) < 10:
        raise ValueError(f"an id needs 10 random bytes, got {len(entropy)}")
    return base32(int(moment.at.timestamp() * 1000), 10) + base32(int.from_bytes(entropy[:10], "big"), 16)


def to_text(body: dict[str, Any]) -> str:
    """A body as JSON: sorted, compact, ASCII (any text survives, lone surrogates too); ValueError for NaN."""
    import json

    return json.dumps(body, sort_keys=True, separators=(",", ":"), allow_nan=False)


def from_text(text: str) -> dict[str, Any]:
    """The body of such a text."""
    import json

    body: dict[str, Any] = json.loads(text)
    return body
