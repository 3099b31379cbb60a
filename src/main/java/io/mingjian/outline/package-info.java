/// Blocks → title and sections.
///
/// Takes a `SourceDocument`, gives an [Outline]: the report's title with whose report of which year it is, and
/// its sections at their headings, whatever the numbering. Knows no tables and no numbers; that the rows 一、 to
/// 四、 of a table are no headings it knows from the model's row labels.
@NullMarked
package io.mingjian.outline;

import org.jspecify.annotations.NullMarked;
