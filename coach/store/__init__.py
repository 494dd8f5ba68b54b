"""All SQL: journal, backup, merge. Nothing else opens the database."""
