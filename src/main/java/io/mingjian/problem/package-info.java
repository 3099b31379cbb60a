/// Why a request cannot be done.
///
/// Takes nothing, gives [ProblemCode] and [MingjianException]; knows no HTTP. A flaw *in a report* is no problem
/// but a finding; a problem is what keeps us from reading, keeping or finding anything at all.
@NullMarked
package io.mingjian.problem;

import org.jspecify.annotations.NullMarked;
