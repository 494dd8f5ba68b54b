"""Rounds and minutes a day to a dated plan, and a readable diff when life happens."""
