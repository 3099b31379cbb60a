package io.mingjian.ingest;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file as it came: its name (never trusted as a path), the media type its sender declared, and where its
/// bytes are.
public record Upload(String name, @Nullable String declaredType, Path file) {
    public Upload {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
    }
}
