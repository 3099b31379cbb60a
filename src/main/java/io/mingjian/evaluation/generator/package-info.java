/// A model and a seed → reports of invented units, beside their gold.
///
/// Takes nothing but the model's forms and the phrases in `generator/phrases.json`; gives files to load, to test and to
/// learn with. Units, numbers and prose are drawn; the numbers of a report are consistent, and those of a unit's next
/// year continue them. The same seed writes the same bytes.
///
/// ```java
/// new ReportGenerator(model, 7).write(100, directory);
/// ```
///
/// Why:
/// - A [Draft] knows what is said, a [Layout] how it is written down: so every report can take every physical form.
/// - docx is written as plain OOXML: the library that reads it must not be the one that writes what is read.
@NullMarked
package io.mingjian.evaluation.generator;

import org.jspecify.annotations.NullMarked;
