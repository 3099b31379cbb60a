/// Corpus → scores.
///
/// Takes annotated material ([Corpus]) and whatever turns a file into an extraction, gives a [ScoreSheet]. It
/// compares domain objects in this process: what it measures is the extraction, not the wire.
///
/// The same material scored over HTTP by the judges' script gives the same figures. Three of its habits are kept
/// for that reason, and each is pinned by a test: white space is what Python calls white space, lengths are code
/// points, and a heading is looked for at the section's offset read as a count of code points.
///
/// Why:
/// - A fact is right where metric and value are right and the quotes overlap; attributes are counted apart, so
///   that a wrong channel does not look like an invention.
/// - A [Score] is the figures of one case. Scores add up, which is how one finds the worst case again.
@NullMarked
package io.mingjian.evaluation;

import org.jspecify.annotations.NullMarked;
