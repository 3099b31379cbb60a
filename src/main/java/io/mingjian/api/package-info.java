/// REST under `/api/v1`.
///
/// Takes requests, calls `service.Reports`, gives the contract's JSON; every refusal is
/// `application/problem+json`. Knows neither Lucene nor SQL nor how a report is read.
///
/// Why:
/// - Bodies are received into a file of the store's own disk and counted on the way, so that no upload fills
///   the memory.
/// - An extraction is handed out as the bytes that were written for it: no mapper can make two answers differ.
/// - [FrameworkProblems] answers what never reaches a controller (no such address, wrong method), so that a
///   client meets one form of error only.
/// - [AccessFilter] is a filter of our own and not Micronaut Security: of its modules the one that keeps sessions
///   on the server does not resolve with our platform, and a session in a signed token can neither be ended by an
///   administrator nor expire when it is not used. What would be left of it is the order of filters. Deny by
///   default is one line here: an address that is not named as public is closed.
/// - A session is a cookie that no script reads ([SessionCookie]); `web.SameOrigin` refuses what other pages post.
@NullMarked
package io.mingjian.api;

import org.jspecify.annotations.NullMarked;
