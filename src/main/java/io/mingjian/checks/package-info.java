/// Tables and facts → findings.
///
/// Takes what the earlier stages found, gives [Finding]s. Each rule of the model is a case here; a cell that is not
/// stated makes
/// a rule silent, not wrong. Knows no documents and no JSON.
@NullMarked
package io.mingjian.checks;

import org.jspecify.annotations.NullMarked;
