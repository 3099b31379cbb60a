package io.mingjian.cli.batch;

import java.io.IOException;

/// The file of results is not for us to write.
public final class ForeignFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    ForeignFile(Why why) {
        super(why.name());
        this.why = why;
    }

    /// What keeps us from it.
    public enum Why {
        /// Another batch writes it.
        IN_USE,
        /// It holds something else than a batch's extractions.
        OTHER_CONTENT
    }

    public Why why() {
        return why;
    }
}
