/// Pages of whoever runs the service: who may come in, who changed what, what it is set to, what its engine is
/// and how well it reads.
///
/// Why:
/// - A key is shown once, in the answer to the form that made it, and never again; nobody can look it up.
/// - The scores are those of the corpus that this very version was measured with; they travel in the jar.
@NullMarked
package io.mingjian.web.admin;

import org.jspecify.annotations.NullMarked;
