/// Sections → statutory tables, cell by cell.
///
/// Takes an `Outline`, gives [StatutoryTable]s: every row and column of the form that fits best has a [Cell],
/// if only an absent one; [TableAligner#explain] gives them with the reasons. [StatisticsReader] gives the
/// lists of indicators that reports had before there were such forms. Knows no prose and no words. A blank is
/// never a 0 and a 0 is never inferred.
///
/// ```text
/// blocks ─TableSource, LineRows, PieceReader→ rows of pieces ─GlueCutter→ rows
///   rows × form ─RowAlignment→ which row is which ─RowReader, BlockReader→ cells, for each form (FormFitter)
///   sentences × form ─SentenceReader→ cells      rows without labels × form ─UnlabelledRows→ cells
///   readings ─TableSearch→ the one that gives the table      forms ─TableAligner→ the one that fits best
/// ```
///
/// ```java
/// for (Alignment alignment : new TableAligner(model).explain(outline)) { … }
/// ```
///
/// Why:
/// - Rows are aligned to the form as a whole, by the likeness of their labels: rows are shifted, wrapped,
///   missing and numbered anew, but they keep their order.
/// - Columns are told by the head where there is one, in whatever order; by the number of values where there is
///   none; by their place on the line where blank cells leave no other trace.
/// - Where characters do not say where a number ends, the sums of the form decide. A cell that is the same
///   characters in every reading they leave is stated with less confidence and marked as decoded; else what it
///   could be are candidates of an illegible cell.
/// - A row that adds up in no way stays illegible; it is told what its digits come nearest to, where a sum down
///   the columns wants all of its numbers but one, so that the checks can say which sum does not hold. The
///   reviews have no such sum: there all blocks but one must add up, and that one is least amiss.
/// - Rows without labels are read by their place only where they are as many as the form's and every sum holds;
///   the order of outcomes that could change places is the form's, which is why such cells are decoded.
/// - One number a row and no other column named is the total of the row, where the sums down the column hold;
///   where the head does not name the total either, they would hold of any column alone, so that it is
/// doubted most.
/// - Of two tables with different figures the one under the caption of the report's year is read; where no
///   caption tells, what they say differently is stated of neither. The place of both is the table's: it is
/// no prose.
/// - Words are compared with the labels of all forms at once, and once: two forms and two orders ask the same.
/// - Rows and columns that changed places are changed back where hardly anything can be read otherwise.
/// - What is written plainly, as many numbers as columns or the cells of a real table, is never read otherwise
///   to make a sum right: the reporter's errors must stay visible.
/// - A list of indicators has no form: each of its rows speaks for itself by its label, to the letter or nearly
///   so and like no other, and its figures by the head.
/// - A section of more rows, or with a longer line, than is accepted is refused: the time is bounded
///   whatever comes, and nothing is left out in silence.
@NullMarked
package io.mingjian.tables;

import org.jspecify.annotations.NullMarked;
