package io.mingjian.model;

import java.util.List;

/// A claim that a sound report fulfils.
public sealed interface Rule {
    String id();

    /// `error`, `inconsistency`, `warning` or `info`, as the checks name them.
    String severity();

    /// 勾稽关系: the sum of the left cells equals the sum of the right cells.
    ///
    /// Both sides are ids along `axis`; the rule holds for each index of the other axis separately.
    ///
    /// @param table   id of the table
    /// @param axis    what the terms are
    /// @param message Chinese template with {place}, {expected}, {actual}, {difference}
    record Identity(
            String id,
            String severity,
            String title,
            String basis,
            String table,
            Axis axis,
            List<String> left,
            List<String> right,
            String message)
            implements Rule {
        public Identity {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /// Whether the terms of an identity are rows or columns.
    enum Axis {
        ROWS,
        COLUMNS
    }
}
