package io.mingjian.ingest;

import java.io.IOException;

/// Reads one family of formats into a [Draft]. Stateless, safe to share between threads.
///
/// A damaged file ends in an [IOException] or in one of the library's own exceptions; the caller makes a problem
/// of it.
interface FormatReader {
    /// Reads the source and hands back what it found.
    Reading read(Source source, Limits limits) throws IOException;
}
