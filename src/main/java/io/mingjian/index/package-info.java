/// What can be searched, derived from the store and always replaceable.
///
/// Takes [IndexChange]s in the order of the store's changes, gives [SearchResult]s. [ReportIndex] says nothing
/// of the engine: what is looked for is a tree (`query`), and only `lucene` knows Lucene.
///
/// Why:
/// - A report is one document for finding and counting, and one a section for showing where: with words in
///   different sections a report is still found, and totals and facets count reports. All of them carry the
/// report's key.
/// - Two readings of one text. smartcn cuts words and finds what is worded a little differently; it splits what
///   its dictionary lacks (微信) and finds only a third of all character strings. Pairs of characters find every
///   string that is written, white space and width aside. A term matches by either, in quotation marks only by
/// pairs.
/// - A third token for numbers: 30 is not found in 130 unless quotation marks ask for it.
/// - The words of a term must stand near each other. Anywhere in a report they always do: every report says 信息
/// and 公开.
/// - A number that is not stated has no field: a range never finds it, and it is last in every order.
/// - The number of the last change taken in is committed together with the documents. After a crash the rest is
///   taken in again from the store; a change that is not newer is left out.
/// - An index of another generation, of other names, or one that does not read back, is emptied and filled anew.
@NullMarked
package io.mingjian.index;

import org.jspecify.annotations.NullMarked;
