/// What a kind of report consists of: headings, forms, wordings, metrics and rules, read from `models/<id>/`.
///
/// Takes the files of one model, gives an immutable [ReportModel]. A model is read once and checked whole; a
/// mistake in it is refused with file, line and reason ([InvalidModel]). The engine knows no wording: another
/// kind of report is another folder.
///
/// Why:
/// - JSON is read into [Node]s that remember their line, because a mistake found after parsing must still be shown
/// where it is.
/// - `model.json` names the other files of its folder, so that a model inside a jar is read as one in a directory.
@NullMarked
package io.mingjian.model;

import org.jspecify.annotations.NullMarked;
