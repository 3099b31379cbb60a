package io.mingjian.store.supervision;

/// Where a unit's report of a year stands.
public enum State {
    /// Nothing came.
    MISSING,
    /// A file came that could not be read, and nothing else.
    FAILED,
    /// It came in time.
    SUBMITTED,
    /// It came after the deadline.
    LATE,
    /// The office gave it back, and nothing newer came.
    RETURNED,
    /// The office has nothing against it.
    ACCEPTED,
    /// It is public.
    PUBLISHED;

    /// Whether there is a report that its unit stands by.
    public boolean counts() {
        return switch (this) {
            case MISSING, FAILED, RETURNED -> false;
            case SUBMITTED, LATE, ACCEPTED, PUBLISHED -> true;
        };
    }
}
