/// REST under `/api/v1`.
///
/// Takes requests, calls `service.Reports`, gives the contract's JSON; every refusal is `application/problem+json`.
/// Knows neither Lucene nor SQL nor how a report is read.
///
/// Why:
/// - Bodies are received into a file of the store's own disk and counted on the way, so that no upload fills the
/// memory.
/// - An extraction is handed out as the bytes that were written for it: no mapper can make two answers differ.
/// - [FrameworkProblems] answers what never reaches a controller (no such address, wrong method), so that a client
/// meets
///   one form of error only.
@NullMarked
package io.mingjian.api;

import org.jspecify.annotations.NullMarked;
