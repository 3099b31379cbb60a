/// The contract's JSON.
///
/// Takes an `Extraction`, gives [ExtractionJson] and its bytes: one form for the extract request, for a kept
/// report and for the command line. Knows no HTTP and no storage.
///
/// ```java
/// byte[] json = new JsonExtractionWriter().write(extractor.extract(upload), false);
/// ```
///
/// Why:
/// - Domain types are not written themselves: their names may change with our insight, the contract's may not.
/// - [JsonExtractionWriter] writes by itself and not through Serde: the bytes do not depend on how a server is
///   configured, and a command does not start a container to print a report. Serde describes the same records
///   for the API document and reads them back.
/// - Null members are written: a reader tells "not stated" from "unknown field" by looking.
@NullMarked
package io.mingjian.wire;

import org.jspecify.annotations.NullMarked;
