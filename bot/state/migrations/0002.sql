-- What is looked out for, and when each document was first there.
CREATE TABLE watch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    room INTEGER NOT NULL,
    asker INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('actor', 'query')),
    text TEXT NOT NULL,
    since REAL NOT NULL,
    told_at REAL NOT NULL,
    UNIQUE (room, kind, text)
) STRICT;

CREATE TABLE arrival (
    document TEXT PRIMARY KEY,
    arrived_at REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX arrival_arrived_at ON arrival (arrived_at);
