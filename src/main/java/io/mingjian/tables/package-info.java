/// Sections → statutory tables, cell by cell.
///
/// Takes an `Outline`, gives [StatutoryTable]s: every row and column of the form that fits best has a [Cell], if only
/// an absent
/// one. Knows no prose and no words. A blank is never a 0 and a 0 is never inferred.
@NullMarked
package io.mingjian.tables;

import org.jspecify.annotations.NullMarked;
