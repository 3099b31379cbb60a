package io.mingjian.evaluation;

import java.util.Locale;

/// What is counted. Its name on the score sheet is [#key()].
public enum Figure {
    DOCUMENTS,
    /// Facts right in metric, value and place.
    TP,
    FP,
    FN,
    /// Facts whose channel and period are right too.
    FULL,
    /// Facts whose attributes were compared: those met by a fact, not by a table cell.
    ATTR,
    ATTR_CHANNEL,
    ATTR_PERIOD,
    ATTR_APPROX,
    ATTR_CATEGORY,
    /// Facts that are neither rewarded nor punished.
    NEUTRAL,
    SPAN,
    SPAN_OK,
    CELLS,
    CELLS_OK,
    NONZERO,
    NONZERO_OK,
    SECTIONS,
    SECTIONS_OK,
    IDENTITY,
    IDENTITY_OK,
    FINDINGS,
    FINDINGS_OK,
    CLEAN,
    CLEAN_OK,
    REFUSALS,
    REFUSALS_OK;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
