package io.mingjian.service;

import io.mingjian.ingest.PagePictures;
import io.mingjian.ingest.PagePlaces;
import io.mingjian.store.ReportId;
import io.mingjian.text.PageMap;

/// The printed pages of kept reports, for whoever may have their originals. Safe to share between threads.
public final class PagesOfReports {
    private final Reports reports;
    private final PagePictures pictures;

    public PagesOfReports(Reports reports, PagePictures pictures) {
        this.reports = reports;
        this.pictures = pictures;
    }

    /// Whether pages of originals of this type can be drawn.
    public boolean canDraw(String mediaType) {
        return PagePictures.canDraw(mediaType);
    }

    /// A page of a version's original as a PNG.
    ///
    /// @param page from 1
    public byte[] draw(Caller caller, ReportId id, int version, int page) {
        return pictures.draw(reports.source(caller, id, version), page);
    }

    /// Where the text of a page stands on it.
    ///
    /// @param text  of the version
    /// @param pages where its pages are
    public PagePlaces places(Caller caller, ReportId id, int version, int page, String text, PageMap pages) {
        return pictures.places(reports.source(caller, id, version), page, text, pages);
    }
}
