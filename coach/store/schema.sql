CREATE TABLE ledger (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  store TEXT NOT NULL,
  device TEXT NOT NULL,
  events INTEGER NOT NULL,
  head BLOB NOT NULL,
  drafts INTEGER NOT NULL,
  states INTEGER NOT NULL,
  states_at INTEGER NOT NULL,
  seal BLOB NOT NULL
) STRICT;

CREATE TABLE event (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  zone TEXT NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  body TEXT NOT NULL,
  prev BLOB NOT NULL,
  chain BLOB NOT NULL,
  UNIQUE (device, seq)
) STRICT;

CREATE INDEX event_kind ON event (kind, day);

CREATE INDEX event_item ON event (item) WHERE item <> '';

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'events are never changed');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'events are never deleted');
END;

CREATE TABLE total (
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  events INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  millis INTEGER NOT NULL,
  again INTEGER NOT NULL,
  seal BLOB NOT NULL,
  PRIMARY KEY (day, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_count (
  item TEXT PRIMARY KEY,
  events INTEGER NOT NULL,
  seal BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  zone TEXT NOT NULL,
  body TEXT NOT NULL,
  seal BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE card_state (
  card TEXT PRIMARY KEY,
  stability REAL NOT NULL,
  difficulty REAL NOT NULL,
  last_day INTEGER NOT NULL,
  due_day INTEGER NOT NULL,
  reps INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  seal BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX card_state_due ON card_state (due_day);

CREATE TABLE due_count (
  due_day INTEGER PRIMARY KEY,
  cards INTEGER NOT NULL,
  seal BLOB NOT NULL
) STRICT;

CREATE TABLE cache (
  name TEXT PRIMARY KEY,
  events INTEGER NOT NULL,
  head BLOB NOT NULL,
  body TEXT NOT NULL,
  seal BLOB NOT NULL
) STRICT, WITHOUT ROWID;
