package io.mingjian.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the first page shows.
///
/// @param outcomes  of the files just handed in
/// @param newest    what was kept last
/// @param mebibytes how large a file may be
/// @param files     how many may come at once
/// @param many      what files go into that are of several units, for whoever has several; else null
public record UploadView(
        List<Outcome> outcomes,
        List<ListedReport> newest,
        long mebibytes,
        int files,
        @Nullable DropView many) {
    public UploadView {
        outcomes = List.copyOf(outcomes);
        newest = List.copyOf(newest);
    }
}
