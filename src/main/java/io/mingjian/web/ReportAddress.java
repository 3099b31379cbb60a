package io.mingjian.web;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.ReportId;

/// Where the pages of a report are.
public final class ReportAddress {
    private ReportAddress() {}

    /// The report that an address names.
    ///
    /// @throws MingjianException `NOT_FOUND` where no report can have that id
    public static ReportId id(String id) {
        if (!ReportId.isValid(id)) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such report");
        }
        return new ReportId(id);
    }

    public static String of(ReportId id) {
        return Page.Room.REPORTS.path() + "/" + id.value();
    }
}
