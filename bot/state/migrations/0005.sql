-- The language of Footnote's own words on a server; without one it is what Discord says of the server or the reader.
ALTER TABLE server ADD COLUMN language TEXT;
