/// The embedded search engine: a [io.mingjian.index.ReportIndex] on Lucene.
///
/// Takes what the port takes; the only place that knows Lucene.
///
/// Why:
/// - A report and its sections are one block, so that a section's match counts for its report without a join at
/// search.
/// - Facets are counted over what was collected, segment by segment: nothing has to be prepared after a change.
@NullMarked
package io.mingjian.index.lucene;

import org.jspecify.annotations.NullMarked;
