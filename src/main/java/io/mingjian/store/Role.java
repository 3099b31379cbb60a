package io.mingjian.store;

/// What somebody may do; each may do what those before may.
public enum Role {
    /// Sends, corrects and reads the reports of the scope.
    CLERK,
    /// Also restores, gives back, assigns and removes them.
    SUPERVISOR,
    /// Also reads the log and takes backups.
    ADMINISTRATOR
}
