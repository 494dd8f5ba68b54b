"""Decimal compensation engine: value, compare, solve, check."""
