package io.mingjian.ingest;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What a child must know of a file besides its bytes.
///
/// @param note path of a file in which the child leaves the limit that ended it
/// @param page what is asked of one of its pages, or null where the file is to be read
record ChildRequest(
        String name,
        @Nullable String declaredType,
        Limits limits,
        String note,
        @Nullable PageAsk page) implements Serializable {}
