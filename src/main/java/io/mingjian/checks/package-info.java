/// Outline, tables and facts → findings.
///
/// Takes what the earlier stages found of a report, and of the reports to compare it with ([Report],
/// [Comparison]); gives an [Outcome] for every rule at every place, and the [Finding]s among them. The rules
/// are data of the model; each kind of rule is a case of [Checker]. Knows no files and no JSON.
///
/// Why:
/// - No false accusation: a cell that is not stated makes a rule silent, not wrong; a doubtful reading, another
///   way to count and a missing part whose words stand in the text make the verdict ours, not the writer's.
/// Where two figures of
///   the writer differ, nobody is blamed ([Blame]).
/// - "Not evaluated" is an outcome with a reason, so that nobody takes it for "passed".
/// - The outline is an input: what a report consists of is as much a claim as what its cells sum up to.
/// - A percentage or a part is judged only where the sentence leaves no choice what it is of; else it is
/// ambiguous.
/// - A [Fingerprint] has no offsets in it: a [Waiver] outlives edits of the text, but not of the figures.
@NullMarked
package io.mingjian.checks;

import org.jspecify.annotations.NullMarked;
