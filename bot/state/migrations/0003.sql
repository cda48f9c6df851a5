-- Whether a mention is answered in a thread of its own, and how many seconds a watch is silent after it has told.
ALTER TABLE server ADD COLUMN threads INTEGER NOT NULL DEFAULT 0 CHECK (threads IN (0, 1));
ALTER TABLE server ADD COLUMN digest INTEGER NOT NULL DEFAULT 900 CHECK (digest > 0);
