package io.mingjian.model;

import java.util.List;

/// A form that the law prescribed for some years: its tables. `id` is the contract's (`2021`, `2019`).
///
/// @param source the document that prescribes it
public record Form(String id, String source, int fromYear, int toYear, List<TableKind> tables) {
    public Form {
        tables = List.copyOf(tables);
    }
}
