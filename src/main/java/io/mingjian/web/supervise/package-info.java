/// Pages of the supervising office: the ledger of a year over the organization tree, decisions about reports,
/// reminders, the units themselves, and whose report a file is.
///
/// Takes requests of browsers, calls `service.supervision`, gives HTML. As everywhere in `web`, a controller a
/// page, a view record a page.
///
/// Why:
/// - Where a page stands ([LedgerAddress]: year, subtree, state) is in its address, so that it can be sent, kept
///   and gone
///   back to.
/// - Ids of units have `/` in them and stand in the query, never in the path.
/// - A table that is taken in is shown first. What was shown travels with the form that applies it; the server
///   keeps nothing in between.
@NullMarked
package io.mingjian.web.supervise;

import org.jspecify.annotations.NullMarked;
