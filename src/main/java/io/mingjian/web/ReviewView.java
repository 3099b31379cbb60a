package io.mingjian.web;

import io.mingjian.store.supervision.Conclusion;
import io.mingjian.store.supervision.Review;
import io.mingjian.web.ReportView.FindingView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deciding about a report.
///
/// @param version  the one that is decided about
/// @param findings that may be noted
/// @param reviews  what was decided before, the latest first
/// @param back     where the reader came from
/// @param mend     whether a reason or a note was forgotten
public record ReviewView(
        ListedReport report,
        int version,
        List<FindingView> findings,
        List<ReviewLine> reviews,
        String back,
        boolean mend) {
    public ReviewView {
        findings = List.copyOf(findings);
        reviews = List.copyOf(reviews);
    }

    /// A decision.
    ///
    /// @param notes what was noted, place by place
    public record ReviewLine(
            int version,
            Conclusion decision,
            String at,
            String author,
            @Nullable String reason,
            List<String> notes) {
        public ReviewLine {
            notes = List.copyOf(notes);
        }

        static ReviewLine of(Review review) {
            return new ReviewLine(
                    review.version(),
                    review.decision(),
                    ListedReport.time(review.at()),
                    review.act().author(),
                    review.act().reason(),
                    review.notes().stream().map(Review.Note::wording).toList());
        }
    }
}
