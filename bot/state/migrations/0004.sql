-- Whether only the asker saw the answer, and whether it was looked up beside the conversation. Nobody can tell of what
-- was asked before this step, so all of that counts as private.
ALTER TABLE inquiry ADD COLUMN private INTEGER NOT NULL DEFAULT 1 CHECK (private IN (0, 1));
ALTER TABLE inquiry ADD COLUMN aside INTEGER NOT NULL DEFAULT 0 CHECK (aside IN (0, 1));
