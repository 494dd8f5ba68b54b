"""coach: a local-first command-line interview coach."""

VERSION = "0.1.0"
