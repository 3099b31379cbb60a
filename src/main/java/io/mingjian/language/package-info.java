/// The words of a sentence.
///
/// Takes text, gives [Word]s with tags and spans. The only package that knows HanLP; it knows nothing of reports.
@NullMarked
package io.mingjian.language;

import org.jspecify.annotations.NullMarked;
