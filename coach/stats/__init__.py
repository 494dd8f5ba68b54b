"""Journal to numbers: summary and readiness."""
