"""coach: a local-first command-line interview coach."""
