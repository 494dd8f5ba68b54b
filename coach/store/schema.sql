-- Version 1. Events are append-only and chained for each device; everything under "caches" can be dropped at any time.
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    device   TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    at       TEXT NOT NULL,
    day      TEXT NOT NULL,
    zone     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    item     TEXT NOT NULL,
    body     TEXT NOT NULL,
    chain    TEXT NOT NULL,
    UNIQUE (device, seq)
) STRICT;
CREATE INDEX events_by_kind ON events (kind, position);
CREATE INDEX events_by_item ON events (item, position);

CREATE TABLE undone (
    event TEXT PRIMARY KEY REFERENCES events (id),
    by    TEXT NOT NULL REFERENCES events (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (key TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL, extra TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- caches
CREATE TABLE card_states (
    card       TEXT PRIMARY KEY,
    stability  REAL NOT NULL,
    difficulty REAL NOT NULL,
    last_day   INTEGER NOT NULL,
    due_day    INTEGER NOT NULL,
    reps       INTEGER NOT NULL,
    lapses     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX card_states_by_due ON card_states (due_day);
CREATE TABLE day_totals (day TEXT PRIMARY KEY, reviews INTEGER NOT NULL, seconds REAL NOT NULL) STRICT, WITHOUT ROWID;
