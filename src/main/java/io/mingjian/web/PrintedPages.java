package io.mingjian.web;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.PagesOfReports;
import io.mingjian.store.StoredReport;
import io.mingjian.text.PageMap;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks up the page of an original that a reader asks for. What keeps it from being shown keeps nothing else of
/// the report from being shown.
@Singleton
final class PrintedPages {
    private static final Logger LOG = LoggerFactory.getLogger(PrintedPages.class);

    private final PagesOfReports pages;

    PrintedPages(PagesOfReports pages) {
        this.pages = pages;
    }

    /// @param number from 1
    /// @throws MingjianException `NOT_FOUND` where there is no such page
    PrintedPage page(Caller caller, StoredReport report, int number, String text, PageMap map) {
        if (number < 1 || number > map.count()) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such page");
        }
        try {
            return new PrintedPage(
                    map, number, pages.places(caller, report.id(), report.version(), number, text, map), null);
        } catch (MingjianException problem) {
            LOG.info("page {} of report {} is not shown", number, report.id(), problem);
            return PrintedPage.refused(map, number, problem.code());
        }
    }
}
