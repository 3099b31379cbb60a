package io.mingjian.ingest;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What a child must know of a file besides its bytes.
record ChildRequest(String name, @Nullable String declaredType, Limits limits) implements Serializable {}
