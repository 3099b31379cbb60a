/// What the stages cost, measured by JMH: `mvn -q -Pbench test-compile exec:exec -Dbench=REGEX` prints one table.
///
/// A benchmark stands beside its floor (the bare library doing the same work on the same bytes in the same JVM),
/// as a method named `floor` or `floor…` of the same class: the claim is the ratio, because the same binary
/// drifts within minutes. Nothing here is a test; nothing here runs in `verify`.
@NullMarked
package io.mingjian.bench;

import org.jspecify.annotations.NullMarked;
