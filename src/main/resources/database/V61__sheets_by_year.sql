-- The sheets of a year by pages, in the order of their last changes.
CREATE INDEX sheet_year ON sheet (report_year, sequence);
