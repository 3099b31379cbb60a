/// What can be searched, derived from the store and always replaceable.
///
/// Takes [IndexedReport]s in the order of the store's changes, gives [SearchResult]s. [ReportIndex] says nothing of the
/// engine; [LuceneReportIndex] is the embedded one, the only place that knows Lucene.
///
/// Why:
/// - A report is one document for finding and counting, and one a section for showing where: with words in different
///   sections a report is still found, totals and facets count reports, and no join is needed, so that the same shape
///   fits another engine.
/// - Two readings of one text. smartcn cuts words and finds what is worded a little differently; it splits what its
///   dictionary lacks (微信) and finds only a third of all character strings. Pairs of characters find every string that
///   is written, white space and width aside. A term matches by either, in quotation marks only by pairs.
/// - The words of a term must stand near each other. Anywhere in a report they always do: every report says 信息 and 公开.
/// - The number of the last change taken in is committed together with the documents. After a crash the rest is taken
///   in again from the store; taking a change in twice does no harm.
/// - An index of another [LuceneReportIndex#GENERATION], or one that does not read back, is emptied and filled anew.
@NullMarked
package io.mingjian.index;

import org.jspecify.annotations.NullMarked;
