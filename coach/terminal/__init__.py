"""Asking and showing; the only importer of rich and questionary."""
