-- When something was last done, a backup for instance.
CREATE INDEX change_log_action ON change_log (action, sequence);
