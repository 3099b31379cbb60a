/// Invented reports, in each physical form, beside their gold.
///
/// Takes the model and a seed, gives files to load and to test with. What is printed in a form comes from the model's
/// forms, so
/// a report generated here has the tables that a real one has. Writes docx, html, pdf and text by itself: the point is
/// to
/// read them back with somebody else's parser.
@NullMarked
package io.mingjian.generation;

import org.jspecify.annotations.NullMarked;
