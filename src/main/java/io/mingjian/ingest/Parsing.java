package io.mingjian.ingest;

/// Where bytes become a [Reading]: in this JVM or in another.
interface Parsing {
    /// Reads the bytes of an upload, or throws a problem that says why not.
    Reading read(Upload upload, byte[] bytes);
}
