/// Outline, tables and facts → findings.
///
/// Takes what the earlier stages found, gives an [Outcome] for every rule at every place, and the [Finding]s among
/// them. The rules are data of the model; each kind of rule is a case here. Knows no files and no JSON.
///
/// Why:
/// - No false accusation: a cell that is not stated makes a rule silent, not wrong; a doubtful reading, another way to
///   count and a missing part whose words stand in the text make the verdict ours, not the writer's.
/// - "Not evaluated" is an outcome with a reason, so that nobody takes it for "passed".
/// - The outline is an input: what a report consists of is as much a claim as what its cells sum up to.
@NullMarked
package io.mingjian.checks;

import org.jspecify.annotations.NullMarked;
