/// Claims that a sound report fulfils, one record a kind, and how they are read from `rules.json`.
///
/// Takes the [io.mingjian.model.Node]s of the file and the model's forms and metrics; gives [Rule]s. Says what
/// is claimed, not how it is found out: that is `checks`.
///
/// Why:
/// - A kind of rule that speaks of several figures ([Agreement], [Ratio], [Partition]) is one rule a figure, all
/// with one id:
///   each figure has an outcome of its own, and the clerk still sees one rule.
/// - Names of cells and metrics are looked up while the rules are read ([Vocabulary]), so that a misspelt one
/// stops the start
///   instead of never firing.
@NullMarked
package io.mingjian.model.rule;

import org.jspecify.annotations.NullMarked;
