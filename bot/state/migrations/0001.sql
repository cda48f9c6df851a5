-- Lists of ids and of names are JSON arrays: they are only ever read and written whole.
CREATE TABLE server (
    guild INTEGER PRIMARY KEY,
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    channels TEXT NOT NULL CHECK (json_valid(channels))
) STRICT;

CREATE TABLE channel (
    id INTEGER PRIMARY KEY,
    guild INTEGER NOT NULL,
    collections TEXT CHECK (collections IS NULL OR json_valid(collections)),
    every_message INTEGER NOT NULL CHECK (every_message IN (0, 1))
) STRICT;

CREATE INDEX channel_guild ON channel (guild);

CREATE TABLE inquiry (
    id INTEGER PRIMARY KEY,
    asked_at REAL NOT NULL,
    asker INTEGER NOT NULL,
    guild INTEGER,
    room INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('question', 'query')),
    text TEXT NOT NULL,
    within TEXT NOT NULL,
    follows INTEGER REFERENCES inquiry (id) ON DELETE SET NULL,
    answered INTEGER NOT NULL CHECK (answered IN (0, 1))
) STRICT;

CREATE INDEX inquiry_asked_at ON inquiry (asked_at);
CREATE INDEX inquiry_asker ON inquiry (asker);
CREATE INDEX inquiry_room ON inquiry (room, asked_at);
CREATE INDEX inquiry_guild ON inquiry (guild, asked_at);
CREATE INDEX inquiry_follows ON inquiry (follows);

CREATE TABLE verdict (
    inquiry INTEGER NOT NULL REFERENCES inquiry (id) ON DELETE CASCADE,
    person INTEGER NOT NULL,
    helpful INTEGER NOT NULL CHECK (helpful IN (0, 1)),
    PRIMARY KEY (inquiry, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX verdict_person ON verdict (person);
