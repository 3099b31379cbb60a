/// A model and a seed → reports of invented units over several years, in each physical form, beside their gold.
///
/// Takes nothing but the model's forms and the phrases in `phrases.json`; gives files to load, to test and to
/// learn with. The numbers of a report are consistent and those of a unit's next year continue them, unless
/// errors are asked for. The same seed writes the same bytes.
///
/// ```java
/// new ReportGenerator(model, 7, 0.1, List.of(PaperWriter.values())).write(100, directory);
/// ```
///
/// Why:
/// - A [Paper] knows what is printed, a [PaperWriter] how it is written down: so every report can take every
///   physical form. [OfficialTables] prints what the form prescribes, [Mangler] what becomes of it.
/// - Writes docx, doc, wps, odt, rtf, xlsx, ods, html, mht, pdf, csv and text by itself: the point is to read
///   them back with another's parser. No library at hand makes a binary Word file without one to start from;
///   the format is old enough to be written down ([DocPaper], [DocStreams], [CompoundFile]).
/// - Reports of the years before the statutory tables ([EarlierDrafting]) list indicators instead; their gold
/// is facts.
/// - [Units] are numbered through all cities, counties and towns: a run of some units has neighbours and
/// superiors.
/// - A cell that is left out or left blank has no number in the gold either.
@NullMarked
package io.mingjian.generation;

import org.jspecify.annotations.NullMarked;
