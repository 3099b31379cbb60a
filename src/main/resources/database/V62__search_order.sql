-- The number that the hits are ordered by, - before it for the greatest first; null for the best first.
ALTER TABLE saved_search ADD COLUMN ordered_by VARCHAR(100);
