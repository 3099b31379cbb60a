/// The canonical text of a document, and places in it.
///
/// Everything found later carries a [Span] into the one [CanonicalText]; `text.quote(span)` equals what is
/// shown. This package knows characters and numerals, and nothing of reports.
///
/// Why:
/// - Offsets are UTF-16 code units, because that is what Java, JavaScript and Lucene count. Python counts code
/// points.
/// - [Folding] replaces characters one by one and never changes the length, so that a span of the folded text is
/// a span of
///   the original: full-width digits and punctuation are compared in one form, while what we quote is what was
/// written.
@NullMarked
package io.mingjian.text;

import org.jspecify.annotations.NullMarked;
