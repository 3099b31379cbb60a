/// What a tree of units did in a year, as figures: how many reports came, what was applied for and what became
/// of it, what was made public, what was contested.
///
/// Shows `service.supervision.Sums` and nothing that is not in the store.
///
/// Why:
/// - Which figures there are is the model's form of that year, in its words: [Measures] reads them off the tables.
/// - A figure never stands alone: with it stands of how many units it is, and of how many it should be, and it
///   leads to the rows behind it.
/// - Subtrees are put in order of size only where there are enough of them to be compared; the setting that
///   holds for ranks holds here.
/// - Charts are drawn as SVG on the server. They work without a script, print sharp, follow the policy against
///   inline styles and tell their numbers to whoever cannot see them; a library of charts would be a megabyte of
///   script for bars.
@NullMarked
package io.mingjian.web.overview;

import org.jspecify.annotations.NullMarked;
