package io.mingjian.ingest;

import org.jspecify.annotations.Nullable;

/// The bytes of one document: what they are called, what they were declared to be, and what they were found to
/// be. The bytes are shared, not copied, and nobody writes to them.
final class Source {
    private final String name;
    private final @Nullable String declaredType;
    private final String mediaType;
    private final byte[] bytes;
    private final Pulse pulse;

    Source(String name, @Nullable String declaredType, String mediaType, byte[] bytes, Pulse pulse) {
        this.name = name;
        this.declaredType = declaredType;
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.pulse = pulse;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes;
    }

    /// To be told that the reading gets on.
    Pulse pulse() {
        return pulse;
    }

    /// The charset that the sender declared, or null.
    @Nullable
    String declaredCharset() {
        if (declaredType == null) {
            return null;
        }
        for (String part : declaredType.split(";")) {
            String parameter = part.strip();
            if (parameter.regionMatches(true, 0, "charset=", 0, 8)) {
                return parameter.substring(8).replace("\"", "").strip();
            }
        }
        return null;
    }

    /// The ending of the name in lower case without its dot; empty where there is none.
    String ending() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }
}
