-- The last change to any unit, by which whoever remembers the tree sees that it is still the same.
ALTER TABLE store ADD COLUMN units_changed BIGINT DEFAULT 0 NOT NULL;
